"""What came of a follow-up, and why a day was moved, in the words of the window."""

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from notebook_app.gui.follow_ups.due_words import short_day
from notebook_app.model.follow_up import Outcome
from notebook_app.model.next_days import Distance, NextDay, Taken

OUTCOME_LETTERS: Final[dict[Outcome, str]] = {
    Outcome.REACHED: "R",
    Outcome.NO_ANSWER: "A",
    Outcome.MESSAGE_LEFT: "G",
    Outcome.POSTPONED: "P",
    Outcome.DONE: "D",
}
"""Each occurs in the outcome's words and in no kind of follow-up's, so that both have keys."""


def outcome_name(outcome: Outcome) -> str:
    """Return ``Reached``, ``No answer`` and so on."""
    return {
        Outcome.REACHED: _tr("Reached"),
        Outcome.NO_ANSWER: _tr("No answer"),
        Outcome.MESSAGE_LEFT: _tr("Left a message"),
        Outcome.POSTPONED: _tr("Postponed by them"),
        Outcome.DONE: _tr("Done"),
    }[outcome]


def distance_name(distance: Distance) -> str:
    """Return ``Tomorrow``, ``In 3 days`` and so on."""
    return {
        Distance.TOMORROW: _tr("Tomorrow"),
        Distance.THREE_DAYS: _tr("+3 days"),
        Distance.WEEK: _tr("Next week"),
        Distance.TWO_WEEKS: _tr("+2 weeks"),
        Distance.MONTH: _tr("+1 month"),
    }[distance]


def next_day_words(found: NextDay, today: date, locale: QLocale) -> str:
    """Return ``Mon 30 Nov``, or ``Mon 30 Nov – Thu is full`` for a day that was moved."""
    day = short_day(found.day, today, locale)
    if found.taken is None:
        return day
    weekday = locale.standaloneDayName(found.meant.isoweekday(), QLocale.FormatType.ShortFormat)
    pattern = {
        Taken.WEEKEND: _tr("{weekday} is a weekend"),
        Taken.HOLIDAY: _tr("{weekday} is {holiday}"),
        Taken.FULL: _tr("{weekday} is full"),
    }[found.taken]
    return f"{day} – {pattern.format(weekday=weekday, holiday=found.holiday)}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Outcome", text)
