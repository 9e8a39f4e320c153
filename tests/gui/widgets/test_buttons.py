"""Buttons, chips, cards and badges work without a mouse and say what they are."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QFont
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from notebook_app.gui.theme import Theme
from notebook_app.gui.theme.tokens import LIGHT
from notebook_app.gui.widgets.avatar import Avatar
from notebook_app.gui.widgets.badge import Badge, BadgeKind
from notebook_app.gui.widgets.buttons import (
    LinkButton,
    MenuButton,
    PlainButton,
    PrimaryButton,
    QuietButton,
)
from notebook_app.gui.widgets.card import Card, ScrollColumn
from notebook_app.gui.widgets.check_field import CheckField, RoundField
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.gui.widgets.message_bar import ToastButton


def role_and_name(widget: QWidget) -> tuple[QAccessible.Role, str]:
    """Return what a screen reader says of ``widget``."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role(), interface.text(QAccessible.Text.Name)


def room_for_words(button: QPushButton) -> QRect:
    """Return where the style draws the words."""
    option = QStyleOptionButton()
    button.initStyleOption(option)
    element = QStyle.SubElement.SE_PushButtonContents
    return button.style().subElementRect(element, option, button)


def test_a_menu_button_opens_its_choices(qtbot: QtBot) -> None:
    """The arrow is for the eye only; a choice is called without arguments."""
    chosen = []
    button = MenuButton("Later")
    qtbot.addWidget(button)
    button.add_choice("Tomorrow", lambda: chosen.append("tomorrow"))
    assert button.text() == "Later ▾"
    assert role_and_name(button)[1] == "Later"
    button.choices().actions()[0].trigger()
    assert chosen == ["tomorrow"]


def test_a_name_on_a_link_is_shown_with_its_ampersand(qtbot: QtBot) -> None:
    """``&`` in a name is no key."""
    link = LinkButton("Dahl & Co")
    qtbot.addWidget(link)
    assert link.shortcut().isEmpty()
    assert role_and_name(link)[1] == "Dahl & Co"


def test_a_sign_is_read_as_words(qtbot: QtBot) -> None:
    """A button that shows ⋯ is called by what it does."""
    button = QuietButton("⋯", "More about Carla")
    qtbot.addWidget(button)
    assert role_and_name(button) == (QAccessible.Role.Button, "More about Carla")


@pytest.mark.parametrize("make", [PlainButton, PrimaryButton, Chip, CheckField, RoundField])
def test_the_focus_can_be_seen(qtbot: QtBot, make: type[QWidget]) -> None:
    """A control looks different with the focus."""
    holder = QWidget()
    qtbot.addWidget(holder)
    control = make("Words")  # type: ignore[call-arg]
    other = PlainButton("Other", parent=holder)
    control.setParent(holder)
    holder.show()
    holder.activateWindow()
    qtbot.waitActive(holder).__enter__()
    other.setFocus()
    before = control.grab().toImage()
    control.setFocus()
    qtbot.waitUntil(control.hasFocus)
    assert control.grab().toImage() != before


@pytest.mark.parametrize(
    "make",
    [
        PlainButton,
        PrimaryButton,
        LinkButton,
        ToastButton,
        lambda words, parent: QuietButton(words, "Name", parent=parent),
    ],
)
def test_the_focus_takes_no_room_from_the_words(
    qtbot: QtBot, make: Callable[..., PlainButton]
) -> None:
    """A sign such as ▾ vanished in its button when the focus came."""
    holder = QWidget()
    qtbot.addWidget(holder)
    button = make("▾", parent=holder)
    other = PlainButton("Other", parent=holder)
    holder.show()
    holder.activateWindow()
    qtbot.waitActive(holder).__enter__()
    other.setFocus()
    before = room_for_words(button)
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert room_for_words(button) == before


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_chip_is_switched_by_keys(qtbot: QtBot, key: Qt.Key) -> None:
    """Space and Enter both switch it."""
    chip = Chip("Client")
    qtbot.addWidget(chip)
    with qtbot.waitSignal(chip.toggled):
        qtbot.keyClick(chip, key)
    assert chip.isChecked()
    assert role_and_name(chip)[1] == "Client"


