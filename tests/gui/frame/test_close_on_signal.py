"""A polite kill closes the window: the example's temporary folder is taken away."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest


@pytest.mark.skipif(os.name == "nt", reason="signals of this kind are not there")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_killed_example_leaves_nothing_behind(tmp_path: Path, number: signal.Signals) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "notebook_app", "demo"],
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )
    try:
        deadline = time.monotonic() + 30
        while not list(tmp_path.glob("*/*.db-wal")) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert list(tmp_path.glob("*/*.db"))
        time.sleep(1.0)
        process.send_signal(number)
        assert process.wait(20) == 0
        assert [path.name for path in tmp_path.iterdir() if "notebook" in path.name] == []
    finally:
        process.kill()
        process.wait()
