"""How near or far a day is, in few words: on badges, cards, and in the calendar.

Pure functions of the day, today and the locale, so that every page says it the same way.
"""

import re
from datetime import date, time, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from notebook_app.gui.widgets.badge import BadgeKind

_NEAR_DAYS = 6
_YEAR = re.compile(r"( 'de')?[ ,،]*yyyy(년|年|\. 'gada'|\s?'г'\.|\.)?")
_WEEKDAY = re.compile(r"[ ,،]*dddd[ ,،]*")


def due_words(due: date, at: time | None, today: date, locale: QLocale) -> str:
    """Return ``12 days late``, ``today``, ``Tue 10:00``, ``Fri``, ``3 Dec`` or ``3 Dec 2027``."""
    ahead = (due - today).days
    if ahead < 0:
        return counted_days(-ahead, _tr("1 day late"), _tr("{count} days late"), locale)
    day = {0: _tr("today"), 1: _tr("tomorrow")}.get(ahead) or _day_words(due, today, locale)
    return day if at is None else f"{day} {time_words(at, locale)}"


def due_kind(due: date, today: date) -> BadgeKind:
    """Return the colour of a due badge: late and today, this week, later."""
    if due <= today:
        return BadgeKind.DANGER
    return BadgeKind.AMBER if (due - today).days <= _NEAR_DAYS + 1 else BadgeKind.NEUTRAL


def ago_words(day: date, today: date, locale: QLocale) -> str:
    """Return ``today``, ``yesterday``, ``3 days ago``, ``5 weeks ago``, ``6 months ago``."""
    days = (today - day).days
    if days < 0:
        return _day_words(day, today, locale)
    if days < 2:
        return _tr("yesterday") if days else _tr("today")
    if days < 14:
        return counted_days(days, "", _tr("{count} days ago"), locale)
    if days < 70:
        return counted_days(days // 7, "", _tr("{count} weeks ago"), locale)
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    if months < 24:
        return counted_days(months, _tr("1 month ago"), _tr("{count} months ago"), locale)
    return counted_days(months // 12, "", _tr("{count} years ago"), locale)


def day_title(day: date, today: date, locale: QLocale) -> str:
    """Return ``Saturday 21 November``, with the year if it is another one than today's."""
    return _written(day, locale, weekday="dddd", month="MMMM", year=day.year != today.year)


def month_title(day: date, locale: QLocale) -> str:
    """Return ``November 2026``, or the year first where the locale has it so."""
    form = locale.dateFormat(QLocale.FormatType.LongFormat)
    if (sign := re.search("[年년]", form)) is not None:
        return locale.toString(_qdate(day), "yyyy年M月" if sign[0] == "年" else "yyyy년 M월")
    month = locale.standaloneMonthName(day.month)
    month = month[:1].upper() + month[1:]
    year = locale.toString(_qdate(day), "yyyy")
    return f"{year} {month}" if form.startswith("yyyy") else f"{month} {year}"


def short_day(day: date, today: date, locale: QLocale) -> str:
    """Return ``Sun 22 Nov``, with the year if it is another one than today's."""
    return _written(day, locale, weekday="ddd", month="MMM", year=day.year != today.year)


def time_words(at: time, locale: QLocale) -> str:
    """Return a time of day in the locale's short form."""
    return locale.toString(QTime(at.hour, at.minute), locale.timeFormat(QLocale.FormatType(1)))


def counted_days(count: int, one: str, many: str, locale: QLocale) -> str:
    """Return ``one``, or ``many`` with its ``{count}`` written as the locale does."""
    return one if count == 1 and one else many.format(count=locale.toString(count))


def _day_words(day: date, today: date, locale: QLocale) -> str:
    ahead = (day - today).days
    if 0 < ahead <= _NEAR_DAYS:
        return locale.standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
    far = abs(day - today) >= timedelta(days=300)
    return _written(day, locale, weekday="", month="MMM", year=far)


def _written(day: date, locale: QLocale, *, weekday: str, month: str, year: bool) -> str:
    """Write a day in the locale's order; each locale's long form is the pattern to cut from."""
    form = locale.dateFormat(QLocale.FormatType.LongFormat)
    if not year:
        form = _YEAR.sub("", form)
    form = _WEEKDAY.sub(f" {weekday} ", form).replace("MMMM", month)
    return " ".join(locale.toString(_qdate(day), form).split())


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _tr(text: str) -> str:
    return QCoreApplication.translate("DueWords", text)
