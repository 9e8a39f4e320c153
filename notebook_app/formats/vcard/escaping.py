"""Escapes values on writing.

Only what readers take back everywhere: ``\\``, ``,`` and line breaks in text, ``;`` only
inside structured values, nothing in addresses of the web.
"""

from collections.abc import Sequence

from notebook_app.formats.vcard.card_property import ValueKind

_FRAME_REACH = 20


def joined_value(kind: ValueKind, parts: Sequence[str]) -> str:
    """Return the value of a 3.0 or 4.0 property."""
    match kind:
        case ValueKind.TEXT:
            return escaped_text(parts[0])
        case ValueKind.LIST:
            return ",".join(escaped_text(part) for part in parts)
        case ValueKind.STRUCTURED:
            return ";".join(escaped_component(part) for part in parts)
        case ValueKind.URI:
            return one_line(parts[0])


def escaped_text(text: str) -> str:
    """Escape a text value (RFC 6350, 3.4)."""
    if "\\" in text or "," in text:
        text = text.replace("\\", "\\\\").replace(",", "\\,")
    return _without_breaks(text, "\\n")


def escaped_component(text: str) -> str:
    """Escape one part of a structured value."""
    text = escaped_text(text)
    return text.replace(";", "\\;") if ";" in text else text


def one_line(text: str) -> str:
    """Return ``text`` without line breaks, which would begin a new property."""
    return _without_breaks(text, "")


def begins_like_a_frame(text: str, at: int) -> bool:
    """Return whether a line broken at ``at`` would begin or end a card for some readers."""
    return text[at : at + _FRAME_REACH].lstrip()[:5].upper() in {"BEGIN", "END:V", "END :"}


def safe_parameter(text: str) -> str:
    """Return ``text`` without what no parameter may hold: quotes and control characters."""
    return "".join(character for character in text if character >= " " and character != '"')


def _without_breaks(text: str, instead: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\n", instead) if "\n" in text else text
