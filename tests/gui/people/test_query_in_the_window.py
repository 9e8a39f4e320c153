"""The query language in the search, its chips, saved lists, and the list as a table."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.list_name_dialog import ListNameDialog
from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.gui.theme import TextRole, theme_of
from notebook_app.gui.widgets.chip import Chip
from notebook_app.model.changes import Changed
from notebook_app.model.contact import Address, OwnField
from notebook_app.model.query.columns import parse_columns
from notebook_app.model.query.parse import Vocabulary, parse_query
from notebook_app.model.query.sorting import ListSort, SortKey
from notebook_app.model.saved_list import ListLook
from notebook_app.services.save_list import change_list, save_new_list
from notebook_app.storage.notebook import Notebook
from tests.gui.people.conftest import AddMany, AddPerson, ShowPage
from tests.gui.people.test_people_list import listed


def chip(page: PeoplePage, words: str) -> Chip:
    return next(each for each in page.people.chips.chips if each.words.startswith(words))


def words_of_chips(page: PeoplePage) -> list[str]:
    return [each.words for each in page.people.chips.chips]


def save(notebook: Notebook, name: str, query: str, **more: object) -> int:
    changes = save_new_list(notebook, name, query, **more)  # type: ignore[arg-type]
    return next(iter(changes.of(Changed.LIST)))


def test_what_is_typed_is_understood_and_shown_as_chips(page: PeoplePage, qtbot: QtBot) -> None:
    page.search_text_changed("role:client -tag:family")
    assert listed(page) == ["Carla Mendes"]
    assert "Client  ×" in words_of_chips(page)
    assert "-tag:family  ×" in words_of_chips(page)
    page.search_text_changed("-role:client da")
    assert listed(page) == ["Agnes Dahl"]


def test_a_tag_that_is_typed_in_small_letters_has_one_chip(page: PeoplePage) -> None:
    assert "Chamber" in words_of_chips(page)
    page.search_text_changed("tag:chamber")
    about = [words for words in words_of_chips(page) if "chamber" in words.lower()]
    assert len(about) == 1
    assert "×" in about[0]


def test_a_chip_of_the_search_is_taken_away_by_mouse_and_key(
    page: PeoplePage, qtbot: QtBot
) -> None:
    page.search_text_changed("elodie  has:phone -tag:family")
    with qtbot.waitSignal(page.search_wanted) as wanted:
        chip(page, "has:phone").click()
    assert wanted.args == ["elodie -tag:family"]
    assert listed(page) == ["Élodie Brun"]
    with qtbot.waitSignal(page.search_wanted) as wanted:
        QTest.keyClick(chip(page, "-tag:family"), Qt.Key.Key_Delete)
    assert wanted.args == ["elodie"]


def test_a_mistake_is_told_and_the_list_stays(page: PeoplePage) -> None:
    page.search_text_changed("da")
    before = listed(page)
    page.search_text_changed("da tga:x")
    assert page.people.mistake.isVisible()
    assert "“tag:”" in page.people.mistake.words.text()
    assert listed(page) == before
    page.search_text_changed("da tag:")
    assert not page.people.mistake.isVisible()
    assert listed(page) == before


def test_what_is_left_unfinished_is_told_when_one_goes_on_to_the_list(page: PeoplePage) -> None:
    """While one types, a key or a value that only begins to be one is no mistake yet."""
    page.activateWindow()
    page.people.view.clearFocus()
    page.search_text_changed("da role:cl")
    assert not page.people.mistake.isVisible()
    page.focus_content()
    assert page.people.mistake.isVisible()
    assert "“cl”" in page.people.mistake.words.text()
    page.search_text_changed("da role:cli")
    assert not page.people.mistake.isVisible()


def test_chips_and_search_narrow_together(page: PeoplePage) -> None:
    chip(page, "Client").click()
    page.search_text_changed("has:email")
    assert page.people.filter().text == "role:client has:email"
    page.search_text_changed("")
    assert page.people.filter().text == "role:client"


def test_what_is_shown_is_saved_as_a_list(
    page: PeoplePage, notebook: Notebook, qtbot: QtBot
) -> None:
    page.search_text_changed("role:client cello")
    page.open_list.save_as()
    dialog = next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, ListNameDialog)
    )
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.trouble.isVisible()
    QTest.keyClicks(dialog.name, "Cellists")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    (kept,) = notebook.saved_lists.all()
    assert (kept.name, kept.query) == ("Cellists", "role:client cello")


def test_a_saved_list_shows_its_chips_and_its_changes_are_kept_or_left(
    page: PeoplePage, notebook: Notebook, qtbot: QtBot
) -> None:
    list_id = save(notebook, "Named", "has:email")
    page.show_list(list_id)
    assert (page.title, page.shown_list()) == ("Named", list_id)
    assert listed(page) == ["Carla Mendes"]
    assert words_of_chips(page)[0] == "has:email"
    assert "Save changes" not in words_of_chips(page)
    chip(page, "has:email").click()
    assert len(listed(page)) == 5
    chip(page, "Leave them").click()
    assert listed(page) == ["Carla Mendes"]
    page.search_text_changed("role:client")
    with qtbot.waitSignal(page.search_wanted) as wanted:
        chip(page, "Save changes").click()
    assert wanted.args == [""]
    kept = notebook.saved_lists.get(list_id)
    assert kept is not None
    assert kept.query == "has:email role:client"
    page.desk.undo()
    assert page.people.filter().text.startswith("has:email")
    assert "role" not in page.people.filter().text.replace("role:client", "", 1)


def test_a_list_whose_own_field_is_gone_says_what_is_wrong(
    page: PeoplePage, notebook: Notebook
) -> None:
    list_id = save(notebook, "Named", "has:email")
    with notebook.change("spoil"):
        notebook.database.execute_sql("UPDATE saved_list SET query = 'shoe-size:43'")
    page.show_list(list_id)
    assert page.people.mistake.isVisible()
    assert len(listed(page)) == 5


def test_the_list_is_a_table_with_columns_sorted_by_its_headings(
    people: dict[str, int],
    add_person: AddPerson,
    show_page: ShowPage,
    notebook: Notebook,
    qtbot: QtBot,
) -> None:
    add_person("Zoe", addresses=(Address(city="Lund"),), own_fields=(OwnField("Shoe size", "43"),))
    page = show_page()
    list_id = save(
        notebook, "Table", "", columns="name,city,shoe-size", sort="-name", look=ListLook.TABLE
    )
    page.show_list(list_id)
    view, model = page.people.view, page.people.model
    assert model.columnCount() == 3
    assert not view.horizontalHeader().isHidden()
    assert [model.index(0, column).data() for column in range(3)] == ["Zoe", "Lund", "43"]
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Shoe size"
    view.horizontalHeader().sectionClicked.emit(0)
    assert listed(page)[0] == "Agnes Dahl"
    kept = notebook.saved_lists.get(list_id)
    assert kept is not None
    assert kept.sort == ""
    view.setFocus()
    view.select_line(0)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current_id() == people["Ben Okafor"]
    view.setColumnWidth(1, 200)
    view.horizontalHeader().moveSection(1, 2)
    qtbot.waitUntil(
        lambda: [each.name for each in page.people.table.columns] == ["name", "shoe-size", "city"]
    )
    kept = notebook.saved_lists.get(list_id)
    assert kept is not None
    assert kept.columns.startswith("name")
    assert [part.partition("=")[0] for part in kept.columns.split(",")][1:] == ["shoe-size", "city"]


def test_look_and_order_come_back_with_the_page(page: PeoplePage, show_page: ShowPage) -> None:
    columns = parse_columns("name,city", Vocabulary())
    page.people.show_look(ListLook.TABLE, columns, ListSort(SortKey.LAST, True))
    page.people.choose(parse_query("-has:photo"))
    state = page.save_state()
    again = show_page()
    again.restore_state(state)
    again.refresh(None)
    assert again.people.look is ListLook.TABLE
    assert again.people.sort == ListSort(SortKey.LAST, True)
    assert [column.name for column in again.people.table.columns] == ["name", "city"]
    assert again.people.filter().text == "-has:photo"
    assert listed(again)[0] == "Carla Mendes"


def test_a_wider_window_changes_no_list(page: PeoplePage, notebook: Notebook, qtbot: QtBot) -> None:
    list_id = save(notebook, "Table", "", columns="name,city", look=ListLook.TABLE)
    page.show_list(list_id)
    page.resize(1500, 800)
    qtbot.wait(250)
    kept = notebook.saved_lists.get(list_id)
    assert kept is not None
    assert kept.columns == "name,city"


def test_a_date_of_any_day_has_room_in_the_table(page: PeoplePage) -> None:
    page.people.show_look(
        ListLook.TABLE, parse_columns("name,last,city,stage", Vocabulary()), ListSort()
    )
    theme = theme_of(page)
    header = page.people.view.horizontalHeader()
    page.people.table.apply(True, ListSort())
    day = page.people.model.index(2, 1).data()
    assert day == "20 Nov 2026"
    widest = max(
        theme.metrics(TextRole.BODY).horizontalAdvance(f"29 {month} 2026")
        for month in ("Mar", "May", "Nov")
    )
    assert header.sectionSize(1) >= widest + 18
    assert header.sectionSize(1) > header.sectionSize(2)


def test_a_large_table_reads_only_what_is_seen(
    add_many: AddMany, show_page: ShowPage, notebook: Notebook
) -> None:
    add_many(1500)
    page = show_page()
    page.people.show_look(ListLook.TABLE, (), ListSort(SortKey.NAME, True))
    view = page.people.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert page.people.model.index(view.currentIndex().row()).data() == "Person 0000"


def test_another_window_changes_the_open_list(
    page: PeoplePage, desk: Desk, notebook: Notebook
) -> None:
    list_id = save(notebook, "Named", "has:email")
    page.show_list(list_id)
    desk.perform(lambda: change_list(notebook, list_id, query="-has:email"))
    assert "Carla Mendes" not in listed(page)
