"""Several tags in one cell: Google, Outlook and people part them in three ways."""

from collections.abc import Sequence

SEVERAL = ":::"
"""What Google puts between several values in one cell, and we between tags with commas."""

_NO_TAG = frozenset({"* myContacts", "myContacts", "* starred"})


def tags_of(text: str) -> list[str]:
    """Return the tags of a cell; Google's own groups are none."""
    mark = SEVERAL if SEVERAL in text else ";" if ";" in text else ","
    found = (tag.strip() for tag in text.split(mark))
    return [tag for tag in found if tag and tag not in _NO_TAG]


def tags_text(tags: Sequence[str]) -> str:
    """Return the cell that ``tags_of`` reads as these tags."""
    if any("," in tag or ";" in tag for tag in tags):
        return f"{tags[0]} {SEVERAL}" if len(tags) == 1 else f" {SEVERAL} ".join(tags)
    return ", ".join(tags)
