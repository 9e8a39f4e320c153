"""The print dialog in its window: choosing, the true preview, saving, and what it remembers."""

import os
from collections.abc import Callable, Collection, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.printing.print_dialog import PrintDialog, show_print_dialog
from notebook_app.gui.theme import Appearance, Theme
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.model.print_range import PrintRangeKind
from notebook_app.reports.follow_up_list import ListStyle
from notebook_app.services.plan_follow_up import plan_follow_up
from notebook_app.services.save_contact import add_contact
from notebook_app.storage.notebook import Notebook
from tests.gui.printing.pdf_reading import needs_poppler, pdf_facts, pdf_text
from tests.gui.printing.sample_notebooks import (
    TODAY,
    add_person,
    fill_like_the_pictures,
    fill_with,
)

OpenDialog = Callable[..., PrintDialog]


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """Settings in a file of their own."""
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def open_dialog(qtbot: QtBot, desk: Desk, settings: QSettings) -> Iterator[OpenDialog]:
    """Opens the dialog and waits until its list is there."""
    opened: list[PrintDialog] = []

    def open_it(*, has_printer: bool = False, only: Collection[int] | None = None) -> PrintDialog:
        dialog = PrintDialog(desk, None, settings, only=only, has_printer=lambda: has_printer)
        qtbot.addWidget(dialog)
        dialog.show()
        opened.append(dialog)
        settle(qtbot, dialog)
        return dialog

    yield open_it
    for dialog in opened:
        dialog.reject()


def settle(qtbot: QtBot, dialog: PrintDialog) -> None:
    """Wait until the dialog shows what was chosen."""
    qtbot.waitUntil(lambda: dialog.prepared is not None and dialog.is_settled(), timeout=20_000)


def choose(qtbot: QtBot, dialog: PrintDialog, kind: PrintRangeKind) -> None:
    """Choose a range and wait for its list."""
    dialog.panel.kind.choose(kind.value)
    settle(qtbot, dialog)


def headings(dialog: PrintDialog) -> list[str]:
    """Return the headings of the list that is shown."""
    assert dialog.prepared is not None
    return [section.heading for section in dialog.prepared.document.sections]


def test_each_range_shows_its_follow_ups(
    qtbot: QtBot, notebook: Notebook, open_dialog: OpenDialog
) -> None:
    fill_like_the_pictures(notebook)
    dialog = open_dialog()
    today = "Saturday 21 November · today"
    assert headings(dialog) == ["Overdue", today]
    choose(qtbot, dialog, PrintRangeKind.NEXT_TWO_WEEKS)
    assert headings(dialog) == ["Overdue", today, "Tuesday 24 November", "Friday 27 November"]
    dialog.panel.with_overdue.setChecked(False)
    settle(qtbot, dialog)
    assert headings(dialog) == [today, "Tuesday 24 November", "Friday 27 November"]
    choose(qtbot, dialog, PrintRangeKind.THIS_WEEK)
    assert headings(dialog) == [today]
    choose(qtbot, dialog, PrintRangeKind.ALL_OPEN)
    assert len(headings(dialog)) == 4
    assert dialog.said.text() == "4 follow-ups, 1 overdue · 1 page"


def test_for_a_few_people_all_that_is_planned_with_them_is_shown(
    qtbot: QtBot, notebook: Notebook, open_dialog: OpenDialog, tmp_path: Path
) -> None:
    """And the range that one prints for everybody stays what it was."""
    fill_like_the_pictures(notebook)
    rows = notebook.follow_ups.open_between(None, None)
    dialog = open_dialog(only=[rows[-1].contact_id])
    assert dialog.prepared is not None
    entries = [entry for section in dialog.prepared.document.sections for entry in section.entries]
    assert len(entries) == sum(row.contact_id == rows[-1].contact_id for row in rows)
    dialog.save_to(tmp_path / "few.pdf")
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    assert headings(open_dialog()) == ["Overdue", "Saturday 21 November · today"]


def test_own_dates_are_typed_and_wait_until_they_are_dates(
    qtbot: QtBot, notebook: Notebook, open_dialog: OpenDialog
) -> None:
    fill_like_the_pictures(notebook)
    dialog = open_dialog()
    assert not dialog.panel.start.isVisible()
    choose(qtbot, dialog, PrintRangeKind.OWN_DATES)
    assert dialog.panel.start.isVisible()
    dialog.panel.with_overdue.setChecked(False)
    dialog.panel.start.set_value(TODAY + timedelta(days=3))
    dialog.panel.end.set_value(TODAY + timedelta(days=4))
    settle(qtbot, dialog)
    assert headings(dialog) == ["Tuesday 24 November"]
    dialog.panel.end.edit.setText("nonsense")
    qtbot.waitUntil(lambda: "Choose the first and the last day" in dialog.said.text())
    assert not dialog.save_button.isEnabled()


