"""One notebook, one window: real second starts in processes of their own."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.frame import single_instance
from notebook_app.gui.frame.single_instance import LONGEST_MESSAGE, SingleInstance, read_message

Start = Callable[..., "subprocess.Popen[str]"]

START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from notebook_app.gui.frame.single_instance import SingleInstance
application = QCoreApplication([])
start = SingleInstance(Path(sys.argv[1]), Path(sys.argv[2]))
first = start.claim([Path(name) for name in sys.argv[3:]])
print("first" if first else "second", flush=True)
if first:
    start.files_received.connect(lambda files: print(*files, flush=True))
    assert start.listen()
    QTimer.singleShot(8000, application.quit)
    application.exec()
"""


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts the program's beginning in processes of their own, and ends them."""
    started: list[subprocess.Popen[str]] = []

    def start(notebook: Path, *files: str) -> subprocess.Popen[str]:
        folder = str(notebook.parent / "locks")
        process = subprocess.Popen(
            [sys.executable, "-c", START, str(notebook), folder, *files],
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        with process:
            process.kill()


def line_of(process: subprocess.Popen[str]) -> str:
    """Return the next line that a start prints."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.fixture
def first(tmp_path: Path) -> Iterator[SingleInstance]:
    """A first start in this process, which listens."""
    claimed = SingleInstance(tmp_path / "a.db", tmp_path / "locks")
    assert claimed.claim([])
    assert claimed.listen()
    yield claimed
    claimed.close()


def test_a_second_start_hands_its_files_over(
    first: SingleInstance, start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    """The second ends; the first has the files, as absolute paths."""
    with qtbot.waitSignal(first.files_received, timeout=10_000) as caught:
        second = start(tmp_path / "a.db", "/phone/Ünï.vcf", "more.vcf")
    assert caught.args == [[Path("/phone/Ünï.vcf"), Path.cwd() / "more.vcf"]]
    assert line_of(second) == "second"
    assert second.wait(10) == 0


def test_the_same_notebook_by_another_way_is_the_same(
    first: SingleInstance, start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    """A link to the notebook, and ``..`` in its path."""
    (tmp_path / "a.db").touch()
    (tmp_path / "link.db").symlink_to(tmp_path / "a.db")
    with qtbot.waitSignal(first.files_received, timeout=10_000):
        second = start(tmp_path / "link.db")
    assert line_of(second) == "second"
    assert second.wait(10) == 0


def test_another_notebook_has_a_window_of_its_own(first: SingleInstance, tmp_path: Path) -> None:
    """Two notebooks, two windows."""
    other = SingleInstance(tmp_path / "b.db", tmp_path / "locks")
    assert other.claim([])
    other.close()
    assert first is not other


def test_of_several_starts_at_once_exactly_one_is_first(start: Start, tmp_path: Path) -> None:
    """The others wait until it listens, and hand over."""
    starts = [start(tmp_path / "a.db", f"/{number}.vcf") for number in range(4)]
    roles = [line_of(process) for process in starts]
    assert sorted(roles) == ["first", "second", "second", "second"]
    leader = starts[roles.index("first")]
    received = {line_of(leader) for _second in range(3)}
    expected = {f"/{number}.vcf" for number in range(4)}
    assert received == expected - {f"/{roles.index('first')}.vcf"}


def test_after_a_killed_start_the_next_is_first(start: Start, tmp_path: Path) -> None:
    """Its lock and its socket are left over and in nobody's way."""
    killed = start(tmp_path / "a.db")
    assert line_of(killed) == "first"
    time.sleep(0.2)
    os.kill(killed.pid, signal.SIGKILL)
    killed.wait()
    following = SingleInstance(tmp_path / "a.db", tmp_path / "locks")
    assert following.claim([])
    assert following.listen()
    following.close()


def test_a_first_start_that_does_not_answer_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence after a while, not a wait without end."""
    monkeypatch.setattr(single_instance, "_PATIENCE_SECONDS", 0.2)
    mute = SingleInstance(tmp_path / "a.db", tmp_path / "locks")
    assert mute.claim([])
    second = SingleInstance(tmp_path / "a.db", tmp_path / "locks")
    with pytest.raises(UserProblem, match="does not answer"):
        second.claim([])
    mute.close()


def test_without_a_folder_to_lock_in_every_start_is_first(tmp_path: Path) -> None:
    """A read-only machine still opens a window."""
    (tmp_path / "file").write_text("no folder")
    for _start in range(2):
        assert SingleInstance(tmp_path / "a.db", tmp_path / "file" / "locks").claim([])


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"hello",
        b"[]",
        b'{"files": "/a.vcf"}',
        b'{"files": ["relative.vcf"]}',
        b'{"files": ["/a.vcf", 7]}',
        b'{"files": ["/a\\u0000.vcf"]}',
        json.dumps({"files": ["/a.vcf"] * 5000}).encode(),
        b"[" * 100_000,
        b"\xff\xfe",
    ],
)
def test_other_messages_are_no_messages(message: bytes) -> None:
    """Only a short list of absolute paths is."""
    assert read_message(message) is None


def test_strangers_are_hung_up_on(first: SingleInstance, qtbot: QtBot) -> None:
    """Nonsense, and more than the bound, end the call."""
    for message in (b"nonsense\n", b"x" * (LONGEST_MESSAGE + 10)):
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.connect(first.address)
        line.setblocking(False)
        rest = message
        heard = None
        deadline = time.monotonic() + 5
        while heard is None and time.monotonic() < deadline:
            try:
                rest = rest[line.send(rest) :] if rest else rest
                heard = line.recv(10)
            except BlockingIOError:
                qtbot.wait(5)
            except (BrokenPipeError, ConnectionResetError):
                heard = b""
        line.close()
        assert heard == b""
    assert first.address
