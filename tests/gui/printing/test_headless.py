"""Lists are printed without a display, as by a command in a script."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.printing.headless import save_follow_up_list
from notebook_app.reports.follow_up_list import ListStyle
from notebook_app.storage.notebook import Notebook
from tests.gui.printing.pdf_reading import needs_poppler, pdf_facts, pdf_text
from tests.gui.printing.sample_notebooks import TODAY, fill_like_the_pictures

_COMMAND = """
import sys
from datetime import date
from pathlib import Path
from notebook_app.foundation.clock import StoppedClock
from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.printing.headless import save_follow_up_list
from notebook_app.storage.notebook import Notebook
notebook = Notebook.open(Path(sys.argv[1]), StoppedClock(date(2026, 11, 21)))
try:
    print(save_follow_up_list(notebook, Path(sys.argv[2])))
    print(save_follow_up_list(notebook, Path(sys.argv[2])))
except UserProblem as problem:
    print(problem.one_line())
"""


def run_without_display(
    notebook: Notebook, target: Path, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Print the list twice in a process that has no display and no platform set."""
    gone = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in gone}
    return subprocess.run(
        [sys.executable, "-c", _COMMAND, str(notebook.path), str(target)],
        capture_output=True,
        text=True,
        check=False,
        env=environment | variables,
    )


@needs_poppler
def test_a_command_prints_without_a_display(notebook: Notebook, tmp_path: Path) -> None:
    fill_like_the_pictures(notebook)
    run = run_without_display(notebook, tmp_path / "list.pdf")
    assert (run.stdout, run.stderr) == ("1\n1\n", "")
    assert run.returncode == 0
    assert "Grace Holt" in pdf_text(tmp_path / "list.pdf")


def test_a_computer_without_any_font_is_told_so(notebook: Notebook, tmp_path: Path) -> None:
    fill_like_the_pictures(notebook)
    nothing = tmp_path / "fonts.conf"
    nothing.write_text("<fontconfig></fontconfig>", encoding="utf-8")
    run = run_without_display(notebook, tmp_path / "list.pdf", FONTCONFIG_FILE=str(nothing))
    assert run.stdout.startswith("There is no font on this computer to print with.")
    assert not (tmp_path / "list.pdf").exists()


@needs_poppler
def test_range_paper_and_style_are_as_asked(notebook: Notebook, tmp_path: Path) -> None:
    fill_like_the_pictures(notebook)
    target = tmp_path / "list.pdf"
    save_follow_up_list(
        notebook,
        target,
        start=TODAY,
        end=TODAY + timedelta(days=3),
        paper="Letter",
        style=ListStyle.BY_KIND,
    )
    text = pdf_text(target)
    assert "letter" in pdf_facts(target)["Page size"]
    assert "Carla Mendes" in text
    assert "David Lindqvist" in text
    assert "Grace Holt" not in text
    assert "Katya" not in text
    assert "Handwritten note\n" in text


def test_an_empty_range_is_said_and_writes_nothing(notebook: Notebook, tmp_path: Path) -> None:
    target = tmp_path / "list.pdf"
    with pytest.raises(UserProblem, match="nothing to print"):
        save_follow_up_list(notebook, target, overdue=True)
    assert not target.exists()
