"""Small pills that say a word about something: a tag, a due date, a state."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from notebook_app.foundation.record import record
from notebook_app.gui.theme import TextRole, Theme, theme_of
from notebook_app.gui.theme.tag_colours import dot_colour
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.tag import TagColour

_KEPT: Final = 200


class BadgeKind(StrEnum):
    """The colour of a badge; the word in it says the same without the colour."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    DANGER = "danger"
    AMBER = "amber"
    BLUE = "blue"
    ALERT = "alert"


def badge_size(text: str, theme: Theme, dot: TagColour = TagColour.NONE) -> QSize:
    """Return how large the badge with ``text`` is, in device-independent pixels."""
    metrics = theme.metrics(TextRole.BADGE)
    height = metrics.height() + 4
    width = max(height, theme.badge_width(text) + round(metrics.height() * 1.1))
    return QSize(width + _dot_room(theme, dot), height)


def paint_badge(
    painter: QPainter,
    rect: QRect,
    text: str,
    kind: BadgeKind,
    theme: Theme,
    *,
    dot: TagColour = TagColour.NONE,
) -> None:
    """Draw a badge that fills ``rect``; its text is cut if it doesn't fit.

    A tag's ``dot`` stands before the text, on the right in a window that reads from there.
    """
    full = kind is BadgeKind.ALERT
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("alert" if full else f"{kind.value}_soft"))
    radius = min(rect.height() / 2, theme.em(0.75))
    painter.drawRoundedRect(QRectF(rect), radius, radius)
    rect = _beside_dot(painter, rect, theme, dot)
    painter.setPen(theme.color("on_alert" if full else kind.value))
    painter.setFont(theme.font(TextRole.BADGE))
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    inner = rect.width() - theme.metrics(TextRole.BADGE).height() // 2
    shown = theme.metrics(TextRole.BADGE).elidedText(text, Qt.TextElideMode.ElideRight, inner)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, shown)
    painter.restore()


def paint_dot(painter: QPainter, middle: QPointF, theme: Theme, dot: TagColour) -> None:
    """Draw the dot of a tag's colour around ``middle``; nothing for a tag without one."""
    colour = dot_colour(dot, theme)
    if colour is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        radius = theme.em(0.62) / 2
        painter.drawEllipse(middle, radius, radius)


def _dot_room(theme: Theme, dot: TagColour) -> int:
    return 0 if dot is TagColour.NONE else theme.em(0.85)


def _beside_dot(painter: QPainter, rect: QRect, theme: Theme, dot: TagColour) -> QRect:
    """Draw the dot and return what is left for the text."""
    room = _dot_room(theme, dot)
    if not room:
        return rect
    inset = theme.em(0.72)
    mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    x = rect.right() + 1 - inset if mirrored else rect.left() + inset
    paint_dot(painter, QPointF(x, rect.center().y() + 0.5), theme, dot)
    return rect.adjusted(0, 0, -room, 0) if mirrored else rect.adjusted(room, 0, 0, 0)


@record
class DrawnBadge:
    """A badge to be drawn as a picture; ``size`` is in device-independent pixels."""

    pixmap: QPixmap
    size: QSize


class BadgeShelf(QObject):
    """Draws badges once and keeps them, for lists that show the same few words again and again."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        """Take the theme, whose colours and fonts the badges have."""
        super().__init__(parent)
        self._theme = theme
        self._kept: dict[tuple[str, BadgeKind, float], DrawnBadge] = {}
        theme.changed.connect(self._forget)

    def badge(self, text: str, kind: BadgeKind, ratio: float) -> DrawnBadge:
        """Return the badge for a device with ``ratio`` pixels to a device-independent one."""
        key = (text, kind, ratio)
        kept = self._kept.get(key)
        if kept is None:
            while len(self._kept) >= _KEPT:
                del self._kept[next(iter(self._kept))]
            kept = self._kept[key] = self._draw(text, kind, ratio)
        return kept

    def _forget(self) -> None:
        self._kept.clear()

    def _draw(self, text: str, kind: BadgeKind, ratio: float) -> DrawnBadge:
        size = badge_size(text, self._theme)
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_badge(painter, QRect(0, 0, size.width(), size.height()), text, kind, self._theme)
        painter.end()
        return DrawnBadge(pixmap, size)


class Badge(PlainLabel):
    """A badge as a widget; its text is plain and read by screen readers like any label."""

    def __init__(
        self,
        text: str = "",
        kind: BadgeKind = BadgeKind.NEUTRAL,
        parent: QWidget | None = None,
        *,
        dot: TagColour = TagColour.NONE,
    ) -> None:
        """Take the word, the kind, and the colour of a tag's dot."""
        super().__init__(text, TextRole.BADGE, parent=parent)
        self._kind = kind
        self._dot = dot
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def dot(self) -> TagColour:
        """The colour of the dot."""
        return self._dot

    @property
    def kind(self) -> BadgeKind:
        """The kind now."""
        return self._kind

    def show_badge(self, text: str, kind: BadgeKind, dot: TagColour = TagColour.NONE) -> None:
        """Show another word, kind or dot."""
        self._kind = kind
        self._dot = dot
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that shows the whole word."""
        return badge_size(self.text(), theme_of(self), self._dot)

    def minimumSizeHint(self) -> QSize:
        """Return the whole size for a few words; only longer ones are ever cut."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), theme_of(self).em(11)), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        theme = theme_of(self)
        paint_badge(painter, self.rect(), self.text(), self._kind, theme, dot=self._dot)
