"""A contact's page: head, follow-up, details, the line to write in, and the timeline."""

from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.contact_column import ContactColumn
from notebook_app.gui.people.in_place.spot_view import SpotView
from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.model.contact import RelatedName
from notebook_app.model.conversation import Channel, ConversationDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.model.rows import EntryKind
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.plan_follow_up import plan_follow_up
from notebook_app.storage.notebook import Notebook
from tests.gui.conftest import TODAY
from tests.gui.people.conftest import AddPerson, ShowPage, all_words, details_of


def write(page: PeoplePage, text: str) -> None:
    page.contact.timeline.line.text.setPlainText(text)
    QTest.keyClick(page.contact.timeline.line.text, Qt.Key.Key_Return)


def test_head_and_details_show_what_is_known(page: PeoplePage, people: dict[str, int]) -> None:
    page.show_contact(people["Carla Mendes"])
    assert page.contact.head.name.text() == "Carla Mendes"
    assert page.contact.head.second.text() == "Founder, Mendes Interiors"
    words = all_words(page)
    for word in ("Client", "Chamber", "Like ●●●○", "+46 70 123 45 67", "carla@mendes.example"):
        assert word in words
    assert page.contact.head.call.isEnabled()
    page.show_contact(people["Ben Okafor"])
    assert not page.contact.head.call.isEnabled()


def test_markup_in_names_and_notes_is_shown_as_text(
    add_person: AddPerson, show_page: ShowPage
) -> None:
    add_person("<b>Bold</b> & Sons", note="<img src=x>", tags=("<i>tag</i>",))
    page = show_page()
    assert page.contact.head.name.text() == "<b>Bold</b> & Sons"
    assert "<img src=x>" in all_words(page)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in page.findChildren(QLabel))


def test_a_note_of_100_000_letters_is_shown_by_its_beginning_and_whole_on_demand(
    add_person: AddPerson, show_page: ShowPage
) -> None:
    from notebook_app.gui.people.long_text import LongText

    add_person("Long Note", note="x" * 100_000)
    page = show_page()
    note = details_of(page).findChild(LongText)
    assert len(all_words(note)) < 2_000
    note.more.click()
    from PySide6.QtWidgets import QPlainTextEdit

    assert note.findChild(QPlainTextEdit).toPlainText() == "x" * 100_000


def test_phones_and_mails_open_as_links_and_can_be_copied(
    page: PeoplePage, people: dict[str, int], desk: Desk, monkeypatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda url: _note(opened, url))
    page.show_contact(people["Carla Mendes"])
    for line in details_of(page).findChildren(SpotView):
        QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    page.contact.head.call.click()
    page.contact.head.mail.click()
    assert opened == [
        "tel:+46701234567",
        "mailto:carla@mendes.example",
        "tel:+46701234567",
        "mailto:carla@mendes.example",
    ]
    QTest.keySequence(page.details.spots[0], QKeySequence.StandardKey.Copy)
    assert QApplication.clipboard().text() == "+46 70 123 45 67"
    QApplication.clipboard().clear()


def _note(opened: list[str], url) -> bool:
    opened.append(url.toString())
    return True


def test_a_related_person_who_is_in_the_notebook_opens(
    page: PeoplePage, add_person: AddPerson, people: dict[str, int], desk: Desk
) -> None:
    who = add_person("Zoe Related", related=(RelatedName("ben okafor", "friend"),))
    page.refresh(None)
    page.show_contact(who)
    line = details_of(page).spots[-1]
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.contact.head.name.text() == "Ben Okafor"


def test_other_lines_of_the_card_are_folded_away(page: PeoplePage, people: dict[str, int]) -> None:
    from PySide6.QtWidgets import QPlainTextEdit

    from notebook_app.gui.widgets.buttons import LinkButton

    page.show_contact(people["Carla Mendes"])
    assert details_of(page).findChild(QPlainTextEdit) is None
    toggle = next(
        button
        for button in page.details.findChildren(LinkButton)
        if button.text().startswith("Also in the card (1)")
    )
    toggle.click()
    assert page.details.findChild(QPlainTextEdit).toPlainText() == "X-PET:Cat"


def test_the_next_follow_up_can_be_moved_to_tomorrow(
    page: PeoplePage, people: dict[str, int], desk: Desk, notebook: Notebook
) -> None:
    carla = people["Carla Mendes"]
    page.show_contact(carla)
    for days, kind in ((0, FollowUpKind.CALL), (9, FollowUpKind.LUNCH)):
        draft = FollowUpDraft(carla, kind, TODAY + timedelta(days=days), note="About the quote")
        desk.perform(lambda plan=draft: plan_follow_up(notebook, plan))
    panel = page.contact.next
    assert (panel.kind.text(), panel.badge.text()) == ("Call", "today")
    assert "Lunch" in panel._others.itemAt(0).widget().text()
    panel.tomorrow.click()
    assert panel.badge.text() == "tomorrow"
    desk.undo()
    assert panel.badge.text() == "today"


