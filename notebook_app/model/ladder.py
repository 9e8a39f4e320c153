"""The ladder: what to do next with somebody one has just met, one rung after the other.

An e-mail, a handwritten note, a call, a coffee, and then keeping in touch. Whoever asks says what
is known of the person and of the meeting; the tables here say which act fits.
"""

from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from notebook_app.foundation.record import record
from notebook_app.model.follow_up import FollowUpKind

OFF: Final = "off"
"""Stands for the rung to begin with where nothing is to be proposed."""

WITHIN_DAYS: Final = 2
"""Somebody newly met hears from one within so many days: 48 hours."""

MET_LATELY_DAYS: Final = 14
"""For so many days somebody is newly met."""

LONG_TALK_LETTERS: Final = 240
"""A talk of which one wrote down so much was a long one."""


class Rung(StrEnum):
    """A step of the ladder."""

    EMAIL = "e-mail"
    NOTE = "handwritten note"
    CALL = "call"
    COFFEE = "coffee"
    KEEP = "keep in touch"


KINDS: Final = {
    Rung.EMAIL: FollowUpKind.EMAIL,
    Rung.NOTE: FollowUpKind.NOTE,
    Rung.CALL: FollowUpKind.CALL,
    Rung.COFFEE: FollowUpKind.COFFEE,
}
"""By which follow-up a rung is done; to keep in touch is a cadence and no follow-up."""


@record
class Known:
    """What is known of somebody and of the meeting; ``nearby`` is None where no town is known.

    ``letters`` is how much was written down of the talk. It was ``personal`` if there is
    something to remember of them, or it took place over a coffee, at lunch or at home.
    """

    email: bool = False
    phone: bool = False
    address: bool = False
    nearby: bool | None = None
    letters: int = 0
    personal: bool = False


_FIRST: Final[tuple[tuple[Rung, Callable[[Known], bool]], ...]] = (
    (Rung.NOTE, lambda known: known.personal or known.letters >= LONG_TALK_LETTERS),
    (Rung.EMAIL, lambda known: known.email),
    (Rung.NOTE, lambda known: known.address),
    (Rung.CALL, lambda known: known.phone),
    (Rung.COFFEE, lambda known: known.nearby is True),
)
"""The first that fits is proposed. Whoever can't be reached in any way may be met once more."""

_POSSIBLE: Final[dict[Rung, Callable[[Known], bool]]] = {
    Rung.CALL: lambda known: known.phone,
    Rung.COFFEE: lambda known: known.nearby is not False,
    Rung.KEEP: lambda known: True,
}
_FOLLOWING: Final = {
    Rung.EMAIL: (Rung.CALL, Rung.COFFEE, Rung.KEEP),
    Rung.NOTE: (Rung.CALL, Rung.COFFEE, Rung.KEEP),
    Rung.CALL: (Rung.COFFEE, Rung.KEEP),
    Rung.COFFEE: (Rung.KEEP,),
    Rung.KEEP: (),
}
_DAYS_BEFORE: Final = {Rung.CALL: 7, Rung.COFFEE: 14, Rung.KEEP: 0}
"""How long one waits before the following rung."""


def rung_from(text: str) -> Rung | None:
    """Return the rung that is stored so; None for ``off``, nothing, or what nobody knows."""
    return Rung(text) if text in list(Rung) else None


def first_rung(known: Known, own: str = "", usual: str = "") -> Rung | None:
    """Return the first rung for somebody newly met, or None if nothing is to be proposed.

    ``own`` is what was chosen for them and ``usual`` for everybody: a rung, ``off``, or empty for
    whatever fits the meeting.
    """
    chosen = own or usual
    if chosen == OFF:
        return None
    if (rung := rung_from(chosen)) is not None:
        return rung
    return next((rung for rung, fits in _FIRST if fits(known)), Rung.COFFEE)


def following_rung(done: Rung, known: Known) -> Rung | None:
    """Return the next rung after one that was done, leaving out what can't be; None at the end."""
    return next((rung for rung in _FOLLOWING[done] if _POSSIBLE[rung](known)), None)


def first_due(met_on: date, today: date) -> date:
    """Return by when somebody is to hear from one: within 48 hours, or now if that is over."""
    return max(met_on + timedelta(days=WITHIN_DAYS), today)


def due_after_event(event_on: date, today: date) -> date:
    """Return when a follow-up planned after an event is due: as ``first_due``, but not today."""
    return max(first_due(event_on, today), today + timedelta(days=1))


def following_due(rung: Rung, done_on: date, today: date) -> date:
    """Return when a following rung is due; not before tomorrow, and to keep in touch from now."""
    days = _DAYS_BEFORE.get(rung, WITHIN_DAYS)
    if rung is Rung.KEEP:
        return today
    return max(done_on + timedelta(days=days), today + timedelta(days=1))
