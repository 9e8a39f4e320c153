"""What happened with everybody on paper: a section a day, newest first."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Final

from notebook_app.model.rows import TimelineEntry
from notebook_app.reports.date_words import DateWords
from notebook_app.reports.document import Document, Entry, Section
from notebook_app.reports.shortening import one_line, some_lines

_NAMES_LENGTH: Final = 120
_TITLE_LENGTH: Final = 80
_TEXT_LENGTH: Final = 1_500
_TEXT_LINES: Final = 20
"""The most that goes on paper of one entry; the notebook has the rest."""


def happenings_list(
    entries: Sequence[TimelineEntry], today: date, words: DateWords, *, title: str, asked: str
) -> Document:
    """Return entries, which come newest first, by their days; ``asked`` says which they are."""
    return Document(
        title=title,
        subtitle=one_line(asked, _NAMES_LENGTH),
        sections=tuple(
            Section(words.day(day, today), tuple(_entry(each, words) for each in some))
            for day, some in groupby(entries, key=lambda each: each.on)
        ),
        foot=f"Printed {words.full_day(today)}",
    )


def _entry(entry: TimelineEntry, words: DateWords) -> Entry:
    names = ", ".join(entry.others)
    if entry.more_people:
        names = f"{names} and {entry.more_people} others"
    told = [f"Told about: {', '.join(entry.told_about)}"] if entry.told_about else []
    told += [f"{what}: {person.name}" for what, person in entry.led_to]
    title = one_line(entry.title, _TITLE_LENGTH)
    return Entry(
        name=one_line(names, _NAMES_LENGTH) or title,
        beside=title if names else "",
        when=words.time_of_day(entry.at) if entry.at else "",
        text=some_lines(entry.text, _TEXT_LENGTH, _TEXT_LINES),
        aside=", ".join(badge for badge in entry.badges if badge != "done"),
        trail=tuple(one_line(each, _NAMES_LENGTH) for each in told),
        box=False,
    )
