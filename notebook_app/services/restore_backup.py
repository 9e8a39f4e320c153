"""Put a backup in the place of the notebook; what was there is kept."""

from dataclasses import dataclass
from pathlib import Path

from notebook_app.foundation.clock import Clock
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.storage.backups import Backups
from notebook_app.storage.restoring import (
    check_backup,
    check_nobody_has_it_open,
    copy_beside,
    put_in_place,
    set_aside,
)
from notebook_app.storage.soundness import BUSY_SECONDS, is_damaged


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: ``kept`` is where the notebook that was there lies now, if one was."""

    notebook: Path
    backup: Path
    kept: Path | None
    was_damaged: bool


def restore_backup(
    notebook: Path,
    backup: Path,
    clock: Clock,
    progress: Progress | None = None,
    *,
    busy_seconds: float = BUSY_SECONDS,
) -> Restored:
    """Replace the notebook by a backup that passes its check.

    A sound notebook is backed up before; a damaged one is kept under another name. The notebook
    must not be open, here or elsewhere. ``busy_seconds`` is how long it waits for another program
    that locks the notebook.

    Raises:
        UserProblem: the backup is no sound notebook of this or an older version, the notebook is
            in use, or something could not be written; the notebook is as it was, or kept.
    """
    check_backup(backup)
    if notebook.exists() and notebook.samefile(backup):
        raise UserProblem("The notebook can't be its own backup.", "", "Name another file.")
    # Copied first, so that a full disk leaves everything as it was.
    fresh = copy_beside(backup, notebook, progress or no_progress())
    try:
        kept, was_damaged = _kept(notebook, clock, busy_seconds)
        put_in_place(fresh, notebook)
    finally:
        fresh.unlink(missing_ok=True)
    return Restored(notebook, backup, kept, was_damaged)


def _kept(notebook: Path, clock: Clock, busy_seconds: float) -> tuple[Path | None, bool]:
    """Keep what is there now; return where, and whether it was damaged."""
    if not notebook.exists():
        return None, False
    if is_damaged(notebook, busy_seconds):
        return set_aside(notebook, clock.today()), True
    check_nobody_has_it_open(notebook)
    return Backups(notebook, clock).make("before restore"), False
