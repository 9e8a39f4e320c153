"""``import`` takes pictures of QR codes, without a display and without other commands paying."""

import os
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import CommandLine
from tests.qr_pictures import MECARD, VCARD, code_picture, side_by_side


def written(path: Path, data: bytes) -> str:
    """Write a file and return where it is."""
    path.write_bytes(data)
    return str(path)


def test_people_come_out_of_a_picture(cli: CommandLine, tmp_path: Path) -> None:
    picture = written(tmp_path / "fair.jpg", side_by_side(VCARD, MECARD))
    plan = cli.json("import", picture, "--dry-run")
    assert (plan["cards"], plan["added"]) == (2, 2)
    assert {card["file"] for card in plan["preview"]} == {"fair.jpg"}
    assert cli.json("import", picture)["added"] == 2
    assert {one["name"] for one in cli.json("list")} == {"Åsa Ørn", "Carla Mendes"}
    assert cli.json("import", picture)["unchanged"] == 2


def test_a_picture_of_something_else_is_named_and_nothing_is_written(
    cli: CommandLine, tmp_path: Path
) -> None:
    poster = written(tmp_path / "poster.png", code_picture("https://example.org"))
    phone = written(tmp_path / "phone.vcf", VCARD.encode())
    answer = cli("import", phone, poster)
    assert answer.status == 1
    assert "poster.png" in answer.err
    assert answer.err.count("\n") == 1
    assert cli.json("list") == []


def test_it_needs_no_display_and_says_nothing_of_qt(tmp_path: Path) -> None:
    """Damaged pictures too: what Qt complains of is for the log."""
    whole = code_picture(VCARD)
    notebook = str(tmp_path / "people.db")
    command = [sys.executable, "-m", "notebook_app", "--notebook", notebook, "--json", "import"]
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    for data, status, lines in ((whole, 0, 0), (whole[: len(whole) // 2], 1, 1)):
        done = subprocess.run(
            [*command, written(tmp_path / "fair.png", data)],
            capture_output=True,
            check=False,
            text=True,
            env=environment,
        )
        assert (done.returncode, done.stderr.count("\n")) == (status, lines), done.stderr
    assert "fair.png" in done.stderr


def test_importing_cards_loads_nothing_for_pictures(tmp_path: Path) -> None:
    card = written(tmp_path / "phone.vcf", VCARD.encode())
    script = (
        "import io, sys\n"
        "from notebook_app.assembly import main\n"
        f"words = ['--notebook', {str(tmp_path / 'people.db')!r}, 'import', {card!r}]\n"
        "main(words, io.StringIO(), io.StringIO())\n"
        "print(*sorted(sys.modules), sep='\\n')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    modules = done.stdout.split()
    assert "notebook_app.formats.qr_picture" in modules
    assert not {"zxingcpp", "PySide6"} & set(modules)


def test_a_picture_that_is_not_there_is_no_command(cli: CommandLine) -> None:
    answer = cli("fair.png")
    assert answer.status == 1
    assert "There is no file fair.png." in answer.err
