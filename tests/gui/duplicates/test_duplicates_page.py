"""The page of duplicates: pairs side by side, decided by keys and by mouse, undone from there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.duplicates.duplicates_page import DuplicatesPage
from notebook_app.gui.duplicates.import_offer import offer_duplicates
from notebook_app.gui.duplicates.merge_dialog import MergeDialog, show_merge
from notebook_app.gui.duplicates.take_merge_back import take_merge_back
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import Theme
from notebook_app.model.contact import ContactDetails, ContactDraft, Phone
from notebook_app.model.merge_plan import Side
from notebook_app.services.import_vcards import import_vcards
from notebook_app.services.merge_contacts import merge_contacts
from notebook_app.services.plan_import import plan_import
from notebook_app.services.save_contact import delete_contacts, update_contact
from notebook_app.storage.notebook import Notebook


def add(notebook: Notebook, name: str, phone: str = "", note: str = "") -> int:
    """Store someone."""
    phones = (Phone(phone),) if phone else ()
    with notebook.change(name):
        return notebook.contacts.insert(
            ContactDraft(ContactDetails(display_name=name, phones=phones, note=note))
        )


@pytest.fixture
def people(notebook: Notebook) -> list[int]:
    """Two who are one, two namesakes with a note, and one alone."""
    return [
        add(notebook, "Bob Smith", "+46701234567"),
        add(notebook, "Robert Smith", "+46701234567"),
        add(notebook, "Anna Berg", note="one"),
        add(notebook, "Anna Berg", note="other"),
        add(notebook, "Nobody Else"),
    ]


@pytest.fixture
def page(desk: Desk, people: list[int], qtbot: QtBot) -> DuplicatesPage:
    """The page as it stands once the search is done."""
    page = DuplicatesPage(desk)
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    desk.changed.connect(page.refresh)
    page.refresh(None)
    settled(page, qtbot)
    return page


def settled(page: DuplicatesPage, qtbot: QtBot) -> None:
    """Wait until nothing is searched any more."""
    qtbot.waitUntil(lambda: not page.search.is_running)
    qtbot.wait(1)


def shown(page: DuplicatesPage) -> list[tuple[int, int]]:
    """Return the pairs in the list."""
    return [pair.key for pair in page.model.pairs()]


def focused() -> QWidget:
    """Return who has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def key(page: DuplicatesPage, which: Qt.Key) -> None:
    """Press a key where the focus is."""
    page.view.setFocus()
    QTest.keyClick(page.view, which)


def test_the_surest_pair_is_shown_first_with_its_reasons(page: DuplicatesPage) -> None:
    assert shown(page) == [(1, 2), (3, 4)]
    assert page.reasons.text() == "Certain: same phone number, short form of the same name"
    names = [cell.words for cell in page.compare.cells()][:2]
    assert names == ["Bob Smith", "Robert Smith"]
    assert page.count.text() == "2 pairs, surest first"
    others = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert others == [page]


def test_m_merges_as_ticked_and_the_next_pair_is_there(
    page: DuplicatesPage, notebook: Notebook, qtbot: QtBot
) -> None:
    row = page.compare.rows[0]
    assert row.left is not None
    QTest.mouseClick(row.left, Qt.MouseButton.LeftButton)
    said: list[str] = []
    page.desk.said.connect(lambda words, _undo: said.append(words))

    key(page, Qt.Key.Key_M)

    assert shown(page) == [(3, 4)]
    assert notebook.contacts.name_of(1) == "Bob Smith"
    assert said == ["Merged Robert Smith and Bob Smith"]
    settled(page, qtbot)
    assert shown(page) == [(3, 4)]
    page.desk.undo()
    settled(page, qtbot)
    assert shown(page) == [(1, 2), (3, 4)]


def test_s_lets_the_other_one_stay_with_what_was_chosen(
    page: DuplicatesPage, notebook: Notebook, qtbot: QtBot
) -> None:
    """What was not chosen is as usual: of the one who stays."""
    key(page, Qt.Key.Key_Down)
    note = next(row for row in page.compare.rows if row.line.field == "note")
    assert note.line.left == "one"
    note.choose(Side.LEFT)
    key(page, Qt.Key.Key_S)
    note = next(row for row in page.compare.rows if row.line.field == "note")
    assert (note.line.left, note.side) == ("other", Side.RIGHT)
    page.refresh(None)
    settled(page, qtbot)
    assert page.compare.rows[-1].line.left == "other"
    key(page, Qt.Key.Key_M)
    stays = notebook.contacts.get(4)
    assert stays is not None
    assert (stays.deleted_at, stays.details.note) == (None, "one")
    page.desk.undo()
    settled(page, qtbot)
    assert shown(page) == [(1, 2), (3, 4)]


