"""A screen of the tests' own: a virtual X server with a window manager."""

import os
import shutil
import subprocess
from collections.abc import Iterator

import pytest

_PROGRAMS = ("Xvfb", "openbox")


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    """The name of a display, 1600 by 1000, on which windows become active."""
    missing = [program for program in _PROGRAMS if shutil.which(program) is None]
    if missing:
        pytest.skip(f"needs {' and '.join(missing)}, which packaging/test installs")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        display = f":{answer.readline().strip()}"
    environment = {**os.environ, "DISPLAY": display}
    manager = subprocess.Popen(
        ["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    yield display
    for process in (manager, server):
        process.terminate()
        process.wait(10)
