"""What the page of people says while nobody is in the notebook."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.widgets.empty_state import EmptyState


def nobody_yet(desk: Desk, add_person: Callable[[], None]) -> EmptyState:
    """Return the kind words, with the ways to begin that there are."""
    acts = [(_tr("Add a person"), add_person)]
    if desk.offers(Act.IMPORT):
        acts.insert(0, (_tr("Import from a phone…"), lambda: desk.ask(Act.IMPORT)))
    if desk.offers(Act.EXAMPLE):
        acts.append((_tr("Look at an example"), lambda: desk.ask(Act.EXAMPLE)))
    return EmptyState(
        _tr("Nobody is in your notebook yet"),
        _tr(
            "Bring the people from your phone, or write down the first one yourself: "
            "a name is enough to begin with."
        ),
        acts,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("PeoplePage", text)
