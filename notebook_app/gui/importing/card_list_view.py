"""The list of the cards of an import, where Space ticks all that are chosen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from notebook_app.gui.importing.card_list import PLACE_ROLE, CardList
from notebook_app.gui.importing.long_list_view import LongListView
from notebook_app.gui.importing.two_line_delegate import TwoLineDelegate


class CardListView(LongListView):
    """The list; Space ticks or unticks all chosen cards."""

    def __init__(self) -> None:
        """Make a list for a ``CardList``."""
        super().__init__()
        self.setItemDelegate(TwoLineDelegate(self))
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space."""
        model = self.model()
        current = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and isinstance(model, CardList) and current.isValid():
            chosen = [int(index.data(PLACE_ROLE)) for index in self.selectedIndexes()]
            place = int(current.data(PLACE_ROLE))
            model.tick(chosen or [place], not model.is_ticked(place))
            return
        super().keyPressEvent(event)
