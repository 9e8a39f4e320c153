"""Tells when several people are selected in the list, once all keys that came are dealt with."""

from PySide6.QtCore import QObject, QTimer, Signal

from notebook_app.gui.people.people_view import PeopleView


class SelectedPeople(QObject):
    """``several`` and ``not_several`` are emitted when it comes to be so, or others are meant."""

    several = Signal()
    not_several = Signal()

    def __init__(self, view: PeopleView, parent: QObject | None = None) -> None:
        """Take the list to watch."""
        super().__init__(parent)
        self._view = view
        self._were_several = False
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self.tell_now)
        view.selectionModel().selectionChanged.connect(lambda _on, _off: self._waiting.start(0))

    def count(self) -> int:
        """Return how many are selected."""
        selection = self._view.selectionModel().selection()
        parts = (selection.at(number) for number in range(selection.count()))
        return sum(part.bottom() - part.top() + 1 for part in parts)

    def are_several(self) -> bool:
        """Return whether more than one is."""
        return self.count() > 1

    def ids(self) -> list[int]:
        """Return all of them, from top to bottom."""
        return self._view.selected_ids()

    def tell_now(self) -> None:
        """Tell at once, as tests want it."""
        self._waiting.stop()
        several = self.are_several()
        if several:
            self.several.emit()
        elif self._were_several:
            self.not_several.emit()
        self._were_several = several

    def tell_no_more(self) -> None:
        """Leave untold what was still to be told."""
        self._waiting.stop()
