"""What the page of people says while nobody is in the notebook."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QWidget

from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.ways_in import ways_in
from notebook_app.gui.widgets.empty_state import Choices, EmptyState


class PeopleOrNobodyYet(QStackedWidget):
    """Shows the columns of the page, or kind words in their place."""

    def __init__(self, desk: Desk, columns: QWidget, add_person: Callable[[], None]) -> None:
        """Take the columns, which are shown, and what begins a new person."""
        super().__init__()
        self._desk = desk
        self._columns = columns
        self._add_person = add_person
        self._words: EmptyState | None = None
        self.addWidget(columns)

    def show_columns(self, columns: bool = True) -> None:
        """Show the columns, or the words, with the ways to begin that there are."""
        if columns:
            self.setCurrentWidget(self._columns)
            return
        if self._words is None:
            self._words = self._nobody_yet()
            self.addWidget(self._words)
        self.setCurrentWidget(self._words)

    def _nobody_yet(self) -> EmptyState:
        desk = self._desk
        acts: list[tuple[str, Callable[[], object] | Choices]] = [
            (self.tr("Add a person"), self._add_person)
        ]
        if desk.offers(Act.IMPORT):
            acts.insert(0, (self.tr("Import from a phone…"), ways_in(desk)))
        if desk.offers(Act.EXAMPLE):
            acts.append((self.tr("Look at an example"), lambda: desk.ask(Act.EXAMPLE)))
        return EmptyState(
            self.tr("Nobody is in your notebook yet"),
            self.tr(
                "Bring the people from your phone, or write down the first one yourself: "
                "a name is enough to begin with."
            ),
            acts,
        )
