"""What a language contributes to reading lines: its words, as one table.

To add a language, write a file such as ``english.py`` with one ``LanguageWords`` in it and name it
in ``vocabulary.py``; a long table in it may have a file of its own. Words are written as people
write them; case and accents never matter. A phrase of several words is one entry ("the day before
yesterday").
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from notebook_app.model.conversation import Channel, Formality
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.offering import Direction, FavourKind


class Unit(StrEnum):
    """What distances in time are counted in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a word says of how and where people spoke.

    A channel that is not ``firm`` only follows from the place: coffee on Zoom is a video call.
    ``directed`` words are done by one to the other (to ring), so they tell who began.
    """

    channel: Channel | None = None
    setting: str = ""
    formality: Formality | None = None
    firm: bool = True
    directed: bool = False


def met_at(setting: str, formality: Formality = Formality.INFORMAL) -> Occasion:
    """Return what the name of a place says: that they spoke there in person."""
    return Occasion(Channel.IN_PERSON, setting, formality, firm=False)


@dataclass(frozen=True, slots=True)
class FavourPhrase:
    """A turn of phrase for a favour.

    ``{about}`` stands for the name of who was introduced or referred, ``{by}`` for the name of
    who did it or for whom it was done; without it that is the person of the line. With ``says``
    the rest of the sentence tells what it was about.
    """

    words: str
    kind: FavourKind
    direction: Direction
    says: bool = False


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """The words of a language, each where it means something to a line."""

    weekdays: tuple[tuple[str, ...], ...]
    months: tuple[tuple[str, ...], ...]
    numbers: Mapping[str, int]
    days: Mapping[str, int]
    units: Mapping[str, Unit]
    last: tuple[str, ...]
    next: tuple[str, ...]
    this: tuple[str, ...]
    ago_before: tuple[str, ...] = ()
    ago_behind: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    day_leads: tuple[str, ...] = ()
    month_leads: tuple[str, ...] = ()
    every: tuple[str, ...] = ()
    repeats: Mapping[str, tuple[Unit, int]] = field(default_factory=dict)
    other: tuple[str, ...] = ()
    time_leads: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    times: Mapping[str, int] = field(default_factory=dict)
    nouns: Mapping[str, Occasion] = field(default_factory=dict)
    verbs: Mapping[str, Occasion] = field(default_factory=dict)
    participles: Mapping[str, Occasion] = field(default_factory=dict)
    i_words: tuple[str, ...] = ()
    they_words: tuple[str, ...] = ()
    me_words: tuple[str, ...] = ()
    them_words: tuple[str, ...] = ()
    they_did: tuple[str, ...] = ()
    i_did: tuple[str, ...] = ()
    with_words: tuple[str, ...] = ()
    to_words: tuple[str, ...] = ()
    and_words: tuple[str, ...] = ()
    place_leads: tuple[str, ...] = ()
    organization_leads: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    qualities: tuple[str, ...] = ()
    ordinary: tuple[str, ...] = ()
    acquaintances: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    kinds: Mapping[str, FollowUpKind] = field(default_factory=dict)
    kinds_behind: Mapping[str, FollowUpKind] = field(default_factory=dict)
    favours: tuple[FavourPhrase, ...] = ()
    phone_labels: tuple[str, ...] = ()
    work_leads: tuple[str, ...] = ()
