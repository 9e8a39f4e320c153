"""What we write is read by a parser that is not ours: ical.js, which Nextcloud uses.

Where there are Node and npm, npm puts it once into a folder below the system's temporary one;
``CONTACT_NOTEBOOK_NODE_FOLDER`` names another. Where it can't be had these tests are skipped.
"""

import contextlib
import getpass
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from tests.formats.golden_files import VENDORS, golden_path, sample_cards

READER = Path(__file__).parent / "read_with_ical.mjs"
FOLDER = Path(
    os.environ.get("CONTACT_NOTEBOOK_NODE_FOLDER")
    or Path(tempfile.gettempdir()) / f"contact-notebook-node-{getpass.getuser()}"
)
LIBRARY = FOLDER / "node_modules" / "ical.js" / "dist" / "ical.js"
_NPM_SECONDS = 60


def _have_library() -> str:
    """Bring ical.js if it is not there; return why it can't be had, or nothing."""
    if shutil.which("node") is None:
        return "Node is not installed"
    if LIBRARY.is_file():
        return ""
    npm = shutil.which("npm")
    if npm is None:
        return "npm is not installed, which brings ical.js"
    quiet = ["--no-audit", "--no-fund", "--ignore-scripts"]
    with contextlib.suppress(subprocess.TimeoutExpired):
        subprocess.run(
            [npm, "install", "--prefix", str(FOLDER), *quiet, "ical.js@2"],
            capture_output=True,
            timeout=_NPM_SECONDS,
            check=False,
        )
    return "" if LIBRARY.is_file() else "npm could not bring ical.js"


@pytest.fixture(scope="module")
def read_by_ical(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """Return for each golden file what ical.js finds in it, all read by one process."""
    if missing := _have_library():
        pytest.skip(missing)
    files = [
        str(golden_path(vendor, way))
        for vendor in VENDORS
        for way in ("3.0", "4.0", "apple", "android", "nextcloud")
    ]
    done = subprocess.run(
        ["node", str(READER), str(LIBRARY), *files],
        capture_output=True,
        timeout=120,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("vendor", VENDORS)
@pytest.mark.parametrize("way", ["3.0", "4.0", "apple", "android", "nextcloud"])
def test_another_parser_finds_names_numbers_and_addresses(
    read_by_ical: dict[str, object], vendor: str, way: str
) -> None:
    cards = read_by_ical[str(golden_path(vendor, way))]

    assert isinstance(cards, list), cards
    assert len(cards) == len(sample_cards(vendor))
    for card, ours in zip(cards, sample_cards(vendor), strict=True):
        values: dict[str, list[object]] = {}
        for name, _parameters, _kind, *items in card:
            values.setdefault(name, []).extend(items)
        assert ours.details.display_name in values["fn"]
        numbers = {str(value).removeprefix("tel:") for value in values.get("tel", [])}
        assert {phone.number for phone in ours.details.phones} <= numbers
        assert {email.address for email in ours.details.emails} <= set(values.get("email", []))
