"""Reads MeCards, the short form in which many QR codes carry a contact, and gives them as vCards.

The form is NTT Docomo's: ``MECARD:N:family,given;TEL:…;;``, with ``\\`` before a mark that is
part of a value. What has no place in a vCard is kept as ``X-MECARD-…`` lines.
"""

from collections.abc import Callable, Iterator, Sequence

from notebook_app.formats.vcard.escaping import escaped_component, escaped_text, one_line
from notebook_app.model.contact import NameParts
from notebook_app.model.name_form import joined_name

_BEGINNING = "MECARD:"
_YEARLESS = "0000"


def looks_like_mecard(text: str) -> bool:
    """Return whether the text of a code is a MeCard."""
    return text.lstrip()[: len(_BEGINNING)].upper() == _BEGINNING


def mecard_as_vcard(text: str) -> str:
    """Return a MeCard as a vCard 3.0, or "" if it says nothing."""
    lines = [line for name, value in _fields(text) for line in _lines(name, value)]
    if not lines:
        return ""
    return "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""))


def _fields(text: str) -> Iterator[tuple[str, str]]:
    """Yield name and value of each field, the value with its escapes."""
    for field in _split(text.strip()[len(_BEGINNING) :], ";"):
        name, colon, value = field.strip().partition(":")
        if not colon and name:
            yield "TEXT", name
        elif value.strip():
            plain = "".join(mark if mark.isascii() and mark.isalnum() else "-" for mark in name)
            yield plain.upper() or "TEXT", value


def _lines(name: str, value: str) -> Iterator[str]:
    if name in _WRITERS:
        yield from _WRITERS[name](value)
    elif name in _TEXTS:
        yield f"{_TEXTS[name]}:{escaped_text(_plain(value))}"
    elif name.startswith("X-"):
        yield f"{name}:{escaped_text(_plain(value))}"
    else:
        yield f"X-MECARD-{name}:{escaped_text(_plain(value))}"


def _name(value: str) -> Iterator[str]:
    parts = [_plain(part).strip() for part in _split(value, ",")]
    if len(parts) == 1:
        yield f"FN:{escaped_text(parts[0])}"
        return
    family, given, *more = parts
    additional = " ".join(part for part in more if part)
    shown = joined_name(NameParts(given=given, additional=additional, family=family))
    yield f"N:{_joined((family, given, additional, '', ''))}"
    yield f"FN:{escaped_text(shown)}"


def _sound(value: str) -> Iterator[str]:
    family, *given = (_plain(part).strip() for part in _split(value, ","))
    if family:
        yield f"X-PHONETIC-LAST-NAME:{escaped_text(family)}"
    if any(given):
        yield f"X-PHONETIC-FIRST-NAME:{escaped_text(' '.join(given))}"


def _address(value: str) -> Iterator[str]:
    parts = [_plain(part).strip() for part in _split(value, ",")]
    if len(parts) == 7:
        # PO box, room, house, city, prefecture, postal code, country: as in a vCard's ADR.
        yield f"ADR:{_joined(parts)}"
    else:
        whole = ", ".join(part for part in parts if part)
        yield f"ADR:{_joined(('', '', whole, '', '', '', ''))}"


def _birthday(value: str) -> Iterator[str]:
    digits = _plain(value).strip()
    if len(digits) == 8 and digits.startswith(_YEARLESS):
        digits = f"--{digits[4:]}"
    yield f"BDAY:{one_line(digits)}"


def _video(value: str) -> Iterator[str]:
    yield f"TEL;TYPE=VIDEO:{escaped_text(_plain(value))}"


def _organization(value: str) -> Iterator[str]:
    yield f"ORG:{escaped_component(_plain(value))}"


def _address_of_the_web(value: str) -> Iterator[str]:
    yield f"URL:{one_line(_plain(value))}"


_WRITERS: dict[str, Callable[[str], Iterator[str]]] = {
    "N": _name,
    "SOUND": _sound,
    "ADR": _address,
    "BDAY": _birthday,
    "TEL-AV": _video,
    "ORG": _organization,
    "URL": _address_of_the_web,
}
_TEXTS = {
    "TEL": "TEL",
    "EMAIL": "EMAIL",
    "NOTE": "NOTE",
    "MEMO": "NOTE",
    "NICKNAME": "NICKNAME",
    "TITLE": "TITLE",
}


def _joined(parts: Sequence[str]) -> str:
    return ";".join(escaped_component(part) for part in parts)


def _split(text: str, mark: str) -> list[str]:
    """Split at each ``mark`` that has no backslash before it; escapes stay as they are."""
    parts: list[str] = []
    start = at = 0
    while at < len(text):
        if text[at] == "\\":
            at += 2
            continue
        if text[at] == mark:
            parts.append(text[start:at])
            start = at + 1
        at += 1
    parts.append(text[start:])
    return parts


def _plain(text: str) -> str:
    """Return a value without its escapes: ``\\`` before any mark stands for that mark."""
    if "\\" not in text:
        return text
    taken: list[str] = []
    marks = iter(text)
    for mark in marks:
        taken.append(next(marks, mark) if mark == "\\" else mark)
    return "".join(taken)
