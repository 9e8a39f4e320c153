"""The follow-up list: whom to call, write to and meet, on paper, with room to write.

How to make one, here with the words of a test::

    rows = follow_ups_to_print(notebook, start, end, overdue)
    document = follow_up_list(rows, today, EnglishDateWords(), range_words="This week")
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Final

from notebook_app.model.entry_words import follow_up_title
from notebook_app.model.follow_up import FollowUpKind, FollowUpState, NoteState
from notebook_app.model.print_range import PrintRange
from notebook_app.model.rows import FollowUpRow
from notebook_app.reports.date_words import DateWords
from notebook_app.reports.distance_words import ago, counted, late
from notebook_app.reports.document import Document, Entry, Section
from notebook_app.reports.follow_up_order import (
    Places,
    as_they_come,
    by_kind,
    by_name,
    by_place,
    register_letter,
)
from notebook_app.reports.follow_up_parts import USUAL_LIST_PARTS, ListPart
from notebook_app.reports.places import street_of, town_key, town_of
from notebook_app.reports.shortening import one_line, some_lines

NAME_LENGTH: Final = 160
PLACE_LENGTH: Final = 120
PHONE_LENGTH: Final = 60
EMAIL_LENGTH: Final = 120
NOTE_LENGTH: Final = 2_000
NOTE_LINES: Final = 24
TOPIC_LENGTH: Final = 180
"""The most characters (and lines) that go on paper; the notebook has the rest."""

RULED_LABELS: Final = ("Said", "Next")
_NOTE_STATES: Final = {NoteState.STAMPED: "to post", NoteState.POSTED: "posted"}
_BY_E_MAIL: Final = (FollowUpKind.EMAIL, FollowUpKind.SEND, FollowUpKind.INTRODUCTION)


class ListStyle(StrEnum):
    """What the entries of a list stand under."""

    BY_DAY = "by-day"
    BY_PERSON = "by-person"
    BY_KIND = "by-kind"
    BY_PLACE = "by-place"


_NOWHERE: Final[Places] = {}
NO_PLACE: Final = "Without an address"


def follow_up_list(
    rows: Sequence[FollowUpRow],
    today: date,
    words: DateWords,
    *,
    title: str = "Follow-ups",
    range_words: str = "",
    style: ListStyle = ListStyle.BY_DAY,
    ruled: int = 2,
    places: Places = _NOWHERE,
    shown: Collection[ListPart] = USUAL_LIST_PARTS,
) -> Document:
    """Return the list of ``rows``, which come the earliest first.

    ``range_words`` say under the title which range it is (see ``range_in_words``); ``ruled`` is
    how many lines to write on follow each entry; ``shown`` is what of each is said. ``places``
    says where people are. Without rows the document has no sections, and rendering it is a
    ``UserProblem``.
    """
    labels = tuple(RULED_LABELS[at] if at < len(RULED_LABELS) else "" for at in range(ruled))
    writer = _Writer(today, words, labels, style, places, frozenset(shown))
    return Document(
        title=title,
        subtitle=range_words,
        sections=tuple(writer.sections(rows)),
        summary=_summary(rows, today),
        foot=f"Printed {words.full_day(today)}",
    )


def range_in_words(chosen: PrintRange, today: date, words: DateWords) -> str:
    """Return ``Overdue, and to Friday 4 December 2026`` and the like, for the subtitle."""
    if chosen.overdue_alone:
        return f"Overdue on {words.full_day(today)}"
    if chosen.start is None and chosen.end is None:
        return "All that is open"
    if chosen.start is None and chosen.end is not None:
        end = words.full_day(chosen.end)
        return f"Overdue and today, {end}" if chosen.end == today else f"Up to {end}"
    assert chosen.start is not None
    if chosen.end is None:
        said = f"From {words.full_day(chosen.start)}"
    elif chosen.start == chosen.end:
        said = words.full_day(chosen.start)
    else:
        same_year = chosen.start.year == chosen.end.year
        start = words.day(chosen.start, chosen.end) if same_year else words.full_day(chosen.start)
        said = f"{start} to {words.full_day(chosen.end)}"
    return f"{said}, and overdue" if chosen.overdue else said


@dataclass(frozen=True)
class _Writer:
    """Puts rows into words for one list."""

    today: date
    words: DateWords
    labels: tuple[str, ...]
    style: ListStyle
    places: Places
    shown: frozenset[ListPart]

    def sections(self, rows: Sequence[FollowUpRow]) -> Iterable[Section]:
        grouping = _STYLES[self.style]
        ordered = grouping.ordered(rows, self.places)
        for _, members in groupby(ordered, lambda row: grouping.key(self, row)):
            inside = list(members)
            first = inside[0]
            yield Section(
                heading=grouping.heading(self, first),
                entries=tuple(self.entry(row) for row in inside),
                aside=str(len(inside)) if len(inside) > 1 else "",
                alert=self.style is ListStyle.BY_DAY and first.due < self.today,
            )

    def day_heading(self, row: FollowUpRow) -> str:
        if row.due < self.today:
            return "Overdue"
        day = self.words.day(row.due, self.today)
        return f"{day} · today" if row.due == self.today else day

    def letter_heading(self, row: FollowUpRow) -> str:
        return register_letter(row)

    def kind_heading(self, row: FollowUpRow) -> str:
        return follow_up_title(row.kind, FollowUpState.OPEN)

    def place_heading(self, row: FollowUpRow) -> str:
        place = self.places.get(row.contact_id)
        return NO_PLACE if place is None else town_of(place)

    def entry(self, row: FollowUpRow) -> Entry:
        is_late = row.due < self.today
        under_its_day = self.style is ListStyle.BY_DAY and not is_late
        shown = self.shown
        place = self.places.get(row.contact_id) if self._tells_places else None
        return Entry(
            name=one_line(row.contact_name, NAME_LENGTH),
            beside=_beside(row) if ListPart.ORGANIZATION in shown else "",
            phone=one_line(row.phone, PHONE_LENGTH) if ListPart.PHONES in shown else "",
            email=_email(row) if ListPart.EMAILS in shown else "",
            place="" if place is None else street_of(place),
            when=self.words.time_of_day(row.at) if row.at else "",
            act=_act(row) if ListPart.WHAT in shown else "",
            text=some_lines(row.note, NOTE_LENGTH, NOTE_LINES) if ListPart.WHY in shown else "",
            aside="" if under_its_day else self.words.short_day(row.due, self.today),
            mark=late(row.due, self.today),
            trail=_last(row, self.today) if ListPart.LAST_TOPIC in shown else (),
            ruled=self.labels,
            about=row.uid,
        )

    @property
    def _tells_places(self) -> bool:
        return self.style is ListStyle.BY_PLACE or ListPart.ADDRESSES in self.shown


def _beside(row: FollowUpRow) -> str:
    place = one_line(row.organization, PLACE_LENGTH)
    return "" if place == one_line(row.contact_name, NAME_LENGTH) else place


def _act(row: FollowUpRow) -> str:
    act = follow_up_title(row.kind, FollowUpState.OPEN)
    state = _NOTE_STATES.get(row.note_state) if row.note_state else None
    said = (act, state, "promised" if row.promised else None)
    return ", ".join(part for part in said if part)


def _email(row: FollowUpRow) -> str:
    """Return the address where it is what one needs, or all there is."""
    wanted = row.kind in _BY_E_MAIL or not row.phone.strip()
    return one_line(row.email, EMAIL_LENGTH) if wanted else ""


def _last(row: FollowUpRow, today: date) -> tuple[str, ...]:
    topic = one_line(row.last_topic, TOPIC_LENGTH).rstrip(".,; ")
    when = ago(row.last_conversation, today) if row.last_conversation else ""
    if topic:
        return ("Last: ", topic, f", {when}" if when else "")
    return (f"Last spoke {when}",) if when else ()


def _summary(rows: Sequence[FollowUpRow], today: date) -> str:
    overdue = sum(row.due < today for row in rows)
    total = counted(len(rows), "follow-up")
    return f"{total}, {overdue} overdue" if overdue else total


def _day(writer: _Writer, row: FollowUpRow) -> date:
    return max(row.due, writer.today - timedelta(days=1))


def _town(writer: _Writer, row: FollowUpRow) -> object:
    place = writer.places.get(row.contact_id)
    return None if place is None else town_key(place)


@dataclass(frozen=True)
class _Grouping:
    """How a style orders rows, what keeps them together, and the heading above them."""

    ordered: Callable[[Sequence[FollowUpRow], Places], Sequence[FollowUpRow]]
    key: Callable[[_Writer, FollowUpRow], object]
    heading: Callable[[_Writer, FollowUpRow], str]


_STYLES: Final = {
    ListStyle.BY_DAY: _Grouping(as_they_come, _day, _Writer.day_heading),
    ListStyle.BY_PERSON: _Grouping(
        by_name, lambda _writer, row: register_letter(row), _Writer.letter_heading
    ),
    ListStyle.BY_KIND: _Grouping(by_kind, lambda _writer, row: row.kind, _Writer.kind_heading),
    ListStyle.BY_PLACE: _Grouping(by_place, _town, _Writer.place_heading),
}
