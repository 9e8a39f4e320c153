"""Write down that work was won or lost, or that it is open again after all."""

from dataclasses import replace
from datetime import date

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import ChangeSet
from notebook_app.model.opportunity import OpportunityState
from notebook_app.services.save_opportunity import (
    client_words,
    rewrite_opportunity,
    stored_opportunity,
)
from notebook_app.storage.notebook import Notebook


def win_opportunity(notebook: Notebook, opportunity_id: int, on: date | None = None) -> ChangeSet:
    """Write down that an opportunity was won, today if no day is given.

    Raises:
        UserProblem: it is gone, it would end before it began or in the future, or it could not
            be written.
    """
    return _move(notebook, opportunity_id, OpportunityState.WON, on)


def lose_opportunity(
    notebook: Notebook, opportunity_id: int, on: date | None = None, because: str | None = None
) -> ChangeSet:
    """Write down that an opportunity was lost, and perhaps why; None keeps what was said.

    Raises:
        UserProblem: it is gone, it would end before it began or in the future, or it could not
            be written.
    """
    return _move(notebook, opportunity_id, OpportunityState.LOST, on, because)


def reopen_opportunity(notebook: Notebook, opportunity_id: int) -> ChangeSet:
    """Write down that an opportunity is open again.

    Raises:
        UserProblem: it is gone, or it could not be written.
    """
    return _move(notebook, opportunity_id, OpportunityState.OPEN)


def move_opportunity(
    notebook: Notebook, opportunity_id: int, state: OpportunityState
) -> ChangeSet | None:
    """Put an opportunity into another column; None if it stands there already.

    Raises:
        UserProblem: it is gone, or it could not be written.
    """
    if stored_opportunity(notebook, opportunity_id).draft.state is state:
        return None
    return _move(notebook, opportunity_id, state)


def _move(
    notebook: Notebook,
    opportunity_id: int,
    state: OpportunityState,
    on: date | None = None,
    because: str | None = None,
) -> ChangeSet:
    before = stored_opportunity(notebook, opportunity_id)
    draft, today = before.draft, notebook.clock.today()
    same = draft.state is state
    closed_on = None
    if state is not OpportunityState.OPEN:
        closed_on = on or (draft.closed_on if same else None) or today
        if closed_on > today:
            raise UserProblem(
                f"{draft.title} can't be {state.value} on a day to come.",
                "",
                "Choose today or an earlier day.",
            )
    opened_on = draft.opened_on
    if closed_on is not None and opened_on is not None and closed_on < opened_on:
        raise UserProblem(
            f"{draft.title} can't have ended before it began.",
            f"It began on {opened_on.isoformat()}.",
            "Correct one of the two days.",
        )
    kept = draft.lost_because if because is None else " ".join(because.split())
    after = replace(
        draft,
        state=state,
        closed_on=closed_on,
        lost_because=kept if state is OpportunityState.LOST else "",
    )
    label = {
        OpportunityState.OPEN: "Opened {} again",
        OpportunityState.WON: "Won {}",
        OpportunityState.LOST: "Lost {}",
    }[state].format(draft.title)
    with notebook.change(label + client_words(notebook, draft, after)) as change:
        rewrite_opportunity(notebook, change, before, after)
    return change.result()
