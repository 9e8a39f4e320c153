"""Who fades, and whom one just met, is found beside the window's thread among many people."""

import threading
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.today.losing_touch_section import LosingTouchSection
from notebook_app.gui.today.patient_reading import READ_AT_ONCE
from notebook_app.gui.today.today_page import TodayPage
from notebook_app.model.contact import Cadence, CadenceUnit
from notebook_app.services.let_rest import let_rest
from notebook_app.storage.notebook import Notebook
from tests.gui.follow_ups.filled import TODAY, Filler

Show = Callable[[], TodayPage]

_MANY = READ_AT_ONCE + 1


def _names(section: LosingTouchSection) -> list[str]:
    return [card.name.text() for card in section.cards]


def _fading(fill: Filler, name: str) -> int:
    who = fill.person(name, cadence=Cadence(1, CadenceUnit.WEEKS))
    fill.talk(who, "Long ago", -60)
    return who


def test_among_few_they_are_there_at_once_and_among_many_a_moment_later(
    qtbot: QtBot, desk: Desk, fill: Filler
) -> None:
    _fading(fill, "Fading")
    few, many = LosingTouchSection(desk), LosingTouchSection(desk)
    for section in (few, many):
        qtbot.addWidget(section)
    few.read(TODAY, READ_AT_ONCE)
    assert _names(few) == ["Fading"]
    assert "losing touch" not in [thread.name for thread in threading.enumerate()]
    with qtbot.waitSignal(many.filled):
        many.read(TODAY, _MANY)
        assert (_names(many), many.isVisibleTo(None)) == ([], False)
    assert _names(many) == ["Fading"]


def test_what_is_read_at_once_is_not_followed_by_what_was_read_before(
    qtbot: QtBot, desk: Desk, fill: Filler, notebook: Notebook
) -> None:
    who = _fading(fill, "Fading")
    section = LosingTouchSection(desk)
    qtbot.addWidget(section)
    section.read(TODAY, READ_AT_ONCE)
    section.read(TODAY, _MANY)
    let_rest(notebook, [who])
    section.read(TODAY, READ_AT_ONCE)
    qtbot.waitUntil(lambda: section.cards == [])
    qtbot.wait(20)
    assert section.cards == []


def test_leaving_the_page_meanwhile_loses_neither_those_who_fade_nor_the_balance(
    qtbot: QtBot, show_page: Show, fill: Filler, notebook: Notebook
) -> None:
    fill.talk(fill.person("Somebody"), "Before", -90)
    page = show_page()
    qtbot.waitUntil(lambda: page.aside is not None and page.aside.balance.new.text() == "0")
    assert page.aside is not None
    fill.talk(fill.person("New"), "Hello", 0)
    _fading(fill, "Fading")
    page.losing_touch.read(TODAY, _MANY)
    page.aside.read()
    page.hide()
    qtbot.wait(20)
    assert page.losing_touch.cards == []
    page.show()
    qtbot.waitUntil(lambda: _names(page.losing_touch) == ["Fading"])
    aside = page.aside
    qtbot.waitUntil(lambda: aside.balance.new.text() == "1")


def test_tab_and_arrows_reach_those_who_came_later(
    qtbot: QtBot, show_page: Show, fill: Filler, notebook: Notebook
) -> None:
    fill.person("Somebody")
    page = show_page()
    fading = [_fading(fill, "Fading"), _fading(fill, "Also fading")]
    page.losing_touch.read(TODAY, _MANY)
    qtbot.waitUntil(lambda: len(page.losing_touch.cards) == 2)
    card, after = page.losing_touch.cards
    card.plan_button.setFocus()
    QTest.keyClick(card.plan_button, Qt.Key.Key_Tab)
    assert after.hasFocus()
    let_rest(notebook, fading[:1])
    page.losing_touch.read(TODAY, _MANY)
    qtbot.waitUntil(lambda: len(page.losing_touch.cards) == 1)
    assert page.losing_touch.cards[0].hasFocus()


def test_whom_one_just_met_is_found_beside_the_window_and_after_coming_back(
    qtbot: QtBot, show_page: Show, fill: Filler
) -> None:
    fill.talk(fill.person("Somebody"), "Before", -90)
    page = show_page()
    qtbot.wait(30)
    fill.talk(fill.person("New"), "Hello", 0)
    page.just_met.read(_MANY)
    page.hide()
    qtbot.wait(30)
    assert page.just_met.cards == []
    page.show()
    qtbot.waitUntil(lambda: [card.name.text() for card in page.just_met.cards] == ["New"])
