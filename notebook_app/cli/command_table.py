"""All commands by their names. Each is loaded when it is asked for, and no other is."""

from collections.abc import Callable
from dataclasses import dataclass

from notebook_app.cli.command import Command


@dataclass(frozen=True)
class Offered:
    """A command that is offered: one line on what it does, and how to load it."""

    summary: str
    load: Callable[[], Command]


def _list() -> Command:
    from notebook_app.cli.list_people import COMMAND

    return COMMAND


COMMANDS: dict[str, Offered] = {
    "list": Offered("everyone, or those whom a query finds", _list),
}
"""What is offered, in the order in which help lists it."""

NOT_YET = {
    "event": "Events",
    "opportunity": "Opportunities",
    "service": "Services",
    "report": "Reports",
}
"""Commands that this version does not have yet, and what they would be about."""
