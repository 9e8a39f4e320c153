"""The headers of the tables that we write, and the fields they stand for, in both directions."""

import re
from collections.abc import Sequence

from notebook_app.formats.csv.column_use import ColumnUse

SINGLE_HEADERS = {
    "name": "Name",
    "prefix": "Prefix",
    "given_name": "Given name",
    "additional_names": "Middle names",
    "family_name": "Family name",
    "suffix": "Suffix",
    "nickname": "Nickname",
    "maiden_name": "Maiden name",
    "phonetic_given_name": "Phonetic given name",
    "phonetic_family_name": "Phonetic family name",
    "kind": "Kind of contact",
    "birthday": "Birthday",
    "note": "Note",
    "tags": "Tags",
    "pronouns": "Pronouns",
    "gender": "Gender",
    "languages": "Languages",
    "time_zone": "Time zone",
    "uid": "UID",
}
POST_HEADERS = {
    "organization": "Organisation",
    "department": "Department",
    "title": "Job title",
    "profession": "Profession",
}
NUMBERED_HEADERS = {
    "phone_label": "Phone {} label",
    "phone": "Phone {}",
    "email_label": "E-mail {} label",
    "email": "E-mail {}",
    "address_label": "Address {} label",
    "street": "Address {} street",
    "extended": "Address {} extra",
    "po_box": "Address {} PO box",
    "postal_code": "Address {} postal code",
    "city": "Address {} city",
    "region": "Address {} region",
    "country": "Address {} country",
    "link_label": "Link {} label",
    "link": "Link {}",
    "profile_service": "Profile {} network",
    "profile_label": "Profile {} label",
    "profile": "Profile {}",
    "messaging_service": "Chat {} network",
    "messaging_label": "Chat {} label",
    "messaging": "Chat {}",
    "date_label": "Date {} label",
    "date": "Date {}",
    "related_label": "Related {} is their",
    "related": "Related {}",
    **{field: f"{header} {{}}" for field, header in POST_HEADERS.items()},
}
_OWN = re.compile(r"Field(?: (\d{1,3}))?: (.+)\Z", re.DOTALL)

ONLY_HERE = {"stage": "Stage", "roles": "Roles"}
"""What is written when asked for, and not taken back."""

_ONLY_HERE = frozenset(ONLY_HERE.values())
_PLAIN = {header: field for field, header in (SINGLE_HEADERS | POST_HEADERS).items()}
_PATTERNS = {header.replace("{}", "#"): field for field, header in NUMBERED_HEADERS.items()}
_NUMBER = re.compile(r" (\d{1,3})(?= |\Z)")


def own_header(use: ColumnUse) -> str:
    """Return the header of a column of ours."""
    if use.field == "own":
        number = f" {use.item}" if use.item > 1 else ""
        return f"Field{number}: {use.label}"
    if use.field in POST_HEADERS and use.item < 2:
        return POST_HEADERS[use.field]
    if use.field in NUMBERED_HEADERS:
        return NUMBERED_HEADERS[use.field].format(use.item)
    return SINGLE_HEADERS[use.field]


def is_own_table(headers: Sequence[str]) -> bool:
    """Return whether all columns are ours, and one of them is nobody else's."""
    ours = all(header in _ONLY_HERE or own_use(header) for header in headers)
    return ours and any(
        header == SINGLE_HEADERS["uid"] or header not in _PLAIN for header in headers
    )


def own_use(header: str) -> ColumnUse | None:
    """Return what a column of ours holds, or None if it is none of ours."""
    if match := _OWN.match(header):
        return ColumnUse("own", int(match[1] or 0), match[2])
    if header in _PLAIN:
        field = _PLAIN[header]
        return ColumnUse(field, 1 if field in POST_HEADERS else 0)
    match = _NUMBER.search(header)
    if match is None:
        return None
    field = _PATTERNS.get(header[: match.start()] + " #" + header[match.end() :], "")
    return ColumnUse(field, int(match[1])) if field else None
