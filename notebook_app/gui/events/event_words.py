"""What is said of events: when, how they were, goal against result, amounts."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from notebook_app.gui.follow_ups.due_words import day_title, due_words, time_words
from notebook_app.gui.follow_ups.money_words import money_words, number_words
from notebook_app.gui.widgets.badge import BadgeKind
from notebook_app.model.conversation import Formality
from notebook_app.model.event import EventDraft, Involvement
from notebook_app.model.event_rows import EventRow
from notebook_app.model.opportunity import OpportunityState

_NEAR_DAYS = 6


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


def opportunity_words(state: OpportunityState) -> str:
    """Return how an opportunity stands, as a badge says it."""
    return {
        OpportunityState.OPEN: _tr("open"),
        OpportunityState.WON: _tr("won"),
        OpportunityState.LOST: _tr("lost"),
    }[state]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Events", text)
