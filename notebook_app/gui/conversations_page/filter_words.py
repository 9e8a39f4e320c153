"""What the page of conversations calls its periods, and a filter in one line of words."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from notebook_app.gui.conversations.setting_words import began_words
from notebook_app.gui.follow_ups.channel_words import channel_name
from notebook_app.gui.follow_ups.due_words import month_title, short_day
from notebook_app.gui.people.term_words import term_words
from notebook_app.model.conversation import Formality
from notebook_app.model.happening_filter import HappeningFilter
from notebook_app.model.past_periods import Period, month_of, week_of, year_of


def _tr(text: str) -> str:
    return QCoreApplication.translate("Conversations", text)


def period_words(period: Period, today: date, locale: QLocale) -> str:
    """Return ``last week``, ``May 2026``, ``2025``, or from when till when."""
    first, last = period.first, period.last
    if first is None and last is None:
        return _tr("any time")
    if first is None or last is None:
        form = _tr("since {day}") if last is None else _tr("until {day}")
        return form.format(day=short_day(first or last or today, today, locale))
    if first == last:
        return _tr("today") if first == today else short_day(first, today, locale)
    if period == week_of(today):
        return _tr("this week")
    if period == week_of(today - timedelta(days=7)):
        return _tr("last week")
    if period == month_of(first):
        return month_title(first, locale)
    if period == year_of(first):
        return str(first.year)
    return f"{short_day(first, today, locale)} – {short_day(last, today, locale)}"


def formality_words(formality: Formality) -> str:
    """Return whether it was organised."""
    return _tr("informal") if formality is Formality.INFORMAL else _tr("organised")


def filter_words(wanted: HappeningFilter, today: date, locale: QLocale) -> str:
    """Return what a filter asks for, part by part; empty for everything."""
    parts = []
    if wanted.first is not None or wanted.last is not None:
        parts.append(period_words(Period(wanted.first, wanted.last), today, locale))
    parts += [channel_name(channel) for channel in sorted(wanted.channels)]
    if wanted.formality is not None:
        parts.append(formality_words(wanted.formality))
    if wanted.initiated_by is not None:
        parts.append(began_words(wanted.initiated_by))
    parts += [term_words(term) for term in wanted.people.terms]
    if wanted.words:
        parts.append(f"“{wanted.words}”")
    return " · ".join(parts)
