"""Makes the program known to the desktop: in its menu, and under "Open with" of cards.

For Linux and other systems that follow freedesktop.org (Desktop Entry Specification 1.1, Shared
MIME-info, Icon Theme). Everything lies in the user's own data folder, so that nobody need be root.
"""

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from notebook_app.foundation.problem import UserProblem

_NAME = "contact-notebook"
_ENTRY = f"applications/{_NAME}.desktop"
_KINDS = f"mime/packages/{_NAME}.xml"
_ICON = f"icons/hicolor/scalable/apps/{_NAME}.svg"

# Zip archives are left out: whoever is the last to be installed for the user alone opens them by
# default, and most archives hold no cards. Every "Open with" still lists the program below others.
_MEDIA_TYPES = ("text/vcard", "text/x-vcard", "application/x-windows-contact")

_KINDS_TEXT = """\
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-windows-contact">
    <comment>Windows contact</comment>
    <sub-class-of type="application/xml"/>
    <generic-icon name="x-office-address-book"/>
    <glob pattern="*.contact"/>
  </mime-type>
</mime-info>
"""

# What has to be told of new files, where it is installed, and the Debian package that brings it.
_TELL = (
    ("update-desktop-database", "applications", "desktop-file-utils"),
    ("update-mime-database", "mime", "shared-mime-info"),
)
_LONGEST_SECONDS = 60


@dataclass(frozen=True, slots=True)
class DesktopChange:
    """Which files were written or taken away, and the packages that would make them seen."""

    files: tuple[Path, ...]
    missing: tuple[str, ...]


def install_desktop_entry(
    data_home: Path, command: Sequence[str], icon: Path | None
) -> DesktopChange:
    """Write menu entry, file kinds and icon, over what may be there.

    Args:
        data_home: the user's data folder (``XDG_DATA_HOME``).
        command: what starts the program; files to open are put behind it.
        icon: the icon as SVG, if there is one.

    Raises:
        UserProblem: a file can't be written.
    """
    contents = {_ENTRY: desktop_entry(command).encode(), _KINDS: _KINDS_TEXT.encode()}
    try:
        if icon is not None and icon.is_file():
            contents[_ICON] = icon.read_bytes()
        for place, content in contents.items():
            path = data_home / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    except OSError as error:
        raise _not_written(data_home, error) from error
    return DesktopChange(tuple(data_home / place for place in contents), _told(data_home))


def remove_desktop_entry(data_home: Path) -> DesktopChange:
    """Take away what was installed; ``files`` is empty if there was nothing.

    Raises:
        UserProblem: a file can't be taken away.
    """
    gone = []
    try:
        for place in (_ENTRY, _KINDS, _ICON):
            path = data_home / place
            if path.is_file() or path.is_symlink():
                path.unlink()
                gone.append(path)
    except OSError as error:
        raise _not_written(data_home, error) from error
    return DesktopChange(tuple(gone), _told(data_home) if gone else ())


def desktop_entry(command: Sequence[str]) -> str:
    """Return the menu entry of a program that is started by ``command``.

    A right click on it, or a shortcut of the desktop's, opens the small window of ``log``.

    Raises:
        UserProblem: the entry can't say this command.
    """
    if any(mark in part for part in command for mark in "\n\r\0"):
        raise UserProblem(
            "The folder that the program lies in has a line break in its name.",
            "",
            "Give it another name, and try again.",
        )
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Version=1.1",
        "Name=Contact Notebook",
        "GenericName=Contacts",
        "Comment=Remembers whom you met, what was said, and what to do next",
        f"Exec={' '.join(_quoted(part) for part in command)} %F",
        f"TryExec={_escaped(command[0])}",
        f"Icon={_NAME}",
        "Terminal=false",
        "Categories=Office;ContactManagement;",
        "Keywords=people;contacts;address book;vcard;follow-up;",
        f"MimeType={';'.join(_MEDIA_TYPES)};",
        "StartupNotify=false",
        f"StartupWMClass={_NAME}",
        "Actions=log;",
        "",
        "[Desktop Action log]",
        "Name=Log a conversation",
        f"Exec={' '.join(_quoted(part) for part in (*command, 'log'))}",
        "",
    )
    return "\n".join(lines)


def _quoted(argument: str) -> str:
    """Quote an argument of ``Exec``: first as the shell would, then as any text of an entry."""
    for mark in '\\"`$':
        argument = argument.replace(mark, f"\\{mark}")
    return _escaped(f'"{argument}"'.replace("%", "%%"))


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\")


def _told(data_home: Path) -> tuple[str, ...]:
    """Let the desktop read the folders anew; return the packages that it lacks for that."""
    return tuple(_untold(data_home))


def _untold(data_home: Path) -> Iterator[str]:
    for program, folder, package in _TELL:
        path = data_home / folder
        if not path.is_dir():
            continue
        found = which(program)
        if found is None:
            yield package
            continue
        subprocess.run(
            [found, str(path)], capture_output=True, check=False, timeout=_LONGEST_SECONDS
        )


def _not_written(data_home: Path, error: OSError) -> UserProblem:
    return UserProblem(
        f"{error.filename or data_home} can't be written.",
        f"{error.strerror}.",
        "Make room or change its permissions, and try again.",
    )
