"""The repeats that the window offers, as RRULE values (RFC 5545, section 3.3.10).

A monthly rule on the 31st would leave out the shorter months, and a yearly one on 29 February
three years of four; so those days name the days they may fall back to.
"""

from datetime import date
from enum import StrEnum

from PySide6.QtCore import QCoreApplication


class Repeat(StrEnum):
    """How often something comes again."""

    NEVER = ""
    WEEKLY = "FREQ=WEEKLY"
    EVERY_2_WEEKS = "FREQ=WEEKLY;INTERVAL=2"
    MONTHLY = "FREQ=MONTHLY"
    EVERY_3_MONTHS = "FREQ=MONTHLY;INTERVAL=3"
    YEARLY = "FREQ=YEARLY"


def repeat_rule(repeat: Repeat, start: date) -> str:
    """Return the rule for ``repeat`` begun on ``start``; empty for never."""
    if repeat in (Repeat.MONTHLY, Repeat.EVERY_3_MONTHS) and start.day > 28:
        days = ",".join(str(day) for day in range(28, start.day + 1))
        return f"{repeat.value};BYMONTHDAY={days};BYSETPOS=-1"
    if repeat is Repeat.YEARLY and (start.month, start.day) == (2, 29):
        return f"{repeat.value};BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1"
    return repeat.value


def repeat_of(rule: str) -> Repeat | None:
    """Return the choice that made ``rule``, or None for a rule from elsewhere."""
    for repeat in reversed(Repeat):
        for start in (date(2001, 1, 1), *(date(2000, 1, day) for day in (29, 30, 31))):
            if rule == repeat_rule(repeat, start):
                return repeat
    return Repeat.YEARLY if rule == repeat_rule(Repeat.YEARLY, date(2000, 2, 29)) else None


def short_month_words(rule: str, start: date) -> str:
    """Return what happens in months or years without the day of ``start``; empty if all have it."""
    if "BYSETPOS=-1" not in rule or start.day <= 28:
        return ""
    if rule.startswith(Repeat.YEARLY.value):
        return _tr("In years without a 29 February it comes on the 28th.")
    return _tr("In shorter months it comes on the last day.")


def repeat_name(repeat: Repeat) -> str:
    """Return ``Never``, ``Every week`` and so on."""
    return {
        Repeat.NEVER: _tr("Never"),
        Repeat.WEEKLY: _tr("Every week"),
        Repeat.EVERY_2_WEEKS: _tr("Every 2 weeks"),
        Repeat.MONTHLY: _tr("Every month"),
        Repeat.EVERY_3_MONTHS: _tr("Every 3 months"),
        Repeat.YEARLY: _tr("Every year"),
    }[repeat]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Repeat", text)
