"""Opens a notebook for a window; where that fails, the user is asked what to do about it."""

import logging
from pathlib import Path

from notebook_app.foundation.clock import SystemClock
from notebook_app.foundation.problem import UserProblem
from notebook_app.storage.notebook import Notebook
from notebook_app.storage.trouble import DamagedNotebook

_logger = logging.getLogger("notebook_app.window")


def open_or_ask(path: Path, region: str) -> Notebook | None:
    """Open the notebook, or ask what to do about its trouble; None if the user gives up."""
    while True:
        try:
            # The check for damage follows once the window is painted.
            return Notebook.open(path, region=region, check=False)
        except UserProblem as problem:
            _logger.warning("Not opened: %s", problem.one_line())
            from notebook_app.gui.safekeeping.opening_trouble import OpeningTrouble

            trouble = OpeningTrouble(problem)
            trouble.exec()
            backup = problem.backup if isinstance(problem, DamagedNotebook) else None
            if not trouble.wants_backup or backup is None:
                return None
            go_back(path, backup)


def go_back(path: Path, backup: Path) -> str:
    """Put a backup in the notebook's place and return what to tell the user."""
    from notebook_app.services.restore_backup import restore_backup

    try:
        restored = restore_backup(path, backup, SystemClock())
    except UserProblem as problem:
        return problem.one_line()
    kept = f" What was there is kept in {restored.kept.name}." if restored.kept else ""
    return f"This is the notebook of {backup.stem}.{kept}"
