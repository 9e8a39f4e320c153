"""Exports: verified before they replace anything, with everything that a contact holds."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from notebook_app.formats.vcard.cards import ReadCard
from notebook_app.formats.vcard.read import read_cards
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Cancelled, Progress
from notebook_app.model.contact import (
    ContactDetails,
    ContactDraft,
    Email,
    Link,
    NameParts,
    Phone,
    Photo,
)
from notebook_app.services.export_vcards import export_vcards
from notebook_app.services.save_contact import add_contact
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook

MAJA = ContactDetails(
    display_name="Maja Sørensen",
    name=NameParts(given="Maja", family="Sørensen"),
    phones=(Phone("+45 20 12 34 56", "mobile"), Phone("12", "Boat, house")),
    emails=(Email("maja@signs.example", "work"),),
    note="Gold leaf; signs, and more\nsigns",
    photo=Photo("image/jpeg", b"\xff\xd8\xff" + b"picture" * 100),
    other_properties=("X-OWN;TYPE=a:kept, as it is", "a line without its mark"),
)
# What people type is not always what a card would have said.
UNTIDY = ContactDetails(
    display_name="  Ben\r\nBerg ",
    phones=(Phone("tel:+49 30 23125001", " Home "), Phone(""), Phone("tel:+49 30 23125001")),
    links=(Link("https://a.example/\\:b\nc"), Link("")),
    tags=("Friends", "friends, and family"),
    note=" spaced\r\n",
    other_properties=("TITLE:Baker", "BEGIN:VCARD", "BDAY:1980-01-01"),
)


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    """A notebook with two people."""
    with closing(empty_notebook(tmp_path / "people.db", region="DK")) as opened:
        add_contact(opened, ContactDraft(MAJA))
        add_contact(opened, ContactDraft(UNTIDY))
        yield opened


def cards_of(path: Path) -> list[ReadCard]:
    """Return the cards of an exported file."""
    cards = list(read_cards(path.read_bytes()))
    assert all(isinstance(card, ReadCard) for card in cards)
    return [card for card in cards if isinstance(card, ReadCard)]


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_everyone_is_written_with_photo_and_kept_lines(
    notebook: Notebook, tmp_path: Path, version: str
) -> None:
    outcome = export_vcards(notebook, tmp_path / "all.vcf", None, version)

    cards = {card.details.display_name: card for card in cards_of(tmp_path / "all.vcf")}
    assert outcome.count == len(cards) == 2
    assert cards["Maja Sørensen"].details == MAJA
    assert cards["Maja Sørensen"].version == version
    stored = notebook.contacts.find("Maja")[0]
    contact = notebook.contacts.get(stored.id)
    assert contact is not None
    assert cards["Maja Sørensen"].uid == contact.uid


def test_old_phones_get_version_2_1(notebook: Notebook, tmp_path: Path) -> None:
    export_vcards(notebook, tmp_path / "old.vcf", None, "2.1")

    cards = {card.details.display_name: card for card in cards_of(tmp_path / "old.vcf")}
    assert cards["Maja Sørensen"].details.photo == MAJA.photo
    assert cards["Maja Sørensen"].details.note == MAJA.note


def test_a_selection_is_written_in_its_order(notebook: Notebook, tmp_path: Path) -> None:
    ids = list(reversed(notebook.contacts.all_ids()))

    export_vcards(notebook, tmp_path / "some.vcf", ids[:1])

    [card] = cards_of(tmp_path / "some.vcf")
    assert card.details.display_name == notebook.contacts.name_of(ids[0])


def test_an_empty_notebook_has_nobody_to_export(tmp_path: Path) -> None:
    with (
        closing(empty_notebook(tmp_path / "empty.db")) as empty,
        pytest.raises(UserProblem, match="nobody to export"),
    ):
        export_vcards(empty, tmp_path / "none.vcf")


@pytest.mark.skipif(not Path("/dev/null").is_char_device(), reason="needs a device")
def test_a_device_is_never_replaced_by_a_file(notebook: Notebook) -> None:
    with pytest.raises(UserProblem, match="is not a file"):
        export_vcards(notebook, Path("/dev/null"))
    assert Path("/dev/null").is_char_device()


def test_a_missing_folder_and_a_folder_are_told(notebook: Notebook, tmp_path: Path) -> None:
    with pytest.raises(UserProblem, match="no folder"):
        export_vcards(notebook, tmp_path / "missing" / "a.vcf")
    with pytest.raises(UserProblem, match="is a folder"):
        export_vcards(notebook, tmp_path)


@pytest.mark.skipif(
    not Path("/dev/full").is_char_device(), reason="needs a device that is always full"
)
def test_a_full_disk_is_told_and_leaves_the_old_file(notebook: Notebook, tmp_path: Path) -> None:
    target = tmp_path / "all.vcf"
    target.write_text("old")
    # What is written beside the target goes to a device without room.
    os.symlink("/dev/full", target.with_name(f".all.vcf.{os.getpid()}.part"))

    with pytest.raises(UserProblem, match="no room"):
        export_vcards(notebook, target)

    assert target.read_text() == "old"
    assert list(tmp_path.glob(".*.part")) == []


def test_a_cancelled_export_leaves_the_old_file(notebook: Notebook, tmp_path: Path) -> None:
    target = tmp_path / "all.vcf"
    target.write_text("old")
    progress = Progress()
    progress.cancel()

    with pytest.raises(Cancelled):
        export_vcards(notebook, target, None, "3.0", progress)

    assert target.read_text() == "old"
    assert list(tmp_path.glob(".*.part")) == []
