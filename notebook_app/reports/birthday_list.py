"""A birthday list: month by month from this one on, with the years that somebody turns."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from notebook_app.model.contact import Contact
from notebook_app.model.month_names import MONTH_NAMES, month_name
from notebook_app.model.name_form import shown_name, sort_key
from notebook_app.model.partial_date import PartialDate
from notebook_app.reports.contact_parts import Leave, Part, phone_rows, turns
from notebook_app.reports.date_words import DateWords
from notebook_app.reports.directory import place_of
from notebook_app.reports.document import Document, Entry, Section
from notebook_app.reports.follow_up_list import NAME_LENGTH, PHONE_LENGTH
from notebook_app.reports.shortening import one_line

USUAL_PARTS = frozenset({Part.PHONES, Part.ORGANIZATION})
"""What a birthday list shows unless somebody chooses otherwise."""


def birthday_list(
    contacts: Sequence[Contact],
    today: date,
    words: DateWords,
    *,
    title: str = "Birthdays",
    leave: Leave | None = None,
) -> Document:
    """Return the birthdays of those of ``contacts`` who have one, for a year from this month on."""
    leave = leave or Leave(USUAL_PARTS)
    first = today.replace(day=1)
    # A day less, or the first day of this month would come twice.
    last = first.replace(year=first.year + 1) - timedelta(days=1)
    kept: list[tuple[date, str, PartialDate, Contact]] = []
    for contact in contacts:
        birthday = contact.details.birthday
        if birthday is not None:
            on = birthday.next_on_or_after(first)
            kept.append((on, sort_key(shown_name(contact.details)), birthday, contact))
    kept.sort(key=lambda each: (each[0], each[1], each[3].id))
    without = len(contacts) - len(kept)
    months = groupby(kept, key=lambda each: (each[0].year, each[0].month))
    return Document(
        title=title,
        subtitle=f"{month_name(first)} {first.year} to {month_name(last)} {last.year}",
        sections=tuple(
            Section(
                f"{MONTH_NAMES[month - 1]} {year}",
                tuple(_entry(on, day, each, leave, words) for on, _, day, each in members),
            )
            for (year, month), members in months
        ),
        summary=f"{without:,} without a birthday" if without else "",
        foot=f"Printed {words.full_day(today)}",
        columns=2,
        compact=True,
    )


def _entry(
    on: date, birthday: PartialDate, contact: Contact, leave: Leave, words: DateWords
) -> Entry:
    years = turns(birthday, on)
    phones = phone_rows(contact)[:1] if Part.PHONES in leave.shown else []
    place = place_of(contact) if Part.ORGANIZATION in leave.shown else ""
    # It stands behind other words, where a line must not end within it.
    number = one_line(phones[0][1], PHONE_LENGTH).replace(" ", "\u00a0") if phones else ""
    return Entry(
        name=one_line(shown_name(contact.details), NAME_LENGTH),
        when=words.short_day(on, on),
        aside=f"turns {years}" if years else "",
        text=" · ".join(part for part in (place, _from_the_left(number)) if part),
        box=False,
    )


def _from_the_left(number: str) -> str:
    """Return a number with its + before it, also in a line that is written from the right."""
    return f"\u2066{number}\u2069" if number else ""
