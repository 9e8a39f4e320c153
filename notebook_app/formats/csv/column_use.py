"""What a column of a table becomes in a contact.

Written as text it is what the command line takes and the notebook remembers: ``phone:work`` is a
phone with a label, ``phone@2`` and ``phone_label@2`` are parts of one thing, ``own:Shoe size`` is
a field of the user's own; nothing at all leaves the column out.
"""

import re
from typing import NamedTuple

OWN = "own"
PARTS_OF_ADDRESS = (
    "po_box",
    "extended",
    "street",
    "city",
    "region",
    "postal_code",
    "country",
)
"""In the order of vCard's ADR."""

SINGLE_FIELDS = (
    "name",
    "prefix",
    "given_name",
    "additional_names",
    "family_name",
    "suffix",
    "nickname",
    "maiden_name",
    "phonetic_given_name",
    "phonetic_family_name",
    "kind",
    "birthday",
    "note",
    "tags",
    "pronouns",
    "gender",
    "languages",
    "time_zone",
    "uid",
)
POST_FIELDS = ("organization", "department", "title", "profession")
GROUPS = {
    "phone": ("phone", "phone_label"),
    "email": ("email", "email_label"),
    "address": (*PARTS_OF_ADDRESS, "address_text", "address_label"),
    "link": ("link", "link_label"),
    "messaging": ("messaging", "messaging_label", "messaging_service"),
    "profile": ("profile", "profile_label", "profile_service"),
    "date": ("date", "date_label"),
    "related": ("related", "related_label"),
    OWN: (OWN, "own_label"),
    "post": POST_FIELDS,
}
"""The things that a contact may have several of, and the columns that each may take."""

GROUP_OF = {field: group for group, fields in GROUPS.items() for field in fields}
FIELDS = (*SINGLE_FIELDS, *GROUP_OF)
TELLING = frozenset(
    ("name", "given_name", "family_name", "nickname", "organization", "phone", "email")
)
"""Without one of these nobody knows whom a row is about."""

_TEXT = re.compile(r"([a-z_]+)(?:@(\d{1,4}))?(?::(.*))?\Z", re.DOTALL)


class ColumnUse(NamedTuple):
    """A field with, for things of which there may be several, their number and label.

    ``item`` tells things apart; columns with the same one belong to one thing. Without a field,
    the column is left out.
    """

    field: str = ""
    item: int = 0
    label: str = ""

    def text(self) -> str:
        """Return it as it is written down."""
        item = f"@{self.item}" if self.item else ""
        return f"{self.field}{item}:{self.label}" if self.label else f"{self.field}{item}"


LEFT_OUT = ColumnUse()


def column_use(text: str) -> ColumnUse | None:
    """Return what a text says, or None if it names no field; ``-`` and ``""`` leave out."""
    text = text.strip()
    if text in {"", "-"}:
        return LEFT_OUT
    match = _TEXT.match(text)
    if match is None or match[1] not in FIELDS:
        return None
    return ColumnUse(match[1], int(match[2] or 0), (match[3] or "").strip())
