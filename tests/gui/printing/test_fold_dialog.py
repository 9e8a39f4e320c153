"""A pocket fold is chosen, looked at and saved in the print dialog."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.printing.fold_guide import FoldGuide, FoldPicture
from notebook_app.gui.printing.fold_prepared import PreparedFold
from notebook_app.gui.printing.print_dialog import PrintDialog
from notebook_app.gui.theme import Appearance, Theme
from notebook_app.model.print_range import PrintRangeKind
from notebook_app.storage.notebook import Notebook
from tests.gui.printing.pdf_reading import needs_poppler, pdf_facts, pdf_text
from tests.gui.printing.sample_notebooks import fill_like_the_pictures, fill_with

Open = Callable[[], PrintDialog]


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """Settings that nobody else reads."""
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def open_dialog(qtbot: QtBot, desk: Desk, settings: QSettings) -> Iterator[Open]:
    """Opens the dialog with all that is open, and waits for it."""
    opened: list[PrintDialog] = []

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


@needs_poppler
def test_the_fold_is_chosen_looked_at_and_saved(
    qtbot: QtBot, notebook: Notebook, open_dialog: Open, tmp_path: Path
) -> None:
    fill_with(notebook, 40)
    dialog = open_dialog()
    assert not dialog.panel.guide.isVisible()
    dialog.panel.form.choose(True)
    settle(qtbot, dialog)
    prepared = dialog.prepared
    assert isinstance(prepared, PreparedFold)
    sheets = len(prepared.pages)
    assert dialog.said.text().endswith(f"{sheets} sheets")
    assert dialog.panel.guide.isVisible()
    assert dialog.preview.page_count == sheets
    dialog.panel.guide.one_by_one.setChecked(True)
    assert dialog.preview.page_count == 8 * sheets
    dialog.panel.guide.one_by_one.setChecked(False)
    assert dialog.preview.page_count == sheets
    target = tmp_path / "fold.pdf"
    with qtbot.waitSignal(dialog.accepted):
        dialog.save_to(target)
    assert pdf_facts(target)["Pages"] == str(sheets)
    assert "Booklet 1 of" in pdf_text(target)
    assert dialog.panel.choices() == open_dialog().panel.choices(), "remembered"


def test_an_empty_list_has_no_booklet(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.panel.form.choose(True)
    settle(qtbot, dialog)
    assert dialog.preview.page_count == 0
    assert not dialog.save_button.isEnabled()


def test_the_picture_is_drawn_in_light_and_dark(qtbot: QtBot, theme: Theme) -> None:
    picture = FoldPicture()
    qtbot.addWidget(picture)
    picture.resize(picture.sizeHint())
    for appearance in (Appearance.LIGHT, Appearance.DARK):
        theme.set_appearance(appearance)
        image = picture.grab().toImage()
        assert _colours(image) > 5
    picture.resize(QSize(80, 20))
    picture.grab()


def test_the_guide_tells_in_words_what_it_shows(qtbot: QtBot) -> None:
    guide = FoldGuide()
    qtbot.addWidget(guide)
    for words in ("100 %", "cut", "fold lengthwise", "push the ends", "page 1"):
        assert words in guide.words.text()
    assert guide.picture.accessibleName()


def test_the_fold_follows_what_changes_elsewhere(
    qtbot: QtBot, notebook: Notebook, open_dialog: Open
) -> None:
    fill_like_the_pictures(notebook)
    dialog = open_dialog()
    dialog.panel.form.choose(True)
    settle(qtbot, dialog)
    assert dialog.said.text().endswith("1 sheet")


def _colours(image: QImage) -> int:
    return len(
        {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(image.height())}
    )
