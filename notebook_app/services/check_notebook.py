"""Look a notebook over and say how it is."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from notebook_app.foundation.clock import Clock
from notebook_app.foundation.problem import UserProblem
from notebook_app.storage.backups import Backups
from notebook_app.storage.health import Health, health_of
from notebook_app.storage.trouble import DATABASE_ERRORS, is_damage, problem_of


@dataclass(frozen=True, slots=True)
class Checkup:
    """How a notebook is. ``backed_up_at`` is when its newest backup was written, in UTC."""

    notebook: Path
    health: Health
    newest_backup: Path | None
    newest_good_backup: Path | None
    backed_up_at: str | None

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.health.problems


def check_notebook(path: Path, clock: Clock) -> Checkup:
    """Read the whole notebook and compare what must agree; nothing is changed.

    Raises:
        UserProblem: there is none, or it can't be read for a reason other than damage.
    """
    if not path.exists():
        raise UserProblem(f"There is no notebook at {path}.", "", "Name another with --notebook.")
    if path.is_dir():
        raise UserProblem(f"{path} is a folder, not a notebook.", "", "Name a file.")
    try:
        health = health_of(path)
    except DATABASE_ERRORS as error:
        if not is_damage(error):
            raise problem_of(error, path) or error from error
        health = Health(0, path.stat().st_size, {}, (f"The file can't be read: {error}.",))
    backups = Backups(path, clock)
    newest = next(iter(backups.all()), None)
    written = backups.last_made()
    return Checkup(
        notebook=path,
        health=health,
        newest_backup=newest.path if newest else None,
        newest_good_backup=backups.newest_good() if health.problems else None,
        backed_up_at=(
            datetime.fromtimestamp(written, UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if written else None
        ),
    )
