"""Pictures of business cards on lines: a code is read, any other picture is kept."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook_app.gui.capture.capture_state import KeptPerson, kept_state
from notebook_app.gui.capture.person_row import PersonRow
from notebook_app.model.attachment import LARGEST_ATTACHMENT
from notebook_app.storage.notebook import Notebook
from tests.gui.capture.conftest import Played
from tests.gui.conftest import TODAY
from tests.qr_pictures import code_picture

CARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lind;Maya;;;\r\nFN:Maya Lind\r\nORG:Lind Optics\r\n"
    "TITLE:Optician\r\nTEL;TYPE=CELL:+46701234567\r\nEMAIL:maya@lind.example\r\n"
    "URL:https://lind.example\r\nEND:VCARD\r\n"
)


def _drop(played: Played, row: PersonRow, path: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    before = len(row.cards)
    assert row.text.canInsertFromMimeData(data)
    row.text.insertFromMimeData(data)
    qtbot.waitUntil(lambda: len(row.cards) > before, timeout=5000)


@pytest.fixture
def begun(played: Played) -> Played:
    """The sheet with the event named."""
    played.open()
    played.write("Fair")
    played.enter()
    return played


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A picture without any code."""
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    path = tmp_path / "card.png"
    image.save(str(path))
    return path


def test_a_code_fills_everything_of_the_new_person(
    begun: Played, notebook: Notebook, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "code.png"
    path.write_bytes(code_picture(CARD))
    row = begun.page.sheet.lines.rows[0]
    _drop(begun, row, path, qtbot)
    assert row.text.toPlainText() == "Maya Lind, Lind Optics"
    begun.onwards()
    begun.write("r")
    begun.onwards()
    (contact_id,) = notebook.contacts.all_ids()
    contact = notebook.contacts.get(contact_id)
    assert contact is not None
    details = contact.details
    assert (details.display_name, details.organization, details.title) == (
        "Maya Lind",
        "Lind Optics",
        "Optician",
    )
    assert [phone.number for phone in details.phones] == ["+46701234567"]
    assert [email.address for email in details.emails] == ["maya@lind.example"]
    assert [link.url for link in details.links] == ["https://lind.example"]
    assert notebook.attachments.of(contact_id) == []


def test_a_code_adds_to_somebody_known_and_replaces_nothing(
    begun: Played,
    notebook: Notebook,
    tmp_path: Path,
    qtbot: QtBot,
    person: Callable[..., int],
) -> None:
    maya = person("Maya Lind", "The optician's")
    path = tmp_path / "code.png"
    path.write_bytes(code_picture(CARD))
    begun.write("Maya Lind, gave me her card !call tomorrow")
    row = begun.page.sheet.lines.rows[0]
    _drop(begun, row, path, qtbot)
    assert row.text.toPlainText() == "Maya Lind, gave me her card !call tomorrow"
    begun.onwards()
    begun.onwards()
    contact = notebook.contacts.get(maya)
    assert contact is not None
    assert contact.details.organization == "The optician's"
    assert [phone.number for phone in contact.details.phones] == ["+46701234567"]


def test_another_picture_is_kept_beside_what_was_said(
    begun: Played, notebook: Notebook, photo: Path, qtbot: QtBot
) -> None:
    begun.write("Sam Ade, cello !call tomorrow")
    _drop(begun, begun.page.sheet.lines.rows[0], photo, qtbot)
    begun.onwards()
    assert "card" in begun.page.review.cards[0].accessibleName()
    begun.onwards()
    (contact_id,) = notebook.contacts.all_ids()
    (attached,) = notebook.attachments.of(contact_id)
    assert (attached.name, attached.media_type) == ("card.png", "image/png")
    assert notebook.attachments.data(attached.id) == photo.read_bytes()
    row = notebook.database.execute_sql("SELECT conversation_id FROM attachment").fetchone()
    conversation = notebook.conversations.get(row[0])
    assert conversation is not None
    assert conversation.draft.contact_ids == (contact_id,)
    begun.session.desk.undo()
    assert notebook.contacts.all_ids() == []


def test_front_and_back_of_a_card_are_both_kept(
    begun: Played,
    window: Callable[[], Played],
    notebook: Notebook,
    photo: Path,
    qtbot: QtBot,
) -> None:
    back, code = photo.with_name("back.png"), photo.with_name("code.png")
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.yellow)
    image.save(str(back))
    code.write_bytes(code_picture(CARD))
    begun.write("Maya Lind")
    row = begun.page.sheet.lines.rows[0]
    for path in (photo, back, code):
        _drop(begun, row, path, qtbot)
    row.put_card(row.cards[0])
    assert [card.name for card in row.cards] == ["card.png", "back.png", "code.png"]
    qtbot.wait(800)
    begun.session.window.close()
    again = window()
    again.open()
    again.page.sheet.lines.finish()
    again.onwards()
    again.onwards()
    (contact_id,) = notebook.contacts.all_ids()
    assert [each.name for each in notebook.attachments.of(contact_id)] == ["card.png", "back.png"]
    contact = notebook.contacts.get(contact_id)
    assert contact is not None
    assert contact.details.organization == "Lind Optics"


def test_one_card_that_was_kept_before_there_could_be_several(
    begun: Played, notebook: Notebook, photo: Path, qtbot: QtBot
) -> None:
    begun.write("Sam Ade")
    _drop(begun, begun.page.sheet.lines.rows[0], photo, qtbot)
    qtbot.waitUntil(lambda: _is_kept(notebook))
    kept = notebook.settings.read("after event")
    assert isinstance(kept, dict)
    (person,) = kept["people"]
    (person["card"],) = person.pop("cards")
    with notebook.tidying():
        notebook.settings.write("after event", kept)
    state = kept_state(notebook)
    assert state is not None
    assert [card.name for card in state.people[0].cards] == ["card.png"]


