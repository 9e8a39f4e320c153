"""What Today shows while there is nobody in the notebook: what it is for, and how to begin."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.ways_in import ways_in
from notebook_app.gui.widgets.empty_state import EmptyState


def empty_today(desk: Desk) -> EmptyState:
    """Return it, with a button for each way to begin that is offered."""
    acts = (
        (Act.IMPORT, _tr("Import from a phone…")),
        (Act.ADD_PERSON, _tr("Add a person")),
        (Act.EXAMPLE, _tr("Look at an example")),
    )
    return EmptyState(
        _tr("This is your notebook"),
        _tr(
            "It remembers whom you met, what you talked about, and when to get in touch again."
            " Everything stays on this computer."
        ),
        [
            (words, ways_in(desk) if act is Act.IMPORT else partial(desk.ask, act))
            for act, words in acts
            if desk.offers(act)
        ],
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("EmptyToday", text)
