"""The one bar above a page: its title, the page's own controls, the search, one primary button."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, WIDE, TextRole, theme_of
from notebook_app.gui.widgets.labels import ElidedLabel
from notebook_app.gui.widgets.search_field import SearchField

_PLACES: Final = {1: (0, 0, 0), 2: (0, 1, 1), 3: (0, 1, 2)}
"""For a bar of so many lines: the lines of title and search, of the left and the right controls."""


class TopBar(QFrame):
    """Takes one line, or up to three where the window is narrow or the font is large."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the bar with an empty title."""
        super().__init__(parent)
        self.search = SearchField(QKeySequence(QKeySequence.StandardKey.Find))
        self._title = ElidedLabel("", TextRole.TITLE)
        self._left: list[QWidget] = []
        self._right: list[QWidget] = []
        self._rows = (QHBoxLayout(), QHBoxLayout(), QHBoxLayout())
        self._lines = 1
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE + 4, MEDIUM, LARGE + 4, MEDIUM)
        column.setSpacing(0)
        for row in self._rows:
            row.setSpacing(MEDIUM)
            column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._arrange()

    @property
    def title(self) -> str:
        """The words shown."""
        return self._title.text()

    def show_title(self, title: str) -> None:
        """Show the page's title."""
        self._title.setText(title)
        self._fold_if_narrow()

    def show_widgets(self, left: Sequence[QWidget], right: Sequence[QWidget]) -> None:
        """Take the page's controls in; those of the page before stay its own, hidden."""
        for widget in (*self._left, *self._right):
            if widget not in left and widget not in right:
                widget.hide()
        self._left, self._right = list(left), list(right)
        self._lines = self._lines_needed()
        self._arrange()
        for widget in (*left, *right):
            widget.show()

    def minimumSizeHint(self) -> QSize:
        """Return no width: the bar never keeps the window from being small."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold into more lines, or unfold."""
        super().resizeEvent(event)
        self._fold_if_narrow()

    def _fold_if_narrow(self) -> None:
        lines = self._lines_needed()
        if lines != self._lines:
            self._lines = lines
            self._arrange()

    def _lines_needed(self) -> int:
        left, right = _width(self._left), _width(self._right)
        room = self.width() - 2 * WIDE
        if self._title.sizeHint().width() + left + self._narrowest_search() + right <= room:
            return 1
        return 2 if left + right <= room else 3

    def _narrowest_search(self) -> int:
        return 0 if self.search.isHidden() else theme_of(self).em(9) + MEDIUM

    def _arrange(self) -> None:
        for row in self._rows:
            _empty(row)
        self.search.setMinimumWidth(theme_of(self).em(8))
        self.search.setMaximumWidth(theme_of(self).em(32))
        first, left, right = (self._rows[at] for at in _PLACES[self._lines])
        first.addWidget(self._title)
        for widget in self._left:
            left.addWidget(widget)
        first.addStretch(1)
        first.addWidget(self.search, 1000)
        if left is not first:
            left.addStretch(1)
        if right is not left:
            right.addStretch(1)
        for widget in self._right:
            right.addWidget(widget)
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(SMALL if self._lines > 1 else 0)
        self._order_tabs()

    def _order_tabs(self) -> None:
        before = _stop_before(self.search)
        for widget in self._left:
            if before is not None and not widget.isAncestorOf(before):
                QWidget.setTabOrder(before, widget)
            before = widget
        for first, second in pairwise((self.search, *self._right)):
            QWidget.setTabOrder(first, second)


def _stop_before(widget: QWidget) -> QWidget | None:
    """Return where Tab stops before a widget; None if nowhere else."""
    found = widget.previousInFocusChain()
    while found is not None and found is not widget:
        if found.focusPolicy() & Qt.FocusPolicy.TabFocus and found.focusProxy() is None:
            return found
        found = found.previousInFocusChain()
    return None


def _empty(row: QLayout) -> None:
    while row.takeAt(0) is not None:
        pass


def _width(widgets: Sequence[QWidget]) -> int:
    return sum(widget.sizeHint().width() + MEDIUM for widget in widgets)
