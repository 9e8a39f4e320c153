"""Make a verified copy of the notebook."""

from pathlib import Path

from notebook_app.foundation.clock import Clock
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.storage.backups import Backups
from notebook_app.storage.soundness import BUSY_SECONDS, is_damaged, is_sound
from notebook_app.storage.trouble import DamagedNotebook


def back_up(
    notebook: Path,
    target: Path | None,
    clock: Clock,
    progress: Progress | None = None,
    *,
    busy_seconds: float = BUSY_SECONDS,
) -> Path:
    """Copy the notebook to ``target``, or into its folder of backups, and return where it is.

    An older backup at ``target`` is replaced; any other file is left alone. ``busy_seconds`` is
    how long it waits for another program that locks the notebook.

    Raises:
        UserProblem: there is no notebook, it is damaged, or the copy could not be written.
    """
    if not notebook.exists():
        raise UserProblem(
            f"There is no notebook at {notebook}.", "", "Name another with --notebook."
        )
    backups = Backups(notebook, clock)
    if is_damaged(notebook, busy_seconds):
        raise DamagedNotebook(notebook, backups.newest_good())
    if target is None:
        return backups.make("by hand", progress)
    if target.is_file() and target.stat().st_size and not is_sound(target):
        raise UserProblem(
            f"{target} is there already and is no backup.", "", "Name another file for the backup."
        )
    return backups.copy_to(target, progress)
