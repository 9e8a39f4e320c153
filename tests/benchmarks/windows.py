"""Start-up, memory, and what a key or click costs until it is painted, in windows of their own."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from notebook_app.foundation.folders import Folders
from tests.benchmarks.figures import Figure
from tests.benchmarks.generated_notebook import generated_notebook

_STARTS = 7
_FRAME = 16.0


def starting(contacts: int) -> Iterator[Figure]:
    """From starting the process until the people are painted, and the memory then; medians."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(generated_notebook(contacts), folder / "notebook.db")
        settings = Folders(folder, folder / "config", folder / "state").window_settings
        settings.parent.mkdir()
        settings.write_text("[window]\npage=people\n", encoding="utf-8")
        measured: dict[str, list[dict[str, float]]] = {"bare": [], "start": []}
        for _ in range(_STARTS):
            for how, figures in measured.items():
                figures.append(_run(folder, how))
        for what, name_of, unit in (
            ("start to first paint", "seconds", "ms"),
            ("memory after start, mapped files too", "memory", "MB"),
            ("memory after start, its own", "own memory", "MB"),
        ):
            ours, bare = (
                statistics.median(figures[name_of] for figures in measured[how])
                for how in ("start", "bare")
            )
            yield Figure(what, ours, unit, bare, "bare Qt window, same libraries")


def acting(contacts: int) -> Iterator[Figure]:
    """Keys, contact, month and page changes until painted; 95th percentile."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(generated_notebook(contacts), folder / "notebook.db")
        for what, value in _run(folder, "acts").items():
            if what == "memory after all":
                yield Figure(what, value, "MB")
            elif what not in ("process started at", "seconds"):
                yield Figure(f"{what}, until painted, 95 %", value, "ms", _FRAME, "one frame")


def _run(folder: Path, how: str) -> dict[str, float]:
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    command = [sys.executable, "-m", "tests.benchmarks.window_process", str(folder), how]
    begun = time.time() * 1000
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    lines = (line.split("\t") for line in done.stdout.splitlines())
    figures = {line[0]: float(line[1]) for line in lines if len(line) == 2}
    if "painted at" in figures:
        figures["seconds"] = figures.pop("painted at") - begun
    return figures
