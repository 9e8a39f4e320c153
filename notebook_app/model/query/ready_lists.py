"""Lists that every notebook has; each is a query of the same language and can be copied."""

from notebook_app.foundation.record import record


@record
class ReadyList:
    """A ready-made list: a key that stays, its English name, its query."""

    key: str
    name: str
    query: str


LOSING_TOUCH = ReadyList("losing-touch", "Losing touch", "cadence:overdue")
CLIENTS = ReadyList("clients", "Clients", "role:client")
NOT_FOLLOWED_UP = ReadyList(
    "not-followed-up", "Met but not followed up", "talks:1 last:<=90d due:never -is:resting"
)
NO_WAY_TO_REACH = ReadyList("no-way-to-reach", "No way to reach", "-has:reach,address")
BIRTHDAYS = ReadyList("birthdays", "Birthdays this month", "birthday:this-month")
RECENTLY_ADDED = ReadyList("recently-added", "Recently added", "added:<30d")

READY_LISTS = (
    CLIENTS,
    LOSING_TOUCH,
    NOT_FOLLOWED_UP,
    NO_WAY_TO_REACH,
    BIRTHDAYS,
    RECENTLY_ADDED,
)
"""In the order in which they are offered."""
