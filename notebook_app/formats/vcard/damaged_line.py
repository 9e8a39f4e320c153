"""Lines without a colon: kept as they came, but never written as such.

One of them makes Android's importer refuse a whole file, so they travel inside a property.
"""

from notebook_app.formats.vcard.escaping import escaped_text

DAMAGED = "X-DAMAGED-LINE"


def wrapped(line: str) -> str:
    """Return a line without a colon as a property that every reader accepts."""
    return f"{DAMAGED}:{escaped_text(line)}"


def is_damaged(line: str) -> bool:
    """Return whether ``line`` is none that a vCard may hold, but for white space before it."""
    name, colon, _ = line.partition(":")
    return not colon or not name.strip()
