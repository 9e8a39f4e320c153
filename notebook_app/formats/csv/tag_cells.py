"""Several tags in one cell: Google, Outlook and people part them in three ways."""

from collections.abc import Sequence

SEVERAL = ":::"
"""What Google puts between several values in one cell, and we between tags with commas."""

_GOOGLES_OWN = {
    "* myContacts": "",
    "* starred": "",
    "* friends": "friends",
    "* family": "family",
    "* coworkers": "coworkers",
}


def tags_of(text: str) -> list[str]:
    """Return the tags of a cell; of Google's own groups some are none."""
    mark = SEVERAL if SEVERAL in text else ";" if ";" in text else ","
    found = (tag.strip() for tag in text.split(mark))
    return [tag for each in found if (tag := _GOOGLES_OWN.get(each, each))]


def tags_text(tags: Sequence[str]) -> str:
    """Return the cell that ``tags_of`` reads as these tags."""
    if any("," in tag or ";" in tag for tag in tags):
        return f"{tags[0]} {SEVERAL}" if len(tags) == 1 else f" {SEVERAL} ".join(tags)
    return ", ".join(tags)
