"""Contact sheets: everything about somebody on paper, to have at hand when one meets them.

How to make one, here with the words of a test::

    people = sheet_people(notebook, contact_ids)
    document = contact_sheets(people, today, EnglishDateWords(), picture_of)
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from notebook_app.model.entry_words import follow_up_title
from notebook_app.model.follow_up import FollowUpState
from notebook_app.model.name_form import initials
from notebook_app.model.offering import Direction, FavourKind, FavourRow
from notebook_app.model.sheet_person import SheetPerson
from notebook_app.reports.contact_parts import Leave, Part, own_rows, reach_rows
from notebook_app.reports.date_words import DateWords
from notebook_app.reports.directory import people_counted, place_of
from notebook_app.reports.distance_words import ago, late
from notebook_app.reports.document import Document, Entry, Section
from notebook_app.reports.follow_up_list import NAME_LENGTH, PLACE_LENGTH
from notebook_app.reports.shortening import one_line, some_lines

TALK_LENGTH: Final = 700
TALK_LINES: Final = 8
FACT_LENGTH: Final = 200
MOST_FACTS: Final = 24
MOST_ACTS: Final = 10
"""The most that goes on paper of one person; the notebook has the rest."""

USUAL_PARTS: Final = frozenset(Part)
"""A sheet shows everything unless somebody chooses otherwise."""

PictureOf = Callable[[int], bytes]
"""Reads a stored picture by its row id; empty if it is gone."""

_FAVOURS: Final = {
    FavourKind.INTRODUCTION: "introduction",
    FavourKind.REFERRAL: "work sent on",
    FavourKind.HELP: "help",
}


def contact_sheets(
    people: Sequence[SheetPerson],
    today: date,
    words: DateWords,
    picture_of: PictureOf | None = None,
    *,
    title: str = "",
    ruled: int = 6,
    leave: Leave | None = None,
) -> Document:
    """Return a sheet for each of ``people``; each begins on a page of its own.

    ``picture_of`` is asked for a picture when its page is drawn, so that few are in memory.
    ``ruled`` are the lines to write on.
    """
    writer = _Writer(today, words, picture_of, leave or Leave(USUAL_PARTS), ruled)
    one = len(people) == 1
    return Document(
        title=title or ("Contact sheet" if one else "Contact sheets"),
        subtitle=_name(people[0]) if one else people_counted(len(people)),
        sections=tuple(section for person in people for section in writer.sections(person)),
        foot=f"Printed {words.full_day(today)}",
    )


@dataclass(frozen=True)
class _Writer:
    """Puts people into words for one document."""

    today: date
    words: DateWords
    picture_of: PictureOf | None
    leave: Leave
    ruled: int

    def sections(self, person: SheetPerson) -> Iterator[Section]:
        yield Section(_name(person), (self._head(person),), on_new_page=True)
        parts = (
            ("To remember", Part.REMEMBERED, self._remembered),
            ("Last conversations", Part.CONVERSATIONS, self._talks),
            ("Open follow-ups", Part.FOLLOW_UPS, self._follow_ups),
            ("Opportunities", Part.OPPORTUNITIES, self._opportunities),
            ("Favours", Part.FAVOURS, self._favours),
            ("Related", Part.RELATIONS, self._relations),
        )
        for heading, part, write in parts:
            entries = tuple(write(person)) if part in self.leave.shown else ()
            if entries:
                yield Section(heading, entries)
        if self.ruled:
            yield Section("Notes", (Entry(name="", ruled=("",) * self.ruled, box=False),))

    def _head(self, person: SheetPerson) -> Entry:
        briefed, contact = person.briefed, person.contact
        rows = [*reach_rows(contact, self.leave), *own_rows(contact, self.leave)]
        if briefed.stage is not None:
            since = briefed.stage_since
            when = f" since {self.words.short_day(since, self.today)}" if since else ""
            rows.append(("How well", f"{briefed.stage.value}{when}"))
        return Entry(
            name=_name(person),
            beside=place_of(contact),
            rows=tuple(rows),
            box=False,
            initials=initials(briefed.name),
            picture=self._picture(briefed.photo_id),
        )

    def _picture(self, photo_id: int | None) -> Callable[[], bytes] | None:
        picture_of = self.picture_of
        if photo_id is None or picture_of is None:
            return None
        return lambda: picture_of(photo_id)

    def _remembered(self, person: SheetPerson) -> Iterator[Entry]:
        facts = [one_line(fact, FACT_LENGTH) for fact in person.briefed.facts[:MOST_FACTS]]
        if facts:
            yield Entry(name="", text="\n".join(f"• {fact}" for fact in facts), box=False)

    def _talks(self, person: SheetPerson) -> Iterator[Entry]:
        for talk in person.briefed.talks:
            told = ", ".join(one_line(name, 80) for name in talk.told_about)
            when = f"{self.words.short_day(talk.on, self.today)}, {ago(talk.on, self.today)}"
            yield Entry(
                name=one_line(talk.title, PLACE_LENGTH) or "Conversation",
                text=some_lines(talk.text, TALK_LENGTH, TALK_LINES),
                aside=when,
                trail=(f"Told about: {told}",) if told else (),
                box=False,
            )

    def _follow_ups(self, person: SheetPerson) -> Iterator[Entry]:
        for row in person.briefed.follow_ups[:MOST_ACTS]:
            yield Entry(
                name=follow_up_title(row.kind, FollowUpState.OPEN),
                text=some_lines(row.note, TALK_LENGTH, TALK_LINES),
                aside=self.words.short_day(row.due, self.today),
                mark=late(row.due, self.today),
            )

    def _opportunities(self, person: SheetPerson) -> Iterator[Entry]:
        for entry in person.opportunities[:MOST_ACTS]:
            yield Entry(
                name=one_line(entry.title, PLACE_LENGTH),
                beside=one_line(", ".join((*entry.badges, entry.aside)).strip(", "), PLACE_LENGTH),
                text=some_lines(entry.text, TALK_LENGTH, 3),
                aside=self.words.short_day(entry.on, self.today),
                box=False,
            )

    def _favours(self, person: SheetPerson) -> Iterator[Entry]:
        rows = tuple(self._favour(row) for row in person.favours[:MOST_ACTS])
        if rows:
            yield Entry(name="", rows=rows, box=False)

    def _favour(self, row: FavourRow) -> tuple[str, str]:
        draft = row.draft
        given = draft.direction is Direction.GIVEN
        about = f": {one_line(row.about_name, NAME_LENGTH)}" if row.about_name else ""
        said = [f"{_FAVOURS[draft.kind]}{about}", one_line(draft.text, FACT_LENGTH)]
        said.append(self.words.short_day(draft.on, self.today))
        if not given and draft.thanked_on is None:
            said.append("not thanked yet")
        return ("I gave" if given else "They gave"), " · ".join(part for part in said if part)

    def _relations(self, person: SheetPerson) -> Iterator[Entry]:
        rows = tuple(
            (one_line(row.label, 24).capitalize(), one_line(row.name, NAME_LENGTH))
            for row in person.relations[:MOST_FACTS]
            if row.name
        )
        if rows:
            yield Entry(name="", rows=rows, box=False)


def _name(person: SheetPerson) -> str:
    return one_line(person.briefed.name, NAME_LENGTH)
