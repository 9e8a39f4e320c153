"""Dates in the few letters that a list has room for: ``2 d``, ``yesterday``, ``Tue``, ``−12 d``."""

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from notebook_app.gui.follow_ups.due_words import due_kind, due_words
from notebook_app.gui.widgets.badge import BadgeKind

_WEEK: Final = 7
_DAYS_SHOWN: Final = 10
_WEEKS_SHOWN: Final = 9
_MONTHS_SHOWN: Final = 24
_DAYS_A_MONTH: Final = 30.44


def _tr(text: str) -> str:
    return QCoreApplication.translate("ShortDates", text)


def qt_date(day: date) -> QDate:
    """Return ``day`` as Qt knows it."""
    return QDate(day.year, day.month, day.day)


def short_age(day: date, today: date) -> str:
    """Return how long ago ``day`` was, as the list shows it; days to come are dates."""
    days = (today - day).days
    if days < 0:
        return due_words(day, None, today, QLocale())
    if days < 2:
        return _tr("yesterday") if days else _tr("today")
    if days < _DAYS_SHOWN:
        return _tr("{count} d").format(count=days)
    if days < _WEEKS_SHOWN * _WEEK:
        return _tr("{count} w").format(count=days // _WEEK)
    months = round(days / _DAYS_A_MONTH)
    if months < _MONTHS_SHOWN:
        return _tr("{count} mo").format(count=months)
    return _tr("{count} y").format(count=days * 100 // 36525)


def due_badge(due: date, today: date) -> tuple[str, BadgeKind]:
    """Return the word and the colour of a due date in a list."""
    late = (today - due).days
    if late > 0:
        return _tr("−{count} d").format(count=late), BadgeKind.DANGER
    return due_words(due, None, today, QLocale()), due_kind(due, today)


def until_words(day: date, today: date) -> str:
    """Return how far off a coming day is: ``today``, ``tomorrow``, ``in 113 days``."""
    days = (day - today).days
    if days <= 1:
        return _tr("tomorrow") if days == 1 else _tr("today")
    return _tr("in {count} days").format(count=days)
