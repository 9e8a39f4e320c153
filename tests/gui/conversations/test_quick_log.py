"""One line from anywhere: what it is understood as, what can be corrected, what is saved."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.conversations.quick_log import QuickLog
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.contact import ContactDetails, ContactDraft, NameParts
from notebook_app.model.conversation import Channel, ConversationDraft, Initiator
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.storage.notebook import Notebook

ShowLine = Callable[..., QuickLog]
NAMES = (("Carla", "Mendes"), ("Carla", "Holt"), ("Ben", "Okafor"), ("Agnes", "Dahl"))


@pytest.fixture
def people(notebook: Notebook) -> dict[str, int]:
    with notebook.change("Added people"):
        return {
            f"{given} {family}": notebook.contacts.insert(
                ContactDraft(
                    ContactDetails(f"{given} {family}", NameParts(given=given, family=family))
                )
            )
            for given, family in NAMES
        }


@pytest.fixture
def show_line(desk: Desk, qtbot: QtBot) -> ShowLine:
    def show(contact_id: int | None = None) -> QuickLog:
        form = QuickLog(desk, None, contact_id)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(form)
        with qtbot.waitExposed(form):
            form.show()
        form.activateWindow()
        form.line.text.setFocus()
        return form

    return show


def logged(notebook: Notebook) -> list[ConversationDraft]:
    rows = notebook.database.execute_sql("SELECT id FROM conversation ORDER BY id").fetchall()
    return [notebook.conversations.get(row[0]).draft for row in rows]


def words(form: QuickLog) -> list[str]:
    return [chip.words.rstrip("▾✕ ") for chip in form.line.chips.chips]


def enter(form: QuickLog) -> None:
    QTest.keyClick(QApplication.focusWidget() or form.line.text, Qt.Key.Key_Return)


def test_the_hairdresser_takes_one_line_and_one_key(
    show_line: ShowLine, people: dict[str, int], notebook: Notebook
) -> None:
    form = show_line()
    QTest.keyClicks(form.line.text, "Ben cut my hair, needs a sign !call tue")
    assert words(form) == ["Ben Okafor", "Call · Tue 24 Nov"]
    enter(form)
    assert not form.isVisible()
    [draft] = logged(notebook)
    assert draft.contact_ids == (people["Ben Okafor"],)
    [row] = notebook.follow_ups.open_until(date(2026, 12, 1))
    assert (row.kind, row.due, row.contact_name) == (
        FollowUpKind.CALL,
        date(2026, 11, 24),
        "Ben Okafor",
    )


def test_everything_understood_stands_on_chips_and_in_the_fields(
    show_line: ShowLine, people: dict[str, int]
) -> None:
    form = show_line()
    form.line.text.setPlainText(
        "Agnes rang yesterday, wants €900 signage @Bean House #chamber *has twins"
    )
    assert words(form) == [
        "Agnes Dahl",
        "Work: EUR 900 signage",
        "@ Bean House",
        "#chamber",
        "Remember: has twins",
    ]
    fields = form.line.fields
    assert fields.chosen_channel() is Channel.CALL
    assert fields.chosen_initiator() is Initiator.THEM
    assert fields.on.value() == date(2026, 11, 20)


def test_a_chip_that_is_clicked_is_only_text(
    show_line: ShowLine, people: dict[str, int], notebook: Notebook
) -> None:
    form = show_line(people["Ben Okafor"])
    form.line.text.setPlainText("Wants #chamber things !call tue")
    form.line.chips.chips[0].click()
    assert words(form) == ["Call · Tue 24 Nov"]
    form.act()
    [draft] = logged(notebook)
    assert "#chamber" in draft.text
    assert notebook.contacts.tags_of(people["Ben Okafor"]) == ()


def test_namesakes_are_asked_about_and_chosen_by_their_figure(
    show_line: ShowLine, people: dict[str, int], notebook: Notebook
) -> None:
    form = show_line()
    QTest.keyClicks(form.line.text, "Coffee with Carla, moving in March")
    assert words(form)[0] == "Carla: which one?"
    form.line.offers.put_away()
    enter(form)
    assert form.isVisible()
    asked = [button.accessibleName() for button in form.line.question.buttons]
    assert set(asked[:2]) == {"Carla Mendes", "Carla Holt"}
    assert asked[2:] == ["Somebody new", "Only text"]
    QTest.keyClick(form.line.question.buttons[0], Qt.Key(ord("1") + asked.index("Carla Holt")))
    assert not form.isVisible()
    [draft] = logged(notebook)
    assert draft.contact_ids == (people["Carla Holt"],)


def test_somebody_new_is_added_after_a_look(
    show_line: ShowLine, people: dict[str, int], notebook: Notebook, desk: Desk
) -> None:
    form = show_line()
    QTest.keyClicks(form.line.text, "Met Lena Quist at the hairdresser's, wants a website")
    enter(form)
    assert form.isVisible()
    assert notebook.contacts.complete("Lena", 5) == []
    enter(form)
    assert not form.isVisible()
    [lena] = notebook.contacts.complete("Lena", 5)
    assert logged(notebook)[0].contact_ids == (lena.id,)
    assert logged(notebook)[0].setting == "hairdresser"
    desk.undo()
    assert notebook.contacts.complete("Lena", 5) == []


def test_tab_takes_the_name_that_is_offered(show_line: ShowLine, people: dict[str, int]) -> None:
    form = show_line()
    QTest.keyClicks(form.line.text, "Coffee with Agn")
    assert form.line.offers.list is not None
    assert form.line.offers.list.isVisible()
    QTest.keyClick(form.line.text, Qt.Key.Key_Tab)
    assert form.line.text.toPlainText() == "Coffee with Agnes Dahl"
    assert form.line.text.hasFocus()
    assert not form.line.offers.list.isVisible()


def test_an_arrow_marks_another_offer_and_enter_takes_it(
    show_line: ShowLine, people: dict[str, int], notebook: Notebook
) -> None:
    form = show_line()
    QTest.keyClicks(form.line.text, "Carl")
    shown = form.line.offers.list
    assert shown is not None
    second = shown.item(1).text()
    QTest.keyClick(form.line.text, Qt.Key.Key_Down)
    QTest.keyClick(form.line.text, Qt.Key.Key_Down)
    QTest.keyClick(form.line.text, Qt.Key.Key_Return)
    assert form.line.text.toPlainText() == second
    assert logged(notebook) == []


def test_tags_are_offered_too(
    show_line: ShowLine, people: dict[str, int], notebook: Notebook
) -> None:
    with notebook.change("Tagged"):
        notebook.tags.insert("breakfast club")
    form = show_line(people["Ben Okafor"])
    QTest.keyClicks(form.line.text, "Nice #brea")
    QTest.keyClick(form.line.text, Qt.Key.Key_Tab)
    assert form.line.text.toPlainText() == 'Nice #"breakfast club"'
    assert words(form) == ["#breakfast club"]


def test_one_key_changes_how_where_and_who_began(
    show_line: ShowLine, people: dict[str, int], notebook: Notebook
) -> None:
    form = show_line(people["Ben Okafor"])
    QTest.keyClicks(form.line.text, "Prices")
    QTest.keyClick(form.line.text, Qt.Key.Key_F6)
    QTest.keyClick(form.line.text, Qt.Key.Key_F8)
    QTest.keyClicks(form.line.text, " and dates")
    enter(form)
    [draft] = logged(notebook)
    assert (draft.channel, draft.initiated_by) == (Channel.CALL, Initiator.ME)
    assert draft.text == "Prices and dates"


def test_a_further_line_of_the_day_begins_as_the_last_one(
    show_line: ShowLine, people: dict[str, int], notebook: Notebook
) -> None:
    form = show_line(people["Ben Okafor"])
    form.line.text.setPlainText("Rang him about the sign")
    form.act()
    form = show_line(people["Agnes Dahl"])
    form.line.text.setPlainText("Wants to wait")
    assert form.line.fields.chosen_channel() is Channel.CALL
    form.line.text.setPlainText("Lunch, wants to wait")
    assert form.line.fields.chosen_channel() is Channel.IN_PERSON


def test_a_line_that_is_left_waits(
    show_line: ShowLine, people: dict[str, int], notebook: Notebook
) -> None:
    form = show_line()
    form.line.text.setPlainText("Coffee with Ben #sign")
    form.line.chips.chips[-1].click()
    QTest.keyClick(form.line.text, Qt.Key.Key_Escape)
    assert not form.isVisible()
    again = show_line()
    assert again.line.text.toPlainText() == "Coffee with Ben #sign"
    assert words(again) == ["Ben Okafor"]
    again.act()
    assert show_line().line.is_empty()


def test_a_line_without_anybody_is_asked_for_a_name(
    show_line: ShowLine, people: dict[str, int], notebook: Notebook
) -> None:
    form = show_line()
    form.line.text.setPlainText("it was nice")
    form.act()
    assert form.isVisible()
    assert "With whom?" in form.trouble.text()
    assert logged(notebook) == []


def test_all_fields_take_over_what_is_written(
    show_line: ShowLine, people: dict[str, int], desk: Desk
) -> None:
    from notebook_app.gui.conversations.log_form import LogForm

    form = show_line()
    form.line.text.setPlainText("Ben rang yesterday, wants a sign")
    form._show_all_fields()
    [whole] = [each for each in QApplication.topLevelWidgets() if isinstance(each, LogForm)]
    assert [person.name for person in whole.people.people()] == ["Ben Okafor"]
    assert whole.circumstances.chosen_channel() is Channel.CALL
    assert "wants a sign" in whole.text.toPlainText()
    whole.reject()
    assert show_line().line.is_empty()


def test_a_person_is_corrected_from_the_chip(
    show_line: ShowLine, people: dict[str, int], notebook: Notebook
) -> None:
    form = show_line()
    form.line.text.setPlainText("Coffee with Carla")
    form.line.chips.chips[0].click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = [action.text() for action in menu.actions() if action.text()]
    assert offered[-2:] == ["Somebody new: Carla", "Nobody: keep it as text"]
    menu.actions()[offered.index("Carla Mendes")].trigger()
    menu.close()
    assert words(form) == ["Carla Mendes"]


def test_other_scripts_and_markup_are_text(
    show_line: ShowLine, people: dict[str, int], notebook: Notebook
) -> None:
    form = show_line(people["Ben Okafor"])
    event = QInputMethodEvent()
    event.setCommitString("قهوة مع 王小明 🎻 <b>bold</b> #été")
    QApplication.sendEvent(form.line.text, event)
    assert words(form)[-1] == "#été"
    form.act()
    [draft] = logged(notebook)
    assert "قهوة مع 王小明 🎻 <b>bold</b>" in draft.text


def test_there_is_room_for_the_question_and_all_that_stands_below_it(
    show_line: ShowLine, people: dict[str, int], qtbot: QtBot
) -> None:
    form = show_line()
    QTest.keyClicks(
        form.line.text,
        "Haircut at Salon Nova with Mirela, her sister opens a bakery in May #neighbour "
        "#baker #upper-town *two cats *plays the accordion *sister: Ilinca *moves to Lund in May "
        "!bring her the sketch next fri !call her husband about the sign on monday at ten",
    )
    qtbot.wait(20)
    enter(form)
    assert form.line.question.isVisible()
    for part in (form.line.text, form.line.chips, form.line.question, form.line.fields):
        qtbot.waitUntil(lambda part=part: has_its_room(part), timeout=1000)  # type: ignore[misc]


def test_tab_goes_from_the_line_to_its_chips_and_on_to_the_fields(
    show_line: ShowLine, people: dict[str, int], qtbot: QtBot
) -> None:
    form = show_line()
    QTest.keyClicks(form.line.text, "lunch with Ben, needs a sign *two cats ")
    qtbot.wait(20)
    reached = []
    for _tab in range(3):
        QTest.keyClick(QApplication.focusWidget() or form.line.text, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached == [*form.line.chips.chips, form.line.fields.on.edit]


def has_its_room(part: QWidget) -> bool:
    """Return whether a part is as high as what it shows at its width."""
    layout = part.layout()
    needed = part.sizeHint().height() if layout is None else layout.heightForWidth(part.width())
    return part.height() >= needed
