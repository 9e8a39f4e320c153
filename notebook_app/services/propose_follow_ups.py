"""Propose the next act with those newly met and those on the ladder: one each, never more."""

from dataclasses import replace
from datetime import date

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.record import record
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import Cadence, CadenceUnit
from notebook_app.model.follow_up import FollowUpDraft
from notebook_app.model.ladder import (
    KINDS,
    OFF,
    Known,
    Rung,
    first_due,
    first_rung,
    following_due,
    following_rung,
    rung_from,
)
from notebook_app.model.name_form import folded
from notebook_app.services.change_many import set_cadence
from notebook_app.services.follow_up_habits import Habits, habits_of
from notebook_app.services.plan_follow_up import plan_follow_up
from notebook_app.storage.ladder import OnLadder
from notebook_app.storage.notebook import Notebook

KEEPING_IN_TOUCH = Cadence(3, CadenceUnit.MONTHS)
"""What is offered at the end of the ladder."""


@record
class Proposal:
    """A rung to take with a contact by ``due``; ``met_on`` if they were newly met.

    With the rung "keep in touch" it is a cadence that is offered, and no follow-up.
    """

    contact_id: int
    name: str
    photo_id: int | None
    rung: Rung
    due: date
    met_on: date | None = None


def proposals(notebook: Notebook) -> list[Proposal]:
    """Return what is proposed for everybody, what is due first before the rest."""
    today, habits = notebook.clock.today(), habits_of(notebook)
    found = (_proposal(one, habits, today) for one in notebook.ladder.people(today))
    return sorted(
        (proposal for proposal in found if proposal is not None), key=lambda found: found.due
    )


def proposal_for(notebook: Notebook, contact_id: int) -> Proposal | None:
    """Return what is proposed for one contact, or None."""
    today = notebook.clock.today()
    found = notebook.ladder.one(contact_id, today)
    return None if found is None else _proposal(found, habits_of(notebook), today)


def rung_after(notebook: Notebook, contact_id: int, done: str) -> Proposal | None:
    """Return what will be proposed once a follow-up on the rung ``done`` is done today."""
    rung, today = rung_from(done), notebook.clock.today()
    found = None if rung is None else notebook.ladder.known_of(contact_id, today)
    if rung is None or found is None:
        return None
    return _following(found, rung, today, habits_of(notebook), today)


def plan_proposal(notebook: Notebook, proposal: Proposal) -> ChangeSet:
    """Store the follow-up that was proposed, or the cadence at the end of the ladder.

    Raises:
        UserProblem: something is planned with them by now, or it could not be written.
    """
    if notebook.follow_ups.open_of(proposal.contact_id):
        raise UserProblem(f"Something is planned with {proposal.name} already.")
    if proposal.rung is Rung.KEEP:
        return set_cadence(notebook, [proposal.contact_id], KEEPING_IN_TOUCH)
    return plan_follow_up(notebook, draft_of(proposal))


def draft_of(proposal: Proposal) -> FollowUpDraft:
    """Return the follow-up that is proposed; not for the rung "keep in touch"."""
    return FollowUpDraft(
        proposal.contact_id, KINDS[proposal.rung], proposal.due, rung=proposal.rung.value
    )


def choose_ladder(notebook: Notebook, contact_id: int, ladder: str) -> ChangeSet:
    """Say with which rung a contact begins: a rung, ``off``, or nothing for as usual.

    Raises:
        UserProblem: it could not be written.
    """
    name = notebook.contacts.name_of(contact_id)
    with notebook.change(f"Next steps with {name}: {ladder or 'as usual'}") as change:
        notebook.ladder.set_own(contact_id, ladder)
        change.touch(Changed.CONTACT, contact_id)
    return change.result()


def _proposal(found: OnLadder, habits: Habits, today: date) -> Proposal | None:
    if found.done is not None:
        return _following(found, found.done, found.done_on or today, habits, today)
    rung = first_rung(_known(found, habits), found.own, habits.ladder)
    met_on = found.met_on or today
    if rung is None or (rung is Rung.KEEP and found.kept):
        return None
    due = today if rung is Rung.KEEP else first_due(met_on, today)
    return Proposal(found.contact_id, found.name, found.photo_id, rung, due, met_on)


def _following(
    found: OnLadder, done: Rung, done_on: date, habits: Habits, today: date
) -> Proposal | None:
    if (found.own or habits.ladder) == OFF:
        return None
    rung = following_rung(done, _known(found, habits))
    if rung is None or (rung is Rung.KEEP and found.kept):
        return None
    due = following_due(rung, done_on, today)
    return Proposal(found.contact_id, found.name, found.photo_id, rung, due)


def _known(found: OnLadder, habits: Habits) -> Known:
    towns = {folded(town) for town in found.towns if town.strip()}
    own = folded(habits.town)
    return replace(found.known, nearby=own in towns if own and towns else None)
