"""What comes every year, for other calendars: birthdays, anniversaries and other own dates.

Other programs show one title for a whole series, so the years of a date of one's own are counted
in the titles of its next days, each of which is told apart within the series.
"""

from datetime import date
from hashlib import blake2b

from notebook_app.formats.icalendar.calendar_item import CalendarItem, MovedItem
from notebook_app.model.calendar_file import BirthdayToTell, OwnDateToTell
from notebook_app.model.name_form import folded
from notebook_app.model.partial_date import PartialDate

_YEAR_FOR_NONE = 2000
_COUNTED_YEARS = 5
_OTHER = "other"
_DATE = "date-"
_BIRTHDAY = "birthday-"


def birthday_item(person: BirthdayToTell, day_alarm: int) -> CalendarItem:
    """Return somebody's birthday; ``day_alarm`` is when to remind, in minutes after midnight."""
    kept = person.birthday
    born = "" if kept.year is None else f"Born in {kept.year}."
    return CalendarItem(
        uid=f"{_BIRTHDAY}{person.uid}",
        title=f"{person.name}’s birthday",
        on=_first(kept),
        created=person.created,
        changed=person.changed,
        note=_with_leap_words(born, kept),
        rule=_rule(kept),
        alarm=-day_alarm,
        is_free=True,
        tags=("Birthday",),
    )


def own_date_item(own: OwnDateToTell, day_alarm: int, today: date) -> CalendarItem:
    """Return a date of somebody's own, with the years counted in the titles from ``today`` on.

    It is called by the person and its label, so that the same one is known again after its day
    was corrected; ``number`` tells apart those of one label.
    """
    kept = own.date
    label = " ".join(own.label.split()) or _OTHER
    said = "special day" if label == _OTHER else label
    title = f"{own.name}: {said[:1].upper()}{said[1:]}"
    since = "" if kept.year is None else f"Since {kept.year}."
    name = blake2b(f"{folded(label)}/{own.number}".encode(), digest_size=6).hexdigest()
    return CalendarItem(
        uid=f"{_DATE}{own.uid}-{name}",
        title=title if kept.year is None else f"{title} ({kept.year})",
        on=_first(kept),
        created=own.created,
        changed=own.changed,
        note=_with_leap_words(since, kept),
        rule=_rule(kept),
        moved=tuple(_counted(title, kept, today)),
        alarm=-day_alarm,
        is_free=True,
        tags=("Anniversary",),
    )


def person_in(uid: str) -> str:
    """Return the UID of the person whose yearly day is called ``uid``, or ``uid`` as it is."""
    if uid.startswith(_DATE):
        return uid.removeprefix(_DATE).rpartition("-")[0]
    return uid.removeprefix(_BIRTHDAY)


def _counted(title: str, kept: PartialDate, today: date) -> list[MovedItem]:
    """Return the next days, each on its own day but with its years in the title."""
    found: list[MovedItem] = []
    for year in range(today.year, min(today.year + _COUNTED_YEARS, date.max.year + 1)):
        day = kept.in_year(year)
        if years := kept.years_on(day):
            words = "1 year" if years == 1 else f"{years} years"
            found.append(MovedItem(day, day, f"{title}, {words}"))
    return found


def _first(kept: PartialDate) -> date:
    return date(kept.year or _YEAR_FOR_NONE, kept.month, kept.day)


def _is_leap_day(kept: PartialDate) -> bool:
    return (kept.month, kept.day) == (2, 29)


def _rule(kept: PartialDate) -> str:
    # As in the notebook: on the last day of February where there is no 29th.
    return "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" if _is_leap_day(kept) else "FREQ=YEARLY"


def _with_leap_words(words: str, kept: PartialDate) -> str:
    if not _is_leap_day(kept):
        return words
    return f"{words} On 29 February; kept on the 28th in years without one.".strip()
