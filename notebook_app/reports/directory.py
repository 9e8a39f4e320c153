"""A compact directory: people under the letters of a register, in two columns.

How to make one, here with the words of a test::

    document = directory(contacts, today, EnglishDateWords(), language="sv")
"""

from collections.abc import Sequence
from datetime import date

from notebook_app.model.contact import Contact
from notebook_app.model.name_form import shown_name
from notebook_app.reports.contact_parts import Leave, Part, day_and_year, reach_rows
from notebook_app.reports.date_words import DateWords
from notebook_app.reports.document import Document, Entry, Section
from notebook_app.reports.follow_up_list import NAME_LENGTH, PLACE_LENGTH
from notebook_app.reports.register_letters import Register
from notebook_app.reports.shortening import one_line

USUAL_PARTS = frozenset({Part.PHONES, Part.EMAILS, Part.ADDRESSES, Part.ORGANIZATION})
"""What a directory shows unless somebody chooses otherwise."""


def directory(
    contacts: Sequence[Contact],
    today: date,
    words: DateWords,
    *,
    title: str = "Directory",
    language: str = "en",
    leave: Leave | None = None,
) -> Document:
    """Return the directory of ``contacts``, by the alphabet of ``language``."""
    leave = leave or Leave(USUAL_PARTS)
    groups = Register(language).grouped((shown_name(each.details), each) for each in contacts)
    return Document(
        title=title,
        subtitle=people_counted(len(contacts)),
        sections=tuple(
            Section(letter, tuple(_entry(each, leave) for each in members))
            for letter, members in groups
        ),
        foot=f"Printed {words.full_day(today)}",
        columns=2,
        compact=True,
        register=True,
    )


def people_counted(count: int) -> str:
    """Return ``1 person`` or ``12 people``."""
    return "1 person" if count == 1 else f"{count:,} people"


def place_of(contact: Contact) -> str:
    """Return organisation and title in one line; empty where that is the name itself."""
    details = contact.details
    parts = [part for part in (details.organization, details.title) if part.strip()]
    said = " · ".join(part for part in parts if part.strip() != shown_name(details))
    return one_line(said, PLACE_LENGTH)


def _entry(contact: Contact, leave: Leave) -> Entry:
    details, shown = contact.details, leave.shown
    rows = list(reach_rows(contact, leave))
    if Part.BIRTHDAY in shown and details.birthday is not None:
        rows.append(("Birthday", day_and_year(details.birthday)))
    tags = leave.tags(details.tags) if Part.TAGS in shown else []
    if tags:
        rows.append(("Tags", ", ".join(one_line(tag, 60) for tag in tags)))
    if Part.NOTE in shown and details.note.strip():
        rows.append(("Note", one_line(details.note, 300)))
    return Entry(
        name=one_line(shown_name(details), NAME_LENGTH),
        beside=place_of(contact) if Part.ORGANIZATION in shown else "",
        rows=tuple(rows),
        box=False,
    )
