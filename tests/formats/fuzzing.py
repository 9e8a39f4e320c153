"""Throws noise at everything that reads cards: only a ``UserProblem`` may come out.

``python -m tests.formats.fuzzing [SECONDS]`` goes on for so long (60); with ``--lines 1000000``
until so many lines were tried, made up at random from the pieces that have broken readers before.
Without ``--lines`` and with atheris installed (it is no dependency) it looks for new paths by
coverage instead.
"""

import contextlib
import random
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from notebook_app.formats.vcard.cards import ReadCard
from notebook_app.formats.vcard.read import read_cards, read_stored
from notebook_app.formats.vcard.write import write_card
from notebook_app.formats.windows_contact import NotAContact, windows_contact
from notebook_app.foundation.problem import UserProblem
from notebook_app.services.card_sources import opened_source

PIECES: Sequence[bytes] = (
    b"BEGIN:VCARD\r\n",
    b"END:VCARD\n",
    b"VERSION:2.1\r\n",
    b"VERSION:4.0\n",
    b"FN",
    b"N",
    b"TEL",
    b"ADR",
    b"ORG",
    b"NOTE",
    b"PHOTO",
    b"BDAY",
    b"AGENT",
    b"KIND:group",
    b"MEMBER:",
    b"CATEGORIES",
    b"IMPP",
    b"RELATED;VALUE=text",
    b"X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event",
    b"item1.X-ABLabel",
    b"item1.",
    b";ENCODING=QUOTED-PRINTABLE",
    b";BASE64",
    b";ENCODING=b",
    b";CHARSET=utf-7",
    b";CHARSET=rot13",
    b";CHARSET=idna",
    b";TYPE=",
    b";PREF=2",
    b';X="',
    b":",
    b";",
    b",",
    b"=C3",
    b"=\r\n",
    b"\r\n ",
    b"\n",
    b"\r",
    b"\\",
    b"\\n",
    b'"',
    b"1604-02-30",
    b"--0229",
    b"data:;base64,",
    b"sha256:",
    b"X-CUSTOM(",
    b"/9j/4AAQ",
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xe2\x80\xa8",
    b"\xed\xa0\x80",
)
_FILES_A_REPORT = 5_000
_NO_ATHERIS = f"""atheris is not installed, so lines are made up at random.
To look for new paths by coverage, install it (Linux or macOS, Python 3.11 to 3.13) with
    {sys.executable} -m pip install atheris
or run this command in an environment that has it and what the program needs."""
_WAYS = ("2.1", "3.0", "4.0")
_PROFILES = ("", "apple", "android", "nextcloud", "old-phone")


def try_bytes(data: bytes) -> int:
    """Read ``data`` as a card file and write what was read; return how many lines it had.

    Raises:
        AssertionError: what was written does not read again.
        Exception: a bug; a ``UserProblem`` is none.
    """
    lines = data.count(b"\n")
    try:
        cards = list(read_cards(data))
    except UserProblem:
        return lines
    for place, card in enumerate(cards):
        if not isinstance(card, ReadCard):
            continue
        assert card.details.display_name
        stored = read_stored(card.raw)
        assert stored is not None
        assert stored.details == replace(card.details, photo=None)
        way = _WAYS[place % len(_WAYS)]
        profile = _PROFILES[place % len(_PROFILES)]
        text = write_card(card.details, card.uid, way, (card.raw,), profile)
        again = list(read_cards(text.encode("utf-8", "replace")))
        assert sum(isinstance(other, ReadCard) for other in again) == 1, text
    return lines


def try_other_formats(data: bytes) -> None:
    """Read ``data`` as whatever its beginning says, and as a Windows contact.

    Raises:
        Exception: a bug; a ``UserProblem`` is none.
    """
    with contextlib.suppress(UserProblem):
        list(opened_source(("noise", data)))
    with contextlib.suppress(NotAContact):
        windows_contact(data)


def made_up(chance: random.Random, lines: int) -> bytes:
    """Return a file with at least one card of about so many lines."""
    parts = [b"BEGIN:VCARD\n", chance.choice((b"", b"FN:Ann\n"))]
    for _ in range(lines):
        for _ in range(chance.randint(1, 6)):
            if chance.random() < 0.8:
                parts.append(chance.choice(PIECES))
            else:
                parts.append(chance.randbytes(chance.randint(0, 8)))
        parts.append(b"\n")
    return b"".join(parts)


def run(
    seconds: float = float("inf"),
    seed: int = 0,
    lines_wanted: float = float("inf"),
    tell: Callable[[int], object] | None = None,
) -> int:
    """Go on for so many seconds, or until so many lines were tried; return how many were.

    ``tell`` is given the number of lines from time to time.
    """
    chance = random.Random(seed)
    end = time.monotonic() + seconds
    lines = files = 0
    while time.monotonic() < end and lines < lines_wanted:
        files += 1
        if tell is not None and files % _FILES_A_REPORT == 0:
            tell(lines)
        data = made_up(chance, chance.randint(1, 40))
        try:
            lines += try_bytes(data)
            try_other_formats(data)
        except Exception:
            print(f"after {lines} lines: {data!r}", file=sys.stderr)
            raise
    return lines


def _with_atheris(seconds: int, corpus: Path) -> None:
    """Start from the samples of all vendors, and keep what finds new paths in ``corpus``."""
    import atheris

    def one(data: bytes) -> None:
        try_bytes(b"BEGIN:VCARD\n" + data)
        try_bytes(data)
        try_other_formats(data)

    for sample in (Path(__file__).parent / "cards").iterdir():
        if sample.is_file():
            (corpus / sample.name).write_bytes(sample.read_bytes())
    words = corpus.with_name(f"{corpus.name}.words")
    words.write_text("".join(f'"{_escaped(piece)}"\n' for piece in PIECES), encoding="ascii")
    atheris.instrument_all()
    options = (f"-max_total_time={seconds}", "-timeout=20", "-max_len=4000", f"-dict={words}")
    atheris.Setup([sys.argv[0], *options, str(corpus)], one)
    atheris.Fuzz()


def _escaped(piece: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in piece)


def main(arguments: Sequence[str]) -> None:
    """Run with coverage if atheris is there and no number of lines is wanted, else at random."""
    parser = ArgumentParser(prog="python -m tests.formats.fuzzing", description=__doc__)
    parser.add_argument("seconds", nargs="?", type=int, default=60, help="how long, at most")
    parser.add_argument("--lines", type=int, help="how many lines, however long it takes")
    parser.add_argument("--seed", type=int, default=0, help="where chance begins")
    options = parser.parse_args(arguments)
    if options.lines is not None:
        lines = run(seed=options.seed, lines_wanted=options.lines, tell=_told)
        print(f"{lines} lines, nothing but a UserProblem came out.")
        return
    try:
        import atheris  # noqa: F401
    except ImportError:
        print(_NO_ATHERIS, flush=True)
        lines = run(options.seconds, options.seed, tell=_told)
        print(f"{lines} lines, nothing but a UserProblem came out.")
    else:
        with tempfile.TemporaryDirectory() as folder:
            corpus = Path(folder, "corpus")
            corpus.mkdir()
            _with_atheris(options.seconds, corpus)


def _told(lines: int) -> None:
    print(f"{lines} lines so far", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
