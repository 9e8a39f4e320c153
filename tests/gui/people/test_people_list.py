"""The list: typing filters, arrows move, chips narrow, and nothing jumps when something changes."""

from datetime import timedelta

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.people_model import ROW_ROLE
from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.gui.people.short_dates import due_badge, short_age
from notebook_app.gui.widgets.badge import BadgeKind
from notebook_app.gui.widgets.empty_state import EmptyState
from notebook_app.gui.widgets.photo_scaling import photo_of
from notebook_app.model.query.parse import parse_query
from notebook_app.model.query.ready_lists import NOT_FOLLOWED_UP
from notebook_app.services.save_contact import delete_contacts
from notebook_app.storage.notebook import Notebook
from tests.gui.conftest import TODAY
from tests.gui.people.conftest import AddMany, AddPerson, ShowPage


def listed(page: PeoplePage) -> list[str]:
    model = page.people.model
    return [model.index(line).data() for line in range(model.rowCount())]


def shown_name(page: PeoplePage) -> str:
    page.people.view.tell_now()
    return page.contact.head.name.text()


def test_people_stand_in_the_order_of_their_names_and_the_first_is_shown(page: PeoplePage) -> None:
    assert listed(page) == [
        "Agnes Dahl",
        "Ben Okafor",
        "Carla Mendes",
        "Élodie Brun",
        "Farid Rahimi",
    ]
    assert shown_name(page) == "Agnes Dahl"


def test_typing_filters_without_accents_and_case_and_shows_the_best(page: PeoplePage) -> None:
    page.search_text_changed("elodie")
    assert listed(page) == ["Élodie Brun"]
    page.search_text_changed("CELLO")
    assert listed(page) == ["Carla Mendes"]


def test_the_page_of_the_best_follows_when_typing_rests(page: PeoplePage, qtbot: QtBot) -> None:
    name = page.contact.head.name
    page.search_text_changed("elodie")
    assert name.text() == "Agnes Dahl"
    qtbot.waitUntil(lambda: name.text() == "Élodie Brun")
    page.search_text_changed("CELLO")
    page.focus_content()
    assert name.text() == "Carla Mendes"


def test_ending_a_search_shows_everyone_and_keeps_who_was_found(page: PeoplePage) -> None:
    page.search_text_changed("farid")
    page.search_text_changed("")
    assert len(listed(page)) == 5
    assert shown_name(page) == "Farid Rahimi"


def test_whoever_was_shown_before_a_search_found_nobody_is_shown_again(
    page: PeoplePage, people: dict[str, int], qtbot: QtBot
) -> None:
    """As after a slip of the finger: "carlaz", then "carla"."""
    page.show_contact(people["Carla Mendes"])
    page.search_text_changed("carlaz")
    qtbot.waitUntil(page.middle.nobody.isVisible)
    page.search_text_changed("carla")
    qtbot.waitUntil(page.contact.isVisible)
    assert page.contact.head.name.text() == "Carla Mendes"


def test_a_search_that_finds_nobody_says_so(page: PeoplePage) -> None:
    page.search_text_changed("<b>nobody</b>")
    assert listed(page) == []
    assert page.people.nobody.isVisible()


def test_arrows_move_through_the_list_and_the_contact_follows(
    page: PeoplePage, qtbot: QtBot
) -> None:
    page.focus_content()
    QTest.keyClick(page.people.view, Qt.Key.Key_Down)
    QTest.keyClick(page.people.view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.contact.head.name.text() == "Carla Mendes")


def test_enter_leads_to_the_line_to_write_in(page: PeoplePage, qtbot: QtBot) -> None:
    page.focus_content()
    QTest.keyClick(page.people.view, Qt.Key.Key_Return)
    assert page.contact.timeline.line.text.hasFocus()


def test_typing_a_name_in_the_list_goes_there(page: PeoplePage) -> None:
    page.focus_content()
    QTest.keyClicks(page.people.view, "far")
    assert page.people.view.currentIndex().data() == "Farid Rahimi"


def test_chips_narrow_by_role_and_tag_and_all_shows_everyone(page: PeoplePage) -> None:
    chips = {chip.words: chip for chip in page.people.chips.chips}
    assert list(chips) == ["All 5", "Client", "Chamber", "+ Filter", "⋯"]
    chips["Client"].click()
    assert listed(page) == ["Carla Mendes"]
    next(chip for chip in page.people.chips.chips if chip.words == "All 5").click()
    assert len(listed(page)) == 5


def test_a_ready_made_list_gets_a_chip_of_its_own(page: PeoplePage) -> None:
    page.show_filter(parse_query(NOT_FOLLOWED_UP.query))
    assert listed(page) == ["Carla Mendes"]
    assert "Met, not followed up" in [chip.words for chip in page.people.chips.chips]


