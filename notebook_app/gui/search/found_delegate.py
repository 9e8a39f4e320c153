"""Paints the lines of a search's results: headings, results, more of a group."""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QLocale, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from notebook_app.gui.calendar.glyphs import paint_glyph
from notebook_app.gui.people.photo_shelf import PhotoShelf
from notebook_app.gui.search.found_model import LINE_ROLE, Heading, More
from notebook_app.gui.search.marked_line import draw_marked
from notebook_app.gui.search.search_words import badge_of, before_fragment, when_words
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TIGHT, WIDE, TextRole, theme_of
from notebook_app.gui.widgets.badge import badge_size, paint_badge
from notebook_app.gui.widgets.painted_line import Index, LineDelegate, PaintedLine
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.found import Found, FoundKind
from notebook_app.model.rows import CalendarKind
from notebook_app.model.search_marks import MarkedText

_WIDEST_EM: Final = 62


class FoundDelegate(LineDelegate):
    """For a list over a ``FoundModel``."""

    def __init__(self, parent: QWidget, photos: PhotoShelf, today: Callable[[], date]) -> None:
        """Take the list, where photos come from, and who knows the day."""
        super().__init__(parent)
        self._photos = photos
        self._today = today

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line of its sort."""
        theme = theme_of()
        line = index.data(LINE_ROLE)
        small = theme.metrics(TextRole.SMALL).height()
        if isinstance(line, Heading):
            return QSize(theme.em(14), small + LARGE + SMALL + 4)
        if isinstance(line, More):
            return QSize(theme.em(14), small + MEDIUM + 4)
        strong = theme.metrics(TextRole.STRONG).height()
        return QSize(theme.em(14), max(theme.em(3.4), strong + small + MEDIUM + 4))

    def paint_line(self, line: PaintedLine, index: Index) -> None:
        """Draw the line."""
        shown = index.data(LINE_ROLE)
        place = _Place(line)
        if isinstance(shown, Heading):
            _paint_heading(place, shown)
        elif shown is not None:
            _paint_ground(place, line)
            if isinstance(shown, More):
                whole = line.whole
                text = QRect(place.start + place.theme.em(2.2) + MEDIUM, whole.top(), 0, 0)
                text.setSize(QSize(place.end - text.left(), whole.height()))
                place.write(text, MarkedText(shown.words), TextRole.SMALL, "accent")
            else:
                self._paint_found(place, shown)

    def _paint_found(self, place: "_Place", found: Found) -> None:
        theme, whole = place.theme, place.whole
        side = min(theme.em(2.2), whole.height() - SMALL)
        sign = QRect(place.start, whole.center().y() - side // 2, side, side)
        self._paint_sign(place, place.visual(sign), found)
        start = sign.right() + 1 + MEDIUM
        strong = theme.metrics(TextRole.STRONG).height()
        small = theme.metrics(TextRole.SMALL).height()
        label, fragment = before_fragment(found), found.fragment
        beside = found.beside
        second = bool(label or fragment.text)
        if not second and beside.text:
            fragment, beside, second = beside, MarkedText(""), True
        top = whole.top() + (whole.height() - strong - (small if second else 0)) // 2
        end = self._paint_end(place, found, QRect(start, top, place.end - start, strong))
        width = place.write(QRect(start, top, end - start, strong), found.title, TextRole.STRONG)
        left = start + width + SMALL
        if beside.text and left < end - theme.em(3):
            place.write(QRect(left, top, end - left, strong), beside, TextRole.SMALL, "muted")
        top += strong
        if label:
            for words in (label, "·") if fragment.text else (label,):
                room = QRect(start, top, place.end - start, small)
                start += place.write(room, MarkedText(words), TextRole.SMALL, "muted") + TIGHT
        if fragment.text:
            room = QRect(start, top, place.end - start, small)
            place.write(room, fragment, TextRole.SMALL, "ink" if label else "muted")

    def _paint_end(self, place: "_Place", found: Found, row: QRect) -> int:
        """Draw the day or the badge; return where the room for the title ends."""
        theme, today, locale = place.theme, self._today(), QLocale()
        badge = badge_of(found, today, locale)
        if badge is not None:
            size = badge_size(badge[0], theme)
            top = row.center().y() - size.height() // 2
            rect = QRect(place.end - size.width(), top, size.width(), size.height())
            paint_badge(place.painter, place.visual(rect), *badge, theme)
            return rect.left() - MEDIUM
        words = when_words(found, today, locale)
        if not words:
            return place.end
        width = theme.metrics(TextRole.SMALL).horizontalAdvance(words) + 2
        rect = QRect(place.end - width, row.top(), width, row.height())
        place.write(rect, MarkedText(words), TextRole.SMALL, "muted")
        return rect.left() - MEDIUM

    def _paint_sign(self, place: "_Place", rect: QRect, found: Found) -> None:
        """Draw whose it is: a photo or initials; of an event or an act its sign."""
        painter, theme = place.painter, place.theme
        if found.kind in (FoundKind.PEOPLE, FoundKind.CONVERSATIONS):
            if found.photo_id is not None:
                ratio = painter.device().devicePixelRatioF()
                photo = self._photos.round_photo(found.photo_id, round(rect.width() * ratio))
                if photo is not None:
                    painter.drawPixmap(rect, photo)
                    return
            theme.avatars.paint(painter, rect, found.title.text)
            return
        glyph: FollowUpKind | CalendarKind = CalendarKind.DATE
        tone = "accent"
        if found.kind is FoundKind.FOLLOW_UPS:
            glyph, tone = FollowUpKind(found.sort), "blue"
        elif found.kind is FoundKind.EVENTS:
            glyph, tone = CalendarKind.EVENT, "amber"
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(f"{tone}_soft"))
        painter.drawEllipse(rect)
        side = rect.width() * 0.42
        inset = (rect.width() - side) / 2
        inner = QRectF(rect.left() + inset, rect.top() + inset, side, side)
        paint_glyph(painter, inner, glyph, theme.color(tone))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


class _Place:
    """Where we are on a line: ``start`` and ``end`` are for left to right; ``visual`` mirrors."""

    def __init__(self, line: PaintedLine) -> None:
        self.painter = line.painter
        self.whole = line.whole
        self.theme = line.theme
        self.visual = line.placed
        # Lines that are easy to read end before the window does.
        self.start = self.whole.left() + WIDE
        self.end = min(self.whole.right() - WIDE, self.start + self.theme.em(_WIDEST_EM))
        self.mirrored = line.direction is Qt.LayoutDirection.RightToLeft

    def write(self, rect: QRect, text: MarkedText, role: TextRole, colour: str = "ink") -> int:
        """Draw a line of text and return its width."""
        return draw_marked(
            self.painter,
            self.visual(rect),
            text,
            self.theme,
            role=role,
            colour=colour,
            from_the_right=self.mirrored,
        )


def _paint_heading(place: _Place, heading: Heading) -> None:
    theme, whole = place.theme, place.whole
    small = theme.metrics(TextRole.SMALL).height()
    top = whole.bottom() - small - SMALL + 2
    room = QRect(place.start, top, place.end - place.start, small)
    width = place.write(room, MarkedText(heading.words), TextRole.SMALL_STRONG, "muted")
    room.setLeft(place.start + width + SMALL)
    place.write(room, MarkedText(heading.count), TextRole.SMALL, "muted")


def _paint_ground(place: _Place, line: PaintedLine) -> None:
    painter, theme = place.painter, place.theme
    right = min(place.whole.right(), place.end + MEDIUM)
    area = QRect(place.whole.left() + MEDIUM, place.whole.top() + 1, 0, place.whole.height() - 2)
    area.setRight(right)
    area = place.visual(area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if line.selected or line.pointed_at:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("selected" if line.selected else "hover"))
        painter.drawRoundedRect(QRectF(area), 7, 7)
    if line.focused and line.selected:
        painter.setPen(QPen(theme.color("focus"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
