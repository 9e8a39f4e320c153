"""The tables that other programs export, recognised by their headers.

Google Contacts (its headers of today and those of before 2024), Outlook in English and German,
LinkedIn's list of connections, and our own. Everything else is guessed and asked for.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from notebook_app.formats.csv.column_use import GROUP_OF, LEFT_OUT, ColumnUse, column_use
from notebook_app.formats.csv.header_words import use_of_header
from notebook_app.formats.csv.own_layout import is_own_table, own_use

GOOGLE = "Google Contacts"
OUTLOOK = "Outlook"
LINKEDIN = "LinkedIn"
OWN_LAYOUT = "Contact Notebook"


@dataclass(frozen=True, slots=True)
class Layout:
    """A program's table: headers it always has, enough of others, and what its columns become.

    ``columns`` hold what the words of the headers alone would get wrong.
    """

    name: str
    always: frozenset[str]
    several_of: frozenset[str]
    columns: dict[str, str]

    def fits(self, headers: frozenset[str]) -> bool:
        """Return whether a table with these headers is of this program."""
        return self.always <= headers and len(self.several_of & headers) >= min(
            2, len(self.several_of)
        )


_OUTLOOK_NOT = dict.fromkeys(
    (
        "E-mail Type",
        "E-mail 2 Type",
        "E-mail 3 Type",
        "E-Mail-Typ",
        "E-Mail 2: Typ",
        "E-Mail 3: Typ",
        "E-mail Display Name",
        "E-mail 2 Display Name",
        "E-mail 3 Display Name",
        "E-Mail: Angezeigter Name",
        "E-Mail 2: Angezeigter Name",
        "E-Mail 3: Angezeigter Name",
        "Private",
        "Privat",
        "Ort",
        "Location",
    ),
    "",
)
_LAYOUTS = (
    Layout(
        LINKEDIN,
        frozenset({"First Name", "Last Name", "Company", "Position", "Connected On"}),
        frozenset(),
        {"URL": "profile:", "Connected On": "own:Connected on LinkedIn"},
    ),
    Layout(
        OUTLOOK,
        frozenset({"First Name", "Last Name"}),
        frozenset({"E-mail Address", "Business Phone", "Business Street", "Home Phone", "Suffix"}),
        {"Title": "prefix", **_OUTLOOK_NOT},
    ),
    Layout(
        OUTLOOK,
        frozenset({"Vorname", "Nachname"}),
        frozenset(
            {"E-Mail-Adresse", "Telefon geschäftlich", "Straße geschäftlich", "Weitere Vornamen"}
        ),
        {**_OUTLOOK_NOT},
    ),
)
_GOOGLE_SINGLE = {
    "Given Name": "given_name",
    "First Name": "given_name",
    "Additional Name": "additional_names",
    "Middle Name": "additional_names",
    "Family Name": "family_name",
    "Last Name": "family_name",
    "Name": "name",
    "Group Membership": "tags",
    "Labels": "tags",
    "Organization Name": "organization",
    "Organization Title": "title",
    "Organization Department": "department",
    "Location": "",
    "File As": "",
    "Photo": "",
}
_GOOGLE_ITEM = re.compile(
    r"(E-mail|Phone|Address|Website|Relation|Event|Custom Field|IM|Organization) (\d{1,3}) - (.+)\Z"
)
_GOOGLE_FIELDS = {
    "E-mail": {"Value": "email", "Type": "email_label", "Label": "email_label"},
    "Phone": {"Value": "phone", "Type": "phone_label", "Label": "phone_label"},
    "Address": {
        "Type": "address_label",
        "Label": "address_label",
        "Formatted": "address_text",
        "Street": "street",
        "City": "city",
        "PO Box": "po_box",
        "Region": "region",
        "Postal Code": "postal_code",
        "Country": "country",
        "Extended Address": "extended",
    },
    "Website": {"Value": "link", "Type": "link_label", "Label": "link_label"},
    "Relation": {"Value": "related", "Type": "related_label", "Label": "related_label"},
    "Event": {"Value": "date", "Type": "date_label", "Label": "date_label"},
    "Custom Field": {"Value": "own", "Type": "own_label", "Label": "own_label"},
    "IM": {
        "Value": "messaging",
        "Type": "messaging_label",
        "Label": "messaging_label",
        "Service": "messaging_service",
    },
    "Organization": {
        "Name": "organization",
        "Title": "title",
        "Department": "department",
        "Job Description": "profession",
    },
}


def recognised(headers: Sequence[str]) -> tuple[str, list[ColumnUse]] | None:
    """Return the program that a table with these headers is of, and what its columns become."""
    found = frozenset(headers)
    own = [own_use(header) for header in headers]
    whole = {"Name", "Given name", "Family name", "Organisation"} <= found
    if whole or is_own_table(headers):
        return OWN_LAYOUT, [use or LEFT_OUT for use in own]
    if any(_GOOGLE_ITEM.match(header) for header in headers) and (
        {"Given Name", "Family Name"} <= found or {"First Name", "Last Name"} <= found
    ):
        return GOOGLE, [_google_use(header) for header in headers]
    for layout in _LAYOUTS:
        if layout.fits(found):
            return layout.name, told_apart([_use_in(layout, header) for header in headers])
    return None


def told_apart(uses: Sequence[ColumnUse]) -> list[ColumnUse]:
    """Give columns numbers, so that two phones or two notes are two things.

    Lines of one street, and the parts of an address that say no number, belong together.
    """
    seen: set[tuple[str, int]] = set()
    told: list[ColumnUse] = []
    for use in uses:
        group = GROUP_OF.get(use.field, "")
        joins = group == "address" or use.field.endswith("_label")
        item = use.item
        while group and not joins and (use.field, item) in seen:
            item += 1
        seen.add((use.field, item))
        told.append(use._replace(item=item))
    return told


def _use_in(layout: Layout, header: str) -> ColumnUse:
    said = layout.columns.get(header)
    use = column_use(said) if said is not None else use_of_header(header)
    return use or LEFT_OUT


def _google_use(header: str) -> ColumnUse:
    if match := _GOOGLE_ITEM.match(header):
        kind, number, part = match.groups()
        field = _GOOGLE_FIELDS[kind].get(part, "")
        return ColumnUse(field, int(number)) if field else LEFT_OUT
    said = _GOOGLE_SINGLE.get(header)
    use = column_use(said) if said is not None else use_of_header(header)
    return use or LEFT_OUT
