"""Paints the lines of a search's results: headings, results, more of a group."""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from notebook_app.gui.calendar.glyphs import paint_glyph
from notebook_app.gui.people.photo_shelf import PhotoShelf
from notebook_app.gui.search.found_model import LINE_ROLE, Heading, More
from notebook_app.gui.search.marked_line import draw_marked
from notebook_app.gui.search.search_words import badge_of, before_fragment, when_words
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TIGHT, WIDE, TextRole, Theme, theme_of
from notebook_app.gui.widgets.badge import badge_size, paint_badge
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.found import Found, FoundKind
from notebook_app.model.rows import CalendarKind
from notebook_app.model.search_marks import MarkedText

_SELECTED: Final = QStyle.StateFlag.State_Selected.value
_POINTED_AT: Final = QStyle.StateFlag.State_MouseOver.value
_FOCUSED: Final = QStyle.StateFlag.State_HasFocus.value
_WIDEST_EM: Final = 62


class FoundDelegate(QStyledItemDelegate):
    """For a list over a ``FoundModel``."""

    def __init__(self, parent: QWidget, photos: PhotoShelf, today: Callable[[], date]) -> None:
        """Take the list, where photos come from, and who knows the day."""
        super().__init__(parent)
        self._photos = photos
        self._today = today

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
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

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the line."""
        line = index.data(LINE_ROLE)
        whole: QRect = option.rect
        state: QStyle.StateFlag = option.state
        direction: Qt.LayoutDirection = option.direction
        painter.save()
        place = _Place(painter, whole, direction, theme_of())
        if isinstance(line, Heading):
            _paint_heading(place, line)
        elif line is not None:
            _paint_ground(place, state.value)
            if isinstance(line, More):
                text = QRect(place.start + place.theme.em(2.2) + MEDIUM, whole.top(), 0, 0)
                text.setSize(QSize(place.end - text.left(), whole.height()))
                place.write(text, MarkedText(line.words), TextRole.SMALL, "accent")
            else:
                self._paint_found(place, line)
        painter.restore()

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

    def __init__(
        self, painter: QPainter, whole: QRect, direction: Qt.LayoutDirection, theme: Theme
    ) -> None:
        self.painter = painter
        self.whole = whole
        self.theme = theme
        # Lines that are easy to read end before the window does.
        self.start = whole.left() + WIDE
        self.end = min(whole.right() - WIDE, self.start + theme.em(_WIDEST_EM))
        self.mirrored = direction is Qt.LayoutDirection.RightToLeft

    def visual(self, rect: QRect) -> QRect:
        if not self.mirrored:
            return rect
        return QStyle.visualRect(Qt.LayoutDirection.RightToLeft, self.whole, rect)

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


def _paint_ground(place: _Place, state: int) -> None:
    painter, theme = place.painter, place.theme
    right = min(place.whole.right(), place.end + MEDIUM)
    area = QRect(place.whole.left() + MEDIUM, place.whole.top() + 1, 0, place.whole.height() - 2)
    area.setRight(right)
    area = place.visual(area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state & (_SELECTED | _POINTED_AT):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("selected" if state & _SELECTED else "hover"))
        painter.drawRoundedRect(QRectF(area), 7, 7)
    if state & _FOCUSED and state & _SELECTED:
        painter.setPen(QPen(theme.color("focus"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
