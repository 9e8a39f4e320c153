"""Starts the program when the user logs in, only if they asked for it.

By an entry in the user's own folder (Desktop Application Autostart Specification 0.5), on Linux
and other systems that follow freedesktop.org.
"""

from collections.abc import Sequence
from pathlib import Path

from notebook_app.foundation.problem import UserProblem
from notebook_app.services.desktop_entry import desktop_entry

_ENTRY = Path("autostart") / "contact-notebook.desktop"
_NOT_AT_LOGIN = ("MimeType=", "Actions=", "Keywords=")
_HIDDEN = ("hidden=true", "x-gnome-autostart-enabled=false")


def starts_at_login(config_home: Path) -> bool:
    """Return whether there is an entry that nobody switched off.

    Args:
        config_home: the user's folder of settings (``XDG_CONFIG_HOME``).
    """
    try:
        lines = (config_home / _ENTRY).read_text(encoding="utf-8").lower().splitlines()
    except (OSError, UnicodeDecodeError):
        return False
    return not any(line.replace(" ", "") in _HIDDEN for line in lines)


def start_at_login(config_home: Path, command: Sequence[str], *, wanted: bool) -> None:
    """Put the entry there, or take it away.

    Raises:
        UserProblem: it can't be written.
    """
    path = config_home / _ENTRY
    try:
        if not wanted:
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        entry = desktop_entry(command).partition("\n[Desktop Action")[0]
        lines = [line.removesuffix(" %F") for line in entry.splitlines()]
        kept = [line for line in lines if not line.startswith(_NOT_AT_LOGIN)]
        path.write_text("\n".join(kept).strip() + "\n", encoding="utf-8")
    except OSError as error:
        raise UserProblem(
            f"{path} can’t be written.",
            f"{error.strerror}.",
            "Change the permissions of its folder, and try again.",
        ) from error
