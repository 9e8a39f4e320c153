"""Reads Windows' .contact files (one person as XML) and gives them as vCards.

The schema is that of Windows Contacts (``http://schemas.microsoft.com/Contact``). What has no
field in a contact is kept as ``X-WINDOWS-…`` lines. A document type, the way to entities that
grow without bounds or name other files, is refused by the parser itself.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from notebook_app.formats.vcard.escaping import escaped_text
from notebook_app.formats.vcard.label_words import known_label
from notebook_app.formats.vcard.properties.dates import date_of
from notebook_app.formats.vcard.values import base64_bytes
from notebook_app.model.contact import (
    Address,
    Affiliation,
    ContactDetails,
    Email,
    Link,
    LinkKind,
    NameParts,
    OwnDate,
    Phone,
    Photo,
    RelatedName,
)
from notebook_app.model.name_form import shown_name

LARGEST = 32_000_000
"""Bytes of one file."""

_DEEPEST = 20
_LABELS = {
    "personal": "home",
    "business": "work",
    "cellular": "mobile",
    "voice": "",
    "preferred": "",
    "fax": "fax",
    "wab:otherdomain": "",
}
_GENDERS = {"female": "female", "male": "male", "unspecified": ""}
_BIRTHDAY = "wab:birthday"
# Elements that say how the file was made, and nothing of the person.
_OF_THE_FILE = frozenset({"CreationDate", "ProgramID", "ContactIDCollection"})
_USED = {
    "Name": frozenset(
        ["FormattedName", "FamilyName", "GivenName", "MiddleName", "Title", "Suffix", "NickName"]
    ),
    "EmailAddress": frozenset({"Address", "Type"}),
    "PhoneNumber": frozenset({"Number"}),
    "PhysicalAddress": frozenset(
        ["Street", "Locality", "Region", "PostalCode", "Country", "POBox", "ExtendedAddress"]
    ),
    "Position": frozenset({"Company", "Department", "JobTitle", "Profession"}),
    "Url": frozenset({"Value"}),
    "Date": frozenset({"Value"}),
    "Person": frozenset({"FormattedName"}),
    "IMAddress": frozenset({"Value", "Protocol"}),
    "Photo": frozenset({"Value"}),
}


class NotAContact(Exception):
    """The bytes are no Windows contact; the message says why in a few words."""


def looks_like_windows_contact(beginning: bytes) -> bool:
    """Return whether the first bytes of a file are those of a .contact file."""
    head = beginning[:4_096].replace(b"\0", b"")
    return b"<" in head and b"schemas.microsoft.com/Contact" in head


def windows_contact(data: bytes) -> tuple[ContactDetails, str]:
    """Return what a .contact file holds, and its identifier.

    Raises:
        NotAContact: it can't be read.
    """
    if len(data) > LARGEST:
        raise NotAContact("it is too large to be one person")
    root = _parsed(data)
    if root.tag != "contact":
        raise NotAContact("it holds no contact")
    return _Reading(root).details(), _text(root, "ContactIDCollection/ContactID/Value").strip("{}")


def _parsed(data: bytes) -> Element:
    """Parse with expat; ElementTree's own parser cannot be told to refuse document types."""
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise NotAContact("its elements lie too deep")
        builder.start(_local(tag), {_local(key): value for key, value in attributes.items()})

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_local(tag))

    def refuse(*_: object) -> None:
        raise NotAContact("it brings a document type, which contacts don't have")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
        return builder.close()
    except (expat.ExpatError, AssertionError, ValueError, LookupError) as error:
        raise NotAContact("it is damaged") from error


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _text(element: Element, path: str) -> str:
    return (element.findtext(path) or "").replace("\r\n", "\n").replace("\r", "\n").strip()


def _post(item: Element) -> Affiliation:
    return Affiliation(
        organization=_text(item, "Company"),
        department=_text(item, "Department"),
        title=_text(item, "JobTitle"),
        profession=_text(item, "Profession"),
    )


