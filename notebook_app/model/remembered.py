"""Things to remember of somebody: children, hobbies, what they care about."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class RememberedRow:
    """One fact, with the day it was noted and the conversation it came up in, if any."""

    id: int
    contact_id: int
    text: str
    noted_on: date
    conversation_id: int | None = None
