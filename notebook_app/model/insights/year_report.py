"""Looking back at a year: who mattered, what began where, what grew and what faded.

Whoever is in the trash is left out. Work belongs to the year in which it began, as in the report
on sources. Somebody stepped up if the last stage of the year is above the one before it.

A relationship with somebody known before the year grew by talk if there were at least four
conversations, and twice as many as the year before; it faded if there were at least four the year
before, and at most half as many now. Of a year that is not over, the year before counts only as
far as this one has come: 200 of 365 days, 200 of 365 of its conversations.
"""

from typing import Final

from notebook_app.foundation.record import record
from notebook_app.model.contact import Stage
from notebook_app.model.insights.balance_report import Activity
from notebook_app.model.insights.figures import Figures

LEAST_TALK: Final = 4
"""So often one must have spoken in a year for a relationship to grow or fade by it."""


@record
class TalkedWith:
    """Somebody, and how often one spoke with them in the year and in the one before."""

    contact_id: int
    name: str
    times: int
    times_before: int


@record
class WorkedWith:
    """A client, and the work with them that began in the year."""

    contact_id: int
    name: str
    figures: Figures


@record
class Brought:
    """Somebody who brought work that began in the year, wherever they stand in its chain."""

    contact_id: int
    name: str
    figures: Figures


@record
class BeganAt:
    """A place where things began: people met first there, and work that grew from there.

    ``event_id`` is that of an event; otherwise ``label`` is a setting, empty if not known.
    """

    label: str
    event_id: int | None
    people_ids: tuple[int, ...]
    work: Figures


@record
class Stepped:
    """A step in a relationship, as from know to like; ``before`` is None for the first one."""

    contact_id: int
    name: str
    before: Stage | None
    stage: Stage


@record
class YearReport:
    """A calendar year. Lists have the first ones only; the ``…_in_all`` say of how many.

    ``by_talk``, ``by_value`` and ``by_referrals`` are the people who mattered most, each by
    another measure. ``work`` is all that began in the year; ``left_out`` of it is in the trash.
    ``running`` says that the year is not over.
    """

    year: int
    running: bool
    activity: Activity
    work: Figures
    left_out: int
    by_talk: tuple[TalkedWith, ...]
    talked_with_in_all: int
    by_value: tuple[WorkedWith, ...]
    by_referrals: tuple[Brought, ...]
    referrers_in_all: int
    began: tuple[BeganAt, ...]
    stepped: tuple[Stepped, ...]
    stepped_in_all: int
    grew: tuple[TalkedWith, ...]
    grew_in_all: int
    faded: tuple[TalkedWith, ...]
    faded_in_all: int
