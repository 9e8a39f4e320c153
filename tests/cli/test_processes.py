"""The command line as a process of its own: encodings, pipes, signals, and what is loaded."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "notebook_app"]
LONGEST = 60


def run(path: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command to its end."""
    return subprocess.run(
        [*COMMAND, "--notebook", str(path), *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
        timeout=LONGEST,
    )


@pytest.mark.parametrize("locale", ["C", "C.UTF-8", "en_US.ISO-8859-1"])
def test_json_is_utf_8_whatever_the_locale(example_file: Path, locale: str) -> None:
    done = run(example_file, "list", "--json", LC_ALL=locale, LANG=locale, PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, b"")
    people = {person["name"] for person in json.loads(done.stdout.decode("utf-8"))}
    assert {"李雪梅", "ليلى حداد", "Łukasz Żółtowski"} <= people


def test_a_reader_that_has_enough_makes_no_noise(example_file: Path) -> None:
    writer = subprocess.Popen(
        [*COMMAND, "--notebook", str(example_file), "list", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert writer.stdout is not None
    assert writer.stderr is not None
    with writer:
        writer.stdout.read(1)
        writer.stdout.close()
        assert writer.stderr.read() == b""
        assert writer.wait(LONGEST) == 0


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no device that is always full")
def test_output_that_cannot_be_written_is_one_sentence(example_file: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "--notebook", str(example_file), "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=LONGEST,
        )
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr


def test_listing_loads_neither_qt_nor_other_commands(example_file: Path) -> None:
    script = (
        "import io, sys\n"
        "from notebook_app.assembly import main\n"
        f"main(['--notebook', {str(example_file)!r}, 'list'], io.StringIO(), io.StringIO())\n"
        "print(*sorted(sys.modules), sep='\\n')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True, timeout=LONGEST
    )
    modules = done.stdout.split()
    assert "notebook_app.cli.list_people" in modules
    for other in ("PySide6", "vobject", "phonenumbers", "dateutil", "notebook_app.gui"):
        assert other not in modules
    assert "notebook_app.cli.restore" not in modules
    assert "notebook_app.cli.follow_up" not in modules


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_interrupting_leaves_nothing_half_done(tmp_path: Path, example_file: Path) -> None:
    target = tmp_path / "example.db"
    script = (
        "import os, signal, sys\n"
        # Started from a background job, the signal would be ignored.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from notebook_app.services.example_notebook import write\n"
        "from notebook_app.assembly import main\n"
        "before = write._Writer._write_plans\n"
        "def interrupted(self):\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "    before(self)\n"
        "write._Writer._write_plans = interrupted\n"
        f"sys.exit(main(['demo', '--into', {str(target)!r}]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=False, timeout=LONGEST
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="displays of Linux")
@pytest.mark.parametrize("words", [[], ["demo"], ["phone.vcf"]])
def test_without_a_display_the_window_is_one_sentence(tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "phone.vcf").write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Anna\nEND:VCARD\n")
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [*COMMAND, *words],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if name not in hidden}
        | {"TMPDIR": str(tmp_path)},
        timeout=LONGEST,
    )
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.count(b"\n") == 1
    assert b"display" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["phone.vcf"]
