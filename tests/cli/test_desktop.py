"""``desktop install`` offers the program for cards, to this user alone; ``remove`` ends that."""

import os
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from notebook_app.cli.desktop import data_home
from notebook_app.foundation.problem import UserProblem
from notebook_app.services.desktop_entry import (
    desktop_entry,
    install_desktop_entry,
    remove_desktop_entry,
)
from notebook_app.services.start_command import start_command
from tests.cli.conftest import CommandLine

AWKWARD = '/home/a b/100%/co$t `x` "y" \\z/run'


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data folder, which does not exist yet."""
    home = tmp_path / "data home"
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return home


@pytest.fixture
def linux(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command believe that it is where it works."""
    monkeypatch.setattr(sys, "platform", "linux")


def value(entry: str, key: str, group: str = "Desktop Entry") -> str:
    """Return a value of an entry, its escapes undone (Desktop Entry Specification, 4)."""
    part = entry.split(f"[{group}]\n", 1)[1].split("\n[", 1)[0]
    [line] = [line for line in part.splitlines() if line.startswith(f"{key}=")]
    return line.partition("=")[2].replace("\\\\", "\\")


@pytest.mark.usefixtures("linux")
def test_installing_writes_three_files_and_removing_takes_them_away(
    cli: CommandLine, home: Path
) -> None:
    entry = home / "applications" / "contact-notebook.desktop"
    done = cli.json("desktop", "install")
    assert {Path(path) for path in done["files"]} == {
        entry,
        home / "mime" / "packages" / "contact-notebook.xml",
        home / "icons" / "hicolor" / "scalable" / "apps" / "contact-notebook.svg",
    }
    assert all(Path(path).is_file() for path in done["files"])
    assert cli.json("desktop", "install")["files"] == done["files"]
    assert cli.json("desktop", "remove")["files"]
    assert not any(Path(path).exists() for path in done["files"])
    assert "There was nothing" in cli("desktop", "remove").out


@pytest.mark.usefixtures("linux")
def test_the_entry_starts_this_program_with_all_files_on_this_notebook(
    first_cli: CommandLine, home: Path
) -> None:
    assert first_cli("desktop", "install").status == 0
    entry = (home / "applications" / "contact-notebook.desktop").read_text(encoding="utf-8")
    words = shlex.split(value(entry, "Exec"))
    assert words == [*start_command(), "--notebook", str(first_cli.path), "%F"]
    assert os.access(value(entry, "TryExec"), os.X_OK)
    assert not first_cli.path.exists()


@pytest.mark.usefixtures("linux")
def test_the_desktop_can_open_the_small_window_at_once(cli: CommandLine, home: Path) -> None:
    """An action of the entry, which desktops show on a right click and take shortcuts for."""
    assert cli("desktop", "install").status == 0
    entry = (home / "applications" / "contact-notebook.desktop").read_text(encoding="utf-8")
    assert value(entry, "Actions") == "log;"
    words = shlex.split(value(entry, "Exec", "Desktop Action log"))
    assert words == [*start_command(), "--notebook", str(cli.path), "log"]


def test_zip_archives_keep_the_program_that_opens_them() -> None:
    """The user's own entries come before the system's, whatever they are; so no zip here."""
    kinds = value(desktop_entry(["/x"]), "MimeType").split(";")
    assert kinds == ["text/vcard", "text/x-vcard", "application/x-windows-contact", ""]


@pytest.mark.skipif(os.name == "nt", reason="no shell here")
def test_a_folder_with_an_awkward_name_is_quoted() -> None:
    """The shell's rules are those of the specification, but for the percent signs."""
    quoted = value(desktop_entry([AWKWARD]), "Exec").replace("%%", "%")
    done = subprocess.run(
        ["sh", "-c", f"printf '%s\n' {quoted}"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"{AWKWARD}\n%F\n"
    with pytest.raises(UserProblem):
        desktop_entry(["/a\nExec=rm"])


@pytest.mark.skipif(shutil.which("gio") is None, reason="nothing here that starts entries")
def test_the_desktop_starts_it_with_every_file_whatever_its_name(tmp_path: Path) -> None:
    # GLib looks for the program by a name in which "%%" still stands for "%".
    folder = tmp_path / AWKWARD.strip("/").replace("/", " ").replace("%", "")
    folder.mkdir()
    program, told = folder / "run", tmp_path / "told"
    program.write_text(
        f"#!/bin/sh\nprintf '%s\\n' \"$@\" >'{told}.new'\nmv '{told}.new' '{told}'\n"
    )
    program.chmod(0o755)
    entry = tmp_path / "contact-notebook.desktop"
    entry.write_text(desktop_entry([str(program)]), encoding="utf-8")
    files = [tmp_path / "Ann Ørn.vcf", tmp_path / "$HOME `b`.vcard"]
    for file in files:
        file.write_bytes(b"")
    subprocess.run(["gio", "launch", str(entry), *map(str, files)], check=True, timeout=30)
    deadline = time.monotonic() + 10
    while not told.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert told.read_text(encoding="utf-8").splitlines() == [str(file) for file in files]


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="no validator here")
@pytest.mark.parametrize("command", [["/usr/bin/env"], [AWKWARD, "--notebook", "/a b"]])
def test_the_entry_is_valid(tmp_path: Path, command: list[str]) -> None:
    path = tmp_path / "contact-notebook.desktop"
    path.write_text(desktop_entry(command), encoding="utf-8")
    done = subprocess.run(
        ["desktop-file-validate", str(path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.skipif(
    any(not shutil.which(name) for name in ("gio", "update-desktop-database")),
    reason="no desktop tools here",
)
def test_the_desktop_offers_it_for_cards_and_no_longer_after_removal(
    home: Path, tmp_path: Path
) -> None:
    card = tmp_path / "Ann.contact"
    card.write_text("<?xml version='1.0'?><c:contact xmlns:c='x'/>")

    def asked(*words: str) -> str:
        done = subprocess.run(["gio", *words], capture_output=True, text=True, check=False)
        return done.stdout

    kinds = ("text/vcard", "text/x-vcard", "application/x-windows-contact")
    install_desktop_entry(home, ["/usr/bin/env"], None)
    assert all("contact-notebook.desktop" in asked("mime", kind) for kind in kinds)
    assert "contact-notebook" not in asked("mime", "application/zip")
    if shutil.which("update-mime-database"):
        assert "x-windows-contact" in asked("info", str(card))
    remove_desktop_entry(home)
    assert not any("contact-notebook" in asked("mime", kind) for kind in kinds)


def test_missing_tools_are_named_with_their_packages(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    change = install_desktop_entry(home, ["/usr/bin/env"], None)
    assert change.missing == ("desktop-file-utils", "shared-mime-info")


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file in its place")
    with pytest.raises(UserProblem, match=r"data.*can't be written"):
        install_desktop_entry(tmp_path / "data", ["/usr/bin/env"], None)


def test_where_there_are_no_such_menus_it_says_so(
    cli: CommandLine, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    answer = cli("desktop", "install")
    assert answer.status == 1
    assert "Open with" in answer.err
    assert not home.exists()


def test_a_relative_data_folder_is_no_data_folder() -> None:
    assert data_home({"XDG_DATA_HOME": "data"}) == Path.home() / ".local" / "share"
    assert data_home({"XDG_DATA_HOME": "/data"}) == Path("/data")
