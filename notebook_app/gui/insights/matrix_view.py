"""The matrix of clients by service; a key or a click says how it stands."""

from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from notebook_app.gui.insights.heard_words import heard_sign, heard_words
from notebook_app.gui.insights.matrix_delegate import MatrixDelegate
from notebook_app.gui.insights.matrix_model import MatrixModel
from notebook_app.gui.theme import theme_of
from notebook_app.model.insights.services_report import Heard

_KEYS: Final = {
    Qt.Key.Key_U: Heard.USES,
    Qt.Key.Key_T: Heard.TOLD,
    Qt.Key.Key_D: Heard.DECLINED,
    Qt.Key.Key_N: Heard.NOT_TOLD,
}
_MOST_SEEN: Final = 14
_NAMES: Final = 13
"""The least width of the names, in ems."""

_WIDEST: Final = 15
"""The greatest width of a service, in ems; its whole name is in the tool tip."""


class MatrixView(QTableView):
    """U, T, D and N say uses, told, declined and never told; Enter and a click offer all four.

    Signals:
        said: the row ids of client and service, and the ``Heard``.
        client_wanted: the row id of a client whose name was opened.
    """

    said = Signal(int, int, object)
    client_wanted = Signal(int)

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        """Take the model."""
        super().__init__(parent)
        self.matrix = model
        self.setModel(model)
        self.setItemDelegate(MatrixDelegate(self))
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Clients by service"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        model.modelReset.connect(self._fit)
        theme_of(self).changed.connect(self._fit)
        self.clicked.connect(self._opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say how it stands, or move."""
        index, heard = self.currentIndex(), _KEYS.get(Qt.Key(event.key()))
        if heard is not None and not event.modifiers() and index.column() > 0:
            self._say(index, heard)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._opened(index)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first client's first service."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.matrix.rowCount():
            self.setCurrentIndex(self.matrix.index(0, min(1, self.matrix.columnCount() - 1)))

    def keyboardSearch(self, _search: str) -> None:
        """Letters say how it stands here."""

    def _opened(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self.client_wanted.emit(self.matrix.contact_ids[index.row()])
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        now = self.matrix.heard(index.row(), index.column())
        for key, heard in _KEYS.items():
            words = f"{heard_sign(heard)}  {heard_words(heard)}\t{chr(key.value)}"
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(heard is now)
            action.triggered.connect(lambda _checked=False, chosen=heard: self._say(index, chosen))
        menu.popup(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))

    def _say(self, index: QModelIndex, heard: Heard) -> None:
        service = self.matrix.report.services[index.column() - 1]
        self.said.emit(self.matrix.contact_ids[index.row()], service.service_id, heard)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hand the names what room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give names the room that the services leave, and show as many lines as there are.

        Widths come from the titles alone: to look at lines for them would read thousands.
        """
        head, theme = self.horizontalHeader(), theme_of(self)
        columns = self.matrix.columnCount()
        if not columns:
            return
        widths = [
            min(max(head.sectionSizeFromContents(at).width(), theme.em(6)), theme.em(_WIDEST))
            for at in range(1, columns)
        ]
        room = self.viewport().width() - sum(widths)
        self.setColumnWidth(0, max(room, theme.em(_NAMES)))
        for at, width in enumerate(widths, 1):
            self.setColumnWidth(at, width)
        scrolls = room < theme.em(_NAMES)
        line = theme.em(2.1)
        self.verticalHeader().setDefaultSectionSize(line)
        seen = min(self.matrix.rowCount(), _MOST_SEEN)
        high = head.sizeHint().height() + 2 * self.frameWidth() + line * seen
        high += self.horizontalScrollBar().sizeHint().height() if scrolls else 0
        if high != self.minimumHeight():
            self.setFixedHeight(high)
