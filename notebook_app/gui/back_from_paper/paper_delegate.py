"""Paints a row of a printed list: its code, whom it is about, what and why, what became of it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QLocale, QRect, QSize
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from notebook_app.gui.back_from_paper.paper_model import ROW_ROLE
from notebook_app.gui.back_from_paper.paper_words import row_badge, row_name, second_line
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, theme_of
from notebook_app.gui.widgets.badge import badge_size, paint_badge
from notebook_app.gui.widgets.painted_line import Index, LineDelegate, PaintedLine
from notebook_app.model.printed_list import PaperRow

_CODE_EMS = 4.2


class PaperDelegate(LineDelegate):
    """All lines are equally high."""

    def __init__(self, parent: QWidget, today: Callable[[], date]) -> None:
        """Take the list, and who knows the day."""
        super().__init__(parent)
        self._today = today

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of two lines of text with air around them."""
        theme = theme_of(self)
        lines = theme.metrics(TextRole.STRONG).height() + theme.metrics(TextRole.SMALL).height()
        return QSize(theme.em(14), lines + LARGE)

    def paint_line(self, line: PaintedLine, index: Index) -> None:
        """Draw the row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, PaperRow):
            return
        theme, whole = line.theme, line.whole
        line.fill_ground()
        under = QRect(whole.left(), whole.bottom(), whole.width(), 1)
        line.painter.fillRect(under, theme.color("line"))
        strong = theme.metrics(TextRole.STRONG).height()
        small = theme.metrics(TextRole.SMALL).height()
        top = whole.top() + (whole.height() - strong - small - 2) // 2
        width = theme.em(_CODE_EMS)
        start = whole.left() + LARGE + width
        end = whole.right() - MEDIUM
        code = QRect(whole.left() + LARGE, top, width - SMALL, strong)
        line.write(code, row.code, TextRole.SMALL_STRONG, "muted")
        name = QRect(start, top, end - start, strong)
        below = QRect(start, top + strong + 2, end - start, small)
        badge = row_badge(row, self._today(), QLocale())
        if badge is not None:
            size = badge_size(badge[0], theme)
            room = min(size.width(), (end - start) * 3 // 4)
            at = QRect(end - room, 0, room, size.height())
            at.moveTop(below.center().y() - size.height() // 2)
            paint_badge(line.painter, line.placed(at), *badge, theme)
            # Names are what one looks for; why can be read beside the list.
            below.setRight(at.left() - SMALL)
        line.write(name, row_name(row), TextRole.STRONG, "ink" if row.is_waiting else "muted")
        line.write(below, second_line(row), TextRole.SMALL, "muted")
