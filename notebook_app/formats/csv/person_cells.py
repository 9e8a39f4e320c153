"""A person as cells of our own table, and which columns a table of several people needs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from notebook_app.formats.csv.column_use import GROUP_OF, GROUPS, OWN, SINGLE_FIELDS, ColumnUse
from notebook_app.formats.csv.own_layout import NUMBERED_HEADERS, own_header
from notebook_app.formats.csv.row_card import PREFERRED
from notebook_app.formats.csv.tag_cells import tags_text
from notebook_app.model.contact import Affiliation, ContactDetails, ContactKind, LinkKind

MOST_OF_A_KIND = 20
MOST_OWN_FIELDS = 300

COLUMN_SETS: Mapping[str, tuple[str, ...]] = {
    "name": ("name",),
    "name-parts": (
        "prefix",
        "given_name",
        "additional_names",
        "family_name",
        "suffix",
        "maiden_name",
        "phonetic_given_name",
        "phonetic_family_name",
        "kind",
    ),
    "nickname": ("nickname",),
    "organization": GROUPS["post"],
    "phones": GROUPS["phone"],
    "emails": GROUPS["email"],
    "addresses": GROUPS["address"],
    "links": (*GROUPS["link"], *GROUPS["profile"], *GROUPS["messaging"]),
    "birthday": ("birthday",),
    "dates": GROUPS["date"],
    "related": GROUPS["related"],
    "tags": ("tags",),
    "note": ("note",),
    "about": ("pronouns", "gender", "languages", "time_zone"),
    "own": (OWN,),
    "uid": ("uid",),
}
"""The columns that can be chosen, and the fields that belong to each."""

_ALWAYS = (
    ColumnUse("name"),
    ColumnUse("given_name"),
    ColumnUse("family_name"),
    ColumnUse("organization", 1),
    ColumnUse("title", 1),
    ColumnUse("phone", 1),
    ColumnUse("email", 1),
    ColumnUse("birthday"),
    ColumnUse("tags"),
    ColumnUse("note"),
)
_LINKS = {LinkKind.WEB: "link", LinkKind.MESSAGING: "messaging", LinkKind.SOCIAL: "profile"}


def cells_of(details: ContactDetails, uid: str = "") -> dict[ColumnUse, str]:
    """Return everything of a contact that a table holds; cells that hold nothing are missing."""
    return {use: text for use, text in _cells(details, uid) if text}


def not_in_table(details: ContactDetails) -> Iterator[str]:
    """Yield a few words for each kind of thing that a table has no place for."""
    if details.photo:
        yield "photos"
    if details.other_properties:
        yield "lines of cards without a field"
    if any(person.uid for person in details.related):
        yield "links between related people"
    kinds: list[Sequence[object]] = [details.phones, details.emails, details.addresses]
    kinds += [details.links, details.dates, details.related]
    if any(len(items) > MOST_OF_A_KIND for items in kinds):
        yield f"more than {MOST_OF_A_KIND} phones, e-mails or other things of one kind"
    if len(details.affiliations) >= MOST_OF_A_KIND:
        yield f"more than {MOST_OF_A_KIND} organisations"


def columns_for(needed: Iterable[ColumnUse], chosen: Iterable[str]) -> list[ColumnUse]:
    """Return the columns of a table in their order.

    Args:
        needed: all columns that hold something.
        chosen: names out of ``COLUMN_SETS``.
    """
    needed, chosen = list(dict.fromkeys(needed)), set(chosen)
    fields = [field for name in COLUMN_SETS if name in chosen for field in COLUMN_SETS[name]]
    own = [use for use in needed if use.field == OWN]
    place_of_own = {use: place for place, use in enumerate(own[:MOST_OWN_FIELDS])}
    wanted = {use for use in (*_ALWAYS, *needed) if use.field in fields}
    wanted -= set(own[MOST_OWN_FIELDS:])
    group_place = {field: fields.index(_first_of(field, fields)) for field in fields}
    field_place = {field: place for place, field in enumerate(NUMBERED_HEADERS)}

    def rank(use: ColumnUse) -> tuple[int, int, int]:
        if use.field == OWN:
            return group_place[OWN], 0, place_of_own[use]
        return group_place[use.field], use.item, field_place.get(use.field, 0)

    return sorted(wanted, key=rank)


def header_of(columns: Iterable[ColumnUse]) -> list[str]:
    """Return the headers of columns of ours."""
    return [own_header(use) for use in columns]


def _first_of(field: str, fields: Sequence[str]) -> str:
    """Return the first field of the group of a field, so that its columns stay together."""
    group = GROUP_OF.get(field)
    return field if group is None else next(each for each in fields if each in GROUPS[group])


def _cells(details: ContactDetails, uid: str) -> Iterator[tuple[ColumnUse, str]]:
    name = details.name
    single = {
        "name": details.display_name,
        "prefix": name.prefix,
        "given_name": name.given,
        "additional_names": name.additional,
        "family_name": name.family,
        "suffix": name.suffix,
        "maiden_name": name.maiden,
        "phonetic_given_name": name.phonetic_given,
        "phonetic_family_name": name.phonetic_family,
        "kind": "organization" if details.kind is ContactKind.ORGANIZATION else "",
        "nickname": details.nickname,
        "birthday": details.birthday.iso() if details.birthday else "",
        "note": details.note,
        "tags": tags_text(details.tags) if details.tags else "",
        "pronouns": details.pronouns,
        "gender": details.gender,
        "languages": ", ".join(details.languages),
        "time_zone": details.time_zone,
        "uid": uid,
    }
    for field in SINGLE_FIELDS:
        yield ColumnUse(field), single[field]
    yield from _posts(details)
    yield from _things(details)
    seen: dict[str, int] = {}
    for own in details.own_fields:
        seen[own.name] = count = seen.get(own.name, 0) + 1
        yield ColumnUse(OWN, count if count > 1 else 0, own.name), own.value


def _posts(details: ContactDetails) -> Iterator[tuple[ColumnUse, str]]:
    main = Affiliation(details.organization, details.department, details.title, details.profession)
    for item, post in enumerate((main, *details.affiliations)[:MOST_OF_A_KIND], 1):
        yield ColumnUse("organization", item), post.organization
        yield ColumnUse("department", item), post.department
        yield ColumnUse("title", item), post.title
        yield ColumnUse("profession", item), post.profession


def _things(details: ContactDetails) -> Iterator[tuple[ColumnUse, str]]:
    for item, phone in enumerate(details.phones[:MOST_OF_A_KIND], 1):
        yield ColumnUse("phone_label", item), _label(phone.label, phone.preferred)
        yield ColumnUse("phone", item), phone.number
    for item, email in enumerate(details.emails[:MOST_OF_A_KIND], 1):
        yield ColumnUse("email_label", item), _label(email.label, email.preferred)
        yield ColumnUse("email", item), email.address
    for item, address in enumerate(details.addresses[:MOST_OF_A_KIND], 1):
        yield ColumnUse("address_label", item), _label(address.label, address.preferred)
        for part in ("street", "extended", "po_box", "postal_code", "city", "region", "country"):
            yield ColumnUse(part, item), getattr(address, part)
    yield from _links(details)
    for item, own_date in enumerate(details.dates[:MOST_OF_A_KIND], 1):
        yield ColumnUse("date_label", item), own_date.label
        yield ColumnUse("date", item), own_date.date.iso()
    named = [person for person in details.related if person.name]
    for item, person in enumerate(named[:MOST_OF_A_KIND], 1):
        yield ColumnUse("related_label", item), person.label
        yield ColumnUse("related", item), person.name


def _links(details: ContactDetails) -> Iterator[tuple[ColumnUse, str]]:
    count = dict.fromkeys(_LINKS.values(), 0)
    for link in details.links[:MOST_OF_A_KIND]:
        kind = _LINKS[link.kind]
        count[kind] = item = count[kind] + 1
        if kind != "link":
            yield ColumnUse(f"{kind}_service", item), link.service
        yield ColumnUse(f"{kind}_label", item), _label(link.label, link.preferred)
        yield ColumnUse(kind, item), link.url


def _label(label: str, preferred: bool) -> str:
    return f"{PREFERRED} {label}".strip() if preferred else label
