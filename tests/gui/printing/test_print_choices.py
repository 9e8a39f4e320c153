"""What goes on the list is chosen in the window: with whom, which columns, which page, who not."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.printing.print_dialog import PrintDialog
from notebook_app.model.contact import Address, ContactDetails, ContactDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.model.print_range import PrintRangeKind
from notebook_app.reports.document import Entry
from notebook_app.reports.follow_up_list import NO_PLACE, ListStyle
from notebook_app.reports.follow_up_parts import ListPart
from notebook_app.services.save_list import save_new_list
from notebook_app.storage.notebook import Notebook
from tests.gui.printing.sample_notebooks import TODAY, fill_like_the_pictures

Open = Callable[[], PrintDialog]


@pytest.fixture
def open_dialog(qtbot: QtBot, desk: Desk, notebook: Notebook, tmp_path: Path) -> Iterator[Open]:
    """Opens the dialog on four people and Bo, who has a tag and an address."""
    fill_like_the_pictures(notebook)
    details = ContactDetails(
        display_name="Bo Ek", tags=("Private",), addresses=(Address("Ring 1", "Bonn"),)
    )
    with notebook.change("Bo") as change:
        bo = notebook.contacts.insert(ContactDraft(details))
        notebook.follow_ups.insert(FollowUpDraft(bo, FollowUpKind.CALL, TODAY))
        assert change
    opened: list[PrintDialog] = []
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)

    def open_it() -> PrintDialog:
        dialog = PrintDialog(desk, None, settings, has_printer=lambda: False)
        qtbot.addWidget(dialog)
        dialog.show()
        opened.append(dialog)
        dialog.panel.kind.choose(PrintRangeKind.ALL_OPEN.value)
        settle(qtbot, dialog)
        return dialog

    yield open_it
    for dialog in opened:
        dialog.reject()


def settle(qtbot: QtBot, dialog: PrintDialog) -> None:
    """Wait until the dialog shows what was chosen."""
    qtbot.waitUntil(lambda: dialog.prepared is not None and dialog.is_settled(), timeout=20_000)


def entries(dialog: PrintDialog) -> dict[str, Entry]:
    """Return what is on the list, by name."""
    assert dialog.prepared is not None
    sections = dialog.prepared.document.sections
    return {entry.name: entry for section in sections for entry in section.entries}


def test_a_round_through_town_ends_with_those_who_are_nowhere(
    qtbot: QtBot, open_dialog: Open
) -> None:
    dialog = open_dialog()
    dialog.panel.style_field.choose(ListStyle.BY_PLACE.value)
    settle(qtbot, dialog)
    assert dialog.prepared is not None
    headings = [section.heading for section in dialog.prepared.document.sections]
    assert headings == ["Bonn", NO_PLACE]
    assert entries(dialog)["Bo Ek"].place == "Ring 1, Bonn"


def test_what_is_overdue_alone_can_be_chosen_whatever_was_ticked_before(
    qtbot: QtBot, open_dialog: Open
) -> None:
    dialog = open_dialog()
    dialog.panel.with_overdue.setChecked(False)
    dialog.panel.kind.choose(PrintRangeKind.OVERDUE.value)
    settle(qtbot, dialog)
    assert set(entries(dialog)) == {"Grace Holt"}
    assert not dialog.panel.with_overdue.isVisible()


def test_only_those_of_a_list_are_on_it(
    qtbot: QtBot, notebook: Notebook, open_dialog: Open
) -> None:
    save_new_list(notebook, "Holt people", "grace")
    dialog = open_dialog()
    assert len(entries(dialog)) == 5
    dialog.panel.whom.choose("grace")
    settle(qtbot, dialog)
    assert set(entries(dialog)) == {"Grace Holt"}


def test_page_columns_and_whom_to_leave_out_are_remembered(
    qtbot: QtBot, open_dialog: Open, tmp_path: Path
) -> None:
    dialog = open_dialog()
    assert dialog.panel.more.isHidden()
    dialog.panel.more_button.click()
    assert dialog.panel.more.isVisible()
    dialog.panel.boxes[ListPart.PHONES].setChecked(False)
    dialog.panel.page.orientation.choose(True)
    dialog.panel.page.margins.choose(10)
    dialog.panel.paper.choose("Letter")
    dialog.panel.leave_out.setText("PRIVATE, ")
    dialog.panel.leave_out.editingFinished.emit()
    settle(qtbot, dialog)
    assert "Bo Ek" not in entries(dialog)
    assert entries(dialog)["Grace Holt"].phone == ""
    assert dialog.prepared is not None
    assert dialog.prepared.paper == "Letter landscape, margins 10 mm"
    with qtbot.waitSignal(dialog.accepted):
        dialog.save_to(tmp_path / "list.pdf")
    again = open_dialog()
    # What makes this list another than one expects is in sight.
    assert again.panel.more.isVisible()
    assert "Bo Ek" not in entries(again)
    assert again.panel.choices() == dialog.panel.choices()


def test_a_fold_has_its_own_margins(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.panel.more_button.click()
    dialog.panel.page.margins.choose(30)
    dialog.panel.form.choose(True)
    settle(qtbot, dialog)
    assert not dialog.panel.page.isVisible()
    assert dialog.prepared is not None
    assert "margins" not in dialog.prepared.paper
