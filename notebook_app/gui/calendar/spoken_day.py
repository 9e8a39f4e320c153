"""What a screen reader says of the selected day or entry in the grid of a month or a week."""

from datetime import date, time

from PySide6.QtCore import QCoreApplication, QLocale

from notebook_app.gui.calendar.entry_look import spoken_words
from notebook_app.gui.calendar.shown_month import ShownMonth
from notebook_app.gui.follow_ups.due_words import day_title, time_words
from notebook_app.model.rows import CalendarEntry

_NAMED = 3


def spoken_day(
    month: ShownMonth, day: date, entry: CalendarEntry | None, today: date, locale: QLocale
) -> str:
    """Return the entry, or the day with how many entries it has and the first of them."""
    title = day_title(day, today, locale)
    if entry is not None:
        return f"{spoken_words(entry, today, locale)}, {title}"
    if day == today:
        title = f"{_tr('Today')}, {title}"
    count = month.count(day)
    if count == 0:
        return f"{title}: {_tr('nothing planned')}"
    number = _tr("1 entry") if count == 1 else _tr("{count} entries").format(count=count)
    first = "; ".join(spoken_words(each, today, locale) for each in month.on(day)[:_NAMED])
    return f"{title}: {number}. {first}"


def spoken_slot(week: ShownMonth, day: date, minute: int, today: date, locale: QLocale) -> str:
    """Return a time of a day, and what there is within the half hour from it on."""
    at = time_words(time(minute // 60, minute % 60), locale)
    title = f"{at}, {day_title(day, today, locale)}"
    there = [
        spoken_words(entry, today, locale)
        for entry in week.on(day)
        if entry.at is not None and minute <= entry.at.hour * 60 + entry.at.minute < minute + 30
    ]
    return f"{title}: {'; '.join(there[:_NAMED]) or _tr('nothing planned')}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("SpokenDay", text)
