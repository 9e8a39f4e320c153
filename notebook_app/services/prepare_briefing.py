"""Gather what to know before one meets somebody, or everyone expected at an event."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.briefing import BriefedPerson
from notebook_app.model.name_form import folded
from notebook_app.model.offering import Direction, FavourKind
from notebook_app.model.rows import EntryKind
from notebook_app.services.introduction_chain import introduction_chain
from notebook_app.storage.notebook import Notebook

_TALKS: Final = 3
_BIRTHDAY_NEAR: Final = timedelta(days=30)
_MOST_BIRTHDAYS: Final = 10_000
_INTRODUCED_BY: Final = ("introduced by", "referred by")
_INTRODUCED: Final = ("introduced", "referred")


def prepare_briefing(notebook: Notebook, contact_ids: Sequence[int]) -> list[BriefedPerson]:
    """Return what to know of these people, in the order given, each once.

    Raises:
        UserProblem: none of them is in the notebook.
    """
    today = notebook.clock.today()
    birthdays = notebook.calendar.birthdays(today, today + _BIRTHDAY_NEAR, _MOST_BIRTHDAYS)
    near = {entry.contact_id: entry.on for entry in reversed(birthdays)}
    people = list(_people(notebook, list(dict.fromkeys(contact_ids)), near))
    if not people:
        raise UserProblem("Nobody is there to prepare for.", "", "Choose whom you will meet.")
    return people


def _people(
    notebook: Notebook, contact_ids: Sequence[int], birthdays: dict[int | None, date]
) -> Iterator[BriefedPerson]:
    facts = notebook.remembered.of_many(contact_ids)
    today = notebook.clock.today()
    rows = {row.id: row for row in notebook.people.rows(contact_ids)}
    for contact_id in contact_ids:
        contact = notebook.contacts.get(contact_id)
        row = rows.get(contact_id)
        if contact is None or contact.deleted_at is not None or row is None:
            continue
        details = contact.details
        favours = notebook.favours.of(contact_id)
        received = [each for each in favours if each.draft.direction is Direction.RECEIVED]
        brought_by, brought = _introductions(notebook, contact_id)
        chain = [name for _, name in introduction_chain(notebook, contact_id)]
        if len(chain) > 1:
            # Through whom they were brought says more than the last one alone.
            brought_by = [" → ".join(chain), *(name for name in brought_by if name != chain[-1])]
        since = [
            step.since for step in notebook.stages.history(contact_id) if step.stage is row.stage
        ]
        brought += [
            each.about_name
            for each in received
            if each.about_name and each.draft.kind is not FavourKind.HELP
        ]
        yield BriefedPerson(
            contact_id,
            details.display_name,
            details.organization,
            details.title,
            row.photo_id,
            row.stage,
            since[-1] if since and row.stage is not None else None,
            tuple(phone.number for phone in details.phones),
            tuple(email.address for email in details.emails),
            notebook.timeline.page(contact_id, 0, _TALKS, (EntryKind.CONVERSATION,)),
            notebook.follow_ups.open_of(contact_id),
            tuple(fact.text for fact in facts.get(contact_id, ())),
            tuple(
                each
                for each in received
                if each.draft.thanked_on is None and each.draft.on <= today
            ),
            tuple(
                service.name
                for service in notebook.contact_overview.services(contact_id)
                if service.knowledge is None
            ),
            tuple(dict.fromkeys(brought_by)),
            tuple(dict.fromkeys(brought)),
            birthdays.get(contact_id),
        )


def _introductions(notebook: Notebook, contact_id: int) -> tuple[list[str], list[str]]:
    """Return who brought a contact, and whom they brought, as favours and links tell it."""
    brought_by = [
        row.contact_name
        for row in notebook.favours.about(contact_id)
        if row.draft.direction is Direction.RECEIVED and row.draft.kind is not FavourKind.HELP
    ]
    brought: list[str] = []
    for link in notebook.relations.of(contact_id):
        label = folded(link.label)
        if link.name and label in _INTRODUCED_BY:
            brought_by.append(link.name)
        elif link.name and label in _INTRODUCED:
            brought.append(link.name)
    return brought_by, brought
