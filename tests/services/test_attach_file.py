"""Files attached to people: copied in, found, given out again, and gone when nothing needs them."""

import os
import stat
from pathlib import Path

import pytest

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.attachment import LARGEST_ATTACHMENT
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.services.attach_file import (
    OpenedCopies,
    attach_files,
    detach_file,
    safe_file_name,
    save_attachment,
)
from notebook_app.services.save_contact import add_contact, update_contact
from notebook_app.services.undo import redo_last, undo_last
from notebook_app.storage.notebook import Notebook

ANNA, BO = 1, 2


@pytest.fixture
def notebook(notebook: Notebook) -> Notebook:
    """A notebook with two people."""
    for name in ("Anna", "Bo"):
        add_contact(notebook, ContactDraft(ContactDetails(display_name=name)))
    return notebook


@pytest.fixture
def offer(tmp_path: Path) -> Path:
    """A file."""
    path = tmp_path / "Offer_spring.pdf"
    path.write_bytes(b"%PDF an offer")
    return path


def stored_files(notebook: Notebook) -> int:
    """How many files the notebook holds the bytes of."""
    return int(notebook.database.execute_sql("SELECT count(*) FROM stored_file").fetchone()[0])


def found(notebook: Notebook, words: str) -> list[int]:
    """Who is found by words."""
    sql = "SELECT rowid FROM contact_search WHERE contact_search MATCH ? ORDER BY rowid"
    return [row for (row,) in notebook.database.execute_sql(sql, (words,))]


def test_a_file_is_copied_and_outlives_the_original(notebook: Notebook, offer: Path) -> None:
    changes = attach_files(notebook, ANNA, [offer])
    offer.unlink()

    [row] = notebook.attachments.of(ANNA)
    assert (row.name, row.media_type, row.size) == ("Offer_spring.pdf", "application/pdf", 13)
    assert notebook.attachments.data(row.id) == b"%PDF an offer"
    assert changes.label == "Attached Offer_spring.pdf to Anna"


def test_the_same_bytes_are_stored_once(notebook: Notebook, offer: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(offer.read_bytes())

    attach_files(notebook, ANNA, [offer, copy])
    attach_files(notebook, BO, [offer])
    assert attach_files(notebook, BO, [offer]).ids == {}

    assert [len(notebook.attachments.of(who)) for who in (ANNA, BO)] == [2, 1]
    assert stored_files(notebook) == 1


def test_a_person_is_found_by_the_name_of_a_file_whatever_else_changes(
    notebook: Notebook, offer: Path
) -> None:
    attach_files(notebook, ANNA, [offer])
    assert found(notebook, "spring") == [ANNA]

    update_contact(notebook, ANNA, ContactDraft(ContactDetails(display_name="Anna", note="Hi")))
    assert found(notebook, "spring AND hi") == [ANNA]

    with notebook.change("Tagged") as change:
        notebook.tags.refresh_carriers([ANNA, BO])
        change.touch_everything()
    assert found(notebook, "spring") == [ANNA]

    [row] = notebook.attachments.of(ANNA)
    detach_file(notebook, row.id)
    assert found(notebook, "spring") == []
    assert found(notebook, "hi") == [ANNA]


def test_attaching_and_taking_away_can_be_undone(notebook: Notebook, offer: Path) -> None:
    attach_files(notebook, ANNA, [offer])
    [row] = notebook.attachments.of(ANNA)
    detach_file(notebook, row.id)

    undo_last(notebook)
    assert notebook.attachments.of(ANNA) == [row]
    assert found(notebook, "spring") == [ANNA]
    undo_last(notebook)
    assert notebook.attachments.of(ANNA) == []
    redo_last(notebook)
    assert notebook.attachments.data(row.id) == b"%PDF an offer"


def test_bytes_stay_as_long_as_undo_can_bring_them_back(notebook: Notebook, offer: Path) -> None:
    attach_files(notebook, ANNA, [offer])
    detach_file(notebook, notebook.attachments.of(ANNA)[0].id)

    assert notebook.sweep_files() == 0

    notebook.database.execute_sql("DELETE FROM journal_step")
    assert notebook.sweep_files() == 1
    assert stored_files(notebook) == 0


def test_a_file_that_is_too_large_is_refused_and_none_is_attached(
    notebook: Notebook, offer: Path, tmp_path: Path
) -> None:
    large = tmp_path / "film.mp4"
    with large.open("wb") as file:
        file.truncate(LARGEST_ATTACHMENT + 1)

    with pytest.raises(UserProblem, match=r"film\.mp4 is larger than 25 MB"):
        attach_files(notebook, ANNA, [offer, large])

    assert notebook.attachments.of(ANNA) == []
    large.write_bytes(b"")
    attach_files(notebook, ANNA, [large])
    assert notebook.attachments.of(ANNA)[0].size == 0


def test_a_file_of_just_the_largest_size_is_taken(notebook: Notebook, tmp_path: Path) -> None:
    path = tmp_path / "large.bin"
    with path.open("wb") as file:
        file.truncate(LARGEST_ATTACHMENT)

    attach_files(notebook, ANNA, [path])

    assert notebook.attachments.of(ANNA)[0].size == LARGEST_ATTACHMENT


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes there")
def test_folders_pipes_and_missing_files_are_refused(notebook: Notebook, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    for path in (pipe, tmp_path, tmp_path / "gone.txt"):
        with pytest.raises(UserProblem):
            attach_files(notebook, ANNA, [path])


def test_nothing_is_attached_to_whoever_is_gone(notebook: Notebook, offer: Path) -> None:
    with pytest.raises(UserProblem, match="no longer"):
        attach_files(notebook, 99, [offer])


def test_a_copy_is_given_out_read_only_and_taken_back(notebook: Notebook, offer: Path) -> None:
    attach_files(notebook, ANNA, [offer])
    [row] = notebook.attachments.of(ANNA)
    copies = OpenedCopies()

    path = copies.path_of(notebook, row.id)

    assert path.name == "Offer_spring.pdf"
    assert path.read_bytes() == b"%PDF an offer"
    assert not path.stat().st_mode & (stat.S_IWUSR | stat.S_IXUSR | stat.S_IRWXO)
    assert copies.path_of(notebook, row.id) == path
    copies.discard()
    assert not path.exists()


def test_a_file_is_saved_where_the_user_wants_it(
    notebook: Notebook, offer: Path, tmp_path: Path
) -> None:
    attach_files(notebook, ANNA, [offer])
    [row] = notebook.attachments.of(ANNA)
    target = tmp_path / "mine.pdf"
    target.write_text("old")

    save_attachment(notebook, row.id, target)

    assert target.read_bytes() == b"%PDF an offer"
    with pytest.raises(UserProblem, match="could not be saved"):
        save_attachment(notebook, row.id, tmp_path / "no folder" / "mine.pdf")
    assert sorted(path.name for path in tmp_path.glob("*.p*")) == ["Offer_spring.pdf", "mine.pdf"]


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\evil.exe", "evil.exe"),
        ("offer\u202efdp.exe", "offer fdp.exe"),
        ("con.txt", "con_.txt"),
        (".bashrc", "bashrc"),
        ("a\nb.txt", "a b.txt"),
        ("", "contact"),
        ("x" * 300 + ".pdf", "x" * 100 + ".pdf"),
        ("Åkes bilder.JPG", "Åkes bilder.JPG"),
        ("letter.tar.gz", "letter.tar.gz"),
        ("name.not an ending", "name.not an ending"),
    ],
)
def test_names_from_outside_are_made_safe(name: str, safe: str) -> None:
    assert safe_file_name(name) == safe
