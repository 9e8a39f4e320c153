"""Escapes text of calendar files and takes escapes off again (RFC 5545, section 3.3.11)."""

import re

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_UNKNOWN_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x85]")


def tidied(text: str) -> str:
    """Return text as a calendar file can hold it: no control characters, one kind of line end."""
    return _CONTROLS.sub("", _UNKNOWN_ENDS.sub("\n", text)).encode("utf-8", "replace").decode()


def escaped(text: str) -> str:
    """Return text with backslashes, semicolons, commas and line ends escaped."""
    text = tidied(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n")


def unescaped(text: str) -> str:
    """Return what was escaped; a backslash before any other character is that character."""
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)
