"""A script that no font here has is named before boxes are printed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from notebook_app.gui.printing.missing_signs import missing_words
from notebook_app.reports.document import Document, Entry, Section

_COMMAND = """
import sys
from PySide6.QtGui import QGuiApplication
from notebook_app.gui.printing.missing_signs import missing_words
from notebook_app.reports.document import Document, Entry, Section
application = QGuiApplication(["test", "-platform", "offscreen"])
entries = tuple(Entry(name, text=text) for name, text in zip(sys.argv[1::2], sys.argv[2::2]))
print(missing_words(Document("Test", "", (Section("A", entries),))))
"""


def missing_with_one_font(folder: Path, *texts: str) -> str:
    """Return what is said where there is but one Latin font; ``texts`` are names and notes."""
    fonts = folder / "fonts"
    fonts.mkdir()
    found = subprocess.run(
        ["fc-match", "-f", "%{file}", "DejaVu Sans:lang=en"], capture_output=True, check=True
    ).stdout.decode()
    shutil.copy(found, fonts)
    configuration = folder / "fonts.conf"
    configuration.write_text(
        f"<fontconfig><dir>{fonts}</dir><cachedir>{folder}/cache</cachedir></fontconfig>",
        encoding="utf-8",
    )
    run = subprocess.run(
        [sys.executable, "-c", _COMMAND, *texts],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env=os.environ | {"FONTCONFIG_FILE": str(configuration), "PYTHONIOENCODING": "utf-8"},
    )
    return run.stdout.strip()


@pytest.mark.skipif(shutil.which("fc-match") is None, reason="fontconfig is not installed")
def test_missing_scripts_are_named_with_how_many_names_they_spoil(tmp_path: Path) -> None:
    said = missing_with_one_font(
        tmp_path,
        "田中 はなこ",
        "",
        "花子",
        "",
        "Ann",
        "김치",
        "Zoë Żółć",
        "naïve – “café” … e\u0301",
    )
    assert said == (
        "No font for Chinese was found: 1 name will show boxes."
        " No font for Japanese was found: 1 name will show boxes."
        " No font for Korean was found: 1 text will show boxes."
    )


def test_nothing_is_said_of_what_can_be_drawn(qapp: object) -> None:
    assert qapp
    entries = (Entry("Zoë Żółć", text="naïve – “café” … → e\u0301 \u200d\ufe0f\u2028\ue000"),)
    assert missing_words(Document("Test", "", (Section("A", entries),))) == ""
