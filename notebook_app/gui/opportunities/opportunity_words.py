"""What is said of opportunities: how they stand, how they came, what they are worth, when."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QLocale

from notebook_app.gui.follow_ups.due_words import due_kind, due_words, short_day
from notebook_app.gui.follow_ups.money_words import money_words
from notebook_app.gui.widgets.badge import BadgeKind
from notebook_app.model.opportunity import OpportunityState, Source
from notebook_app.model.opportunity_rows import OpportunityRow


def state_title(state: OpportunityState) -> str:
    """Return the words above a column."""
    return {
        OpportunityState.OPEN: _tr("Open"),
        OpportunityState.WON: _tr("Won"),
        OpportunityState.LOST: _tr("Lost"),
    }[state]


def source_words(source: Source) -> str:
    """Return a source as a choice and a card say it."""
    return {
        Source.DIRECT_REFERRAL: _tr("Direct referral"),
        Source.INDIRECT_REFERRAL: _tr("Indirect referral"),
        Source.NETWORK_REFERRAL: _tr("Network referral"),
        Source.SELF_REFERRAL: _tr("Self referral"),
        Source.MARKETING_RESPONSE: _tr("Marketing response"),
        Source.REPUTATION_RESPONSE: _tr("Reputation response"),
    }[source]


def source_meaning(source: Source) -> str:
    """Return in a sentence what a source stands for."""
    return {
        Source.DIRECT_REFERRAL: _tr("Somebody sent them to you because they needed you."),
        Source.INDIRECT_REFERRAL: _tr("They needed you and found you through your network."),
        Source.NETWORK_REFERRAL: _tr("You were introduced before there was a need."),
        Source.SELF_REFERRAL: _tr("You met them yourself: at an event, online, in town."),
        Source.MARKETING_RESPONSE: _tr("They saw an advertisement, your page, a mailing."),
        Source.REPUTATION_RESPONSE: _tr("They had heard or read of you."),
    }[source]


def came_words(source: Source | None, chain: Sequence[str], came_by: str) -> str:
    """Return how it came in short: ``Direct referral · Ann → Bob``."""
    parts = [
        "" if source is None else source_words(source),
        " → ".join(" ".join(name[:80].split()) for name in chain),
        " ".join(came_by[:120].split()),
    ]
    return " · ".join(part for part in parts if part)


def row_value(row: OpportunityRow, locale: QLocale) -> str:
    """Return what a card's work is worth, empty if that is not known."""
    return "" if row.value is None else money_words(row.value, row.currency, locale)


def row_second_line(row: OpportunityRow) -> str:
    """Return the quiet line of a card: how it came, the services, why it was lost."""
    parts = [
        " ".join(row.lost_because[:120].split()),
        came_words(row.source, [person.name for person in row.via], row.came_by),
        ", ".join(row.services),
    ]
    return " · ".join(part for part in parts if part)


def row_badge(row: OpportunityRow, today: date, locale: QLocale) -> tuple[str, BadgeKind] | None:
    """Return when it is expected, late ones in red, or when it was decided."""
    if row.state is OpportunityState.OPEN:
        if row.expected_on is None:
            return None
        return due_words(row.expected_on, None, today, locale), due_kind(row.expected_on, today)
    day = short_day(row.closed_on or row.opened_on, today, locale)
    won = row.state is OpportunityState.WON
    return day, BadgeKind.ACCENT if won else BadgeKind.NEUTRAL


def sums_words(sums: Sequence[tuple[str, Decimal]], without_value: int, locale: QLocale) -> str:
    """Return the sum in each currency, never added up, and how many have no value."""
    parts = [" + ".join(money_words(value, currency, locale) for currency, value in sums)]
    if without_value:
        number = locale.toString(without_value)
        one, many = _tr("1 without a value"), _tr("{n} without a value")
        parts.append(one if without_value == 1 else many.format(n=number))
    return " · ".join(part for part in parts if part)


def spoken_row(row: OpportunityRow, today: date, locale: QLocale) -> str:
    """Return all of a card in words, for screen readers."""
    badge = row_badge(row, today, locale)
    parts = [
        row.title,
        row.contact.name,
        row_value(row, locale),
        badge[0] if badge else "",
        row_second_line(row),
    ]
    return ", ".join(part for part in parts if part)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Opportunities", text)