def test_dates_the_wrong_way_round_are_said_in_the_dialog(
    qtbot: QtBot, notebook: Notebook, open_dialog: OpenDialog
) -> None:
    fill_like_the_pictures(notebook)
    dialog = open_dialog()
    choose(qtbot, dialog, PrintRangeKind.OWN_DATES)
    dialog.panel.end.set_value(TODAY - timedelta(days=30))
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert "end before it begins" in dialog.trouble.text()
    assert not dialog.save_button.isEnabled()


def test_nothing_to_print_is_said_kindly_and_cannot_be_saved(open_dialog: OpenDialog) -> None:
    dialog = open_dialog(has_printer=True)
    assert "Nothing to follow up" in dialog.said.text()
    assert not dialog.save_button.isEnabled()
    assert not dialog.print_button.isEnabled()
    assert dialog.preview.page_count == 0


def test_without_a_printer_a_pdf_is_offered(notebook: Notebook, open_dialog: OpenDialog) -> None:
    fill_like_the_pictures(notebook)
    dialog = open_dialog()
    assert not dialog.print_button.isEnabled()
    assert dialog.save_button.isEnabled()
    assert any("knows no printer" in words for words in _words(dialog))
    with_printer = open_dialog(has_printer=True)
    assert with_printer.print_button.isEnabled()
    assert not any("knows no printer" in words for words in _words(with_printer))


def _words(dialog: PrintDialog) -> list[str]:
    return [str(widget.property("text") or "") for widget in dialog.findChildren(QWidget)]


@needs_poppler
def test_saving_writes_what_the_preview_shows_and_closes(
    qtbot: QtBot, desk: Desk, notebook: Notebook, open_dialog: OpenDialog, tmp_path: Path
) -> None:
    fill_with(notebook, 60)
    dialog = open_dialog()
    choose(qtbot, dialog, PrintRangeKind.ALL_OPEN)
    dialog.panel.paper.choose("Letter")
    settle(qtbot, dialog)
    shown = dialog.preview.page_count
    target = tmp_path / "list.pdf"
    with qtbot.waitSignal(desk.said) as said, qtbot.waitSignal(dialog.accepted):
        dialog.save_to(target)
    assert said.args == [f"Saved list.pdf, {shown} pages.", False]
    assert pdf_facts(target)["Pages"] == str(shown)
    assert "letter" in pdf_facts(target)["Page size"]
    assert "Grace Holt 0" in pdf_text(target)


def test_a_place_that_cannot_be_written_is_said_in_the_dialog(
    qtbot: QtBot, notebook: Notebook, open_dialog: OpenDialog, tmp_path: Path
) -> None:
    fill_like_the_pictures(notebook)
    dialog = open_dialog()
    dialog.save_to(tmp_path / "nowhere" / "list.pdf")
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert "there is no folder" in dialog.trouble.text()
    assert dialog.isVisible()
    qtbot.waitUntil(dialog.save_button.isEnabled)


def test_saving_a_long_list_can_be_stopped(
    qtbot: QtBot, notebook: Notebook, open_dialog: OpenDialog, tmp_path: Path
) -> None:
    fill_with(notebook, 400)
    dialog = open_dialog()
    choose(qtbot, dialog, PrintRangeKind.ALL_OPEN)
    dialog.save_to(tmp_path / "list.pdf")
    assert dialog.stop_button.isVisible()
    assert not dialog.panel.isEnabled()
    dialog.stop_button.click()
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert dialog.trouble.text() == "Stopped. No file was written."
    assert "list.pdf" not in os.listdir(tmp_path)
    qtbot.waitUntil(dialog.panel.isEnabled)


def test_choices_are_found_again_after_saving(
    qtbot: QtBot,
    notebook: Notebook,
    open_dialog: OpenDialog,
    settings: QSettings,
    tmp_path: Path,
) -> None:
    fill_like_the_pictures(notebook)
    dialog = open_dialog()
    dialog.panel.paper.choose("Letter")
    dialog.panel.style_field.choose(ListStyle.BY_KIND.value)
    dialog.panel.ruled.choose(3)
    choose(qtbot, dialog, PrintRangeKind.NEXT_TWO_WEEKS)
    with qtbot.waitSignal(dialog.accepted):
        dialog.save_to(tmp_path / "list.pdf")
    again = open_dialog().panel.choices()
    assert again is not None
    assert (again.kind, again.style, again.ruled, again.paper) == (
        PrintRangeKind.NEXT_TWO_WEEKS,
        ListStyle.BY_KIND,
        3,
        "Letter",
    )


