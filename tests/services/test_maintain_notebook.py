"""What a running window does in the background leaves a sound, backed up, tidy notebook."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.foundation.progress import Cancelled, Progress
from notebook_app.model.contact import ContactDetails, ContactDraft, Photo
from notebook_app.services.maintain_notebook import Maintained, maintain_notebook
from notebook_app.services.save_contact import add_contact, update_contact
from notebook_app.storage.notebook import Notebook
from notebook_app.storage.soundness import is_sound
from notebook_app.storage.trouble import DamagedNotebook

PHOTO = Photo("image/png", b"picture")


def photos(notebook: Notebook) -> int:
    """How many pictures are stored."""
    return int(notebook.database.execute_sql("SELECT count(*) FROM photo").fetchone()[0])


def add_with_photo(notebook: Notebook) -> ContactDraft:
    """Add somebody with a picture."""
    draft = ContactDraft(ContactDetails(display_name="Anna", photo=PHOTO))
    add_contact(notebook, draft)
    return draft


def test_the_daily_backup_is_made_once(notebook: Notebook) -> None:
    """It is sound, and the second time there is nothing to do."""
    add_with_photo(notebook)
    first = maintain_notebook(notebook)
    assert first.backup is not None
    assert is_sound(first.backup)
    assert first == Maintained("", None, first.backup)
    assert maintain_notebook(notebook) == Maintained()


def test_it_brings_its_own_connection(notebook: Notebook) -> None:
    """On a thread that has none, and gives it back."""
    done: list[object] = []

    def work() -> None:
        done.append(maintain_notebook(notebook))
        done.append(notebook.database.is_closed())

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert isinstance(done[0], Maintained)
    assert done[1] is True


def test_a_picture_is_swept_once_neither_contact_nor_undo_needs_it(notebook: Notebook) -> None:
    """As long as undo can bring it back, it stays."""
    draft = add_with_photo(notebook)
    update_contact(notebook, 1, replace(draft, details=replace(draft.details, photo=None)))
    maintain_notebook(notebook)
    notebook.undo()
    contact = notebook.contacts.get(1)
    assert contact is not None
    assert contact.details.photo == PHOTO
    notebook.undo()
    maintain_notebook(notebook)
    assert notebook.redo() is not None
    assert notebook.redo() is not None
    notebook.database.execute_sql("DELETE FROM journal_step")
    assert photos(notebook) == 1
    maintain_notebook(notebook)
    assert photos(notebook) == 0


def test_a_picture_that_another_contact_has_stays(notebook: Notebook) -> None:
    """Each is stored once however many carry it."""
    draft = add_with_photo(notebook)
    add_contact(notebook, draft)
    assert photos(notebook) == 1
    update_contact(notebook, 1, replace(draft, details=replace(draft.details, photo=None)))
    notebook.database.execute_sql("DELETE FROM journal_step")
    maintain_notebook(notebook)
    assert photos(notebook) == 1


def test_damage_is_told_with_the_newest_good_backup(path: Path, clock: StoppedClock) -> None:
    """And nothing is written, above all no backup."""
    notebook = Notebook.open(path, clock)
    add_with_photo(notebook)
    good = notebook.backups.make("by hand")
    page = notebook.database.execute_sql(
        "SELECT rootpage FROM sqlite_master WHERE name = 'email_by_address'"
    ).fetchone()[0]
    notebook.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xaa" * 4096)
    notebook = Notebook.open(path, clock, check=False)
    maintained = maintain_notebook(notebook)
    notebook.close()
    assert maintained.damage
    assert isinstance(maintained.problem, DamagedNotebook)
    assert maintained.problem.backup == good
    assert [backup.path for backup in notebook.backups.all()] == [good]


def test_a_backup_that_can_not_be_made_is_told_and_the_rest_done(notebook: Notebook) -> None:
    """A file lies where the folder should be."""
    add_with_photo(notebook)
    notebook.undo()
    notebook.database.execute_sql("DELETE FROM journal_step")
    notebook.backups.folder.write_text("in the way")
    maintained = maintain_notebook(notebook)
    assert maintained.problem is not None
    assert "could not be written" in maintained.problem.title
    assert photos(notebook) == 0


@pytest.mark.parametrize("when", ["Looking the notebook over", "Making the daily backup"])
def test_it_stops_when_asked_and_leaves_nothing_half_done(notebook: Notebook, when: str) -> None:
    """As a closing window asks."""
    add_with_photo(notebook)
    progress: Progress

    def stop(_done: int, _total: int, text: str) -> None:
        if text == when:
            progress.cancel()

    progress = Progress(stop, interval=0)
    with pytest.raises(Cancelled):
        maintain_notebook(notebook, progress)
    assert notebook.backups.all() == []
    assert not list(notebook.path.parent.rglob(".*"))
    assert maintain_notebook(notebook).backup is not None
