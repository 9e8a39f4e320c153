"""Put an opportunity into the notebook, store what the user changed of one, take one out."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import Contact, Role
from notebook_app.model.opportunity import Opportunity, OpportunityDraft, OpportunityState
from notebook_app.services.referral_duties import keep_duties
from notebook_app.storage.notebook import Change, Notebook

MOST_WORTH: Final = Decimal(10**12)


def add_opportunity(notebook: Notebook, draft: OpportunityDraft) -> ChangeSet:
    """Store a new opportunity; its id is the only one of kind opportunity in the answer.

    Raises:
        UserProblem: it has no title or nobody it is with, its chain or value can't be, or it
            could not be written.
    """
    draft = checked_opportunity(notebook, draft)
    name = notebook.contacts.name_of(draft.contact_id)
    label = f"Noted {draft.title} with {name}"
    with notebook.change(label + client_words(notebook, None, draft)) as change:
        write_opportunity(notebook, change, draft)
    return change.result()


def update_opportunity(
    notebook: Notebook, opportunity_id: int, draft: OpportunityDraft
) -> ChangeSet:
    """Store what the user changed of an opportunity.

    Raises:
        UserProblem: it is gone, it has no title or nobody it is with, its chain or value can't
            be, or it could not be written.
    """
    before = stored_opportunity(notebook, opportunity_id)
    draft = checked_opportunity(notebook, draft)
    label = f"Changed {draft.title}"
    with notebook.change(label + client_words(notebook, before.draft, draft)) as change:
        rewrite_opportunity(notebook, change, before, draft)
    return change.result()


def delete_opportunity(notebook: Notebook, opportunity_id: int) -> ChangeSet:
    """Take an opportunity out; thanks that were said for it stay.

    Raises:
        UserProblem: it is gone already, or it could not be written.
    """
    before = stored_opportunity(notebook, opportunity_id)
    with notebook.change(f"Deleted {before.draft.title}") as change:
        remove_opportunity(notebook, change, before)
    return change.result()


def write_opportunity(notebook: Notebook, change: Change, draft: OpportunityDraft) -> int:
    """Store a new opportunity within a running change and return its row id."""
    if draft.opened_on is None:
        draft = replace(draft, opened_on=notebook.clock.today())
    opportunity_id = notebook.opportunities.insert(draft)
    keep_duties(notebook, change, opportunity_id, None, draft)
    _make_client(notebook, None, draft)
    _touch(change, opportunity_id, draft)
    return opportunity_id


def rewrite_opportunity(
    notebook: Notebook, change: Change, before: Opportunity, draft: OpportunityDraft
) -> None:
    """Store an opportunity anew within a running change."""
    if draft.opened_on is None:
        draft = replace(draft, opened_on=before.draft.opened_on)
    notebook.opportunities.update(before.id, draft)
    keep_duties(notebook, change, before.id, before.draft, draft)
    _make_client(notebook, before.draft, draft)
    _touch(change, before.id, before.draft)
    _touch(change, before.id, draft)


def remove_opportunity(notebook: Notebook, change: Change, before: Opportunity) -> None:
    """Take an opportunity out within a running change."""
    keep_duties(notebook, change, before.id, before.draft, None)
    notebook.opportunities.delete(before.id)
    _touch(change, before.id, before.draft)


def stored_opportunity(notebook: Notebook, opportunity_id: int) -> Opportunity:
    """Return a stored opportunity.

    Raises:
        UserProblem: it is gone.
    """
    opportunity = notebook.opportunities.get(opportunity_id)
    if opportunity is None:
        raise UserProblem("This opportunity is no longer in the notebook.")
    return opportunity


def checked_opportunity(notebook: Notebook, draft: OpportunityDraft) -> OpportunityDraft:
    """Return the draft with its words tidied, and with the days that its state asks for.

    Raises:
        UserProblem: it has no title or nobody it is with, or its chain or value can't be.
    """
    title = " ".join(draft.title.split())
    name = notebook.contacts.name_of(draft.contact_id)
    if not name:
        raise UserProblem("Nobody is named with whom this work would be.", "", "Choose a person.")
    if not title:
        raise UserProblem(
            "This opportunity has no title yet.", "", "Say in a few words what it is."
        )
    checked_chain(notebook, draft.contact_id, draft.via)
    currency = "".join(draft.currency.split()).upper()
    if draft.value is None:
        currency = ""
    else:
        _check_value(draft.value, currency)
    closed_on, lost_because = draft.closed_on, draft.lost_because.strip()
    if draft.state is OpportunityState.OPEN:
        closed_on, lost_because = None, ""
    elif closed_on is None:
        closed_on = notebook.clock.today()
    if draft.state is not OpportunityState.LOST:
        lost_because = ""
    if closed_on is not None and draft.opened_on is not None and closed_on < draft.opened_on:
        raise UserProblem(
            f"{title} can't have ended before it began.", "", "Correct one of the two days."
        )
    return replace(
        draft,
        title=title,
        currency=currency,
        closed_on=closed_on,
        lost_because=lost_because,
        came_by=draft.came_by.strip(),
        note=draft.note.strip(),
    )


def checked_chain(notebook: Notebook, client_id: int, via: Sequence[int]) -> None:
    """Make sure that a chain of people leads somewhere.

    Raises:
        UserProblem: somebody stands in it twice, it leads to where it begins, or somebody is gone.
    """
    names = notebook.contacts.names_of(via)
    if not all(names):
        raise UserProblem(
            "Somebody in this chain is no longer in the notebook.", "", "Take them out of it."
        )
    for contact_id, name in zip(via, names, strict=True):
        if contact_id == client_id:
            raise UserProblem(
                f"{name} can't have come through themselves.", "", "Take them out of the chain."
            )
        if list(via).count(contact_id) > 1:
            raise UserProblem(
                f"{name} stands in this chain twice, so it bites its tail.",
                "",
                "Take them out once.",
            )


def _check_value(value: Decimal, currency: str) -> None:
    if not value.is_finite() or value < 0 or value > MOST_WORTH:
        raise UserProblem("This is no amount.", str(value), "Write it as 4200 or 4200.50.")
    if not (len(currency) == 3 and currency.isascii() and currency.isalpha()):
        raise UserProblem(
            "An amount needs its currency.", currency, "Write three letters, such as EUR."
        )


def client_words(
    notebook: Notebook, before: OpportunityDraft | None, draft: OpportunityDraft
) -> str:
    """Return what to add to the words for a change that makes a client of somebody, else nothing.

    So that it is said, and seen where it can be taken back.
    """
    client = _new_client(notebook, before, draft)
    return "" if client is None else f" and made {notebook.contacts.name_of(client.id)} a client"


def _make_client(
    notebook: Notebook, before: OpportunityDraft | None, draft: OpportunityDraft
) -> None:
    client = _new_client(notebook, before, draft)
    if client is not None:
        theirs = notebook.contacts.draft_of(client)
        notebook.contacts.update(client.id, replace(theirs, roles=(*theirs.roles, Role.CLIENT)))


def _new_client(
    notebook: Notebook, before: OpportunityDraft | None, draft: OpportunityDraft
) -> Contact | None:
    """Return whom work makes a client: with whom it is won now, and was not before."""
    won = OpportunityState.WON
    if draft.state is not won:
        return None
    if before is not None and (before.state, before.contact_id) == (won, draft.contact_id):
        return None
    contact = notebook.contacts.get(draft.contact_id)
    return None if contact is None or Role.CLIENT in contact.roles else contact


def _touch(change: Change, opportunity_id: int, draft: OpportunityDraft) -> None:
    change.touch(Changed.OPPORTUNITY, opportunity_id)
    change.touch(Changed.CONTACT, draft.contact_id, *draft.via)
    if draft.event_id is not None:
        change.touch(Changed.EVENT, draft.event_id)
