"""What of a contact goes on paper, and the words it stands under."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from notebook_app.model.contact import Contact
from notebook_app.model.month_names import MONTH_NAMES
from notebook_app.model.name_form import folded
from notebook_app.model.partial_date import PartialDate
from notebook_app.reports.shortening import one_line, some_lines

VALUE_LENGTH: Final = 200
NOTE_LENGTH: Final = 1_200
NOTE_LINES: Final = 14
MOST_VALUES: Final = 12
"""The most that goes on paper of one contact; the notebook has the rest."""


class Part(StrEnum):
    """A column to show or to leave out."""

    PHONES = "phones"
    EMAILS = "emails"
    ADDRESSES = "addresses"
    ORGANIZATION = "organization"
    BIRTHDAY = "birthday"
    LINKS = "links"
    OWN_FIELDS = "own fields"
    NOTE = "note"
    TAGS = "tags"
    REMEMBERED = "remembered"
    CONVERSATIONS = "conversations"
    FOLLOW_UPS = "follow-ups"
    OPPORTUNITIES = "opportunities"
    FAVOURS = "favours"
    RELATIONS = "relations"


ALL_PARTS: Final = frozenset(Part)


@dataclass(frozen=True, slots=True)
class Leave:
    """What is printed: the parts that are shown, and the tags that never are."""

    shown: Collection[Part] = ALL_PARTS
    private_tags: Collection[str] = ()

    def tags(self, tags: Collection[str]) -> list[str]:
        """Return those of ``tags`` that may be printed, however they are written."""
        private = {folded(tag) for tag in self.private_tags}
        return [tag for tag in tags if folded(tag) not in private]


def phone_rows(contact: Contact) -> list[tuple[str, str]]:
    """Return labels and numbers, the preferred first."""
    phones = sorted(contact.details.phones, key=lambda phone: not phone.preferred)
    return [(_label(each.label), _value(each.number)) for each in phones[:MOST_VALUES]]


def reach_rows(contact: Contact, leave: Leave) -> Iterator[tuple[str, str]]:
    """Yield how to reach somebody: numbers, addresses of mail and of houses, pages."""
    details, shown = contact.details, leave.shown
    if Part.PHONES in shown:
        yield from phone_rows(contact)
    if Part.EMAILS in shown:
        emails = sorted(details.emails, key=lambda email: not email.preferred)
        for email in emails[:MOST_VALUES]:
            yield _label(email.label) or "E-mail", _value(email.address)
    if Part.ADDRESSES in shown:
        for address in details.addresses[:MOST_VALUES]:
            lines = [_value(line) for line in address.lines()]
            if lines:
                yield _label(address.label) or "Address", ", ".join(lines)
    if Part.LINKS in shown:
        for link in details.links[:MOST_VALUES]:
            yield _label(link.service or link.label) or "Web", _value(link.url)


def own_rows(contact: Contact, leave: Leave) -> Iterator[tuple[str, str]]:
    """Yield everything else that is written on a contact's page."""
    details, shown = contact.details, leave.shown
    plain = (
        ("Nickname", details.nickname),
        ("Department", details.department),
        ("Profession", details.profession),
        ("Pronouns", details.pronouns),
        ("Languages", ", ".join(details.languages)),
        ("Time zone", details.time_zone),
    )
    yield from ((label, _value(value)) for label, value in plain if value.strip())
    for further in details.affiliations[:MOST_VALUES]:
        said = " · ".join(part for part in (further.organization, further.title) if part)
        if said:
            yield "Also at", _value(said)
    if Part.BIRTHDAY in shown:
        if details.birthday is not None:
            yield "Birthday", day_and_year(details.birthday)
        for own in details.dates[:MOST_VALUES]:
            yield _label(own.label) or "Date", day_and_year(own.date)
    if contact.roles:
        yield "Role", ", ".join(role.value for role in contact.roles)
    if contact.cadence is not None:
        count, units = contact.cadence.count, contact.cadence.unit.value
        yield "Keep in touch", f"every {units[:-1]}" if count == 1 else f"every {count} {units}"
    tags = leave.tags(details.tags) if Part.TAGS in shown else []
    if tags:
        yield "Tags", _value(", ".join(tags))
    if Part.OWN_FIELDS in shown:
        for field in details.own_fields[:MOST_VALUES]:
            yield _label(field.name), _value(field.value) or "–"
    note = some_lines(details.note, NOTE_LENGTH, NOTE_LINES) if Part.NOTE in shown else ""
    if note:
        yield "Note", note


def day_and_year(day: PartialDate) -> str:
    """Return ``6 May 1980``, or ``6 May`` without a year."""
    year = "" if day.year is None else f" {day.year}"
    return f"{day.day} {MONTH_NAMES[day.month - 1]}{year}"


def turns(birthday: PartialDate, on: date) -> str:
    """Return ``46`` for whoever turns 46 on a day; empty where the year is not known."""
    years = birthday.years_on(on)
    return "" if not years else str(years)


def _label(text: str) -> str:
    said = one_line(text, 24)
    return said[:1].upper() + said[1:]


def _value(text: str) -> str:
    return one_line(text, VALUE_LENGTH)
