"""A chat written down from anywhere in the window, with keys alone."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from notebook_app.model.follow_up import FollowUpKind
from notebook_app.storage.notebook import Notebook
from tests.gui.capture.conftest import CONTROL, Played
from tests.gui.conftest import TODAY


def test_the_hairdresser_whom_nobody_knew_takes_three_keys_beside_the_text(
    played: Played, notebook: Notebook
) -> None:
    played.session.window.show_page("calendar")
    played.press(Qt.Key.Key_L, CONTROL)
    played.write(
        "Haircut at Salon Nova with Mirela Popa, her sister opens a bakery in May #neighbour "
        "*two cats !call her next fri"
    )
    played.enter()
    played.enter()
    assert played.strokes == 3
    assert not any(
        isinstance(each, QDialog) and each.isVisible() for each in QApplication.topLevelWidgets()
    )
    (mirela,) = notebook.contacts.find("Mirela Popa")
    (entry,) = (e for e in notebook.timeline.page(mirela.id, 0, 5) if e.text)
    assert entry.text == "Her sister opens a bakery in May"
    assert entry.on == TODAY
    (row,) = notebook.follow_ups.open_between(None, None)
    assert (row.contact_name, row.kind, row.due) == (
        "Mirela Popa",
        FollowUpKind.CALL,
        TODAY + timedelta(days=6),
    )
    played.session.desk.undo()
    assert notebook.contacts.all_ids() == []


def test_somebody_known_by_a_few_letters_takes_three_keys(
    played: Played, notebook: Notebook, person: Callable[..., int]
) -> None:
    ben = person("Ben Okafor", "Mill Lane Hair")
    played.press(Qt.Key.Key_L, CONTROL)
    played.write("Lunch with Ben Ok")
    played.press(Qt.Key.Key_Tab)
    played.write(" yesterday, flat is free")
    played.enter()
    assert played.strokes == 3
    (entry,) = (e for e in notebook.timeline.page(ben, 0, 5) if e.text)
    assert (entry.text, entry.on) == ("Flat is free", TODAY - timedelta(days=1))
