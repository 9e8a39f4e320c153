"""What is said of events: when, how they were, goal against result, amounts."""

from datetime import date
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QCoreApplication, QLocale

from notebook_app.gui.follow_ups.due_words import day_title, due_words, time_words
from notebook_app.gui.widgets.badge import BadgeKind
from notebook_app.model.conversation import Formality
from notebook_app.model.event import EventDraft, Involvement
from notebook_app.model.event_rows import EventRow
from notebook_app.model.opportunity import OpportunityState

_NEAR_DAYS = 6
_EXACT_AS_FLOAT = Decimal(10**13)
"""From here on a float would lose the cents."""


def formality_words(formality: Formality) -> str:
    """Return whether it was organised, as a chip says it."""
    return {
        Formality.ORGANISED: _tr("Organised"),
        Formality.INFORMAL: _tr("Informal"),
    }[formality]


def involvement_words(involvement: Involvement, *, to_come: bool = False) -> str:
    """Return what the user did there, or will do, as a chip says it."""
    if to_come:
        return {
            Involvement.ATTENDED: _tr("you attend"),
            Involvement.HOSTED: _tr("you host"),
            Involvement.TALKED: _tr("you give a talk"),
        }[involvement]
    return {
        Involvement.ATTENDED: _tr("Attended"),
        Involvement.HOSTED: _tr("Hosted"),
        Involvement.TALKED: _tr("Gave a talk"),
    }[involvement]


def when_words(draft: EventDraft, today: date, locale: QLocale) -> str:
    """Return ``Tuesday 24 November, 08:00``."""
    day = day_title(draft.on, today, locale)
    day = day[:1].upper() + day[1:]
    return day if draft.at is None else f"{day}, {time_words(draft.at, locale)}"


def result_words(goal: int | None, met: int, locale: QLocale) -> str:
    """Return ``3 of 3 new people``, or how many were met where there was no goal."""
    count = locale.toString(met)
    if goal:
        return _tr("{count} of {goal} new people").format(count=count, goal=locale.toString(goal))
    return _tr("1 new person") if met == 1 else _tr("{count} new people").format(count=count)


def row_badge(row: EventRow, today: date, locale: QLocale) -> tuple[str, BadgeKind] | None:
    """Return what stands at the end of a line: how near, or how it went."""
    if row.on >= today:
        if (row.on - today).days <= _NEAR_DAYS:
            return due_words(row.on, row.at, today, locale), BadgeKind.AMBER
        return None
    if row.goal_new_people:
        reached = row.met >= row.goal_new_people
        words = _tr("{count} of {goal} new").format(
            count=locale.toString(row.met), goal=locale.toString(row.goal_new_people)
        )
        return words, BadgeKind.ACCENT if reached else BadgeKind.NEUTRAL
    if row.met:
        return _tr("{count} new").format(count=locale.toString(row.met)), BadgeKind.ACCENT
    return None


def second_line(row: EventRow, today: date, locale: QLocale) -> str:
    """Return the quiet line under the name: time, place, host, who is expected."""
    parts = [
        "" if row.at is None else time_words(row.at, locale),
        " ".join(row.place[:120].split()),
        " ".join(row.host[:120].split()),
    ]
    if row.expected and row.on >= today:
        parts.append(_tr("{count} expected").format(count=locale.toString(row.expected)))
    return " · ".join(part for part in parts if part)


def cost_words(draft: EventDraft, locale: QLocale) -> str:
    """Return what it cost in money and hours."""
    parts = []
    if draft.fee is not None:
        parts.append(money_words(draft.fee, draft.fee_currency, locale))
    if draft.hours is not None:
        hours = number_words(draft.hours, locale)
        parts.append(_tr("1 hour") if draft.hours == 1 else _tr("{n} hours").format(n=hours))
    return " · ".join(parts)


def money_words(value: Decimal, currency: str, locale: QLocale) -> str:
    """Return an amount with its currency as the locale writes numbers, cents in two places."""
    whole = value == value.to_integral_value()
    if value >= _EXACT_AS_FLOAT:
        number = f"{value:.{0 if whole else 2}f}"
    else:
        number = locale.toString(float(value), "f", 0 if whole else 2)
    return f"{currency}\u00a0{number}".strip("\u00a0")


def number_words(value: Decimal, locale: QLocale) -> str:
    """Return a number with the places it has; half an hour and cents alike read well."""
    exponent = value.normalize().as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return locale.toString(float(value), "f", places)


def amount_from(text: str) -> Decimal | None:
    """Return the amount that was typed, ``12.50`` or ``12,50``; None if it is none.

    Raises:
        ValueError: it is not a number of 0 or more.
    """
    words = text.strip().replace(" ", "").replace("\u202f", "").replace("\u00a0", "")
    if not words:
        return None
    if "," in words and "." in words:
        thousands = "," if words.rfind(".") > words.rfind(",") else "."
        words = words.replace(thousands, "")
    words = words.replace(",", ".")
    try:
        amount = Decimal(words)
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not amount.is_finite() or amount < 0 or amount > 10**12:
        raise ValueError(text)
    return amount


def opportunity_words(state: OpportunityState) -> str:
    """Return how an opportunity stands, as a badge says it."""
    return {
        OpportunityState.OPEN: _tr("open"),
        OpportunityState.WON: _tr("won"),
        OpportunityState.LOST: _tr("lost"),
    }[state]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Events", text)
