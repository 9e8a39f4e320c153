"""A briefing on paper: whom one will meet, a section each, with room to write.

How to make one, here with the words of a test::

    people = prepare_briefing(notebook, contact_ids)
    document = briefing(people, today, EnglishDateWords(), title="Breakfast club")
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from notebook_app.model.briefing import BriefedPerson
from notebook_app.model.entry_words import follow_up_title
from notebook_app.model.follow_up import FollowUpState
from notebook_app.model.offering import FavourKind, FavourRow
from notebook_app.reports.date_words import DateWords
from notebook_app.reports.distance_words import ago, counted, late
from notebook_app.reports.document import Document, Entry, Section
from notebook_app.reports.follow_up_list import (
    EMAIL_LENGTH,
    NAME_LENGTH,
    PHONE_LENGTH,
    PLACE_LENGTH,
)
from notebook_app.reports.shortening import one_line, some_lines

TALK_LENGTH: Final = 500
TALK_LINES: Final = 6
FACT_LENGTH: Final = 200
MOST_FACTS: Final = 20
MOST_NAMES: Final = 12
MOST_FOLLOW_UPS: Final = 8
"""The most that goes on paper of one person; the notebook has the rest."""

_THANKS: Final = {
    FavourKind.INTRODUCTION: "for an introduction",
    FavourKind.REFERRAL: "for work they sent",
    FavourKind.HELP: "for their help",
}


def briefing(
    people: Sequence[BriefedPerson],
    today: date,
    words: DateWords,
    *,
    title: str = "Before you meet",
    ruled: int = 2,
) -> Document:
    """Return the briefing on ``people``, in their order; ``ruled`` are the lines to write on."""
    subtitle = one_line(people[0].name, NAME_LENGTH) if len(people) == 1 else ""
    return Document(
        title=title,
        subtitle=subtitle or f"{counted(len(people), 'person').replace('persons', 'people')}",
        sections=tuple(
            Section(
                heading=one_line(person.name, NAME_LENGTH),
                entries=tuple(_entries(person, today, words, ruled)),
                aside=person.stage.value if person.stage else "",
            )
            for person in people
        ),
        foot=f"Printed {words.full_day(today)}",
    )


def thanks_in_words(row: FavourRow) -> str:
    """Return what to say thank you for: ``for introducing Agnes``."""
    if not row.about_name:
        said = _THANKS[row.draft.kind]
    else:
        verb = {
            FavourKind.INTRODUCTION: "for introducing",
            FavourKind.REFERRAL: "for sending",
            FavourKind.HELP: "for their help with",
        }[row.draft.kind]
        said = f"{verb} {one_line(row.about_name, NAME_LENGTH)}"
    text = one_line(row.draft.text, FACT_LENGTH)
    return f"{said}: {text}" if text else said


def _entries(person: BriefedPerson, today: date, words: DateWords, ruled: int) -> Iterator[Entry]:
    yield Entry(
        name=one_line(person.second_line(), PLACE_LENGTH) or "How to reach them",
        phone=one_line(person.phones[0], PHONE_LENGTH) if person.phones else "",
        email=one_line(person.emails[0], EMAIL_LENGTH) if person.emails else "",
        text="" if person.phones or person.emails else "No phone number and no e-mail address yet.",
        trail=_standing(person, today, words),
        box=False,
    )
    if person.facts:
        facts = [f"• {one_line(fact, FACT_LENGTH)}" for fact in person.facts[:MOST_FACTS]]
        yield Entry(name="To remember", text="\n".join(facts), box=False)
    for number, talk in enumerate(person.talks):
        yield Entry(
            name="Last time" if number == 0 else "Before that",
            beside=one_line(talk.title, PLACE_LENGTH),
            text=some_lines(talk.text, TALK_LENGTH, TALK_LINES),
            trail=(f"{words.short_day(talk.on, today)}, {ago(talk.on, today)}",),
            box=False,
        )
    for row in person.follow_ups[:MOST_FOLLOW_UPS]:
        yield Entry(
            name=follow_up_title(row.kind, FollowUpState.OPEN),
            text=some_lines(row.note, TALK_LENGTH, TALK_LINES),
            aside=words.short_day(row.due, today),
            mark=late(row.due, today),
        )
    for favour in person.owed:
        yield Entry(name="Say thank you", text=thanks_in_words(favour))
    for name, listed in (
        ("Not told about yet", person.not_told),
        ("Brought to you by", person.introduced_by),
        ("Brought to you", person.introduced),
    ):
        if listed:
            yield Entry(name=name, text=_listed(listed), box=False)
    if person.birthday is not None:
        day = words.day(person.birthday, today)
        yield Entry(name="Birthday", text=f"{day}, {ago(person.birthday, today)}", box=False)
    if ruled:
        yield Entry(name="Notes", ruled=("",) * ruled, box=False)


def _standing(person: BriefedPerson, today: date, words: DateWords) -> tuple[str, ...]:
    if person.stage is None or person.stage_since is None:
        return ()
    stage = person.stage.value.capitalize()
    return (f"{stage} since {words.short_day(person.stage_since, today)}",)


def _listed(names: Sequence[str]) -> str:
    shown = [one_line(name, PLACE_LENGTH) for name in names[:MOST_NAMES]]
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")
