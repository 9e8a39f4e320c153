"""Draws the lines of the agenda: headings of days, and entries with sign, name and words."""

from datetime import date

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from notebook_app.gui.calendar.agenda_model import LINE_ROLE, DayLine, EarlierLine
from notebook_app.gui.calendar.entry_look import about_words, look_of, repeat_words
from notebook_app.gui.calendar.glyphs import paint_glyph
from notebook_app.gui.follow_ups.due_words import day_title, due_words
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import LARGE, SMALL, TextRole, theme_of
from notebook_app.gui.widgets.badge import BadgeKind, badge_size, paint_badge
from notebook_app.model.rows import CalendarEntry

_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute


class AgendaDelegate(QStyledItemDelegate):
    """One line each, mirrored in right-to-left windows."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Take the desk, who knows today."""
        super().__init__(parent)
        self._desk = desk
        self._widget = parent

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a heading or an entry."""
        heading = isinstance(index.data(LINE_ROLE), DayLine)
        return QSize(200, theme_of(self).em(3.3 if heading else 2.7))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a line."""
        line = index.data(LINE_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        area = rect.adjusted(LARGE, 0, -LARGE, 0)
        today = self._desk.clock.today()
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if isinstance(line, DayLine):
            if focused:
                self._ground(painter, rect.adjusted(0, theme_of(self).em(0.6), 0, 0), focused)
            self._heading(painter, area, line, today)
        else:
            if state & QStyle.StateFlag.State_Selected:
                self._ground(painter, rect, focused)
            if isinstance(line, CalendarEntry):
                self._entry(painter, area, line, today)
            elif isinstance(line, EarlierLine):
                painter.setPen(theme_of(self).color("accent"))
                painter.setFont(theme_of(self).font())
                painter.drawText(area, self._start() | _MIDDLE, index.data())
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, focused: bool) -> None:
        theme = theme_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.color("selected"))
        painter.setPen(QPen(theme.color("focus"), 1.6) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(rect).adjusted(SMALL, 1, -SMALL, -1), 7, 7)

    def _heading(self, painter: QPainter, area: QRect, line: DayLine, today: date) -> None:
        theme = theme_of(self)
        area = area.adjusted(0, theme.em(0.9), 0, 0)
        words = day_title(line.on, today, self._widget.locale())
        near = abs((line.on - today).days) <= 1 and line.on >= today
        painter.setFont(theme.font(TextRole.STRONG))
        painter.setPen(theme.color("accent" if line.on == today else "ink"))
        metrics = theme.metrics(TextRole.STRONG)
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, self._start() | _MIDDLE, words)
        used = metrics.horizontalAdvance(words) + SMALL
        aside = due_words(line.on, None, today, self._widget.locale()) if near else ""
        if line.empty:
            nothing = QCoreApplication.translate("Agenda", "nothing planned")
            aside = f"{aside} · {nothing}" if aside else nothing
        painter.setFont(theme.font(TextRole.SMALL))
        painter.setPen(theme.color("muted"))
        rest = self._after(area, used)
        small = theme.metrics(TextRole.SMALL)
        aside = small.elidedText(aside, Qt.TextElideMode.ElideRight, max(0, rest.width()))
        painter.drawText(rest, self._start() | _MIDDLE, aside)

    def _entry(self, painter: QPainter, area: QRect, entry: CalendarEntry, today: date) -> None:
        theme = theme_of(self)
        locale = self._widget.locale()
        look = look_of(entry, today, locale)
        side = theme.em(1.9)
        disc = QRect(self._after(area, 0))
        disc.setWidth(side)
        if self._mirrored():
            disc.moveRight(area.right())
        disc.setTop(area.center().y() - side // 2)
        disc.setHeight(side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(f"{look.badge.value}_soft"))
        painter.drawEllipse(disc)
        inset = side * 0.27
        inner = QRectF(disc).adjusted(inset, inset, -inset, -inset)
        paint_glyph(painter, inner, look.glyph, theme.color(look.badge.value))
        rest = self._after(area, side + SMALL + 2)
        if look.late:
            rest = self._badge(painter, rest, due_words(entry.on, None, today, locale))
        name_font = QFont(theme.font(TextRole.STRONG))
        name_font.setStrikeOut(look.done)
        metrics = theme.metrics(TextRole.STRONG)
        name = " ".join(entry.title[:200].split())
        name = metrics.elidedText(name, Qt.TextElideMode.ElideRight, rest.width() * 2 // 3)
        painter.setFont(name_font)
        painter.setPen(theme.color("muted" if look.done else "ink"))
        painter.drawText(rest, self._start() | _MIDDLE, name)
        rest = self._after(rest, metrics.horizontalAdvance(name) + SMALL + 2)
        parts = (about_words(entry, locale), repeat_words(look))
        about = " · ".join(part for part in parts if part)
        painter.setFont(theme.font(TextRole.SMALL))
        painter.setPen(theme.color("muted"))
        about = theme.metrics(TextRole.SMALL).elidedText(
            about, Qt.TextElideMode.ElideRight, rest.width()
        )
        painter.drawText(rest, self._start() | _MIDDLE, about)

    def _badge(self, painter: QPainter, area: QRect, words: str) -> QRect:
        """Draw a badge at the end of ``area`` and return what is left."""
        theme = theme_of(self)
        size = badge_size(words, theme)
        left = area.left() if self._mirrored() else area.right() - size.width()
        top = area.center().y() - size.height() // 2
        paint_badge(
            painter, QRect(left, top, size.width(), size.height()), words, BadgeKind.DANGER, theme
        )
        used = size.width() + SMALL
        return area.adjusted(used, 0, 0, 0) if self._mirrored() else area.adjusted(0, 0, -used, 0)

    def _after(self, area: QRect, used: int) -> QRect:
        return area.adjusted(0, 0, -used, 0) if self._mirrored() else area.adjusted(used, 0, 0, 0)

    def _mirrored(self) -> bool:
        return self._widget.isRightToLeft()

    def _start(self) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignRight if self._mirrored() else Qt.AlignmentFlag.AlignLeft
