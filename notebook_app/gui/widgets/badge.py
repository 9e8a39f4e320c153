"""Small pills that say a word about something: a tag, a due date, a state."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from notebook_app.gui.theme import TextRole, Theme, theme_of
from notebook_app.gui.widgets.labels import PlainLabel

_KEPT: Final = 200


class BadgeKind(StrEnum):
    """The colour of a badge; the word in it says the same without the colour."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    DANGER = "danger"
    AMBER = "amber"
    BLUE = "blue"
    ALERT = "alert"


def badge_size(text: str, theme: Theme) -> QSize:
    """Return how large the badge with ``text`` is, in device-independent pixels."""
    metrics = theme.metrics(TextRole.BADGE)
    height = metrics.height() + 4
    width = max(height, metrics.horizontalAdvance(text) + round(metrics.height() * 1.1))
    return QSize(width, height)


def paint_badge(painter: QPainter, rect: QRect, text: str, kind: BadgeKind, theme: Theme) -> None:
    """Draw a badge that fills ``rect``; its text is cut if it doesn't fit."""
    full = kind is BadgeKind.ALERT
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("alert" if full else f"{kind.value}_soft"))
    radius = min(rect.height() / 2, theme.em(0.75))
    painter.drawRoundedRect(QRectF(rect), radius, radius)
    painter.setPen(theme.color("on_alert" if full else kind.value))
    painter.setFont(theme.font(TextRole.BADGE))
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    inner = rect.width() - theme.metrics(TextRole.BADGE).height() // 2
    shown = theme.metrics(TextRole.BADGE).elidedText(text, Qt.TextElideMode.ElideRight, inner)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, shown)
    painter.restore()


@dataclass(frozen=True, slots=True)
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
    ) -> None:
        """Take the word and the kind."""
        super().__init__(text, TextRole.BADGE, parent=parent)
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def kind(self) -> BadgeKind:
        """The kind now."""
        return self._kind

    def show_badge(self, text: str, kind: BadgeKind) -> None:
        """Show another word or kind."""
        self._kind = kind
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that shows the whole word."""
        return badge_size(self.text(), theme_of(self))

    def minimumSizeHint(self) -> QSize:
        """Return the whole size for a few words; only longer ones are ever cut."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), theme_of(self).em(11)), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        paint_badge(QPainter(self), self.rect(), self.text(), self._kind, theme_of(self))
