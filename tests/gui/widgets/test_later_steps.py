"""Work for a page, done between its frames."""

from collections.abc import Iterator

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.widgets.later_steps import LaterSteps


class _Sheet(QWidget):
    """Writes down what is done to it, its frames too."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.steps = LaterSteps(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.done.append("frame")

    def work(self, *names: str) -> Iterator[None]:
        for name in names:
            self.done.append(name)
            self.update()
            yield


def _shown(qtbot: QtBot) -> _Sheet:
    sheet = _Sheet()
    qtbot.addWidget(sheet)
    with qtbot.waitExposed(sheet):
        sheet.show()
    QApplication.processEvents()
    sheet.done.clear()
    return sheet


def test_there_is_a_frame_after_each_step(qtbot: QtBot) -> None:
    sheet = _shown(qtbot)
    sheet.update()
    sheet.steps.begin(sheet.work("head", "middle", "end"))
    qtbot.waitUntil(lambda: sheet.done.count("frame") == 4)
    assert sheet.done == ["frame", "head", "frame", "middle", "frame", "end", "frame"]


def test_work_is_dropped_for_newer_work(qtbot: QtBot) -> None:
    sheet = _shown(qtbot)
    sheet.steps.begin(sheet.work("old"))
    sheet.steps.begin(sheet.work("new one", "new two"))
    qtbot.waitUntil(lambda: "new two" in sheet.done)
    assert "old" not in sheet.done


def test_a_step_may_begin_newer_work(qtbot: QtBot) -> None:
    sheet = _shown(qtbot)

    def turning() -> Iterator[None]:
        sheet.steps.begin(sheet.work("new"))
        yield
        sheet.done.append("old")

    sheet.steps.begin(turning())
    qtbot.waitUntil(lambda: "new" in sheet.done)
    sheet.steps.finish()
    assert "old" not in sheet.done


def test_finish_does_all_that_is_left_at_once(qtbot: QtBot) -> None:
    sheet = _shown(qtbot)
    sheet.steps.begin(sheet.work("one", "two"))
    sheet.steps.finish()
    assert sheet.done == ["one", "two"]
    qtbot.wait(5)
    assert sheet.done.count("one") == 1


def test_nothing_is_done_while_it_pauses_even_if_a_turn_was_due(qtbot: QtBot) -> None:
    sheet = _shown(qtbot)
    sheet.steps.begin(sheet.work("one", "two"))
    sheet.steps.pause()
    qtbot.wait(20)
    assert "one" not in sheet.done
    sheet.steps.go_on()
    qtbot.waitUntil(lambda: "two" in sheet.done)


def test_nothing_is_done_of_what_was_dropped(qtbot: QtBot) -> None:
    sheet = _shown(qtbot)
    sheet.steps.begin(sheet.work("one"))
    sheet.steps.drop()
    qtbot.wait(20)
    assert "one" not in sheet.done
