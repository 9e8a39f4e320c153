"""What of a follow-up goes on a printed list, and what does not."""

from enum import StrEnum
from typing import Final


class ListPart(StrEnum):
    """A column to show or to leave out; the name and the day are always there."""

    ORGANIZATION = "organization"
    PHONES = "phones"
    EMAILS = "emails"
    ADDRESSES = "addresses"
    WHAT = "what"
    WHY = "why"
    LAST_TOPIC = "last topic"


USUAL_LIST_PARTS: Final = frozenset(ListPart) - {ListPart.ADDRESSES}
"""What a list shows unless somebody chooses otherwise."""
