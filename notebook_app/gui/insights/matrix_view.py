"""The matrix of clients by service; a key or a click says how it stands."""

from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from notebook_app.gui.insights.heard_words import heard_sign, heard_words
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
        self.setAccessibleName(self.tr("Clients by service"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(theme_of(self).em(6))
        model.modelReset.connect(self._fit)
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

    def _fit(self) -> None:
        """Give names the room that the services leave, and show as many lines as there are."""
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        if self.matrix.columnCount():
            head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        line = theme_of(self).em(2.1)
        self.verticalHeader().setDefaultSectionSize(line)
        seen = min(self.matrix.rowCount(), _MOST_SEEN)
        high = head.sizeHint().height() + 2 * self.frameWidth() + line * seen
        self.setFixedHeight(high + self.horizontalScrollBar().sizeHint().height())
