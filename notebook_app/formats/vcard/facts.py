"""What a contact says, as a set of facts: those written must be among those read back.

Left out is only what a version cannot carry and what reading puts in order: labels, spaces
around texts, items that stood twice, and the spelling of kept lines in vCard 2.1.
"""

from collections.abc import Iterator

from notebook_app.formats.vcard.card_property import CardVersion
from notebook_app.formats.vcard.kept_lines import may_be_kept
from notebook_app.formats.vcard.posts import DEPARTMENT_SEPARATOR
from notebook_app.formats.vcard.properties.about import gender_word
from notebook_app.formats.vcard.properties.dates import YEAR_OF_NO_YEAR
from notebook_app.formats.vcard.properties.table import READERS
from notebook_app.model.contact import Affiliation, ContactDetails
from notebook_app.model.name_form import shown_name
from notebook_app.model.partial_date import PartialDate

_TEXTS = ("nickname", "pronouns", "time_zone", "note")
_POST = ("organization", "title", "profession")
_NAME_PARTS = (
    "prefix",
    "given",
    "additional",
    "family",
    "suffix",
    "phonetic_given",
    "phonetic_family",
    "maiden",
)


def facts(details: ContactDetails, uid: str, version: str) -> frozenset[int]:
    """Return the hashes of all facts that a card of this version carries about a contact."""
    found = {hash((kind, text)) for kind, text in _facts(details, uid, version) if text}
    if details.photo:
        found.add(hash(details.photo.data))
    return frozenset(found)


def _facts(details: ContactDetails, uid: str, version: str) -> Iterator[tuple[str, str]]:
    yield "uid", uid
    yield "kind", details.kind.value
    yield "shown name", _plain(shown_name(details))
    for part in _NAME_PARTS:
        yield part, _plain(getattr(details.name, part))
    for field in _TEXTS:
        yield field, _plain(getattr(details, field))
    yield from _said_of(details)
    if details.birthday:
        yield "birthday", _day(details.birthday)
    for phone in details.phones:
        yield "phone", _without_scheme(phone.number, "tel:")
    for email in details.emails:
        yield "e-mail", _without_scheme(email.address, "mailto:")
    for address in details.addresses:
        yield "address", _plain(" ".join(address.lines()))
    for link in details.links:
        yield "link", "".join(link.url.replace("\\", "").split())
    for day in details.dates:
        yield "date", _day(day.date)
    for person in details.related:
        # 4.0 names a card by its UID; the name beside it is for people.
        uid, name = "".join(person.uid.split()), _plain(person.name)
        yield "related", uid if uid and (version == CardVersion.NEW or not name) else name
    for tag in details.tags:
        yield "tag", _plain(tag)
    if version != CardVersion.OLD:
        for line in details.other_properties:
            yield from _kept(line)


def _said_of(details: ContactDetails) -> Iterator[tuple[str, str]]:
    """Yield where somebody works, and what few cards say."""
    posts: tuple[ContactDetails | Affiliation, ...] = (details, *details.affiliations)
    for post in posts:
        yield "department", _units(post.department)
        for field in _POST:
            yield field, _plain(getattr(post, field))
    yield "gender", gender_word(_plain(details.gender))
    for language in details.languages:
        yield "language", _plain(language)
    for own in details.own_fields:
        name, value = _plain(own.name), _plain(own.value)
        yield "own field", f"{name}: {value}" if name or value else ""


def _units(department: str) -> str:
    """Return the units of a department; empty ones between them mean nothing."""
    units = (_plain(unit) for unit in department.split(DEPARTMENT_SEPARATOR.strip()))
    return ";".join(unit for unit in units if unit)


def _kept(line: str) -> Iterator[tuple[str, str]]:
    """Yield what a kept line says; one that a field could take up may come back as that field."""
    head, _, value = line.partition(":")
    name = head.partition(";")[0].rpartition(".")[2].strip().upper()
    if may_be_kept(line) and name not in READERS and "QUOTED-PRINTABLE" not in head.upper():
        yield f"kept {name}", _plain(value)


def _plain(text: str) -> str:
    return " ".join(text.replace("\0", "").split())


def _without_scheme(text: str, scheme: str) -> str:
    plain = _plain(text)
    return plain[len(scheme) :].strip() if plain.lower().startswith(scheme) else plain


def _day(date: PartialDate) -> str:
    return date.iso() if date.year != YEAR_OF_NO_YEAR else date.iso()[4:].rjust(7, "-")
