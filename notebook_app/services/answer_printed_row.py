"""Do what was written beside a row of a printed list, and remember that the row came back.

Each answer goes the way of every other follow-up: completed, tried, moved or skipped by the
services for that. What is remembered of the row is written with it, and undone with it.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.capture.captured import CapturedLine
from notebook_app.model.changes import ChangeSet
from notebook_app.model.follow_up import FollowUp, FollowUpDraft, FollowUpKind, Outcome
from notebook_app.model.follow_up_words import FollowUpWords, kind_of, parse_follow_up
from notebook_app.model.next_days import AGAIN, Distance, day_after
from notebook_app.model.printed_list import (
    PaperAnswer,
    PaperRow,
    PrintedList,
    Standing,
    position_of,
)
from notebook_app.services.complete_follow_up import (
    complete_follow_up,
    conversation_from,
    try_again,
    usual_outcome,
)
from notebook_app.services.next_days import good_day
from notebook_app.services.plan_follow_up import (
    Also,
    open_follow_up,
    reschedule_follow_up,
    skip_follow_up,
)
from notebook_app.storage.notebook import Change, Notebook

_TRIED: Final = {
    PaperAnswer.NO_ANSWER: Outcome.NO_ANSWER,
    PaperAnswer.MESSAGE_LEFT: Outcome.MESSAGE_LEFT,
}
_TALKED: Final = (FollowUpKind.CALL, FollowUpKind.COFFEE, FollowUpKind.LUNCH, FollowUpKind.MEETING)

USUALLY_AGAIN: Final = {
    PaperAnswer.NO_ANSWER: AGAIN[Outcome.NO_ANSWER],
    PaperAnswer.MESSAGE_LEFT: AGAIN[Outcome.MESSAGE_LEFT],
    PaperAnswer.LATER: Distance.WEEK,
}
"""When it is tried again unless the user says when."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written beside a row.

    ``said`` is what was said, or ``line`` that as it was read. ``following`` is what comes next
    after what was done; ``again_on`` is when to try again what was not, None for the usual day.
    ``on`` is the day it happened, None for today.
    """

    answer: PaperAnswer
    said: str = ""
    line: CapturedLine | None = None
    following: FollowUpDraft | None = None
    again_on: date | None = None
    on: date | None = None


def find_printed_list(notebook: Notebook, number: int) -> PrintedList:
    """Return a list by its number.

    Raises:
        UserProblem: there is no such list, or it was forgotten.
    """
    found = notebook.printed_lists.get(number)
    if found is None:
        raise UserProblem(
            f"No list {number} was printed from this notebook within a year.",
            "After a backup was put back, lists that were printed since it was made are unknown.",
            "Look at the foot of the paper once more.",
        )
    return found


def find_printed_row(notebook: Notebook, number: int, code: str) -> PaperRow:
    """Return the row of a list by its code.

    Raises:
        UserProblem: a sign of the code is wrong, or the list has no such row.
    """
    position = position_of(code, number)
    row = None if position is None else notebook.printed_lists.row(number, position)
    if row is None:
        raise UserProblem(
            f"List {number} has no row {code.strip().upper()}.",
            "",
            "One of its signs may be misread; look at it once more.",
        )
    return row


def answer_printed_row(
    notebook: Notebook, number: int, position: int, written: Written
) -> ChangeSet:
    """Do what was written beside a row, and remember it.

    A row that is still open may be answered again, as after a second call.

    Raises:
        UserProblem: there is no such row, nothing can be done about it any more, it is not clear
            who is meant in the line, or it could not be written.
    """
    row = notebook.printed_lists.row(number, position)
    if row is None:
        raise UserProblem(f"List {number} has no such row.")
    _ensure_open(row)
    assert row.follow_up_id is not None
    today = notebook.clock.today()

    def remember(_change: Change) -> None:
        notebook.printed_lists.set_answer(number, position, written.answer, written.on or today)

    follow_up = open_follow_up(notebook, row.follow_up_id)
    if written.answer is PaperAnswer.DONE:
        return _done(notebook, follow_up, written, remember)
    if written.answer is PaperAnswer.SKIPPED:
        return skip_follow_up(notebook, follow_up.id, also=remember)
    again_on = written.again_on
    if again_on is None:
        usual = day_after(today, USUALLY_AGAIN[written.answer])
        again_on = good_day(notebook, usual).day
    has_words = bool(written.said.strip()) or written.line is not None
    outcome = _TRIED.get(written.answer)
    if outcome is None and not has_words:
        return reschedule_follow_up(notebook, follow_up.id, again_on, also=remember)
    return try_again(
        notebook,
        follow_up.id,
        # Where somebody said something, it was they who asked for another day.
        outcome or Outcome.POSTPONED,
        again_on,
        text=written.said,
        on=written.on,
        line=written.line,
        also=remember,
    )


def next_step(text: str, today: date, kind: FollowUpKind) -> FollowUpWords | None:
    """Return what is meant by ``coffee next tue`` or ``in 2 weeks``; None if no day is named.

    Without a word for what to do it is ``kind`` once more.
    """
    words = parse_follow_up(text, today) if text.strip() else None
    if words is None:
        return None
    named = any(kind_of(word.strip(",;:.")) for word in text.split())
    return words if named or words.kind is not FollowUpKind.OTHER else replace(words, kind=kind)


def why_not(row: PaperRow) -> str:
    """Return why nothing can be done about a row any more; empty if something can."""
    return {
        Standing.OPEN: "",
        Standing.DONE: "This was done already.",
        Standing.SKIPPED: "This was skipped already.",
        Standing.TAKEN_OUT: "This follow-up was deleted.",
        Standing.PERSON_DELETED: f"{row.name or 'This person'} was deleted.",
    }[row.standing]


def _ensure_open(row: PaperRow) -> None:
    reason = why_not(row)
    if reason:
        remedy = (
            "Bring them back from the trash first."
            if row.standing is Standing.PERSON_DELETED and row.name
            else "Undo that first, if it was a mistake."
        )
        raise UserProblem(f"Row {row.code}: {reason}", "", remedy)


def _done(notebook: Notebook, follow_up: FollowUp, written: Written, remember: Also) -> ChangeSet:
    draft = follow_up.draft
    said = written.said.strip()
    conversation = None
    if said or written.line is not None or draft.kind in _TALKED:
        # What it was about is all that is known, where nothing is written; it was a conversation.
        on = written.on or notebook.clock.today()
        conversation = conversation_from(draft, said or draft.note, on)
    return complete_follow_up(
        notebook,
        follow_up.id,
        conversation,
        written.following,
        written.on,
        outcome=usual_outcome(draft.kind),
        line=written.line,
        also=remember,
    )
