"""Large files are read in worker processes, with the same outcome as in this one."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from notebook_app.formats.vcard.file_pieces import PIECE_BYTES, file_pieces
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Cancelled, Progress, no_progress
from notebook_app.services.prepare_cards import AnyCard, UnreadableCard, prepare_cards
from notebook_app.services.prepare_files import LARGE_FILE, prepare_file
from tests.benchmarks.card_files import iphone_file

ODD = (
    b"Between the cards\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nFN:Outer\r\nAGENT:\r\nBEGIN:VCARD\r\n"
    b"FN:Inner\r\nEND:VCARD\r\nTEL:1\r\nEND:VCARD\r\nBEGIN:VCARD\r\nX-A:b\r\nEND:VCARD\r\n"
)


@pytest.fixture(scope="module")
def large_file() -> bytes:
    """Return a file that is large enough for processes, with odd cards in its middle."""
    half = iphone_file(1_200, photos_of=300)
    whole = half + ODD + iphone_file(1_200, seed=8)
    assert len(whole) > LARGE_FILE
    return whole


def test_pieces_put_together_are_the_file(large_file: bytes) -> None:
    pieces = list(file_pieces(large_file))

    cuts = [large_file[piece.start : piece.end] for piece in pieces]

    assert b"".join(cuts) == large_file
    assert len(pieces) > 3
    assert all(len(cut) >= PIECE_BYTES for cut in cuts[:-1])
    assert all(cut.startswith(b"BEGIN:VCARD") for cut in cuts)
    assert pieces[-1].lines_before == large_file.count(b"\n") - cuts[-1].count(b"\n")


def test_processes_give_the_same_cards_as_reading_here(large_file: bytes) -> None:
    reports: list[tuple[int, int]] = []
    progress = Progress(lambda done, total, text: reports.append((done, total)), interval=0)

    cards = list(prepare_file("large.vcf", large_file, "DE", progress))

    assert _values(cards) == _values(prepare_cards(large_file, "DE"))
    assert sum(isinstance(card, UnreadableCard) for card in cards) == 2
    assert reports == sorted(reports)
    assert reports[-1] == (len(large_file), len(large_file))


def test_reading_in_processes_can_be_cancelled(large_file: bytes) -> None:
    progress = Progress(lambda done, total, text: progress.cancel(), interval=0)

    with pytest.raises(Cancelled):
        list(prepare_file("large.vcf", large_file, "DE", progress))


def test_waiting_for_a_process_ends_as_soon_as_the_user_asks_to_stop() -> None:
    progress = Progress()
    slow_card = b"BEGIN:VCARD\r\nFN:A\r\n" + b"NOTE:=;a\r\n" * 90_000 + b"END:VCARD\r\n"
    # Text between its cards keeps a piece, which takes seconds to read, from being cut.
    slow_piece = b"between\r\n".join([slow_card] * 12)
    assert len(list(file_pieces(slow_piece * 2))) == 2
    cancelling = threading.Timer(0.3, progress.cancel)
    cancelling.start()
    cards: list[AnyCard] = []

    with pytest.raises(Cancelled):
        cards.extend(prepare_file("large.vcf", slow_piece * 2, "DE", progress))

    # Without looking up meanwhile, the cards of the first piece would have come first.
    assert not cards


def test_a_small_file_without_cards_is_named() -> None:
    with pytest.raises(UserProblem, match=r"notes\.vcf holds no contact cards"):
        list(prepare_file("notes.vcf", b"hello", "DE", no_progress()))


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks at processes as Linux shows them")
def test_processes_never_outlive_the_program(large_file: bytes, tmp_path: Path) -> None:
    script = tmp_path / "reads.py"
    (tmp_path / "large.vcf").write_bytes(large_file * 20)
    script.write_text(
        "import sys\n"
        "from pathlib import Path\n"
        "from notebook_app.foundation.progress import Progress\n"
        "from notebook_app.services.prepare_files import prepare_file\n"
        "if __name__ == '__main__':\n"
        "    tell = Progress(lambda done, total, text: print('read', flush=True), interval=0)\n"
        "    for card in prepare_file('a', Path(sys.argv[1]).read_bytes(), 'DE', tell):\n"
        "        pass\n"
    )
    with subprocess.Popen(
        [sys.executable, str(script), str(tmp_path / "large.vcf")],
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "read\n"
        children = _children_of(program.pid)
        program.kill()
    assert len(children) >= 2
    deadline = time.monotonic() + 10
    while any(_runs(child) for child in children):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _values(cards: Iterable[AnyCard]) -> list[object]:
    return [
        card if isinstance(card, UnreadableCard) else (card.values, card.body) for card in cards
    ]


def _children_of(parent: int) -> list[int]:
    found = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    threads = Path(f"/proc/{parent}/task").iterdir()
    for thread in threads:
        found += (thread / "children").read_text().split()
    return sorted({int(child) for child in found})


def _runs(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"