def test_one_line_and_enter_log_a_conversation_at_once(
    page: PeoplePage, people: dict[str, int], notebook: Notebook, desk: Desk
) -> None:
    page.show_contact(people["Ben Okafor"])
    write(page, "Asked about a new sign")
    entry = page.contact.timeline.view.entries()[0]
    assert (entry.text, entry.on) == ("Asked about a new sign", TODAY)
    assert page.contact.timeline.line.text.toPlainText() == ""
    assert notebook.conversations.last_topic(people["Ben Okafor"]) == "Asked about a new sign"
    desk.undo()
    assert page.contact.timeline.view.entries() == []


def test_the_line_takes_channel_setting_and_day(
    page: PeoplePage, people: dict[str, int], notebook: Notebook
) -> None:
    page.show_contact(people["Ben Okafor"])
    fields = page.contact.timeline.line.fields
    fields.on.edit.setText("yesterday")
    fields.setting.setCurrentText("Street")
    write(page, "Met by chance")
    entry = page.contact.timeline.view.entries()[0]
    draft = notebook.conversations.get(entry.id).draft
    assert (draft.on, draft.setting) == (TODAY - timedelta(days=1), "street")
    assert (draft.channel, draft.formality.value) == (Channel.IN_PERSON, "informal")
    assert fields.on.value() == TODAY


def test_a_mark_at_the_end_of_the_line_plans_a_follow_up(
    page: PeoplePage, people: dict[str, int]
) -> None:
    page.show_contact(people["Ben Okafor"])
    write(page, "Wants a quote !tue call")
    assert page.contact.timeline.view.entries()[0].text == "Wants a quote"
    assert page.contact.next.kind.text() == "Call"
    assert page.contact.next.badge.text() == "Tue"


def test_what_the_line_asks_for_is_done_in_one_step(
    page: PeoplePage, people: dict[str, int], notebook: Notebook, desk: Desk
) -> None:
    ben = people["Ben Okafor"]
    page.show_contact(ben)
    write(page, "Wants a sign by Christmas #signs *collects stamps @Bean House !send the quote tue")
    entry = page.contact.timeline.view.entries()[0]
    assert entry.text == "Wants a sign by Christmas"
    assert notebook.conversations.get(entry.id).draft.place == "Bean House"
    assert "signs" in notebook.contacts.tags_of(ben)
    assert [fact.text for fact in notebook.remembered.of(ben)] == ["collects stamps"]
    assert page.contact.next.kind.text() == "Send something, promised"
    desk.undo()
    assert page.contact.timeline.view.entries() == []
    assert "signs" not in notebook.contacts.tags_of(ben)
    assert notebook.remembered.of(ben) == []


def test_a_mark_that_is_not_understood_stays_text_and_is_said(
    page: PeoplePage, people: dict[str, int]
) -> None:
    page.show_contact(people["Ben Okafor"])
    line = page.contact.timeline.line
    line.text.setPlainText("It was !important")
    assert "!important" in line.unread.text()
    QTest.keyClick(line.text, Qt.Key.Key_Return)
    assert page.contact.timeline.view.entries()[0].text == "It was !important"


def test_what_is_not_saved_waits_for_its_contact(page: PeoplePage, people: dict[str, int]) -> None:
    line = page.contact.timeline.line
    page.show_contact(people["Ben Okafor"])
    line.text.setPlainText("Half a sent")
    page.show_contact(people["Farid Rahimi"])
    assert line.text.toPlainText() == ""
    page.show_contact(people["Ben Okafor"])
    assert line.text.toPlainText() == "Half a sent"


def test_what_is_not_saved_survives_a_restart(
    page: PeoplePage, people: dict[str, int], desk: Desk, qtbot: QtBot
) -> None:
    page.show_contact(people["Ben Okafor"])
    page.contact.timeline.line.text.setPlainText("Half a “sent”\nmore")
    again = PeoplePage(desk)
    qtbot.addWidget(again)
    again.restore_state(page.save_state())
    again.refresh(None)
    again.show_contact(people["Ben Okafor"])
    assert again.contact.timeline.line.text.toPlainText() == "Half a “sent”\nmore"


