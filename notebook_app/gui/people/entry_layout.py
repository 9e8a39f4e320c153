"""How one entry of a timeline is set: its lines, badges and date within a card of some width."""

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

from notebook_app.gui.people.entry_words import entry_date, entry_foot, entry_title
from notebook_app.gui.theme import SMALL, TIGHT, TextRole, Theme
from notebook_app.gui.widgets.badge import BadgeKind, badge_size, paint_badge
from notebook_app.gui.widgets.wrap_mode import wrap_mode
from notebook_app.model.rows import EntryKind, TimelineEntry

PADDING: Final = 14
_TOP: Final = 10
_LEADING_EMS: Final = 0.16
_LINES_SHOWN: Final = 12
_LETTERS_SHOWN: Final = 1_600
_NARROWEST: Final = 80
_BADGES: Final = {
    "informal": BadgeKind.BLUE,
    "follow-up done": BadgeKind.ACCENT,
    "skipped": BadgeKind.AMBER,
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Timeline", text)


@dataclass(slots=True)
class EntryLayout:
    """An entry, set for a width; ``more`` is where "Show all" stands, if the text is cut."""

    entry: TimelineEntry
    height: int = 0
    more: QRect | None = None
    pencil: QRect = field(default_factory=QRect)
    body: QTextLayout | None = None
    body_at: QPointF = field(default_factory=QPointF)
    _texts: list[tuple[QTextLayout, QPointF, str]] = field(default_factory=list)
    _badges: list[tuple[QRect, str, BadgeKind]] = field(default_factory=list)

    def paint(self, painter: QPainter, corner: QPointF, theme: Theme, clip: QRectF) -> None:
        """Draw everything inside the card whose corner is given; ``clip`` is what is exposed."""
        for layout, at, colour in self._texts:
            painter.setPen(theme.color(colour))
            layout.draw(painter, corner + at, [], clip)
        for rect, text, kind in self._badges:
            paint_badge(painter, rect.translated(corner.toPoint()), text, kind, theme)
        if self.more is not None:
            painter.setPen(theme.color("accent"))
            painter.setFont(theme.font(TextRole.SMALL))
            rect = self.more.translated(corner.toPoint())
            painter.drawText(rect, Qt.AlignmentFlag.AlignLeading, _tr("Show all"))


def set_entry(
    entry: TimelineEntry, width: int, theme: Theme, locale: QLocale, *, whole: bool, mirrored: bool
) -> EntryLayout:
    """Set ``entry`` for a card of ``width``; a long text is cut unless it is to be ``whole``."""
    setting = _Setting(EntryLayout(entry), width, theme, mirrored)
    title, day = entry_title(entry), entry_date(entry, locale)
    aside = f"{day} · {entry.aside}" if entry.aside else day
    told = entry_foot(entry)
    if not entry.aside or setting.fits(title, aside):
        setting.head(title, aside)
    else:
        setting.head(title, day)
        told = "  ·  ".join(part for part in (entry.aside, told) if part)
    setting.text(entry.text, whole)
    setting.foot(told)
    return setting.done()


class _Setting:
    """Sets from top to bottom; ``y`` is where the next line begins."""

    def __init__(self, made: EntryLayout, width: int, theme: Theme, mirrored: bool) -> None:
        self._made = made
        self._theme = theme
        self._mirrored = mirrored
        self._width = width
        self._inner = max(_NARROWEST, width - 2 * PADDING)
        self._y = float(_TOP)

    def fits(self, title: str, day: str) -> bool:
        """Return whether title, badges and day have room in one row."""
        return sum(self._widths(title, day)) + 3 * SMALL <= self._inner

    def head(self, title: str, day: str) -> None:
        theme = self._theme
        role = self._role()
        badges = self._badges()
        title_width, badge_width, day_width = self._widths(title, day)
        one_row = self.fits(title, day)
        height = theme.metrics(role).height()
        layout = self._layout(title, theme.font(role), title_width + 2 if one_row else self._inner)
        room = title_width if one_row else self._inner
        self._place(layout, PADDING, room, "ink")
        if one_row:
            x, y = PADDING + title_width + SMALL, self._y
        else:
            self._y += self._height_of(layout) + TIGHT
            x, y = PADDING, self._y
            if badges and badge_width + day_width > self._inner:
                y = self._badge_row(badges, x, y, height) + TIGHT
                badges = []
        self._badge_row(badges, x, y, height)
        day_layout = self._layout(day, theme.font(TextRole.SMALL), day_width + 1)
        below = (height - theme.metrics(TextRole.SMALL).height()) / 2
        day_x = max(PADDING, self._width - PADDING - day_width) if one_row or badges else PADDING
        self._y = y
        self._place(day_layout, day_x, day_width, "muted", below)
        side = theme.em(1.7)
        pencil = QRect(round(day_x - side - 2), round(y + (height - side) / 2), side, side)
        if day_x == PADDING:
            pencil.moveLeft(self._width - PADDING - side)
        self._made.pencil = self._visual(pencil)
        self._y = y + height

    def text(self, text: str, whole: bool) -> None:
        if not text.strip():
            return
        shown = text if whole else text[:_LETTERS_SHOWN]
        font = self._theme.font(TextRole.BODY)
        self._y += TIGHT
        most = 0 if whole else _LINES_SHOWN
        layout = self._layout(shown, font, self._inner, most)
        self._made.body = layout
        self._made.body_at = QPointF(PADDING, self._y)
        self._place(layout, PADDING, self._inner, "ink")
        self._y += self._height_of(layout)
        last = layout.lineAt(layout.lineCount() - 1)
        cut = len(shown) < len(text) or last.textStart() + last.textLength() < len(layout.text())
        if cut:
            metrics = self._theme.metrics(TextRole.SMALL)
            width = metrics.horizontalAdvance(_tr("Show all")) + TIGHT
            rect = QRect(PADDING, round(self._y), width, metrics.height())
            self._made.more = self._visual(rect)
            self._y += metrics.height()

    def foot(self, text: str) -> None:
        if not text:
            return
        self._y += TIGHT
        layout = self._layout(text, self._theme.font(TextRole.SMALL), self._inner)
        self._place(layout, PADDING, self._inner, "muted")
        self._y += self._height_of(layout)

    def done(self) -> EntryLayout:
        self._made.height = round(self._y + _TOP)
        return self._made

    def _role(self) -> TextRole:
        quiet = (EntryKind.FOLLOW_UP, EntryKind.IMPORT, EntryKind.MERGE, EntryKind.SERVICE)
        return TextRole.BODY if self._made.entry.kind in quiet else TextRole.STRONG

    def _badges(self) -> list[tuple[str, BadgeKind]]:
        entry = self._made.entry
        return [(text, _badge_kind(entry, text)) for text in entry.badges if text != "done"]

    def _widths(self, title: str, day: str) -> tuple[int, int, int]:
        theme = self._theme
        sizes = [badge_size(text, theme) for text, _kind in self._badges()]
        return (
            theme.metrics(self._role()).horizontalAdvance(title[:400]) + 1,
            sum(size.width() + SMALL - 2 for size in sizes),
            theme.metrics(TextRole.SMALL).horizontalAdvance(day) + 1,
        )

    def _badge_row(
        self, badges: list[tuple[str, BadgeKind]], x: float, y: float, height: int
    ) -> float:
        """Draw badges from ``x`` on, in more rows if they need them; return the end of the last."""
        start = x
        for text, kind in badges:
            size = badge_size(text, self._theme)
            width = min(size.width(), self._inner)
            if x > start and x + width > self._width - PADDING:
                x, y = PADDING, y + size.height() + TIGHT
            rect = QRect(round(x), round(y + (height - size.height()) / 2), width, size.height())
            self._made._badges.append((self._visual(rect), text, kind))
            x += width + SMALL - 2
        return y + height

    def _layout(self, text: str, font: QFont, width: float, most: int = 0) -> QTextLayout:
        layout = QTextLayout(text.replace("\r\n", "\n").replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(wrap_mode(text))
        direction = Qt.LayoutDirection.LayoutDirectionAuto
        option.setTextDirection(direction)
        side = Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        y = 0.0
        leading = self._theme.em(_LEADING_EMS)
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height() + leading
            if most and layout.lineCount() == most:
                break
        layout.endLayout()
        return layout

    def _place(
        self, layout: QTextLayout, x: float, width: float, colour: str, below: float = 0.0
    ) -> None:
        if self._mirrored:
            x = self._width - x - width
        self._made._texts.append((layout, QPointF(x, self._y + below), colour))

    def _height_of(self, layout: QTextLayout) -> float:
        count = layout.lineCount()
        if not count:
            return 0.0
        last = layout.lineAt(count - 1)
        return last.y() + last.height()

    def _visual(self, rect: QRect) -> QRect:
        if not self._mirrored:
            return rect
        return QRect(self._width - rect.x() - rect.width(), rect.y(), rect.width(), rect.height())


def _badge_kind(entry: TimelineEntry, text: str) -> BadgeKind:
    if entry.kind is EntryKind.OPPORTUNITY:
        return BadgeKind.ACCENT
    return _BADGES.get(text, BadgeKind.NEUTRAL)


def estimated_height(entry: TimelineEntry, width: int, theme: Theme) -> int:
    """Return about how high the card will be, without setting it."""
    metrics = theme.metrics(TextRole.BODY)
    height = metrics.height() + 2 * _TOP
    if entry.text:
        letters = max(1, (width - 2 * PADDING) // max(1, metrics.averageCharWidth()))
        lines = min(_LINES_SHOWN, 1 + len(entry.text) // letters + entry.text[:500].count("\n"))
        height += TIGHT + lines * metrics.lineSpacing()
    if entry.others or entry.told_about:
        height += TIGHT + theme.metrics(TextRole.SMALL).height()
    return height
