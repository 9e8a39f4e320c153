"""A month or a week is chosen, looked at and saved in the window."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.printing.calendar_choices import CalendarSpan
from notebook_app.gui.printing.calendar_dialog import CalendarDialog, show_calendar_dialog
from notebook_app.gui.printing.missing_signs import missing_words
from notebook_app.model.calendar_filter import CalendarFilter
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.model.rows import CalendarKind
from notebook_app.reports.document import Document, Entry, Section
from notebook_app.services.change_many import add_tag
from notebook_app.services.plan_follow_up import plan_follow_up
from notebook_app.services.print_contacts import keep_private_tags
from notebook_app.storage.notebook import Notebook
from tests.gui.printing.pdf_reading import needs_poppler, pdf_facts, pdf_text
from tests.gui.printing.sample_notebooks import TODAY, add_person, fill_like_the_pictures, plan

Open = Callable[..., CalendarDialog]


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """Settings that nobody else reads."""
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def open_dialog(qtbot: QtBot, desk: Desk, settings: QSettings) -> Iterator[Open]:
    """Opens the dialog and waits for its page."""
    opened: list[CalendarDialog] = []

    def open_it(
        *,
        span: CalendarSpan = CalendarSpan.MONTH,
        day: date | None = None,
        narrowed: CalendarFilter | None = None,
    ) -> CalendarDialog:
        dialog = CalendarDialog(
            desk,
            None,
            settings,
            span=span,
            day=day,
            narrowed=narrowed,
            has_printer=lambda: False,
        )
        qtbot.addWidget(dialog)
        dialog.show()
        opened.append(dialog)
        settle(qtbot, dialog)
        return dialog

    yield open_it
    for dialog in opened:
        dialog.reject()


def settle(qtbot: QtBot, dialog: CalendarDialog) -> None:
    """Wait until the dialog shows what was chosen."""
    qtbot.waitUntil(lambda: dialog.job is not None and dialog.is_settled(), timeout=20_000)


def title(dialog: CalendarDialog) -> str:
    """Return what is shown."""
    assert dialog.job is not None
    return dialog.job.title


@needs_poppler
def test_the_month_is_shown_and_saved(
    qtbot: QtBot, notebook: Notebook, open_dialog: Open, tmp_path: Path
) -> None:
    fill_like_the_pictures(notebook)
    dialog = open_dialog()
    assert title(dialog) == "November 2026"
    assert dialog.state.text() == "4 entries"
    assert dialog.preview.page_count == 1
    target = tmp_path / "month.pdf"
    with qtbot.waitSignal(dialog.accepted):
        dialog.save_to(target)
    assert pdf_facts(target)["Title"] == "November 2026"
    assert "Grace Holt" in pdf_text(target)


def test_one_turns_to_another_month_and_to_a_week(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    assert dialog.state.text() == "Nothing is planned; there is room to write."
    assert not dialog.panel.notes.isVisible()
    dialog.panel.onward.click()
    settle(qtbot, dialog)
    assert title(dialog) == dialog.panel.shown.text() == "December 2026"
    dialog.panel.span.choose(CalendarSpan.WEEK.value)
    settle(qtbot, dialog)
    assert title(dialog).startswith("Week 49")
    assert dialog.panel.notes.isVisible()
    assert not dialog.panel.choices().lies
    dialog.panel.back.click()
    settle(qtbot, dialog)
    assert title(dialog).startswith("Week 48")


def test_a_day_that_is_too_full_is_said(
    qtbot: QtBot, notebook: Notebook, open_dialog: Open
) -> None:
    person = add_person(notebook, "Grace Holt")
    for number in range(40):
        plan(notebook, person, 2, f"note {number}")
    dialog = open_dialog()
    assert dialog.state.text().endswith("on page 2")
    assert dialog.preview.page_count == 2
    for number in range(200):
        plan(notebook, person, 2, f"more {number}")
    dialog.reject()
    dialog = open_dialog()
    last = dialog.preview.page_count
    assert last > 2
    assert dialog.state.text().endswith(f"on pages 2 to {last}")


def test_private_tags_are_left_out_unless_wanted(
    qtbot: QtBot, desk: Desk, notebook: Notebook, open_dialog: Open
) -> None:
    fill_like_the_pictures(notebook)
    assert not open_dialog().panel.private.isVisible()
    add_tag(notebook, notebook.contacts.all_ids()[:1], "secret")
    keep_private_tags(notebook, ["secret"])
    dialog = open_dialog()
    assert dialog.state.text() == "3 entries · 1 left out for their private tags"
    dialog.panel.private.setChecked(True)
    settle(qtbot, dialog)
    assert dialog.state.text() == "4 entries"


def test_a_script_without_a_font_is_said(
    qtbot: QtBot, notebook: Notebook, open_dialog: Open
) -> None:
    assert not open_dialog().missing.isVisible()
    # Cuneiform: hardly any computer has a font for it.
    person = add_person(notebook, "\U00012000\U00012001")
    plan(notebook, person, 1)
    dialog = open_dialog()
    if not missing_words(Document("", "", (Section("", (Entry("\U00012000"),)),))):
        pytest.skip("this computer has a font for cuneiform")
    assert "No font" in dialog.missing.text()
    assert dialog.missing.isVisible()


def test_what_the_calendar_shows_is_what_is_printed(notebook: Notebook, open_dialog: Open) -> None:
    fill_like_the_pictures(notebook)
    events = CalendarFilter(kinds=frozenset({CalendarKind.EVENT}))
    dialog = open_dialog(narrowed=events)
    assert dialog.state.text() == "Nothing is planned; there is room to write."


def test_paper_is_remembered_for_months_and_for_weeks(
    qtbot: QtBot, open_dialog: Open, tmp_path: Path
) -> None:
    dialog = open_dialog()
    dialog.panel.paper.choose("Letter")
    dialog.panel.orientation.choose(False)
    settle(qtbot, dialog)
    with qtbot.waitSignal(dialog.accepted):
        dialog.save_to(tmp_path / "month.pdf")
    choices = open_dialog().panel.choices()
    assert (choices.paper, choices.lies) == ("Letter", False)
    week = open_dialog(span=CalendarSpan.WEEK).panel.choices()
    assert (week.paper, week.lies) == ("A4", False)


def test_a_change_elsewhere_shows_at_once(
    qtbot: QtBot, desk: Desk, notebook: Notebook, open_dialog: Open
) -> None:
    person = add_person(notebook, "Grace Holt")
    dialog = open_dialog()
    due = TODAY + timedelta(days=2)
    desk.perform(lambda: plan_follow_up(notebook, FollowUpDraft(person, FollowUpKind.CALL, due)))
    qtbot.waitUntil(lambda: dialog.state.text() == "1 entry")


def test_it_opens_over_the_window_at_a_day(qtbot: QtBot, desk: Desk) -> None:
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = show_calendar_dialog(desk, window, week=True, day=date(2027, 1, 1))
    settle(qtbot, dialog)
    assert title(dialog).startswith("Week 53")
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()


def test_the_calendar_can_be_saved_for_the_screen_as_well(open_dialog: Open) -> None:
    endings = [ending for _words, ending in open_dialog()._forms()]
    assert endings == [".pdf", ".html", ".txt"]