def test_in_the_dialog_the_other_one_can_stay(
    desk: Desk, people: list[int], notebook: Notebook, qtbot: QtBot
) -> None:
    dialog = MergeDialog(desk, [3, 4])
    dialog.show()
    shown: list[int] = []
    desk.contact_wanted.connect(shown.append)
    dialog.swap_button.click()
    dialog.act()
    assert shown == [4]
    gone = {contact_id: notebook.contacts.get(contact_id) for contact_id in (3, 4)}
    assert [who for who, contact in gone.items() if contact and not contact.deleted_at] == [4]


def test_the_keys_work_as_soon_as_pairs_are_there(
    desk: Desk, people: list[int], qtbot: QtBot
) -> None:
    """The page is asked for before anything is found."""
    page = DuplicatesPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.focus_content()
    page.refresh(None)
    settled(page, qtbot)
    assert shown(page) == [(1, 2), (3, 4)]
    assert focused() is page.view


def test_n_tells_two_apart_for_good(page: DuplicatesPage, notebook: Notebook, qtbot: QtBot) -> None:
    key(page, Qt.Key.Key_Down)
    key(page, Qt.Key.Key_N)

    assert shown(page) == [(1, 2)]
    page.refresh(None)
    settled(page, qtbot)
    assert shown(page) == [(1, 2)]
    assert notebook.duplicates.distinct_pairs() == {(3, 4)}


def test_l_puts_a_pair_at_the_end(page: DuplicatesPage, qtbot: QtBot) -> None:
    key(page, Qt.Key.Key_L)

    assert shown(page) == [(3, 4), (1, 2)]
    assert page.people_in_hand() == (3, 4)
    page.refresh(None)
    settled(page, qtbot)
    assert shown(page) == [(3, 4), (1, 2)]


def test_the_last_decision_leaves_a_kind_word(page: DuplicatesPage, qtbot: QtBot) -> None:
    page.merge_button.click()
    page.distinct_button.click()
    settled(page, qtbot)

    assert shown(page) == []
    assert page.nobody.isVisible()
    assert page.people_in_hand() == ()


def test_a_change_elsewhere_is_looked_at_alone(
    page: DuplicatesPage, notebook: Notebook, desk: Desk, qtbot: QtBot
) -> None:
    details = ContactDetails(display_name="Bob Smith", phones=(Phone("+46701234567"),))
    desk.perform(lambda: update_contact(notebook, 5, ContactDraft(details)))
    settled(page, qtbot)
    assert set(shown(page)) == {(1, 2), (1, 5), (2, 5), (3, 4)}

    desk.perform(lambda: delete_contacts(notebook, [2]))
    settled(page, qtbot)
    assert set(shown(page)) == {(1, 5), (3, 4)}


def test_what_was_ticked_stays_while_others_change(
    page: DuplicatesPage, notebook: Notebook, desk: Desk, qtbot: QtBot
) -> None:
    row = page.compare.rows[0]
    assert row.right is not None
    QTest.mouseClick(row.right, Qt.MouseButton.LeftButton)
    before = page.compare.choices()

    desk.perform(lambda: delete_contacts(notebook, [5]))
    settled(page, qtbot)

    assert page.compare.choices() == before


