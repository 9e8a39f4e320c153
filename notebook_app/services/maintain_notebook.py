"""What a running window does for the notebook once its first page is painted.

It looks for damage (which takes as long as reading the file, so the window does not wait for
it), makes the day's backup, removes who was in the trash long enough, and lets go of pictures
and files that nothing uses. Run it on a thread of its own; it brings its own connection.
"""

import logging
from dataclasses import dataclass
from pathlib import Path

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.services.empty_trash import erase_expired
from notebook_app.services.reread_cards import reread_cards
from notebook_app.storage.notebook import Notebook
from notebook_app.storage.trouble import DamagedNotebook

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Maintained:
    """What was found and done.

    ``damage`` is what SQLite says is wrong with the file, empty if nothing is; ``problem`` is
    what the user should be told, that included; ``backup`` is a new daily one; ``erased`` is how
    many were removed from the trash.
    """

    damage: str = ""
    problem: UserProblem | None = None
    backup: Path | None = None
    erased: int = 0


def maintain_notebook(notebook: Notebook, progress: Progress | None = None) -> Maintained:
    """Check, back up and tidy the open notebook.

    A damaged notebook is neither backed up nor written to; the problem then names the newest
    good backup. A backup that could not be made is told, and everything else still done.

    Raises:
        Cancelled: the user, or the closing window, asked to stop; nothing is half done.
    """
    progress = progress or no_progress()
    progress.report(0, 0, "Looking the notebook over")
    with notebook.connection():
        damage = notebook.damage(progress)
        if damage:
            backup = notebook.backups.newest_good()
            return Maintained(damage, DamagedNotebook(notebook.path, backup))
        if notebook.read_only:
            return Maintained()
        progress.report(0, 0, "Making the daily backup")
        backup, problem = _daily_backup(notebook, progress)
        progress.report(0, 0, "Tidying up")
        try:
            reread_cards(notebook, progress)
            erased = erase_expired(notebook, progress)
            photos, files = notebook.sweep_photos(), notebook.sweep_files()
            if photos or files:
                _log.info("let go of %d pictures and %d files that nothing uses", photos, files)
        except UserProblem as trouble:
            return Maintained("", problem or trouble, backup)
        return Maintained("", problem, backup, erased)


def _daily_backup(notebook: Notebook, progress: Progress) -> tuple[Path | None, UserProblem | None]:
    try:
        return notebook.backups.daily(progress), None
    except UserProblem as problem:
        return None, problem
