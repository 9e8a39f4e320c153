"""How often it repeats and when that ends: the last Friday, so many times, the 31st."""

from datetime import date, time

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.follow_ups.plan_form import PlanForm, show_plan_form
from notebook_app.gui.follow_ups.repeat_choices import Repeat
from notebook_app.gui.follow_ups.repeat_field import LengthField, RepeatField
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.services.move_occurrence import Slot, move_occurrence
from notebook_app.storage.notebook import Notebook
from tests.gui.follow_ups.filled import TODAY, Filler, open_form

LAST_FRIDAY = date(2026, 11, 27)


@pytest.fixture
def field(qtbot: QtBot) -> RepeatField:
    """The field on its own."""
    made = RepeatField(lambda: TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_weekday_of_the_month_follows_the_day(field: RepeatField) -> None:
    field.show_start(date(2026, 11, 24))
    field.choice.choose("weekday of the month")
    assert field.choice.currentText() == "Every month on the fourth Tuesday"
    assert field.rule(date(2026, 11, 24)) == "FREQ=MONTHLY;BYDAY=4TU"
    field.show_start(LAST_FRIDAY)
    assert field.choice.currentText() == "Every month on the fourth Friday"
    field.choice.choose("last weekday of the month")
    assert field.choice.currentText() == "Every month on the last Friday"
    assert field.rule(LAST_FRIDAY) == "FREQ=MONTHLY;BYDAY=-1FR"
    assert field.words.text() == "Then Fri 25 Dec, Fri 29 Jan 2027, Fri 26 Feb 2027…"


def test_the_last_weekday_is_offered_only_on_a_day_that_is_one(field: RepeatField) -> None:
    def offered() -> list[str]:
        texts = [field.choice.itemText(row) for row in range(field.choice.count())]
        return [text for text in texts if "Sunday" in text]

    fourth, last = date(2026, 11, 22), date(2026, 11, 29)
    field.show_start(fourth)
    assert offered() == ["Every month on the fourth Sunday"]
    field.show_start(last)
    assert offered() == ["In months with a fifth Sunday", "Every month on the last Sunday"]
    field.choice.choose("last weekday of the month")
    # Another day was chosen, on which the choice is not true any more.
    field.show_start(fourth)
    assert field.choice.currentText() == "Every month on the fourth Sunday"
    assert field.rule(fourth) == "FREQ=MONTHLY;BYDAY=4SU"
    field.show_start(date(2026, 2, 22))
    assert offered() == ["Every month on the fourth Sunday", "Every month on the last Sunday"]


def test_the_last_weekday_is_not_forgotten_on_the_way_to_another(field: RepeatField) -> None:
    """One goes from day to day with the arrows; "the fifth" would come only now and then."""
    last = date(2026, 12, 29)
    field.show_start(date(2026, 11, 24))
    field.choice.choose("last weekday of the month")
    for day in (date(2026, 11, 25), date(2026, 12, 2), date(2026, 12, 23), last):
        field.show_start(day)
    assert field.rule(last) == "FREQ=MONTHLY;BYDAY=-1TU"
    field.choice.choose(Repeat.MONTHLY)
    field.show_start(date(2026, 12, 23))
    field.show_start(last)
    assert field.choice.currentData() == Repeat.MONTHLY


def test_a_stored_last_weekday_stays_on_a_day_that_is_none(field: RepeatField) -> None:
    start = date(2026, 11, 22)
    field.show_rule("FREQ=MONTHLY;BYDAY=-1SU", start, start)
    assert field.choice.currentText() == "As before"
    assert field.rule(start) == "FREQ=MONTHLY;BYDAY=-1SU"


def test_it_ends_after_so_many_times_or_on_a_day(field: RepeatField) -> None:
    field.show_start(LAST_FRIDAY)
    assert not field.end.isVisible()
    field.choice.choose(Repeat.EVERY_2_WEEKS)
    field.end.choose("count")
    field.times.setText("3")
    assert field.rule(LAST_FRIDAY) == "FREQ=WEEKLY;INTERVAL=2;COUNT=3"
    assert field.words.text() == "Then Fri 11 Dec, Fri 25 Dec; no more after that."
    field.times.setText("")
    assert field.rule(LAST_FRIDAY) is None
    field.end.choose("until")
    assert field.rule(LAST_FRIDAY) is None
    field.until.set_value(date(2026, 12, 31))
    assert field.rule(LAST_FRIDAY) == "FREQ=WEEKLY;INTERVAL=2;UNTIL=20261231"


def test_it_says_what_becomes_of_the_31st_and_of_29_february(field: RepeatField) -> None:
    field.show_start(date(2027, 1, 31))
    field.choice.choose(Repeat.MONTHLY)
    assert field.words.text() == (
        "Then Sun 28 Feb 2027, Wed 31 Mar 2027, Fri 30 Apr 2027…"
        " In shorter months it comes on the last day."
    )
    field.show_start(date(2028, 2, 29))
    field.choice.choose(Repeat.YEARLY)
    assert field.words.text().endswith("In years without a 29 February it comes on the 28th.")


@pytest.mark.parametrize(
    "rule",
    ["FREQ=MONTHLY;BYDAY=-1FR", "FREQ=WEEKLY;BYDAY=MO,FR;COUNT=9", "FREQ=DAILY;UNTIL=20270101"],
)
def test_a_stored_rule_stays_word_for_word(
    desk: Desk, notebook: Notebook, window: QWidget, fill: Filler, rule: str
) -> None:
    person = fill.person("Carla")
    with notebook.change("Fill"):
        call = notebook.follow_ups.insert(
            FollowUpDraft(person, FollowUpKind.CALL, LAST_FRIDAY, time(9), "", rule, minutes=50)
        )
    move_occurrence(notebook, call, None, Slot(date(2026, 11, 26), time(9), 50))
    show_plan_form(desk, window, follow_up_id=call)
    form = open_form()
    assert isinstance(form, PlanForm)
    form.note.setPlainText("new words")
    form.act()
    stored = notebook.follow_ups.get(call)
    assert stored is not None
    assert (stored.draft.repeat, stored.draft.minutes, stored.draft.note) == (rule, 50, "new words")
    assert stored.scheduled_on == LAST_FRIDAY


def test_a_length_that_is_not_offered_is_shown_too(qtbot: QtBot) -> None:
    field = LengthField("How long")
    qtbot.addWidget(field)
    assert field.value() is None
    field.set_value(105)
    assert (field.value(), field.currentText()) == (105, "1 h 45 min")
