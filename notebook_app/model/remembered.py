"""Things to remember of somebody: children, hobbies, what they care about."""

from datetime import date

from notebook_app.foundation.record import record


@record
class RememberedRow:
    """One fact, with the day it was noted and the conversation it came up in, if any."""

    id: int
    contact_id: int
    text: str
    noted_on: date
    conversation_id: int | None = None
