"""Attach files to a person, take them off, and give copies of them out.

A file is copied into the notebook. What comes out is a copy again, so that no other program ever
changes the notebook's own.
"""

import contextlib
import mimetypes
import os
import shutil
import stat
import tempfile
from collections.abc import Sequence
from pathlib import Path, PurePath

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.model.attachment import LARGEST_ATTACHMENT, AttachmentRow
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.services.safe_file_names import safe_stem
from notebook_app.storage.notebook import Notebook

_MEGABYTES = LARGEST_ATTACHMENT // (1024 * 1024)
_LONGEST_ENDING = 12
_UNKNOWN = "application/octet-stream"
_CHUNK = 1024 * 1024


def attach_files(
    notebook: Notebook, contact_id: int, paths: Sequence[Path], progress: Progress | None = None
) -> ChangeSet:
    """Copy files into the notebook and attach them to a contact, all of them or none.

    Raises:
        UserProblem: the contact is gone, a file can't be read or is over 25 MB, or it could not
            be written.
        Cancelled: the user asked to stop; nothing is attached.
    """
    progress = progress or no_progress()
    notebook.ensure_writable()
    contact = notebook.contacts.get(contact_id)
    if contact is None or contact.deleted_at:
        raise UserProblem("This person is no longer in the notebook.")
    label = f"Attached {_count(paths)} to {contact.details.display_name}"
    with notebook.change(label) as change:
        for done, path in enumerate(paths):
            progress.report(done, len(paths), "Attaching files")
            name = safe_file_name(path.name)
            media_type = mimetypes.guess_type(name)[0] or _UNKNOWN
            if notebook.attachments.attach(contact_id, name, media_type, _content(path, progress)):
                change.touch(Changed.CONTACT, contact_id)
    return change.result()


def detach_file(notebook: Notebook, attachment_id: int) -> ChangeSet:
    """Take a file off its contact.

    Raises:
        UserProblem: it is gone already, or it could not be written.
    """
    row = _row(notebook, attachment_id)
    with notebook.change(f"Took {row.name} away") as change:
        notebook.attachments.remove(attachment_id)
        change.touch(Changed.CONTACT, row.contact_id)
    return change.result()


def save_attachment(notebook: Notebook, attachment_id: int, target: Path) -> None:
    """Write a copy of an attached file to ``target``, which is replaced.

    Raises:
        UserProblem: the file is gone, or it could not be written; nothing is half there.
    """
    row = _row(notebook, attachment_id)
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_bytes(_data(notebook, row))
        part.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise UserProblem(
            f"{row.name} could not be saved there.", f"{target}: {error}.", "Choose another place."
        ) from error


class OpenedCopies:
    """Copies of attached files for other programs to look at: read-only, in a private folder."""

    def __init__(self) -> None:
        """Begin without a folder; it is made when the first copy is wanted."""
        self._folder: Path | None = None

    def path_of(self, notebook: Notebook, attachment_id: int) -> Path:
        """Return a copy of an attached file.

        Raises:
            UserProblem: the file is gone, or there is no room for a copy.
        """
        row = _row(notebook, attachment_id)
        try:
            if self._folder is None:
                self._folder = Path(tempfile.mkdtemp(prefix="contact-notebook-"))
            # A folder for each, since two files may bear one name.
            folder = self._folder / str(attachment_id)
            folder.mkdir(exist_ok=True)
            path = folder / safe_file_name(row.name)
            if not path.exists():
                path.write_bytes(_data(notebook, row))
                path.chmod(stat.S_IRUSR)
        except OSError as error:
            raise UserProblem(
                f"{row.name} could not be opened.", f"{error}.", "Save it to a place of your own."
            ) from error
        return path

    def discard(self) -> None:
        """Remove all copies; those that another program holds on to are left to the system."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None


def safe_file_name(name: str) -> str:
    """Return a file's name without folders, control characters, or what a system refuses."""
    last = PurePath(name.replace("\\", "/")).name
    ending = PurePath(last).suffix
    usual = ending[1:].isascii() and ending[1:].isalnum() and len(ending) <= _LONGEST_ENDING
    return f"{safe_stem(last.removesuffix(ending))}{ending}" if usual else safe_stem(last)


def _count(paths: Sequence[Path]) -> str:
    return safe_file_name(paths[0].name) if len(paths) == 1 else f"{len(paths)} files"


def _content(path: Path, progress: Progress) -> bytes:
    """Return what a file holds; nothing that never ends is read."""
    try:
        # Without waiting for somebody at the other end, if it is a pipe.
        with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise UserProblem(f"{path.name} is no file that can be attached.")
            pieces: list[bytes] = []
            size = 0
            while piece := file.read(_CHUNK):
                size += len(piece)
                if size > LARGEST_ATTACHMENT:
                    raise _too_large(path.name)
                pieces.append(piece)
                progress.report(0, 0, "Attaching files")
            return b"".join(pieces)
    except OSError as error:
        raise UserProblem(
            f"{path.name} can't be read.", f"{error}.", "Look whether it is still there."
        ) from error


def _too_large(name: str) -> UserProblem:
    return UserProblem(
        f"{name} is larger than {_MEGABYTES} MB.",
        "Files are copied into the notebook, and it should stay easy to back up.",
        "Attach a smaller copy, or write down where the file lies.",
    )


def _row(notebook: Notebook, attachment_id: int) -> AttachmentRow:
    row = notebook.attachments.one(attachment_id)
    if row is None:
        raise UserProblem("This file is no longer in the notebook.")
    return row


def _data(notebook: Notebook, row: AttachmentRow) -> bytes:
    data = notebook.attachments.data(row.id)
    if data is None:
        raise UserProblem(f"{row.name} is no longer in the notebook.")
    return data
