"""What happened with everybody on paper: a section a day, the texts made fit for it."""

from datetime import date

from notebook_app.model.rows import EntryKind, NamedPerson, TimelineEntry
from notebook_app.reports.date_words import EnglishDateWords
from notebook_app.reports.happenings_list import happenings_list

TODAY = date(2026, 11, 22)


def entry(number: int, on: date, text: str, *names: str, **more: object) -> TimelineEntry:
    """A conversation with people of these names."""
    people = tuple(NamedPerson(None, name) for name in names)
    return TimelineEntry(
        EntryKind.CONVERSATION,
        number,
        on,
        None,
        "Coffee",
        text=text,
        people=people,
        **more,  # type: ignore[arg-type]
    )


def test_each_day_is_a_section_with_its_conversations() -> None:
    entries = [
        entry(3, TODAY, "late", "Anna", led_to=(("Introduced", NamedPerson(1, "Bo")),)),
        entry(2, TODAY, "early", "Anna", "Bo", more_people=40),
        entry(1, date(2025, 1, 2), "x\n" * 500, "Z" * 500),
    ]
    made = happenings_list(
        entries, TODAY, EnglishDateWords(), title="Conversations", asked="Last week"
    )
    assert [section.heading for section in made.sections] == [
        "Sunday 22 November",
        "Thursday 2 January 2025",
    ]
    first, second = made.sections[0].entries
    assert (first.name, first.beside, first.text) == ("Anna", "Coffee", "late")
    assert first.trail == ("Introduced: Bo",)
    assert second.name == "Anna, Bo and 40 others"
    (old,) = made.sections[1].entries
    assert len(old.name) <= 120
    assert old.text.count("\n") < 21
    assert not old.box


def test_what_has_nobody_goes_by_its_title() -> None:
    made = happenings_list(
        [entry(1, TODAY, "")], TODAY, EnglishDateWords(), title="Conversations", asked=""
    )
    (only,) = made.sections[0].entries
    assert (only.name, only.beside) == ("Coffee", "")
