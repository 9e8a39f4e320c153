"""Text from contacts is shown as the text it is."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.theme import Appearance, TextRole, Theme, Tone
from notebook_app.gui.theme.tokens import DARK, LIGHT
from notebook_app.gui.widgets.labels import (
    ElidedLabel,
    FieldLabel,
    PlainLabel,
    SectionHeading,
    plain_tool_tip,
)

MARKUP = "<b>Bold</b> & <img src='http://tracker.example/x.png'> done"


@pytest.mark.parametrize("make", [PlainLabel, ElidedLabel, SectionHeading])
def test_markup_is_shown_and_not_followed(qtbot: QtBot, make: type[PlainLabel]) -> None:
    """Every label here is of plain text."""
    label = make(MARKUP)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == MARKUP


def test_tool_tips_do_not_follow_markup_either() -> None:
    """Qt guesses whether a tool tip is rich text; ours leaves nothing to guess."""
    tip = plain_tool_tip(MARKUP)
    assert "<img" not in tip
    assert "&lt;img" in tip
    assert plain_tool_tip("Carla & Ben") == "Carla & Ben"


def test_a_long_text_is_cut_and_explained(qtbot: QtBot) -> None:
    """The tool tip has the whole text only while it is cut; the hint asks for little room."""
    label = ElidedLabel("Wolfeschlegelsteinhausenbergerdorff Maximiliane von Hohenlohe")
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 100
    label.resize(90, 20)
    label.show()
    assert label.is_cut()
    assert label.toolTip() == label.text()
    label.resize(900, 20)
    assert not label.is_cut()
    assert label.toolTip() == ""


def test_a_cut_text_is_cut_anew_for_another_text_width_or_font(qtbot: QtBot) -> None:
    """What was found to fit is kept only as long as it does."""

    label = ElidedLabel("Maximiliane von Hohenlohe")
    qtbot.addWidget(label)
    label.resize(90, 40)
    label.grab()
    changes: tuple[Callable[[ElidedLabel], object], ...] = (
        lambda each: each.setStyleSheet("font-size: 24px"),
        lambda each: each.resize(140, 40),
        lambda each: each.setText("Another name than that"),
    )
    for number, change in enumerate(changes, 1):
        change(label)
        fresh = ElidedLabel("Maximiliane von Hohenlohe")
        qtbot.addWidget(fresh)
        fresh.resize(90, 40)
        for each in changes[:number]:
            each(fresh)
        assert label.grab().toImage() == fresh.grab().toImage()


def test_line_breaks_do_not_break_a_line(qtbot: QtBot) -> None:
    """A note of several lines fits a label of one."""
    label = ElidedLabel("one\ntwo\r\n\tthree")
    qtbot.addWidget(label)
    assert label.text() == "one two three"


def ink_columns(label: PlainLabel) -> list[int]:
    """Return the columns of pixels of ``label`` that hold any ink."""
    image = label.grab().toImage()
    ground = image.pixelColor(0, 0)
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != ground for y in range(image.height()))
    ]


@pytest.mark.parametrize("text", ["Carla Mendes", "محمد رحيمي"])
def test_names_start_where_the_window_starts(qapp: QApplication, qtbot: QtBot, text: str) -> None:
    """On the left, or on the right in a mirrored window, in whatever script the name is."""
    label = ElidedLabel(text)
    qtbot.addWidget(label)
    label.resize(400, 24)
    assert max(ink_columns(label)) < 200
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert min(ink_columns(label)) > 200


def test_tones_follow_the_theme(theme: Theme, qtbot: QtBot) -> None:
    """The colour of the label changes with light and dark, and with ``set_tone``."""
    label = PlainLabel("late", tone=Tone.MUTED)
    qtbot.addWidget(label)
    label.ensurePolished()
    assert label.palette().color(label.foregroundRole()) == QColor(LIGHT.muted)
    label.set_tone(Tone.DANGER)
    assert label.palette().color(label.foregroundRole()) == QColor(LIGHT.danger)
    theme.set_appearance(Appearance.DARK)
    label.ensurePolished()
    assert label.palette().color(label.foregroundRole()) == QColor(DARK.danger)


def test_a_wrapping_label_grows_downwards(qtbot: QtBot) -> None:
    """In a narrow column nothing of the text is cut."""
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    label = PlainLabel("word " * 60, TextRole.SMALL, wrap=True)
    column.addWidget(label)
    column.addStretch(1)
    holder.resize(200, 900)
    holder.show()
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()) > 100)


def test_a_field_is_named_by_its_label(qtbot: QtBot) -> None:
    """The label is a buddy, and names the field for screen readers."""
    edit = QLineEdit()
    label = FieldLabel("&Mobile", edit)
    qtbot.addWidget(edit)
    qtbot.addWidget(label)
    assert label.buddy() is edit
    assert edit.accessibleName() == "Mobile"


@pytest.mark.parametrize("make", [PlainLabel, ElidedLabel])
def test_a_label_begins_where_all_else_does(qtbot: QtBot, make: type[PlainLabel]) -> None:
    """In a mirrored window at the right, in whatever script; what is centred stays so."""
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    label, centred = make("Carla Mendes"), make("Ben")
    centred.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    column.addWidget(label)
    column.addWidget(centred)
    holder.resize(300, 80)
    holder.show()

    def ink() -> tuple[int, int]:
        image = label.grab().toImage()
        ground = image.pixelColor(image.width() // 2, 0)
        dark = [
            x
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y) != ground
        ]
        return min(dark), image.width() - max(dark)

    left, right = ink()
    assert left < 10 < right
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    left, right = ink()
    assert right < 10 < left
    assert centred.alignment() & Qt.AlignmentFlag.AlignHCenter
    holder.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    left, right = ink()
    assert left < 10 < right
