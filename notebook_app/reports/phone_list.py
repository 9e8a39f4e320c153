"""A phone list: names and numbers, as many on a page as can be read."""

from collections.abc import Sequence
from datetime import date

from notebook_app.model.contact import Contact
from notebook_app.model.name_form import shown_name
from notebook_app.reports.contact_parts import Leave, Part, phone_rows
from notebook_app.reports.date_words import DateWords
from notebook_app.reports.directory import people_counted, place_of
from notebook_app.reports.document import Document, Entry, Section
from notebook_app.reports.follow_up_list import NAME_LENGTH, PHONE_LENGTH
from notebook_app.reports.register_letters import Register
from notebook_app.reports.shortening import one_line

USUAL_PARTS = frozenset({Part.PHONES})
"""What a phone list shows unless somebody chooses otherwise."""


def phone_list(
    contacts: Sequence[Contact],
    today: date,
    words: DateWords,
    *,
    title: str = "Phone list",
    language: str = "en",
    leave: Leave | None = None,
) -> Document:
    """Return the numbers of those of ``contacts`` who have any; says how many have none."""
    leave = leave or Leave(USUAL_PARTS)
    with_numbers = [each for each in contacts if any(p.number.strip() for p in each.details.phones)]
    groups = Register(language).grouped((shown_name(each.details), each) for each in with_numbers)
    without = len(contacts) - len(with_numbers)
    return Document(
        title=title,
        subtitle=people_counted(len(with_numbers)),
        sections=tuple(
            Section(letter, tuple(_entry(each, leave) for each in members))
            for letter, members in groups
        ),
        summary=f"{without:,} without a number" if without else "",
        foot=f"Printed {words.full_day(today)}",
        columns=2,
        compact=True,
        register=True,
    )


def _entry(contact: Contact, leave: Leave) -> Entry:
    rows = [(label, number) for label, number in phone_rows(contact) if number]
    first, *further = rows
    return Entry(
        name=one_line(shown_name(contact.details), NAME_LENGTH),
        beside=place_of(contact) if Part.ORGANIZATION in leave.shown else "",
        phone=one_line(first[1], PHONE_LENGTH),
        rows=tuple(further),
        box=False,
    )
