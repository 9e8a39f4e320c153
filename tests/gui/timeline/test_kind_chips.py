"""The chips above a timeline: no more than two lines of them, and none out of reach."""

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from notebook_app.gui.timeline.kind_chips import KindChips
from notebook_app.model.rows import EntryKind


def _shown(qtbot: QtBot, width: int) -> KindChips:
    chips = KindChips()
    qtbot.addWidget(chips)
    chips.offer(tuple(EntryKind))
    chips.resize(width, 60)
    chips.show()
    return chips


def _lines(chips: KindChips) -> int:
    every = (chips.everything, *chips.by_kind.values(), chips.more)
    return len({chip.y() for chip in every if chip.isVisible()})


def test_a_narrow_column_has_two_lines_and_the_rest_in_a_menu(qtbot: QtBot) -> None:
    chips = _shown(qtbot, 330)
    assert _lines(chips) == 2
    assert chips.by_kind[EntryKind.CONVERSATION].isVisible()
    assert not chips.by_kind[EntryKind.IMPORT].isVisible()
    chips.more.click()
    menu = chips.more.findChildren(QMenu)[-1]
    hidden = {kind for kind, chip in chips.by_kind.items() if not chip.isVisible()}
    assert len(menu.actions()) == len(hidden)
    with qtbot.waitSignal(chips.chosen):
        next(each for each in menu.actions() if each.text() == "Imports").trigger()
    menu.close()
    assert chips.kinds() == {EntryKind.IMPORT}
    assert chips.by_kind[EntryKind.IMPORT].isVisible()
    assert _lines(chips) == 2


def test_a_wide_column_has_all_of_them(qtbot: QtBot) -> None:
    chips = _shown(qtbot, 1200)
    assert all(chip.isVisible() for chip in chips.by_kind.values())
    assert not chips.more.isVisible()