def test_arrows_go_through_the_values(page: DuplicatesPage) -> None:
    first, second = page.compare.rows[:2]
    assert first.left is not None
    assert first.right is not None
    page.compare.focus_first()
    assert QApplication.focusWidget() is first.left
    QTest.keyClick(first.left, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is first.right
    QTest.keyClick(first.right, Qt.Key.Key_Down)
    assert QApplication.focusWidget() in second.cells()


def test_tab_goes_from_the_list_through_the_values_to_the_buttons(page: DuplicatesPage) -> None:
    page.focus_content()
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    order = [focused()]
    while order[-1] is not page.later_button:
        QTest.keyClick(order[-1], Qt.Key.Key_Tab)
        order.append(focused())
        assert len(order) < 20
    buttons = [page.merge_button, page.distinct_button, page.later_button]
    assert order == [cell for cell in page.compare.cells() if cell.isEnabled()] + buttons


def test_what_is_found_while_another_page_is_shown_is_there_later(
    page: DuplicatesPage, notebook: Notebook, desk: Desk, qtbot: QtBot
) -> None:
    page.hide()
    desk.perform(lambda: delete_contacts(notebook, [2]))
    settled(page, qtbot)
    page.show()
    assert shown(page) == [(3, 4)]


def test_in_a_narrow_page_the_values_stay_readable(page: DuplicatesPage, theme: Theme) -> None:
    page.resize(theme.em(48), 600)
    QTest.qWait(1)
    assert page.list_column.geometry().bottom() < page.compare.geometry().top()
    assert all(cell.width() > theme.em(12) for cell in page.compare.cells())
    page.resize(theme.em(80), 600)
    QTest.qWait(1)
    assert page.list_column.geometry().right() < page.compare.geometry().left()


def test_three_people_are_merged_two_at_a_time(
    desk: Desk, notebook: Notebook, people: list[int], qtbot: QtBot
) -> None:
    dialog = MergeDialog(desk, [5, 3, 4])
    dialog.show()
    assert dialog.step.text().startswith("1 of 2.")
    assert dialog.compare.rows[0].right is not None
    assert dialog.compare.rows[0].right.words == "Nobody Else"

    dialog.act()
    assert dialog.step.text().startswith("2 of 2.")
    dialog.act()

    assert set(notebook.contacts.all_ids()) == {1, 2, 3}
    desk.undo()
    assert set(notebook.contacts.all_ids()) == {1, 2, 3, 4}


def test_who_is_gone_meanwhile_is_told_in_the_dialog(
    desk: Desk, notebook: Notebook, people: list[int], qtbot: QtBot
) -> None:
    delete_contacts(notebook, [4])
    dialog = MergeDialog(desk, [3, 4])
    dialog.show()
    assert "is in the trash" in dialog.trouble.text()
    assert not dialog.act_button.isEnabled()
    dialog.reject()


def test_one_alone_is_not_merged(desk: Desk, page: DuplicatesPage) -> None:
    said: list[str] = []
    desk.said.connect(lambda words, _undo: said.append(words))
    show_merge(desk, page, [3, 3])
    assert said == ["Select two people or more to merge them."]


def test_an_import_that_brought_somebody_twice_is_followed_by_a_word(
    desk: Desk, notebook: Notebook, qtbot: QtBot
) -> None:
    offered: list[tuple[str, Act]] = []
    desk.more_offered.connect(lambda words, act: offered.append((words, act)))
    add(notebook, "Robert Smith", "+46701234567")
    card = b"BEGIN:VCARD\nVERSION:3.0\nFN:Bob Smith\nTEL:+46701234567\nEND:VCARD\n"
    outcome = import_vcards(notebook, plan_import(notebook, [("a.vcf", card)]))
    assert outcome.import_id is not None

    offer_duplicates(desk, outcome.import_id)

    qtbot.waitUntil(lambda: bool(offered))
    assert offered == [("1 seems to be here twice", Act.DUPLICATES)]


def test_taking_a_merge_back_names_what_stays(
    desk: Desk, notebook: Notebook, people: list[int]
) -> None:
    said: list[tuple[str, bool]] = []
    desk.said.connect(lambda words, undo: said.append((words, undo)))
    troubles: list[UserProblem] = []
    desk.problem_met.connect(troubles.append)
    merge_contacts(notebook, 3, [4])
    stored = notebook.contacts.get(3)
    assert stored is not None
    draft = ContactDraft(ContactDetails(display_name="Anna Berg", note="one\n\nother, and more"))
    update_contact(notebook, 3, draft)
    [merge] = notebook.database.execute_sql("SELECT id FROM merge_record").fetchone()

    take_merge_back(desk, merge)
    take_merge_back(desk, merge)

    assert said[-1] == (
        "Took back the merge of Anna Berg and Anna Berg. Changed since, so not taken apart: note.",
        True,
    )
    assert [trouble.title for trouble in troubles] == ["This merge was taken back already."]
