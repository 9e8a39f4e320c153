"""Words of fixed sets on the command line, with their usual other spellings."""

from enum import StrEnum
from typing import TypeVar

from notebook_app.cli.command_parser import WrongUsage
from notebook_app.model.conversation import Channel
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.follow_up_words import kind_of
from notebook_app.model.name_form import folded

Choice = TypeVar("Choice", bound=StrEnum)

_CHANNELS = {
    "email": Channel.EMAIL,
    "mail": Channel.EMAIL,
    "phone": Channel.CALL,
    "text": Channel.MESSAGE,
    "note": Channel.NOTE,
}


def channel_from(text: str) -> Channel:
    """Return the channel that an argument names.

    Raises:
        WrongUsage: there is no such channel.
    """
    return _CHANNELS.get(folded(text)) or choice_from(text, Channel, "channel")


def kind_from(text: str) -> FollowUpKind:
    """Return the kind of follow-up that an argument names.

    Raises:
        WrongUsage: there is no such kind.
    """
    return kind_of(text) or choice_from(text, FollowUpKind, "kind of follow-up")


def choice_from(text: str, choices: type[Choice], what: str) -> Choice:
    """Return the one of ``choices`` that an argument names; hyphens may stand for spaces.

    Raises:
        WrongUsage: there is none; all are then listed.
    """
    wanted = _bare(text)
    for choice in choices:
        if _bare(choice.value) == wanted:
            return choice
    raise WrongUsage(f"There is no {what} '{text}'; choose from: {', '.join(choices)}.")


def _bare(text: str) -> str:
    return folded(text).replace("-", "").replace("_", "").replace(" ", "")
