"""A first day with the program: two phones' exports, in the real window, to a list on paper."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

_HERE = Path(__file__).parent
_PHONES = [_HERE / "phones" / "iphone.vcf", _HERE / "phones" / "android.vcf"]


@pytest.fixture(scope="module")
def played(screen: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the script was played: ``notebook.db``, ``list.pdf``, ``everyone.vcf``.

    The window is a real one on a real X server.
    """
    folder = tmp_path_factory.mktemp("first-day")
    notebook = folder / "notebook.db"
    run = subprocess.run(
        [sys.executable, str(_HERE / "phone_to_paper.py"), str(notebook), str(folder), *_PHONES],
        env={**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "sv_SE.UTF-8"},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return folder


def _command(folder: Path, *arguments: str) -> Any:
    run = subprocess.run(
        [sys.executable, "-m", "notebook_app", "--notebook", folder / "notebook.db", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_the_printed_list_holds_what_was_planned(played: Path) -> None:
    text = subprocess.run(
        ["pdftotext", "-layout", played / "list.pdf", "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    planned = _command(played, "follow-up", "list", "--json")
    assert len(planned) == 2
    for follow_up in planned:
        assert follow_up["contact"]["name"] in text
        assert (follow_up["note"] or "") in text
    assert {follow_up["note"] for follow_up in planned} == {None, "Send the slides"}
    assert "+46 70 123 45 67" in text
    assert "She laughed and wants a quote" in text


def test_the_export_is_read_back_unchanged(played: Path) -> None:
    again = _command(played, "import", str(played / "everyone.vcf"), "--dry-run", "--json")
    assert again["cards"] == 4
    assert again["unchanged"] == 4
    exported = (played / "everyone.vcf").read_text(encoding="utf-8")
    assert "X-SHOE-SIZE;TYPE=eu:39" in exported
    assert "PHOTO" in exported


def test_the_commands_tell_the_same_as_the_window(played: Path) -> None:
    names = [contact["name"] for contact in _command(played, "list", "--json")]
    assert names == ["Agnes Dahl", "Ben Okafor", "Carla Mendes", "Jörg Müller"]
    carla = _command(played, "show", "Carla", "--json")
    assert carla["birthday"] == "--03-14"
    assert {"label": "Studio", "number": "+46 8 465 00 410"} in carla["phones"]
    found = _command(played, "search", "koln cello", "--json")
    assert "Jörg Müller" in json.dumps(found, ensure_ascii=False)
    assert _command(played, "check", "--json")
