"""Printing people from the window: whom, as what, on which paper, and what is left out."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.printing.people_dialog import PeopleDialog
from notebook_app.model.contact import ContactDetails, ContactDraft, Phone
from notebook_app.model.partial_date import PartialDate
from notebook_app.reports.contact_parts import Part
from notebook_app.reports.people_style import PeopleStyle
from notebook_app.services.save_contact import add_contact
from notebook_app.services.undo import undo_last
from notebook_app.storage.notebook import Notebook
from tests.gui.printing.pdf_reading import needs_poppler, pdf_facts, pdf_text
from tests.gui.printing.sample_notebooks import add_person

OpenDialog = Callable[..., PeopleDialog]


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """Settings in a file of their own."""
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def open_dialog(qtbot: QtBot, desk: Desk, settings: QSettings) -> Iterator[OpenDialog]:
    """Opens the dialog and waits until its pages are there."""
    opened: list[PeopleDialog] = []

    def open_it(contact_ids: Sequence[int] = (), *, has_printer: bool = False) -> PeopleDialog:
        dialog = PeopleDialog(desk, None, settings, contact_ids, has_printer=lambda: has_printer)
        # Else it would be taken apart after the application, at the very end.
        qtbot.addWidget(dialog)
        dialog.show()
        opened.append(dialog)
        qtbot.waitUntil(dialog.is_settled)
        return dialog

    yield open_it
    for dialog in opened:
        dialog.reject()


def words_on(dialog: PeopleDialog) -> list[str]:
    """Return the names on the pages that are shown."""
    assert dialog.prepared is not None
    sections = dialog.prepared.document.sections
    return [entry.name for section in sections for entry in section.entries if entry.name]


def test_those_selected_are_printed_and_everyone_can_be_instead(
    notebook: Notebook, qtbot: QtBot, open_dialog: OpenDialog
) -> None:
    ann = add_person(notebook, "Ann Berg", phone="+46 70 1")
    add_person(notebook, "Bo Ek", phone="+46 70 2")
    dialog = open_dialog([ann])
    assert words_on(dialog) == ["Ann Berg"]
    dialog.panel.whom.choose("")
    qtbot.waitUntil(lambda: dialog.is_settled() and len(words_on(dialog)) == 2)
    assert words_on(dialog) == ["Ann Berg", "Bo Ek"]


def test_each_document_remembers_its_own_paper_and_columns(
    notebook: Notebook, qtbot: QtBot, open_dialog: OpenDialog
) -> None:
    add_person(notebook, "Ann Berg", phone="+46 70 1")
    first = open_dialog()
    first.panel.paper.choose("Letter")
    first.panel.orientation.choose(True)
    first.panel.boxes[Part.EMAILS].setChecked(False)
    qtbot.waitUntil(first.is_settled)
    assert first.prepared is not None
    assert first.prepared.paper == "Letter landscape"
    first.panel.style_field.choose(PeopleStyle.PHONES.value)
    first.panel.paper.choose("A4")
    first.reject()
    second = open_dialog()
    assert second.panel.choices().style is PeopleStyle.PHONES
    assert (second.panel.choices().paper, second.panel.choices().lies) == ("A4", False)
    second.panel.style_field.choose(PeopleStyle.DIRECTORY.value)
    chosen = second.panel.choices()
    assert (chosen.paper, chosen.lies) == ("Letter", True)
    assert Part.EMAILS not in chosen.shown
    assert Part.PHONES in chosen.shown


def test_private_tags_never_reach_the_paper_and_are_kept_in_the_notebook(
    notebook: Notebook, qtbot: QtBot, open_dialog: OpenDialog
) -> None:
    details = ContactDetails(display_name="Ann Berg", tags=("chess", "Difficult"))
    add_contact(notebook, ContactDraft(details))
    dialog = open_dialog()
    dialog.panel.boxes[Part.TAGS].setChecked(True)
    qtbot.waitUntil(dialog.is_settled)
    assert "Difficult" in repr(dialog.prepared)
    dialog.panel.private.setText("difficult, , health")
    dialog.panel.private.editingFinished.emit()
    qtbot.waitUntil(dialog.is_settled)
    assert "Difficult" not in repr(dialog.prepared)
    assert "chess" in repr(dialog.prepared)
    dialog.reject()
    assert open_dialog().panel.private.text() == "difficult, health"
    undo_last(notebook)
    assert open_dialog().panel.private.text() == ""


def test_a_list_of_nothing_says_so_and_prints_nothing(
    notebook: Notebook, qtbot: QtBot, open_dialog: OpenDialog
) -> None:
    add_person(notebook, "Ann Berg")
    dialog = open_dialog(has_printer=True)
    assert dialog.save_button.isEnabled()
    assert dialog.print_button.isEnabled()
    dialog.panel.style_field.choose(PeopleStyle.BIRTHDAYS.value)
    qtbot.waitUntil(dialog.is_settled)
    assert "None of these people has a birthday" in dialog.trouble.text()
    assert not dialog.save_button.isEnabled()
    assert not dialog.print_button.isEnabled()
    assert dialog.preview.page_count == 0


@needs_poppler
def test_what_is_shown_is_saved_across_the_sheet(
    notebook: Notebook, qtbot: QtBot, open_dialog: OpenDialog, tmp_path: Path
) -> None:
    details = ContactDetails(
        display_name="Ann Berg", phones=(Phone("+46 70 1"),), birthday=PartialDate(5, 6, 1980)
    )
    add_contact(notebook, ContactDraft(details))
    dialog = open_dialog()
    dialog.panel.paper.choose("A4")
    dialog.panel.orientation.choose(True)
    qtbot.waitUntil(dialog.is_settled)
    with qtbot.waitSignal(dialog.finished):
        dialog.save_to(tmp_path / "people.pdf")
    assert "Ann Berg" in pdf_text(tmp_path / "people.pdf")
    assert pdf_facts(tmp_path / "people.pdf")["Page size"].startswith("842 x 595")


def test_whoever_has_a_private_tag_is_left_out_and_margins_are_remembered(
    notebook: Notebook, qtbot: QtBot, open_dialog: OpenDialog
) -> None:
    for name, tags in (("Ann Berg", ("chess",)), ("Bo Ek", ("Private",))):
        details = ContactDetails(display_name=name, phones=(Phone("+46 70 1"),), tags=tags)
        add_contact(notebook, ContactDraft(details))
    dialog = open_dialog()
    assert words_on(dialog) == ["Ann Berg", "Bo Ek"]
    dialog.panel.leave_out.setText("private")
    dialog.panel.leave_out.editingFinished.emit()
    dialog.panel.page.margins.choose(10)
    qtbot.waitUntil(lambda: dialog.is_settled() and words_on(dialog) == ["Ann Berg"])
    assert dialog.prepared is not None
    assert dialog.prepared.paper.endswith(", margins 10 mm")
    dialog.reject()
    again = open_dialog()
    assert words_on(again) == ["Ann Berg"]
    assert again.panel.choices().margins == 10


def test_the_ending_of_the_file_says_in_what_form_it_is_saved(
    notebook: Notebook, qtbot: QtBot, open_dialog: OpenDialog, tmp_path: Path
) -> None:
    add_person(notebook, "Ann Berg", phone="+46 70 1")
    for name, start in (("people.html", "<!DOCTYPE html>"), ("people.txt", "Directory\n====")):
        dialog = open_dialog()
        with qtbot.waitSignal(dialog.finished):
            dialog.save_to(tmp_path / name)
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert text.startswith(start)
        assert "Ann Berg" in text
