"""An event sheet: where one goes and what for, who is expected, and room for whom one will meet."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from notebook_app.model.briefing import BriefedPerson
from notebook_app.model.event import EventDraft
from notebook_app.reports.date_words import DateWords
from notebook_app.reports.distance_words import ago, counted
from notebook_app.reports.document import Document, Entry, Section
from notebook_app.reports.follow_up_list import NAME_LENGTH, PHONE_LENGTH, PLACE_LENGTH
from notebook_app.reports.shortening import one_line, some_lines

LINES_TO_FILL: Final = ("Name", "Firm", "Notes", "Next")
USUAL_ROOM: Final = 8
LEAST_ROOM: Final = 4
MOST_ROOM: Final = 40
_NOTE_LENGTH: Final = 900
_NOTE_LINES: Final = 12
_ABOUT_LENGTH: Final = 240


def event_sheet(
    event: EventDraft,
    expected: Sequence[BriefedPerson],
    today: date,
    words: DateWords,
    *,
    room: int | None = None,
) -> Document:
    """Return the sheet of ``event``; ``room`` is for how many new people there are empty lines.

    Without ``room`` there is some for as many as one wants to meet, and a few more.
    """
    if room is None:
        room = USUAL_ROOM if event.goal_new_people is None else event.goal_new_people + 2
        room = min(max(room, LEAST_ROOM), MOST_ROOM)
    at = f", {words.time_of_day(event.at)}" if event.at is not None else ""
    sections = [Section("What for", tuple(_about(event)))] if any(_about(event)) else []
    if expected:
        entries = tuple(_person(each, today) for each in expected)
        sections.append(Section("Expected", entries, aside=str(len(entries))))
    if room:
        blanks = tuple(Entry(name="", ruled=LINES_TO_FILL, box=False) for _ in range(room))
        sections.append(Section("People met", blanks))
    return Document(
        title=one_line(event.name, NAME_LENGTH),
        subtitle=f"{words.full_day(event.on)}{at}",
        sections=tuple(sections),
        foot=f"Printed {words.full_day(today)}",
    )


def _about(event: EventDraft) -> Iterator[Entry]:
    rows = [
        ("Where", one_line(event.place, PLACE_LENGTH)),
        ("Invited by", one_line(event.host, PLACE_LENGTH)),
        ("Goal", some_lines(event.goal, _NOTE_LENGTH, _NOTE_LINES)),
    ]
    if event.goal_new_people:
        new = counted(event.goal_new_people, "new person").replace("persons", "people")
        rows.append(("To meet", new))
    rows.append(("Note", some_lines(event.note, _NOTE_LENGTH, _NOTE_LINES)))
    said = tuple((label, value) for label, value in rows if value)
    if said:
        yield Entry(name="", rows=said, box=False)


def _person(person: BriefedPerson, today: date) -> Entry:
    facts = " · ".join(one_line(fact, _ABOUT_LENGTH) for fact in person.facts[:3])
    last = person.talks[0] if person.talks else None
    topic = one_line(last.text or last.title, _ABOUT_LENGTH).rstrip(".,; ") if last else ""
    follow_ups = [one_line(row.note, 120) for row in person.follow_ups[:1] if row.note.strip()]
    return Entry(
        name=one_line(person.name, NAME_LENGTH),
        beside=one_line(person.second_line(), PLACE_LENGTH),
        phone=one_line(person.phones[0], PHONE_LENGTH) if person.phones else "",
        text=facts or "".join(follow_ups),
        trail=("Last: ", topic, f", {ago(last.on, today)}") if last and topic else (),
        ruled=("Said",),
    )
