"""Move, skip and end what repeats: one occurrence alone, or this and all that follow.

The stored follow-up is the current occurrence. A day to come is moved or left out by a row of
its own; only where it gets another time of day does it become a follow-up by itself, and "this
and following" divides what repeats in two.
"""

from dataclasses import replace
from datetime import date, time

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.record import record
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.follow_up import FollowUp, FollowUpDraft
from notebook_app.model.month_names import day_and_month
from notebook_app.model.occurrences import coming, following
from notebook_app.model.recurrence import rule_from, rule_until
from notebook_app.model.rule_shift import shifted_rule
from notebook_app.services.plan_follow_up import open_follow_up, plan_next
from notebook_app.services.skipped_hour import follow_up_on_clock, on_clock, told_of_clock
from notebook_app.storage.notebook import Change, Notebook


@record
class Slot:
    """A day, and where it has one a time of day, for so many minutes."""

    on: date
    at: time | None = None
    minutes: int | None = None


def move_occurrence(
    notebook: Notebook, follow_up_id: int, occurs_on: date | None, to: Slot
) -> ChangeSet:
    """Move a follow-up; of one that repeats this occurrence alone.

    ``occurs_on`` is the day by its rule of one to come, or None for the follow-up itself.

    Raises:
        UserProblem: it is not open any more, or could not be written.
    """
    label = f"Moved {_described(notebook, follow_up_id)} to {day_and_month(to.on)}"
    with notebook.change(label) as change:
        follow_up = open_follow_up(notebook, follow_up_id)
        draft = follow_up.draft
        same_time = (to.at, to.minutes) == (draft.at, draft.minutes)
        if occurs_on is None and (same_time or not draft.repeat):
            notebook.follow_ups.move_alone(follow_up_id, to.on)
            at = to.at if draft.repeat else on_clock(to.on, to.at)
            if (at, to.minutes) != (draft.at, draft.minutes):
                notebook.follow_ups.set_time(follow_up_id, at, to.minutes)
        elif occurs_on is None:
            # The others keep their time: what comes next is planned now, and this stands alone.
            start = follow_up.scheduled_on or draft.due
            plan_next(notebook, change, follow_up, start)
            _store(notebook, follow_up_id, follow_up_on_clock(replace(_at(draft, to), repeat="")))
        elif same_time:
            notebook.occurrences.put(follow_up_id, occurs_on, to.on)
        else:
            notebook.occurrences.put(follow_up_id, occurs_on, None)
            alone = replace(_at(draft, to), repeat="", from_conversation_id=None)
            alone_id = notebook.follow_ups.insert(follow_up_on_clock(alone))
            change.touch(Changed.FOLLOW_UP, alone_id)
        _touch(change, follow_up)
    return told_of_clock(change.result(), to.on, to.at)


def move_following(
    notebook: Notebook, follow_up_id: int, occurs_on: date | None, to: Slot
) -> ChangeSet:
    """Move an occurrence and all that follow it; the rule goes along, to Thursdays from Tuesdays.

    Raises:
        UserProblem: it is not open any more, or could not be written.
    """
    label = f"Moved {_described(notebook, follow_up_id)} and what follows"
    with notebook.change(label) as change:
        follow_up = open_follow_up(notebook, follow_up_id)
        start = follow_up.scheduled_on or follow_up.draft.due
        draft = follow_up.draft
        day = occurs_on or start
        rule = shifted_rule(rule_from(draft.repeat, start, day), day, to.on)
        moved = replace(_at(draft, to), repeat=rule)
        notebook.occurrences.forget_from(follow_up_id, day)
        if occurs_on is None:
            _store(notebook, follow_up_id, moved)
        else:
            _end_before(notebook, follow_up, occurs_on)
            moved = replace(moved, from_conversation_id=None)
            change.touch(Changed.FOLLOW_UP, notebook.follow_ups.insert(moved))
        _touch(change, follow_up)
    return told_of_clock(change.result(), to.on, to.at)