def test_a_chip_tells_its_new_words(qtbot: QtBot) -> None:
    """The count in it changes what is read and how wide it is."""
    chip = Chip("All 9")
    qtbot.addWidget(chip)
    before = chip.sizeHint().width()
    chip.set_words("All 10,412")
    assert chip.sizeHint().width() > before
    assert role_and_name(chip)[1] == "All 10,412"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_clickable_card_opens_by_key_and_click(qtbot: QtBot, key: Qt.Key) -> None:
    """Keyboard and mouse do the same; a card that isn't clickable takes no focus."""
    card = Card(clickable=True)
    qtbot.addWidget(card)
    card.resize(100, 40)
    with qtbot.waitSignal(card.clicked):
        qtbot.keyClick(card, key)
    with qtbot.waitSignal(card.clicked):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    plain = Card()
    qtbot.addWidget(plain)
    assert plain.focusPolicy() is Qt.FocusPolicy.NoFocus
    with qtbot.assertNotEmitted(plain.clicked):
        qtbot.mouseClick(plain, Qt.MouseButton.LeftButton)


def test_badges_grow_with_the_font(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    """At twice the font a badge is about twice as large and still shows its word."""
    badge = Badge("today", BadgeKind.DANGER)
    qtbot.addWidget(badge)
    before = badge.sizeHint()
    font = QFont(qapp.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(font)
    theme.follow_system_font()
    assert badge.sizeHint().width() == pytest.approx(before.width() * 2, rel=0.2)
    badge.resize(badge.sizeHint())
    assert badge.grab().toImage().pixelColor(badge.width() // 2, 2) == QColor(LIGHT.danger_soft)
    badge.show_badge("done", BadgeKind.BLUE)
    assert badge.grab().toImage().pixelColor(badge.width() // 2, 2) == QColor(LIGHT.blue_soft)


def test_an_avatar_shows_the_person(theme: Theme, qtbot: QtBot) -> None:
    """The same colour as everywhere else, and another size of font another size."""
    avatar = Avatar(3.0)
    qtbot.addWidget(avatar)
    avatar.show_person("Carla Mendes")
    avatar.resize(avatar.sizeHint())
    assert avatar.sizeHint().width() == theme.em(3.0)
    assert avatar.grab().toImage().pixelColor(avatar.width() // 2, 4) == QColor("#2F7D6B")


def test_a_check_field_can_be_clicked_on_its_words(qtbot: QtBot) -> None:
    """Like any other box to tick, and read as one."""
    field = CheckField("It was organised")
    qtbot.addWidget(field)
    field.resize(field.sizeHint())
    end = QPoint(field.width() - 4, field.height() // 2)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=end)
    assert field.isChecked()
    assert role_and_name(field) == (QAccessible.Role.CheckBox, "It was organised")


def test_a_column_never_cuts_wrapped_text(qtbot: QtBot) -> None:
    """Cards with long texts in a narrow column are as high as their texts."""
    column = ScrollColumn()
    qtbot.addWidget(column)
    labels = []
    for _card in range(5):
        card = Card()
        labels.append(PlainLabel("a few more words " * 12, wrap=True))
        card.body.addWidget(labels[-1])
        column.column.addWidget(card)
    column.resize(220, 300)
    column.show()
    qtbot.waitUntil(
        lambda: all(label.height() >= label.heightForWidth(label.width()) for label in labels)
    )
    bottoms = [QRect(label.parentWidget().geometry()).bottom() for label in labels]
    assert bottoms == sorted(set(bottoms))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("make", [PlainButton, PrimaryButton, LinkButton])
def test_the_button_with_the_focus_is_the_one_that_enter_presses(
    qtbot: QtBot, make: type[PlainButton], key: Qt.Key
) -> None:
    """Not the main button of its dialog: Enter on Cancel must not save."""
    pressed: list[str] = []
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    save = PrimaryButton("Save", lambda: pressed.append("save"))
    save.setDefault(True)
    cancel = make("Cancel", lambda: pressed.append("cancel"))
    column.addWidget(save)
    column.addWidget(cancel)
    dialog.show()
    cancel.setFocus()
    qtbot.keyClick(cancel, key)
    assert pressed == ["cancel"]