def test_settings_that_make_no_sense_are_passed_over(
    open_dialog: OpenDialog, settings: QSettings
) -> None:
    for name in ("range", "with-overdue", "style", "ruled", "paper"):
        settings.setValue(f"print-follow-ups/{name}", "%&/")
    choices = open_dialog().panel.choices()
    assert choices is not None
    assert choices.kind is PrintRangeKind.OVERDUE_AND_TODAY
    assert choices.ruled == 2


def test_a_change_elsewhere_shows_at_once(
    qtbot: QtBot, desk: Desk, notebook: Notebook, open_dialog: OpenDialog
) -> None:
    person = add_person(notebook, "Grace Holt")
    dialog = open_dialog()
    assert headings(dialog) == []
    desk.perform(lambda: plan_follow_up(notebook, FollowUpDraft(person, FollowUpKind.CALL, TODAY)))
    qtbot.waitUntil(lambda: dialog.preview.page_count == 1)


def test_the_preview_turns_pages_and_zooms_by_keys(
    qtbot: QtBot, notebook: Notebook, open_dialog: OpenDialog
) -> None:
    fill_with(notebook, 60)
    dialog = open_dialog()
    choose(qtbot, dialog, PrintRangeKind.ALL_OPEN)
    preview, bar = dialog.preview, dialog.bar
    count = preview.page_count
    assert count > 5
    assert bar.page_words.text() == f"Page 1 of {count}"
    assert not bar.back.isEnabled()
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.page == 2
    QTest.keyClick(preview, Qt.Key.Key_End)
    assert preview.page == count
    assert not bar.on.isEnabled()
    QTest.keyClick(preview, Qt.Key.Key_Home)
    assert preview.page == 1
    whole = preview.zoom
    QTest.keyClick(preview, Qt.Key.Key_Plus)
    assert preview.zoom > whole
    assert bar.zoom_words.text() == f"{round(preview.zoom * 100)} %"
    preview.show_page(3)
    preview.zoom_in()
    assert preview.page == 3
    QTest.keyClick(preview, Qt.Key.Key_0)
    assert preview.zoom == pytest.approx(whole)


def test_paper_stays_white_in_the_dark(
    notebook: Notebook, open_dialog: OpenDialog, theme: Theme
) -> None:
    fill_like_the_pictures(notebook)
    theme.set_appearance(Appearance.DARK)
    dialog = open_dialog()
    image = dialog.preview.viewport().grab().toImage()
    assert image.pixelColor(image.width() // 2, image.height() - 60) == QColor("white")
    assert _darkest(image) < 90, "the ink is dark in the dark, too"


def _darkest(image: QImage) -> int:
    middle = range(image.width() // 4, image.width() * 3 // 4)
    return min(
        image.pixelColor(x, y).lightness() for x in middle for y in range(60, image.height() // 2)
    )


def test_every_control_has_a_name_and_can_be_reached_by_keys(
    notebook: Notebook, open_dialog: OpenDialog
) -> None:
    fill_like_the_pictures(notebook)
    dialog = open_dialog(has_printer=True)
    reached = set()
    widget: QWidget = dialog
    for _ in range(80):
        widget = widget.nextInFocusChain()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(dialog):
            reached.add(widget)
            assert widget.accessibleName() or widget.property("text"), widget
    panel = dialog.panel
    wanted = {panel.kind, panel.style_field, panel.ruled, panel.paper, dialog.preview}
    assert wanted | {dialog.save_button, dialog.print_button, dialog.close_button} <= reached


def test_closing_while_it_works_ends_the_work(
    qtbot: QtBot, desk: Desk, notebook: Notebook, settings: QSettings
) -> None:
    fill_with(notebook, 200)
    dialog = PrintDialog(desk, None, settings, has_printer=lambda: False)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.panel.kind.choose(PrintRangeKind.ALL_OPEN.value)
    dialog.reject()
    assert not dialog.isVisible()


def test_it_opens_over_the_window(qtbot: QtBot, desk: Desk, notebook: Notebook) -> None:
    fill_like_the_pictures(notebook)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = show_print_dialog(desk, window)
    settle(qtbot, dialog)
    assert dialog.isModal()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    desk.perform(
        lambda: add_contact(notebook, ContactDraft(ContactDetails(display_name="Afterwards")))
    )
