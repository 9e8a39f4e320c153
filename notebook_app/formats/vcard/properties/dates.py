"""Birthdays, anniversaries and other dates, with and without a year."""

from collections.abc import Mapping

from notebook_app.formats.vcard.card_in_progress import CardInProgress, Reader
from notebook_app.formats.vcard.content_line import Head
from notebook_app.formats.vcard.values import line_of
from notebook_app.model.contact import OwnDate
from notebook_app.model.partial_date import PartialDate

YEAR_OF_NO_YEAR = 1604
"""The leap year that Apple writes when there is none (``X-APPLE-OMIT-YEAR=1604``)."""

ANNIVERSARY = "anniversary"


def date_of(text: str, omitted_year: str = "") -> PartialDate | None:
    """Return the date that ``text`` says, without a year if it only stands in for none."""
    found = PartialDate.parse(text)
    if found is None or found.year is None:
        return found
    if found.year == YEAR_OF_NO_YEAR or str(found.year) == omitted_year:
        return PartialDate(found.month, found.day)
    return found


def _date_of_line(head: Head, value: str) -> PartialDate | None:
    return date_of(line_of(head, value), head.parameters.get("X-APPLE-OMIT-YEAR", ""))


def _birthday(card: CardInProgress, head: Head, value: str) -> bool:
    found = _date_of_line(head, value)
    if found is None:
        return not value.strip()
    if card.birthday is None:
        card.birthday = found
    return card.birthday == found


def _anniversary(card: CardInProgress, head: Head, value: str) -> bool:
    found = _date_of_line(head, value)
    if found is None:
        return not value.strip()
    card.spare_dates.append(OwnDate(ANNIVERSARY, found))
    return True


def _own_date(card: CardInProgress, head: Head, value: str) -> bool:
    found = _date_of_line(head, value)
    if found is None:
        return not value.strip()
    card.dates.append(OwnDate(card.label(head) or "other", found))
    return True


READERS: Mapping[str, Reader] = {
    "BDAY": _birthday,
    "ANNIVERSARY": _anniversary,
    "X-ANNIVERSARY": _anniversary,
    "X-WEDDING-ANNIVERSARY": _anniversary,
    "X-MS-ANNIVERSARY": _anniversary,
    "X-EVOLUTION-ANNIVERSARY": _anniversary,
    "X-KADDRESSBOOK-X-ANNIVERSARY": _anniversary,
    "X-ABDATE": _own_date,
}
