"""Taking a merge back from the timeline, with a word on what stays since it was changed since."""

from PySide6.QtCore import QCoreApplication

from notebook_app.gui.frame.desk import Desk
from notebook_app.model.changes import ChangeSet
from notebook_app.services.take_back_merge import MergeTakenBack, take_back_merge

_MOST_NAMED = 4


def take_merge_back(desk: Desk, merge_id: int) -> None:
    """Take a merge back and say what could not be told apart any more."""
    taken: list[MergeTakenBack] = []

    def act() -> ChangeSet:
        taken.append(take_back_merge(desk.notebook, merge_id))
        return taken[0].changes

    changes = desk.perform(act)
    if changes is not None and taken[0].stays:
        stays = taken[0].stays
        named = ", ".join(stays[:_MOST_NAMED]) + (" …" if len(stays) > _MOST_NAMED else "")
        words = QCoreApplication.translate(
            "TakeMergeBack", "{done}. Changed since, so not taken apart: {what}."
        )
        desk.said.emit(words.format(done=changes.label, what=named), True)
