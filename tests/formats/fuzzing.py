"""Throws noise at everything that reads cards: only a ``UserProblem`` may come out.

``python -m tests.formats.fuzzing [SECONDS]`` goes on for so long (60). With atheris installed
(``pip install atheris``; it is no dependency) it looks for new paths by coverage; without it,
lines are made up at random, from the pieces that have broken readers before.
"""

import contextlib
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import replace

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


def run(seconds: float, seed: int = 0) -> int:
    """Go on for so many seconds; return how many lines were tried."""
    chance = random.Random(seed)
    end = time.monotonic() + seconds
    lines = 0
    while time.monotonic() < end:
        data = made_up(chance, chance.randint(1, 40))
        try:
            lines += try_bytes(data)
            try_other_formats(data)
        except Exception:
            print(f"after {lines} lines: {data!r}", file=sys.stderr)
            raise
    return lines


def _with_atheris(seconds: int) -> None:
    import atheris

    def one(data: bytes) -> None:
        try_bytes(b"BEGIN:VCARD\n" + data)
        try_other_formats(data)

    atheris.instrument_all()
    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", "-timeout=5"], one)
    atheris.Fuzz()


def main(arguments: Sequence[str]) -> None:
    """Run with coverage if atheris is there, else at random."""
    seconds = int(arguments[0]) if arguments else 60
    try:
        import atheris  # noqa: F401
    except ImportError:
        print("atheris is not installed; trying lines at random.")
        print(f"{run(seconds)} lines, nothing but a UserProblem came out.")
    else:
        _with_atheris(seconds)


if __name__ == "__main__":
    main(sys.argv[1:])
