"""Which documents there are about people, and which parts of them each can show."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from notebook_app.reports import birthday_list, contact_sheet, directory, phone_list
from notebook_app.reports.contact_parts import Part


class PeopleStyle(StrEnum):
    """A document about several people, or about one."""

    SHEET = "sheet"
    DIRECTORY = "directory"
    PHONES = "phones"
    BIRTHDAYS = "birthdays"


USUAL_PARTS: Final[Mapping[PeopleStyle, frozenset[Part]]] = {
    PeopleStyle.SHEET: contact_sheet.USUAL_PARTS,
    PeopleStyle.DIRECTORY: directory.USUAL_PARTS,
    PeopleStyle.PHONES: phone_list.USUAL_PARTS,
    PeopleStyle.BIRTHDAYS: birthday_list.USUAL_PARTS,
}
"""What each shows unless somebody chooses otherwise."""

PARTS_TO_CHOOSE: Final[Mapping[PeopleStyle, tuple[Part, ...]]] = {
    PeopleStyle.SHEET: tuple(part for part in Part if part is not Part.ORGANIZATION),
    PeopleStyle.DIRECTORY: (
        Part.ORGANIZATION,
        Part.PHONES,
        Part.EMAILS,
        Part.ADDRESSES,
        Part.LINKS,
        Part.BIRTHDAY,
        Part.TAGS,
        Part.NOTE,
    ),
    PeopleStyle.PHONES: (Part.ORGANIZATION,),
    PeopleStyle.BIRTHDAYS: (Part.ORGANIZATION, Part.PHONES),
}
"""What can be chosen for each."""