class _Reading:
    """Takes one document apart; what nobody asked for is left over at the end."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._phones: list[Phone] = []
        self._emails: list[Email] = []

    def details(self) -> ContactDetails:
        """Return the contact."""
        name = next(self._each("Name"), Element("Name"))
        work, *others = [*(_post(item) for item in self._each("Position")), Affiliation()]
        dates = [(item, date_of(_text(item, "Value"))) for item in self._each("Date")]
        birthday = next((day for item, day in dates if day and _BIRTHDAY in _labels(item)), None)
        return ContactDetails(
            display_name=_text(name, "FormattedName"),
            name=NameParts(
                prefix=_text(name, "Title"),
                given=_text(name, "GivenName"),
                additional=_text(name, "MiddleName"),
                family=_text(name, "FamilyName"),
                suffix=_text(name, "Suffix"),
            ),
            nickname=_text(name, "NickName"),
            organization=work.organization,
            department=work.department,
            title=work.title,
            profession=work.profession,
            affiliations=tuple(post for post in others if post != Affiliation()),
            birthday=birthday,
            gender=_GENDERS.get(_text(self._root, "Gender").lower(), ""),
            note=_text(self._root, "Notes"),
            phones=tuple(
                Phone(text, _label(item), _preferred(item))
                for item in self._each("PhoneNumber")
                if (text := _text(item, "Number"))
            ),
            emails=tuple(
                Email(text, _label(item), _preferred(item))
                for item in self._each("EmailAddress")
                if (text := _text(item, "Address"))
            ),
            addresses=tuple(self._addresses()),
            links=tuple(self._links()),
            dates=tuple(
                OwnDate(_label(item) or "other", day)
                for item, day in dates
                if day and _BIRTHDAY not in _labels(item)
            ),
            related=tuple(
                RelatedName(text, _label(item))
                for item in self._each("Person")
                if (text := _text(item, "FormattedName"))
            ),
            photo=self._photo(),
            other_properties=tuple(dict.fromkeys(self._left_over())),
        )

    def _each(self, kind: str) -> Iterator[Element]:
        yield from self._root.iterfind(f"{kind}Collection/{kind}")

    def _addresses(self) -> Iterator[Address]:
        for item in self._each("PhysicalAddress"):
            address = Address(
                street=_text(item, "Street"),
                city=_text(item, "Locality"),
                region=_text(item, "Region"),
                postal_code=_text(item, "PostalCode"),
                country=_text(item, "Country"),
                po_box=_text(item, "POBox"),
                extended=_text(item, "ExtendedAddress"),
                label=_label(item),
                preferred=_preferred(item),
            )
            if address.lines():
                yield address

    def _links(self) -> Iterator[Link]:
        for item in self._each("Url"):
            if text := _text(item, "Value"):
                yield Link(text, _label(item), preferred=_preferred(item))
        for item in self._each("IMAddress"):
            if text := _text(item, "Value"):
                service = _text(item, "Protocol")
                yield Link(text, _label(item), LinkKind.MESSAGING, service, _preferred(item))

    def _photo(self) -> Photo | None:
        for item in self._each("Photo"):
            value = item.find("Value")
            data = base64_bytes(value.text or "") if value is not None else None
            if value is not None and data:
                return Photo(value.get("ContentType", "image/jpeg").lower(), data)
        return None

    def _left_over(self) -> Iterator[str]:
        """Yield a line for each text that has no field."""
        seen_first: set[str] = set()
        for part in self._root:
            if part.tag in _OF_THE_FILE or part.tag == "Notes":
                continue
            if part.tag == "Gender" and (part.text or "").strip().lower() in _GENDERS:
                continue
            if not part.tag.endswith("Collection"):
                yield from _lines(part, (part.tag,))
                continue
            for item in part:
                used = _USED.get(item.tag, frozenset())
                if item.tag in {"Name", "Photo"} and item.tag in seen_first:
                    used = frozenset()
                seen_first.add(item.tag)
                for field in item:
                    unused_date = item.tag == "Date" and date_of(_text(item, "Value")) is None
                    if (field.tag not in used or unused_date) and field.tag != "LabelCollection":
                        yield from _lines(field, (item.tag, field.tag))


def _lines(element: Element, names: tuple[str, ...]) -> Iterator[str]:
    text = (element.text or "").strip()
    if text and element.get("nil") != "true":
        name = "-".join(("X-WINDOWS", *names)).upper()
        safe = "".join(mark if mark.isascii() and mark.isalnum() else "-" for mark in name)
        yield f"{safe}:{escaped_text(text)}"
    for inner in element:
        yield from _lines(inner, (*names, inner.tag))


def _labels(item: Element) -> list[str]:
    found = (label.text or "" for label in item.iterfind("LabelCollection/Label"))
    return [text.strip().lower() for text in found]


def _label(item: Element) -> str:
    words = [_LABELS.get(word, word.removeprefix("wab:")) for word in _labels(item)]
    # "fax" stands behind its place, as in "work fax".
    words = sorted((word for word in words if word), key=lambda word: word == "fax")
    if "mobile" in words:
        words = [word for word in words if word not in {"home", "work"}]
    return known_label(" ".join(dict.fromkeys(words)))


def _preferred(item: Element) -> bool:
    return "preferred" in _labels(item)


def is_empty(details: ContactDetails) -> bool:
    """Return whether there is nothing to know the contact by."""
    return shown_name(details) == shown_name(ContactDetails()) and not details.photo
