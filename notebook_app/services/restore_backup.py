"""Put a backup in the place of the notebook; what was there is kept."""

from dataclasses import dataclass
from pathlib import Path

from notebook_app.foundation.clock import Clock
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.storage.backups import Backups, is_sound
from notebook_app.storage.restoring import (
    check_backup,
    check_nobody_has_it_open,
    put_in_place,
    set_aside,
)


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: ``kept`` is where the notebook that was there lies now, if one was."""

    notebook: Path
    backup: Path
    kept: Path | None
    was_damaged: bool


def restore_backup(
    notebook: Path, backup: Path, clock: Clock, progress: Progress | None = None
) -> Restored:
    """Replace the notebook by a backup that passes its check.

    A sound notebook is backed up before; a damaged one is kept under another name. The notebook
    must not be open, here or elsewhere.

    Raises:
        UserProblem: the backup is no sound notebook of this or an older version, the notebook is
            in use, or something could not be written; the notebook is as it was, or kept.
    """
    check_backup(backup)
    if notebook.exists() and notebook.samefile(backup):
        raise UserProblem("The notebook can't be its own backup.", "", "Name another file.")
    kept: Path | None = None
    was_damaged = False
    if not notebook.exists():
        notebook.parent.mkdir(parents=True, exist_ok=True)
    elif is_sound(notebook):
        check_nobody_has_it_open(notebook)
        kept = Backups(notebook, clock).make("before restore")
    else:
        was_damaged = True
        kept = set_aside(notebook, clock.today())
    put_in_place(backup, notebook, progress or no_progress())
    return Restored(notebook, backup, kept, was_damaged)
