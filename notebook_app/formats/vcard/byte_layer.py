"""From a file's bytes to UTF-8 bytes: byte order marks, UTF-16 and UTF-32, other charsets.

Folding can fall inside a character, so lines are unfolded as bytes and decoded afterwards,
each property by its own charset, else as UTF-8, else by the fallback.
"""

import codecs

FALLBACK_CHARSET = "cp1252"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_SNIFFED = 65_536


def as_utf8(data: bytes) -> bytes:
    """Return ``data`` without byte order mark, and in UTF-8 if it was UTF-16 or UTF-32."""
    charset, start = _wide_charset(data)
    if charset == "utf-8":
        return data[start:] if start else data
    return data[start:].decode(charset, "replace").encode("utf-8", "replace")


def looks_like_vcard(beginning: bytes) -> bool:
    """Return whether the first bytes of a file (64 KB are enough) hold the start of a card."""
    head = as_utf8(beginning[: _SNIFFED // 4 * 4])
    return b"BEGIN:VCARD" in head.upper().replace(b" ", b"").replace(b"\t", b"")


def decode_line(raw: bytes, charset: str = "", fallback: str = FALLBACK_CHARSET) -> str:
    """Decode a property's bytes by its ``charset``, else as UTF-8, else by ``fallback``."""
    for candidate in (charset, "utf-8", fallback):
        if candidate:
            try:
                return raw.decode(candidate)
            except (LookupError, UnicodeError, ValueError):
                continue
    return raw.decode("latin-1")


def _wide_charset(data: bytes) -> tuple[str, int]:
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return charset, len(mark)
    for charset in _WIDE:
        if data.startswith(("BEGIN".encode(charset), "begin".encode(charset))):
            return charset, 0
    return "utf-8", 0
