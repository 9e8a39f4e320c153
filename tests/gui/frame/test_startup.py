"""Without a display there is one clear sentence; with one, the application has its name."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from notebook_app.gui.frame.display_check import display_problem, library_problem

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux can be without a display"
)


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, "There is no display"),
        ({"DISPLAY": ""}, "There is no display"),
        ({"DISPLAY": ":4711"}, ":4711"),
        ({"DISPLAY": "nonsense"}, "nonsense"),
        ({"WAYLAND_DISPLAY": "wayland-none", "XDG_RUNTIME_DIR": "/nowhere"}, "wayland-none"),
        ({"QT_QPA_PLATFORM": "xcb"}, "There is no display"),
    ],
)
def test_a_missing_display_is_one_sentence(environment: dict[str, str], words: str) -> None:
    """It names what could not be reached, and says what to do."""
    problem = display_problem(environment)
    assert problem is not None
    assert words in problem.title
    assert "contact-notebook --help" in problem.remedy


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600"])
def test_platforms_without_a_display_need_none(platform: str) -> None:
    """Tests and remote screens."""
    assert display_problem({"QT_QPA_PLATFORM": platform}) is None


def test_a_missing_library_is_named_with_its_package(tmp_path: Path) -> None:
    """As the loader of the system says it."""
    source = tmp_path / "plugin.c"
    source.write_text("int nothing(void) { return 0; }")
    for name, links in (("libxcb-cursor.so.0", []), ("plugin.so", ["libxcb-cursor.so.0"])):
        command = ["cc", "-shared", "-o", name, "plugin.c", *links, f"-Wl,-soname,{name}"]
        try:
            subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            pytest.skip("no compiler to make a plugin with")
    (tmp_path / "libxcb-cursor.so.0").unlink()
    script = (
        "import sys; from pathlib import Path\n"
        "from notebook_app.gui.frame.display_check import library_problem\n"
        "problem = library_problem(Path(sys.argv[1]))\n"
        "print(problem.one_line() if problem else 'all there')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "plugin.so")],
        capture_output=True,
        text=True,
        check=True,
    )
    if done.stdout.strip() != "all there":  # The machine may have the real one.
        assert "libxcb-cursor.so.0 is missing" in done.stdout
        assert "apt install libxcb-cursor0" in done.stdout


def test_an_unknown_plugin_is_no_problem() -> None:
    """Where Qt lies elsewhere, Qt itself has to say."""
    assert library_problem(None) is None


def test_something_that_is_no_library_is_named(tmp_path: Path) -> None:
    """No traceback for a plugin that is damaged."""
    broken = tmp_path / "libqxcb.so"
    broken.write_bytes(b"no library")
    problem = library_problem(broken)
    assert problem is not None
    assert "libqxcb.so" in problem.title


def test_the_check_needs_nothing_of_qt() -> None:
    """It runs before QtGui is imported, which fails where libraries are missing."""
    script = (
        "import sys; from notebook_app.gui.frame.display_check import display_problem\n"
        "display_problem({})\n"
        "print([name for name in sys.modules if name.startswith('PySide6')])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_application_has_its_name_and_its_log(tmp_path: Path) -> None:
    """In a process of its own, since there can be one application only."""
    script = (
        "import logging\n"
        "from PySide6.QtCore import qWarning\n"
        "from notebook_app.gui.frame.qt_log import log_qt_messages\n"
        "from notebook_app.gui.frame.startup import make_application, show_icon\n"
        f"logging.basicConfig(filename={str(tmp_path / 'log')!r}, level=logging.INFO)\n"
        "application = make_application(['contact-notebook'])\n"
        "log_qt_messages()\n"
        "qWarning('something of Qt')\n"
        "show_icon(application)\n"
        "print(application.desktopFileName(), application.windowIcon().isNull())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.stdout.split() == ["contact-notebook", "False"]
    assert done.stderr == ""
    assert "something of Qt" in (tmp_path / "log").read_text()


def test_the_icon_can_be_drawn() -> None:
    """The SVG is one that Qt can read, and not empty in the middle."""
    path = Path(__file__).resolve().parents[3] / "resources" / "contact-notebook.svg"
    image = QImage(str(path))
    assert image.pixelColor(image.width() // 2, image.height() // 8).name() == "#1d5c4d"


def test_the_first_window_loads_no_part_of_qt_that_it_does_not_need() -> None:
    """Start-up is measured: networks, printing and SVG come when they are used."""
    script = (
        "import sys\n"
        "import notebook_app.gui.frame.main_window, notebook_app.gui.frame.single_instance\n"
        "import notebook_app.gui.frame.bug_report, notebook_app.gui.frame.startup\n"
        "print(sorted(name for name in sys.modules if name.startswith('PySide6.Qt')))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "['PySide6.QtCore', 'PySide6.QtGui', 'PySide6.QtWidgets']"