def test_delete_puts_the_selected_into_the_trash_and_undo_brings_them_back(
    page: PeoplePage, desk: Desk, qtbot: QtBot
) -> None:
    page.focus_content()
    QTest.keyClick(page.people.view, Qt.Key.Key_Down)
    QTest.keyClick(page.people.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(desk.said) as said:
        QTest.keyClick(page.people.view, Qt.Key.Key_Delete)
    assert said.args == ["Deleted Ben Okafor and Carla Mendes", True]
    assert listed(page) == ["Agnes Dahl", "Élodie Brun", "Farid Rahimi"]
    assert shown_name(page) == "Élodie Brun"
    desk.undo()
    assert len(listed(page)) == 5


def test_the_selection_stays_when_others_change(
    page: PeoplePage, desk: Desk, notebook: Notebook, people: dict[str, int], add_person: AddPerson
) -> None:
    page.show_contact(people["Élodie Brun"])
    below = page.people.model.index(4)
    page.people.view.selectionModel().select(below, QItemSelectionModel.SelectionFlag.Select)
    desk.perform(lambda: delete_contacts(notebook, [people["Agnes Dahl"]]))
    assert page.people.view.current_id() == people["Élodie Brun"]
    assert page.people.view.selected_ids() == [people["Élodie Brun"], people["Farid Rahimi"]]
    assert shown_name(page) == "Élodie Brun"


def test_the_place_in_a_long_list_stays_when_somebody_is_added(
    desk: Desk, add_person: AddPerson, add_many: AddMany, show_page: ShowPage
) -> None:
    ids = add_many(300)
    page = show_page()
    page.show_contact(ids[200])
    before = page.people.view.visualRect(page.people.view.currentIndex()).top()
    desk.perform(lambda: _added(add_person, "Aaron First"))
    assert page.people.view.current_id() == ids[200]
    assert page.people.view.visualRect(page.people.view.currentIndex()).top() == before


def _added(add_person: AddPerson, name: str):
    from notebook_app.model.changes import Changed, ChangeSet

    return ChangeSet(f"Added {name}", {Changed.CONTACT: frozenset({add_person(name)})})


def test_memory_grows_with_what_is_seen(add_many: AddMany, show_page: ShowPage) -> None:
    add_many(3000)
    page = show_page()
    assert page.people.model.rowCount() == 3000
    pages = page.people.model._source._pages
    assert len(pages.kept_ids()) <= 2
    for line in range(3000):
        page.people.model.index(line).data(ROW_ROLE)
    assert len(pages.kept_ids()) <= 40
    assert len(pages._rows) <= 40


def test_a_search_reads_more_only_when_it_is_scrolled(
    add_many: AddMany, show_page: ShowPage
) -> None:
    add_many(1000)
    page = show_page()
    page.search_text_changed("person")
    first = page.people.model.rowCount()
    assert 50 <= first < 1000
    for _turn in range(30):
        page.people.view.scrollToBottom()
        page.people.view.verticalScrollBar().setValue(
            page.people.view.verticalScrollBar().maximum()
        )
        if page.people.model.canFetchMore(page.people.model.index(-1)):
            page.people.model.fetchMore(page.people.model.index(-1))
    assert page.people.model.rowCount() == 1000


def test_a_photo_is_read_off_the_painting_path_and_then_shown(
    notebook: Notebook, add_person: AddPerson, show_page: ShowPage, qtbot: QtBot
) -> None:
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    add_person("Rosa Red", photo=photo_of(image))
    page = show_page()
    photo_id = notebook.people.rows(notebook.contacts.all_ids())[0].photo_id
    qtbot.waitUntil(lambda: page.photos.round_photo(photo_id, 34) is not None)
    picture = page.photos.round_photo(photo_id, 34).toImage()
    assert picture.pixelColor(17, 17).red() > 200
    assert picture.pixelColor(0, 0).alpha() == 0


def test_who_was_shown_and_the_filter_come_back(
    page: PeoplePage, people: dict[str, int], show_page: ShowPage, desk: Desk, qtbot: QtBot
) -> None:
    page.show_contact(people["Carla Mendes"])
    page.people.choose(parse_query("role:client"))
    state = page.save_state()
    again = PeoplePage(desk)
    qtbot.addWidget(again)
    again.restore_state(state)
    again.refresh(None)
    again.people.view.tell_now()
    assert listed(again) == ["Carla Mendes"]
    assert again.contact.head.name.text() == "Carla Mendes"
    again.photos.wait()


def test_ages_and_due_days_are_short() -> None:
    ages = {0: "today", 1: "yesterday", 4: "4 d", 21: "3 w", 70: "2 mo", 183: "6 mo", 800: "2 y"}
    for days, words in ages.items():
        assert short_age(TODAY - timedelta(days=days), TODAY) == words
    assert due_badge(TODAY, TODAY) == ("today", BadgeKind.DANGER)
    assert due_badge(TODAY - timedelta(days=12), TODAY) == ("−12 d", BadgeKind.DANGER)
    assert due_badge(TODAY + timedelta(days=3), TODAY) == ("Tue", BadgeKind.AMBER)


def test_empty_notebooks_offer_a_way_on(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    [welcome] = [each for each in page.findChildren(EmptyState) if each.isVisible()]
    buttons = welcome.buttons
    assert [button.text() for button in buttons] == ["Add a person"]
    buttons[0].click()
    assert page.editing.open
    assert page.editing.editor.isVisible()