def test_what_could_not_be_saved_stays_in_the_line(
    page: PeoplePage, people: dict[str, int], notebook: Notebook, qtbot: QtBot, desk: Desk
) -> None:
    page.show_contact(people["Ben Okafor"])
    notebook.read_only = True
    with qtbot.waitSignal(desk.problem_met):
        write(page, "Must not get lost")
    assert page.contact.timeline.line.text.toPlainText() == "Must not get lost"


def test_the_timeline_loads_more_as_it_is_scrolled(
    page: PeoplePage, people: dict[str, int], notebook: Notebook
) -> None:
    ben = people["Ben Okafor"]
    with notebook.change("many"):
        for number in range(100):
            day = TODAY - timedelta(days=3 * number)
            notebook.conversations.insert(ConversationDraft((ben,), f"Talk {number}", day))
    page.show_contact(ben)
    page.contact.scrolling.settle()
    first = page.contact.timeline.view.count()
    assert 30 <= first < 100
    bar = page.contact.verticalScrollBar()
    for _turn in range(20):
        QApplication.processEvents()
        bar.setValue(bar.maximum())
    assert page.contact.timeline.view.count() == 100
    assert page.contact.timeline.view.entries()[-1].text == "Talk 99"


def test_delete_takes_a_conversation_out_and_undo_brings_it_back(
    page: PeoplePage, people: dict[str, int], desk: Desk
) -> None:
    page.show_contact(people["Carla Mendes"])
    view = page.contact.timeline.view
    assert view.go_to(EntryKind.CONVERSATION, 1)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert view.look_for(EntryKind.CONVERSATION, 1) is None
    desk.undo()
    assert "Her son plays the cello" in [entry.text for entry in view.entries()]


def test_f4_in_the_timeline_opens_the_form_of_the_conversation(
    page: PeoplePage, people: dict[str, int], notebook: Notebook
) -> None:
    from notebook_app.gui.conversations.log_form import LogForm

    page.show_contact(people["Carla Mendes"])
    view = page.contact.timeline.view
    assert view.go_to(EntryKind.CONVERSATION, 1)
    QTest.keyClick(view, Qt.Key.Key_F4)
    form = page.window().findChild(LogForm)
    assert form.text.toPlainText() == "Her son plays the cello"
    form.text.setPlainText("Her daughter plays the cello")
    form.act()
    assert "Her daughter plays the cello" in [entry.text for entry in view.entries()]


def test_an_entry_can_be_copied(page: PeoplePage, people: dict[str, int]) -> None:
    page.show_contact(people["Carla Mendes"])
    view = page.contact.timeline.view
    assert view.go_to(EntryKind.CONVERSATION, 1)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Her son plays the cello" in QApplication.clipboard().text()
    QApplication.clipboard().clear()


def test_a_very_long_entry_is_cut_and_shown_whole_on_demand(
    page: PeoplePage, people: dict[str, int], notebook: Notebook, desk: Desk
) -> None:
    ben = people["Ben Okafor"]
    page.show_contact(ben)
    draft = ConversationDraft((ben,), "word " * 20_000, TODAY)
    desk.perform(lambda: log_conversation(notebook, draft))
    view = page.contact.timeline.view
    page.contact.scrolling.settle()
    cut = view.card_rect(0).height()
    assert view.layout_of(0).more is not None
    view.show_whole(0)
    assert view.card_rect(0).height() > 10 * cut
    assert view.layout_of(0).more is None


def test_a_page_made_narrow_and_wide_again_keeps_everything_in_its_place(
    page: PeoplePage, people: dict[str, int], qtbot: QtBot
) -> None:
    """The buttons of the head go below the name; what stands around them stays alive."""
    page.show_contact(people["Carla Mendes"])
    for _again in range(3):
        for width, below in ((700, True), (1500, False)):
            page.resize(width, 600)
            qtbot.waitUntil(lambda wanted=below: _buttons_below(page) is wanted)
            for layout in page.findChildren(FlowLayout):
                assert layout.heightForWidth(300) >= 0


def _buttons_below(page: PeoplePage) -> bool:
    head = page.contact.head
    name, call = (widget.mapTo(page, QPoint(0, 0)) for widget in (head.name, head.call))
    return call.y() > name.y() + head.name.height()


def test_where_there_is_little_room_the_next_step_is_not_wider_than_the_page(
    page: PeoplePage, people: dict[str, int], notebook: Notebook, qtbot: QtBot
) -> None:
    who = people["Carla Mendes"]
    plan_follow_up(notebook, FollowUpDraft(who, FollowUpKind.NOTE, TODAY, note="Thank her"))
    page.show_contact(who)
    column = page.findChild(ContactColumn)
    for width in (640, 1100, 640):
        page.resize(width, 500)
        qtbot.wait(20)
        assert column.widget().width() <= column.viewport().width()
    assert column.next.done.isVisible()
