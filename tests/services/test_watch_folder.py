"""What is found in a folder: files that are whole, new and hold people; and what is left alone."""

import io
import os
import time
import zipfile
from pathlib import Path

import pytest

from notebook_app.foundation.problem import UserProblem
from notebook_app.services.watch_folder import FolderWatch, FoundFile, remember_imported
from notebook_app.storage.notebook import Notebook
from tests.network.talking import CARD

HOUR = 3_600.0


def watch(folder: Path, since: float = 0.0) -> FolderWatch:
    """Somebody who watches a folder."""
    return FolderWatch(folder, "SE", since)


def put(path: Path, data: bytes, age: float = HOUR) -> Path:
    """A file that was changed last so many seconds ago, and was put here now."""
    path.write_bytes(data)
    os.utime(path, (time.time() - age,) * 2)
    return path


def named(found: tuple[FoundFile, ...]) -> dict[str, int]:
    """Files and how many people are in them."""
    return {file.path.name: file.people for file in found}


def wait_until_whole(watching: FolderWatch) -> dict[str, int]:
    """Look until nothing is being written any more."""
    until = time.monotonic() + 5
    look = watching.look()
    while look.unsettled and time.monotonic() < until:
        time.sleep(0.05)
        look = watching.look()
    return named(look.found)


def test_cards_are_found_and_all_else_is_left_alone(tmp_path: Path) -> None:
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("a.vcf", CARD)
        archive.writestr("b.vcf", CARD * 2)
    put(tmp_path / "phone.VCF", CARD * 3)
    put(tmp_path / "export.zip", zipped.getvalue())
    put(tmp_path / "program.zip", b"PK\x03\x04 broken")
    put(tmp_path / "words.vcf", b"Dear Anna")
    put(tmp_path / "table.csv", b"Name,Phone\nAnna,1\n")
    put(tmp_path / ".hidden.vcf", CARD)
    (tmp_path / "folder.vcf").mkdir()
    os.mkfifo(tmp_path / "pipe.vcf")
    assert wait_until_whole(watch(tmp_path)) == {"phone.VCF": 3, "export.zip": 3}


def test_a_file_that_grows_waits_until_it_is_whole(tmp_path: Path) -> None:
    watching = watch(tmp_path)
    path = tmp_path / "phone.vcf"
    path.write_bytes(b"")
    assert watching.look().found == ()
    path.write_bytes(CARD)
    look = watching.look()
    assert (look.found, look.unsettled) == ((), True)
    path.write_bytes(CARD * 2)
    assert watching.look().found == ()
    assert wait_until_whole(watching) == {"phone.vcf": 2}
    # The browser writes on: what was found is replaced.
    path.write_bytes(CARD * 5)
    assert wait_until_whole(watching) == {"phone.vcf": 5}
    path.unlink()
    assert watching.look().found == ()


@pytest.mark.parametrize("ending", [".part", ".crdownload"])
def test_a_download_beside_its_file_waits(tmp_path: Path, ending: str) -> None:
    watching = watch(tmp_path)
    put(tmp_path / "phone.vcf", CARD)
    partner = put(tmp_path / f"phone.vcf{ending}", CARD)
    put(tmp_path / f"other.vcf{ending}", CARD)
    assert (watching.look().found, watching.look().unsettled) == ((), True)
    partner.unlink()
    assert wait_until_whole(watching) == {"phone.vcf": 1}


def test_what_came_before_is_never_read(tmp_path: Path) -> None:
    put(tmp_path / "old.vcf", CARD)
    watching = watch(tmp_path, since=time.time() + HOUR)
    assert watching.look().found == ()
    # A copy keeps the time of its original, but it came just now.
    assert wait_until_whole(watch(tmp_path, since=time.time() - 60)) == {"old.vcf": 1}


def test_thousands_of_files_are_looked_through_in_a_moment(tmp_path: Path) -> None:
    for number in range(2_000):
        (tmp_path / f"picture {number}.jpg").touch()
    put(tmp_path / "phone.vcf", CARD)
    watching = watch(tmp_path)
    wait_until_whole(watching)
    begun = time.process_time()
    assert named(watching.look().found) == {"phone.vcf": 1}
    assert time.process_time() - begun < 0.1


def test_a_file_is_read_once(tmp_path: Path) -> None:
    path = put(tmp_path / "phone.vcf", CARD)
    watching = watch(tmp_path)
    wait_until_whole(watching)
    path.chmod(0)
    status = path.stat()
    data = path.stat().st_size
    assert named(watching.look().found) == {"phone.vcf": 1}
    assert (status.st_mtime_ns, data) == (path.stat().st_mtime_ns, len(CARD))


def test_a_folder_that_is_gone_or_none_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserProblem, match="is not there any more"):
        watch(tmp_path / "gone").look()
    with pytest.raises(UserProblem, match="is not there any more"):
        watch(put(tmp_path / "a.vcf", CARD)).look()


def test_what_was_imported_is_remembered_by_its_content(tmp_path: Path, notebook: Notebook) -> None:
    path = put(tmp_path / "phone.vcf", CARD)
    remember_imported(notebook, [path, tmp_path / "gone.vcf", tmp_path, ("sent", CARD * 2)])
    put(tmp_path / "again.vcf", CARD)
    put(tmp_path / "new.vcf", CARD * 3)
    watching = watch(tmp_path)
    wait_until_whole(watching)
    found = watching.look().found
    known = notebook.seen_files.known([file.sha256 for file in found])
    assert sorted(file.path.name for file in found if file.sha256 not in known) == ["new.vcf"]
