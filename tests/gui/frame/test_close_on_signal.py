"""A polite kill closes the window: the example's temporary folder is taken away."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def runtime() -> Iterator[Path]:
    """A runtime folder with a short name, since that of a socket may have 100 letters at most."""
    with tempfile.TemporaryDirectory(prefix="run-") as folder:
        yield Path(folder)


@pytest.mark.skipif(os.name == "nt", reason="signals of this kind are not there")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_killed_example_leaves_nothing_behind(
    tmp_path: Path, runtime: Path, number: signal.Signals
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "notebook_app", "demo"],
        env={**os.environ, "TMPDIR": str(temporary), "XDG_RUNTIME_DIR": str(runtime)},
    )
    try:
        deadline = time.monotonic() + 30
        # Where later starts hand their files over; it is there once the window is shown.
        while not list(runtime.glob("contact-notebook-*")) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert list(runtime.glob("contact-notebook-*"))
        assert list(temporary.glob("*/*.db"))
        process.send_signal(number)
        assert process.wait(20) == 0
        assert list(temporary.iterdir()) == []
    finally:
        process.kill()
        process.wait()
