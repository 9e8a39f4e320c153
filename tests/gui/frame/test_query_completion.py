"""The offers below the search field, by keys and by mouse, and never in the way."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.services.save_contact import add_contact
from tests.gui.frame.conftest import MakeWindow


def test_tab_takes_what_is_offered_and_other_keys_type_on(
    make_window: MakeWindow, desk: Desk, qtbot: QtBot
) -> None:
    details = ContactDetails(display_name="Ann", tags=("Chamber", "old friends"))
    add_contact(desk.notebook, ContactDraft(details))
    window = make_window()
    window.show_page("people")
    field, offers = window.top_bar.search, window.completion.list
    field.setFocus()
    QTest.keyClicks(field, "ta")
    shown = [offers.item(row).text() for row in range(offers.count())]
    assert shown == ["tag:", "talks:", "Tab takes it"]
    spoken = Qt.ItemDataRole.AccessibleDescriptionRole
    assert offers.item(0).data(spoken) == "a tag; * stands for anything"
    assert "how often you spoke" in offers.item(1).toolTip()
    assert offers.isVisible()
    for _again in range(2):
        QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert offers.currentRow() == 0
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "tag:"
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == 'tag:"old friends" '
    assert not offers.isVisible()
    QTest.keyClicks(field, "ta")
    assert offers.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not offers.isVisible()
    assert field.text() == 'tag:"old friends" ta'
    QTest.keyClicks(field, "nya")
    assert not offers.isVisible()
    assert field.hasFocus()
