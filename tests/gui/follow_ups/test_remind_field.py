"""Choosing when to be reminded of one follow-up."""

import pytest
from pytestqt.qtbot import QtBot

from notebook_app.gui.follow_ups.remind_field import RemindField


@pytest.mark.parametrize("minutes", [None, -1, 0, 15, 60, 1440, 47])
def test_what_was_chosen_comes_back(qtbot: QtBot, minutes: int | None) -> None:
    field = RemindField()
    qtbot.addWidget(field)
    assert field.value() is None
    field.set_value(minutes)
    assert field.value() == minutes
    assert field.currentText()
