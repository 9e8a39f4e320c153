"""How an entry of a timeline is set: its lines, badges, names and date within a card."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLocale, QPointF, QRect

from notebook_app.gui.theme import SMALL, TIGHT, TextRole, Theme
from notebook_app.gui.timeline.entry_layout import PADDING, EntryLayout, show_all_words
from notebook_app.gui.timeline.entry_text import Piece, SetText, Spot, set_text, shown
from notebook_app.gui.timeline.entry_words import (
    entry_date,
    entry_title,
    foot_pieces,
    people_pieces,
)
from notebook_app.gui.widgets.badge import BadgeKind, badge_size
from notebook_app.model.rows import EntryKind, NamedPicture, TimelineEntry
from notebook_app.model.search_marks import SearchMarks

_TOP: Final = 10
_LINES_SHOWN: Final = 12
_LETTERS_SHOWN: Final = 1_600
_NARROWEST: Final = 80
_PICTURE_EMS: Final = (6.0, 4.5)
_QUIET: Final = (
    EntryKind.FOLLOW_UP,
    EntryKind.IMPORT,
    EntryKind.MERGE,
    EntryKind.SERVICE,
    EntryKind.STAGE,
    EntryKind.ATTEMPT,
)
_BADGES: Final = {
    "informal": BadgeKind.BLUE,
    "follow-up done": BadgeKind.ACCENT,
    "skipped": BadgeKind.AMBER,
}


@dataclass(frozen=True, slots=True)
class Look:
    """How the cards of a timeline are set.

    ``of_everybody`` puts the names of the people first; ``marks`` are the words searched for.
    """

    theme: Theme
    locale: QLocale
    mirrored: bool = False
    of_everybody: bool = False
    marks: SearchMarks | None = None


def set_entry(
    entry: TimelineEntry, width: int, look: Look, *, whole: bool = False, editor: int = 0
) -> EntryLayout:
    """Set ``entry`` for a card of ``width``; a long text is cut unless it is to be ``whole``.

    While the text is being written, ``editor`` is the height to leave for it.
    """
    setting = _Setting(EntryLayout(entry), width, look)
    day = entry_date(entry, look.locale, day_above=look.of_everybody)
    aside = " · ".join(part for part in (day, entry.aside) if part)
    told: list[Piece] = foot_pieces(entry, with_people=not look.of_everybody)
    if not entry.aside or setting.fits(aside):
        setting.head(aside)
    else:
        setting.head(day)
        told = [Piece(entry.aside), *([Piece("  ·  ")] if told else []), *told]
    if editor:
        setting.room(editor)
    else:
        setting.text(entry.text, whole=whole)
    setting.foot(told)
    setting.pictures(entry.pictures)
    return setting.done()


class _Setting:
    """Sets from top to bottom; ``_y`` is where the next line begins."""

    def __init__(self, made: EntryLayout, width: int, look: Look) -> None:
        self._made = made
        self._look = look
        self._theme = look.theme
        self._width = width
        self._inner = max(_NARROWEST, width - 2 * PADDING)
        entry = made.entry
        self._top = TIGHT if entry.kind is EntryKind.STAGE else _TOP
        self._y = float(self._top)
        self._badges = [(text, _badge_kind(entry, text)) for text in entry.badges if text != "done"]
        self._role = TextRole.BODY if entry.kind in _QUIET else TextRole.STRONG
        self._title = self._title_pieces()

    def fits(self, day: str) -> bool:
        """Return whether title, badges and day have room in one row."""
        return sum(self._widths(day)) + 3 * SMALL <= self._inner

    def head(self, day: str) -> None:
        theme = self._theme
        title_width, badge_width, day_width = self._widths(day)
        one_row = self.fits(day)
        height = theme.metrics(self._role).height()
        title = self._set(self._title, self._role, title_width + 2 if one_row else self._inner)
        quiet = self._made.entry.kind is EntryKind.STAGE
        room = title_width if one_row else self._inner
        self._place(title, PADDING, room, "muted" if quiet else "ink")
        badges = self._badges
        if one_row:
            x, y = PADDING + title_width + SMALL, self._y
            # Letters that another font lends may need more room above.
            height = max(height, round(title.height))
        else:
            self._y += title.height + TIGHT
            x, y = PADDING, self._y
            if badges and badge_width + day_width > self._inner:
                y = self._badge_row(badges, x, y, height) + TIGHT
                badges = []
        self._badge_row(badges, x, y, height)
        day_text = self._set([Piece(day)], TextRole.SMALL, day_width + 1)
        below = (height - theme.metrics(TextRole.SMALL).height()) / 2
        day_x = max(PADDING, self._width - PADDING - day_width) if one_row or badges else PADDING
        self._y = y
        self._place(day_text, day_x, day_width, "muted", below)
        side = theme.em(1.7)
        pencil = QRect(round(day_x - side - 2), round(y + (height - side) / 2), side, side)
        if day_x == PADDING:
            pencil.moveLeft(self._width - PADDING - side)
        self._made.pencil = self._visual(pencil)
        self._y = y + height

    def room(self, height: int) -> None:
        self._y += TIGHT
        self._made.body = self._visual(QRect(PADDING, round(self._y), self._inner, height))
        self._y += height

    def text(self, text: str, *, whole: bool) -> None:
        if not text.strip():
            return
        part = text if whole else text[:_LETTERS_SHOWN]
        self._y += TIGHT
        most = 0 if whole else _LINES_SHOWN
        made = self._set([Piece(part)], TextRole.BODY, self._inner, most)
        last = made.layout.lineAt(made.layout.lineCount() - 1)
        set_letters = last.textStart() + last.textLength()
        cut = len(part) < len(text) or set_letters < len(made.layout.text())
        place = QRect(PADDING, round(self._y), self._inner, round(made.height))
        self._made.body = self._visual(place)
        self._place(made, PADDING, self._inner, "ink")
        self._y += made.height
        long = len(text) > _LETTERS_SHOWN or made.layout.lineCount() > _LINES_SHOWN
        if cut or (whole and long):
            metrics = self._theme.metrics(TextRole.SMALL)
            width = metrics.horizontalAdvance(show_all_words(whole=not cut)) + TIGHT
            rect = self._visual(QRect(PADDING, round(self._y), width, metrics.height()))
            if cut:
                self._made.more = rect
            else:
                self._made.less = rect
            self._y += metrics.height()

    def foot(self, pieces: Sequence[Piece]) -> None:
        if not pieces:
            return
        self._y += TIGHT
        made = self._set(pieces, TextRole.SMALL, self._inner)
        self._place(made, PADDING, self._inner, "muted")
        self._y += made.height

    def pictures(self, pictures: Sequence[NamedPicture]) -> None:
        if not pictures:
            return
        self._y += SMALL
        width, height = (self._theme.em(ems) for ems in _PICTURE_EMS)
        x = PADDING
        for picture in pictures:
            if x > PADDING and x + width > PADDING + self._inner:
                x, self._y = PADDING, self._y + height + TIGHT
            rect = self._visual(QRect(x, round(self._y), width, height))
            self._made.spots.append(Spot(picture.name, [rect], picture=picture))
            x += width + TIGHT
        self._y += height

    def done(self) -> EntryLayout:
        self._made.height = round(self._y + self._top)
        return self._made

    def _title_pieces(self) -> list[Piece]:
        entry = self._made.entry
        title = entry_title(entry)
        names = people_pieces(entry) if self._look.of_everybody else []
        if not names:
            return [Piece(title)]
        self._role = TextRole.BODY
        strong = [
            Piece(piece.words, piece.person, "ink" if piece.person else "", TextRole.STRONG)
            if piece.person
            else piece
            for piece in names
        ]
        return [*strong, Piece(f"  ·  {title}", colour="muted", role=TextRole.BODY)]

    def _widths(self, day: str) -> tuple[int, int, int]:
        theme = self._theme
        sizes = [badge_size(text, theme) for text, _kind in self._badges]
        title = sum(
            theme.metrics(piece.role or self._role).horizontalAdvance(shown(piece.words)[:400]) + 1
            for piece in self._title
        )
        return (
            title,
            sum(size.width() + SMALL - 2 for size in sizes),
            theme.metrics(TextRole.SMALL).horizontalAdvance(day) + 1,
        )

    def _badge_row(
        self, badges: Sequence[tuple[str, BadgeKind]], x: float, y: float, height: int
    ) -> float:
        """Draw badges from ``x`` on, in more rows if they need them; return the end of the last."""
        start = x
        for text, kind in badges:
            size = badge_size(text, self._theme)
            width = min(size.width(), self._inner)
            if x > start and x + width > self._width - PADDING:
                x, y = PADDING, y + size.height() + TIGHT
            rect = QRect(round(x), round(y + (height - size.height()) / 2), width, size.height())
            self._made.badges.append((self._visual(rect), text, kind))
            x += width + SMALL - 2
        return y + height

    def _set(self, pieces: Sequence[Piece], role: TextRole, width: float, most: int = 0) -> SetText:
        look = self._look
        return set_text(
            pieces,
            role,
            width,
            self._theme,
            marks=look.marks,
            mirrored=look.mirrored,
            most_lines=most,
        )

    def _place(self, made: SetText, x: float, width: float, colour: str, below: float = 0) -> None:
        if self._look.mirrored:
            x = self._width - x - width
        at = QPointF(x, self._y + below)
        self._made.texts.append((made.layout, at, colour))
        for spot in made.spots:
            spot.rects = [rect.translated(at.toPoint()) for rect in spot.rects]
            self._made.spots.append(spot)

    def _visual(self, rect: QRect) -> QRect:
        if not self._look.mirrored:
            return rect
        return QRect(self._width - rect.x() - rect.width(), rect.y(), rect.width(), rect.height())


def _badge_kind(entry: TimelineEntry, text: str) -> BadgeKind:
    if entry.kind is EntryKind.OPPORTUNITY:
        return BadgeKind.ACCENT
    return _BADGES.get(text, BadgeKind.NEUTRAL)


def guessed_height(kind: EntryKind, theme: Theme) -> int:
    """Return about how high the card of an entry will be that was not read yet."""
    height = theme.metrics(TextRole.BODY).height() + 2 * _TOP
    if kind in (EntryKind.CONVERSATION, EntryKind.OPPORTUNITY, EntryKind.EVENT):
        height += TIGHT + theme.metrics(TextRole.BODY).lineSpacing()
    return height