def skip_occurrence(notebook: Notebook, follow_up_id: int, occurs_on: date) -> ChangeSet:
    """Leave out one of the days to come.

    Raises:
        UserProblem: it is not open any more, or could not be written.
    """
    label = f"Left out {_described(notebook, follow_up_id)} on {day_and_month(occurs_on)}"
    with notebook.change(label) as change:
        follow_up = open_follow_up(notebook, follow_up_id)
        notebook.occurrences.put(follow_up_id, occurs_on, None)
        _touch(change, follow_up)
    return change.result()


def end_repeat(notebook: Notebook, follow_up_id: int, last: date | None) -> ChangeSet:
    """Have it repeat no more after a day of its rule; None for not at all.

    Raises:
        UserProblem: it is not open any more, or could not be written.
    """
    with notebook.change(f"Ended {_described(notebook, follow_up_id)}") as change:
        follow_up = open_follow_up(notebook, follow_up_id)
        start = follow_up.scheduled_on or follow_up.draft.due
        if last is None or last <= start:
            notebook.occurrences.forget_from(follow_up_id, date.min)
            notebook.follow_ups.set_repeat(follow_up_id, "")
        else:
            notebook.occurrences.forget_from(follow_up_id, last + date.resolution)
            notebook.follow_ups.set_repeat(follow_up_id, rule_until(follow_up.draft.repeat, last))
        _touch(change, follow_up)
    return change.result()


def divide_repeat(
    notebook: Notebook, follow_up_id: int, draft: FollowUpDraft, occurs_on: date
) -> ChangeSet:
    """Store what was changed from one of the days to come on; those before stay as they are.

    Raises:
        UserProblem: it is not open any more, or could not be written.
    """
    with notebook.change(f"Changed {_described(notebook, follow_up_id)} from then on") as change:
        follow_up = open_follow_up(notebook, follow_up_id)
        notebook.occurrences.forget_from(follow_up_id, occurs_on)
        _end_before(notebook, follow_up, occurs_on)
        change.touch(Changed.FOLLOW_UP, notebook.follow_ups.insert(follow_up_on_clock(draft)))
        _touch(change, follow_up)
    return told_of_clock(change.result(), draft.due, draft.at)


def draft_from(notebook: Notebook, follow_up_id: int, occurs_on: date) -> FollowUpDraft:
    """Return what is planned from one of the days to come on, to be changed.

    Raises:
        UserProblem: it is not open any more.
    """
    follow_up = open_follow_up(notebook, follow_up_id)
    start = follow_up.scheduled_on or follow_up.draft.due
    rule = rule_from(follow_up.draft.repeat, start, occurs_on)
    return replace(follow_up.draft, due=occurs_on, repeat=rule, from_conversation_id=None)


def _end_before(notebook: Notebook, follow_up: FollowUp, day: date) -> None:
    """Have it repeat only before a day; not at all if nothing of it comes before that."""
    start = follow_up.scheduled_on or follow_up.draft.due
    moved = notebook.occurrences.moved(follow_up.id)
    left = coming(follow_up.draft.repeat, start, moved, date.min, day - date.resolution)
    stays = left or following("", start, moved, start)
    rule = rule_until(follow_up.draft.repeat, day - date.resolution) if stays else ""
    notebook.follow_ups.set_repeat(follow_up.id, rule)


def _at(draft: FollowUpDraft, to: Slot) -> FollowUpDraft:
    return replace(draft, due=to.on, at=to.at, minutes=to.minutes)


def _store(notebook: Notebook, follow_up_id: int, draft: FollowUpDraft) -> None:
    notebook.follow_ups.update(follow_up_id, draft)
    notebook.occurrences.set_scheduled(follow_up_id, None)


def _described(notebook: Notebook, follow_up_id: int) -> str:
    follow_up = notebook.follow_ups.get(follow_up_id)
    if follow_up is None:
        raise UserProblem("This follow-up is not there any more.")
    name = notebook.contacts.name_of(follow_up.draft.contact_id)
    return f"{follow_up.draft.kind.value} with {name}"


def _touch(change: Change, follow_up: FollowUp) -> None:
    change.touch(Changed.FOLLOW_UP, follow_up.id)
    change.touch(Changed.CONTACT, follow_up.draft.contact_id)
