"""The PDFs of people, read back: columns, the register at the edge, pictures, no half file."""

from pathlib import Path
from unicodedata import normalize

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from notebook_app.foundation.progress import Cancelled, Progress
from notebook_app.model.changes import Changed
from notebook_app.model.contact import ContactDetails, ContactDraft, Phone, Photo
from notebook_app.model.event import EventDraft
from notebook_app.model.partial_date import PartialDate
from notebook_app.reports.people_style import PeopleStyle
from notebook_app.services.save_contact import add_contact
from notebook_app.services.save_event import add_event
from notebook_app.storage.notebook import Notebook
from tests.gui.printing.fonts_here import can_draw
from tests.gui.printing.pdf_reading import (
    needs_poppler,
    pdf_fonts,
    pdf_page_texts,
    pdf_text,
    pdf_words,
)
from tests.gui.printing.people_documents import save_event_sheet, save_people
from tests.gui.printing.sample_notebooks import TODAY, add_person, fill_awkwardly, fill_with

pytestmark = [needs_poppler, pytest.mark.usefixtures("qapp")]


def test_a_directory_stands_in_two_columns_with_its_letters_at_the_edge(
    notebook: Notebook, tmp_path: Path
) -> None:
    fill_with(notebook, 120)
    path = tmp_path / "directory.pdf"
    pages = save_people(
        notebook, path, notebook.contacts.all_ids(), style=PeopleStyle.DIRECTORY, paper="A4"
    )
    assert pages == len(pdf_page_texts(path)) > 2
    first, second = pdf_words(path)[:2]
    names = [word for word in first if word.text in ("Agnes", "Ben", "Carla")]
    # The margin, and half a column's width and gap further on.
    assert {round(word.left / 2) for word in names} == {10, 55}
    edge = {word.text for word in second if word.left > 195}
    assert edge == set("ABCDEFGHIK")
    assert all(word.right <= 210 for word in second)
    # The running head says from whom to whom.
    head = " ".join(word.text for word in second if word.top < 20 and 70 < word.left < 194)
    assert head.startswith("Carla ")
    assert " – " in head


def test_every_name_is_there_whatever_script_it_is_in(notebook: Notebook, tmp_path: Path) -> None:
    fill_awkwardly(notebook)
    for style in (PeopleStyle.DIRECTORY, PeopleStyle.SHEET):
        path = tmp_path / f"{style}.pdf"
        save_people(notebook, path, notebook.contacts.all_ids(), style=style)
        # Fonts draw some signs by their radicals, which say the same.
        text = normalize("NFKC", pdf_text(path))
        for name in ("张伟", "田中", "Żółć", "<b>Bold</b>", "{heading}"):
            assert name in text or not can_draw(name)
        assert all(embedded for _, embedded in pdf_fonts(path))
        for page in pdf_words(path):
            assert all(word.right <= 211 for word in page)


def test_a_number_is_never_cut_nor_ends_a_line_within_it(
    notebook: Notebook, tmp_path: Path
) -> None:
    long = "+49 (0)30 / 12345678-90 ext. 1234"
    details = ContactDetails(
        display_name="Mill Lane Hair",
        organization="Mill Lane Hair and Beauty, since 1987",
        phones=(Phone(long),),
        birthday=PartialDate(2, 3),
    )
    person = next(iter(add_contact(notebook, ContactDraft(details)).of(Changed.CONTACT)))
    for style in (PeopleStyle.PHONES, PeopleStyle.BIRTHDAYS):
        path = tmp_path / f"{style}.pdf"
        save_people(notebook, path, [person], style=style, paper="A4")
        lines = {round(word.top) for word in pdf_words(path)[0] if word.text in long.split()}
        assert len(lines) == 1
        assert "1234" in pdf_text(path).replace("\u00a0", " ").split()


def test_a_picture_stands_on_the_sheet_and_a_broken_one_leaves_the_initials(
    notebook: Notebook, tmp_path: Path
) -> None:
    image = QImage(40, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("steelblue"))
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    sizes = {}
    for name, data in (("Ann Berg", bytes(held.data())), ("Bo Ek", b"no picture at all")):
        details = ContactDetails(display_name=name, photo=Photo("image/png", data))
        person = next(iter(add_contact(notebook, ContactDraft(details)).of(Changed.CONTACT)))
        path = tmp_path / f"{name}.pdf"
        assert save_people(notebook, path, [person], style=PeopleStyle.SHEET) == 1
        sizes[name] = path.read_bytes().count(b"/Subtype /Image")
    assert sizes == {"Ann Berg": 1, "Bo Ek": 0}
    assert "BE" in pdf_text(tmp_path / "Bo Ek.pdf")
    assert "AB" not in pdf_text(tmp_path / "Ann Berg.pdf").split()


def test_an_event_sheet_has_lines_for_whom_one_will_meet(
    notebook: Notebook, tmp_path: Path
) -> None:
    ann = add_person(notebook, "Ann Berg", organization="Berg & Co")
    draft = EventDraft("Winter reception", TODAY, place="Town Hall", expected=(ann,))
    event = next(iter(add_event(notebook, draft).of(Changed.EVENT)))
    save_event_sheet(notebook, tmp_path / "event.pdf", event)
    text = pdf_text(tmp_path / "event.pdf")
    assert "Ann Berg" in text
    assert "Town Hall" in text
    assert text.split().count("Firm") == 8


def test_stopping_leaves_what_was_there(notebook: Notebook, tmp_path: Path) -> None:
    fill_with(notebook, 20)
    path = tmp_path / "people.pdf"
    path.write_bytes(b"as before")
    pages: list[str] = []

    def stop_while_writing(_done: int, _total: int, text: str) -> None:
        if text.startswith("Page 10"):
            pages.append(text)
            progress.cancel()

    progress = Progress(stop_while_writing, interval=0)
    with pytest.raises(Cancelled):
        save_people(
            notebook,
            path,
            notebook.contacts.all_ids(),
            style=PeopleStyle.SHEET,
            progress=progress,
        )
    assert pages == ["Page 10 of 20"]
    assert path.read_bytes() == b"as before"
    assert [each.name for each in tmp_path.glob("*.pdf*")] == ["people.pdf"]