def test_a_picture_on_the_clipboard_is_pasted_onto_the_line(begun: Played, qtbot: QtBot) -> None:
    begun.write("Sam Ade")
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data = QMimeData()
    data.setImageData(image)
    row = begun.page.sheet.lines.rows[0]
    row.text.insertFromMimeData(data)
    qtbot.waitUntil(lambda: bool(row.cards), timeout=5000)
    (card,) = row.cards
    assert card.media_type == "image/png"
    assert QImage.fromData(card.data).size() == image.size()


def test_a_pasted_picture_that_is_too_large_to_keep_is_said_at_once(
    begun: Played, qtbot: QtBot
) -> None:
    """Once the evening is saved, it would be too late."""
    begun.write("Sam Ade")
    data = QMimeData()
    data.setData("image/png", b"\x89PNG\r\n\x1a\n" + bytes(LARGEST_ATTACHMENT))
    row = begun.page.sheet.lines.rows[0]
    with qtbot.waitSignal(begun.session.desk.problem_met) as met:
        row.text.insertFromMimeData(data)
    assert "larger than 25 MB" in met.args[0].one_line()


def test_saving_waits_for_a_card_that_is_still_looked_at(
    begun: Played, notebook: Notebook, photo: Path, qtbot: QtBot
) -> None:
    begun.write("Sam Ade, cello !call tomorrow")
    row = begun.page.sheet.lines.rows[0]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo))])
    begun.onwards()
    row.text.insertFromMimeData(data)
    begun.page.save()
    assert notebook.contacts.all_ids() == []
    qtbot.waitUntil(lambda: bool(row.cards), timeout=5000)
    begun.page.save()
    (contact_id,) = notebook.contacts.all_ids()
    assert [each.name for each in notebook.attachments.of(contact_id)] == ["card.png"]


def _is_kept(notebook: Notebook) -> bool:
    state = kept_state(notebook)
    return state is not None and any(each.cards for each in state.people)


def test_a_kept_picture_survives_the_end_of_the_window(
    begun: Played,
    window: Callable[[], Played],
    photo: Path,
    qtbot: QtBot,
) -> None:
    begun.write("Sam Ade, cello")
    _drop(begun, begun.page.sheet.lines.rows[0], photo, qtbot)
    qtbot.waitUntil(lambda: _is_kept(begun.session.desk.notebook), timeout=5000)
    # The picture stays with its line, whatever is written above it later.
    lines = begun.page.sheet.lines
    kept = lines.people()
    lines.show_people([KeptPerson("Ben Bold, oboe"), *kept])
    lines.finish()
    lines.changed.emit()
    begun.session.window.close()
    again = window()
    again.open()
    again.page.sheet.lines.finish()
    assert again.page.sheet.lines.rows[0].cards == ()
    (card,) = again.page.sheet.lines.rows[1].cards
    assert card.data == photo.read_bytes()


def test_a_card_is_taken_off_again(begun: Played, photo: Path, qtbot: QtBot) -> None:
    begun.write("Sam Ade")
    row = begun.page.sheet.lines.rows[0]
    _drop(begun, row, photo, qtbot)
    row.take_off(row.cards[0])
    assert row.keep().cards == ()


def test_what_is_no_picture_is_said_and_the_line_stays(
    begun: Played, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("BEGIN:VCARD")
    begun.write("Sam Ade")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    row = begun.page.sheet.lines.rows[0]
    with qtbot.waitSignal(begun.session.desk.problem_met) as met:
        row.text.insertFromMimeData(data)
    assert "no picture" in met.args[0].one_line()
    assert row.text.toPlainText() == "Sam Ade"
    assert QApplication.focusWidget() is row.text


def test_a_damaged_picture_is_said_and_nothing_hangs(
    begun: Played, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "broken.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 40)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    row = begun.page.sheet.lines.rows[0]
    with qtbot.waitSignal(begun.session.desk.problem_met):
        row.text.insertFromMimeData(data)
    assert row.cards == ()


def test_a_picture_of_an_evening_that_was_undone_survives_the_end_of_the_window(
    begun: Played,
    window: Callable[[], Played],
    photo: Path,
    qtbot: QtBot,
) -> None:
    begun.write("Sam Ade, cello !call tomorrow")
    _drop(begun, begun.page.sheet.lines.rows[0], photo, qtbot)
    begun.onwards()
    begun.onwards()
    begun.session.desk.undo()
    begun.open()
    assert begun.page.sheet.lines.people()[0].cards
    begun.session.window.close()
    again = window()
    again.open()
    (card,) = again.page.sheet.lines.people()[0].cards
    assert card.data == photo.read_bytes()


def test_cards_of_people_who_are_only_expected_are_kept_too(
    begun: Played, notebook: Notebook, photo: Path, qtbot: QtBot
) -> None:
    begun.page.sheet.event_card.fields.on.set_value(TODAY + timedelta(days=5))
    row = begun.page.sheet.lines.rows[0]
    _drop(begun, row, photo, qtbot)
    begun.page.expect()
    assert notebook.contacts.all_ids() == []
    row.text.setPlainText("Sam Ade, cello")
    begun.page.sheet.lines.finish()
    begun.page.expect()
    (contact_id,) = notebook.contacts.all_ids()
    assert [each.name for each in notebook.attachments.of(contact_id)] == ["card.png"]
