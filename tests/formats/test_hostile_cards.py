"""Broken and hostile files cost time and memory in proportion to their size, and never raise."""

import time
import tracemalloc
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notebook_app.formats.vcard.cards import ReadCard, RejectedCard
from notebook_app.formats.vcard.read import MOST_VALUES, read_cards
from notebook_app.foundation.problem import UserProblem
from tests.formats.fuzzing import run
from tests.made_up import examples


def card(*lines: str) -> bytes:
    """Return a card with a name and ``lines``."""
    return "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", "FN:Ann", *lines, "END:VCARD", "")).encode()


@pytest.mark.parametrize(
    "data", [b"", b"\0" * 100_000, b"PK\x03\x04 a zip", b"FN:Ann\r\nTEL:1\r\n", b"\xff\xfe\xff\xff"]
)
def test_a_file_without_a_card_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(UserProblem, match="holds no contact cards"):
        list(read_cards(data))


POSTS = [f"ORG:A{n}\r\nTITLE:a{n}" for n in range(45)]
"""As many as are still told apart, so that each of their lines is looked for among the kept."""

_HOSTILE: dict[str, Callable[[int], bytes]] = {
    "parameters without a colon": lambda size: card("TEL" + ";a" * (size // 2)),
    "one long line": lambda size: card("NOTE:" + "x" * size),
    "backslashes": lambda size: card("N:" + "\\" * size),
    "escaped separators": lambda size: card("ORG:" + "\\;;" * (size // 3)),
    "quotes": lambda size: card('TEL;X="' + 'a"b"' * (size // 4) + ":1"),
    "quotes before a far colon": lambda size: card('TEL;X="' + 'a"b"' * (size // 4)),
    "nesting": lambda size: card(*["AGENT:\r\nBEGIN:VCARD"] * (size // 20)),
    "soft breaks": lambda size: card("NOTE;ENCODING=QUOTED-PRINTABLE:" + "=\r\n" * (size // 3)),
    "equals signs": lambda size: card("NOTE;ENCODING=QUOTED-PRINTABLE:" + "= " * (size // 2)),
    "empty lines": lambda size: card("\r\n" * (size // 2)),
    "folds": lambda size: card("NOTE:" + "\r\n x" * (size // 4)),
    "begins": lambda size: b"BEGIN:VCARD\n" * (size // 12),
    "almost begins": lambda size: card(*["NOTE: BEGIN:VCARD"] * (size // 20)),
    "spaces before": lambda size: b" " * size + b"BEGIN:VCARD\nFN:Ann\nEND:VCARD",
    "properties": lambda size: card(*["TEL:1"] * (size // 7)),
    "notes": lambda size: card(*[f"NOTE:{n}" for n in range(size // 12)]),
    "groups": lambda size: card(*[f"item{n}.X-ABLabel:a" for n in range(size // 20)]),
    "new heads": lambda size: card(*[f"X-{n};A={n}:a" for n in range(size // 16)]),
    "unknown lines before posts": lambda size: card(
        *[f"X-{n % 900}:{n}" for n in range(size // 12)], *POSTS
    ),
    "posts before unknown lines": lambda size: card(
        *POSTS, *[f"X-{n % 900}:{n}" for n in range(size // 12)]
    ),
    "unclear posts": lambda size: card(*[f"ORG:{n}\r\nROLE:{n}" for n in range(size // 20)]),
    "photo": lambda size: card("PHOTO;ENCODING=b:" + "/9j/" * (size // 4)),
    "photo lines": lambda size: card("PHOTO;BASE64:", *["AAAA"] * (size // 6)),
    "dashes": lambda size: card("BDAY:" + "-" * size),
}


@pytest.mark.parametrize("name", _HOSTILE)
def test_time_grows_no_faster_than_size(name: str) -> None:
    def seconds(size: int) -> float:
        data = _HOSTILE[name](size)
        best = 1e9
        for _ in range(2):
            start = time.process_time()
            for _card in read_cards(data):
                pass
            best = min(best, time.process_time() - start)
        return best

    small, large = seconds(50_000), seconds(400_000)

    # Eight times the size; a quadratic reader would take 64 times as long.
    assert large < 24 * small + 0.05


def test_a_large_photo_takes_memory_in_proportion() -> None:
    data = card("PHOTO;ENCODING=b;TYPE=JPEG:" + "/9j/" * 1_000_000)
    tracemalloc.start()
    [read] = read_cards(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert isinstance(read, ReadCard)
    assert len(read.raw) < 300
    assert peak < 10 * len(data)


@pytest.mark.slow
@pytest.mark.parametrize(
    "make",
    [
        lambda: card(*["TEL:1"] * 1_000_000),
        lambda: b"".join(card(*[f"X-{n}:b" for n in range(99_800)], *POSTS) for _ in range(2)),
        lambda: card("NOTE:" + "x" * 50_000_000),
        lambda: card("TEL" + ";a" * 25_000_000),
        lambda: card('TEL;X="' + 'a"b"' * 5_000_000 + ":1"),
        lambda: card("PHOTO;ENCODING=b:" + "/9j/" * 6_700_000),
        lambda: card("NOTE;ENCODING=QUOTED-PRINTABLE:" + "=C3=A4=\r\n" * 2_000_000),
        lambda: card(*["AGENT:\r\nBEGIN:VCARD"] * 1_000_000),
    ],
    ids=[
        "properties",
        "unknown properties",
        "line",
        "parameters",
        "quotes",
        "photo",
        "soft breaks",
        "nesting",
    ],
)
def test_enormous_cards_are_through_in_seconds(make: Callable[[], bytes]) -> None:
    data = make()
    start = time.process_time()

    cards = list(read_cards(data))

    assert cards
    assert time.process_time() - start < 1e-6 * len(data) + 2


def test_noise_gives_nothing_but_user_problems() -> None:
    assert run(seconds=2) > 1_000


@pytest.mark.slow
def test_a_million_lines_of_noise_give_nothing_but_user_problems() -> None:
    # By number, not by time: the same lines on every machine.
    assert run(seed=1, lines_wanted=1_000_000) >= 1_000_000


def test_cards_nested_too_deep_or_too_long_are_set_aside() -> None:
    deep = card(*["AGENT:\r\nBEGIN:VCARD"] * 1_000)
    long = card(*["TEL:1"] * 100_001)

    for data in (deep, long):
        [rejected, after] = read_cards(data + (b"END:VCARD\n" * 1_000) + card())
        assert isinstance(rejected, RejectedCard)
        assert isinstance(after, ReadCard)


def test_a_photo_on_the_web_is_kept_and_not_fetched() -> None:
    [read] = read_cards(card("PHOTO;VALUE=uri:http://127.0.0.1:9/a.jpg"))

    assert isinstance(read, ReadCard)
    assert read.details.photo is None
    assert read.details.other_properties == ("PHOTO;VALUE=uri:http://127.0.0.1:9/a.jpg",)


_PIECES = st.sampled_from(
    [
        b"BEGIN:VCARD\r\n",
        b"END:VCARD\n",
        b"VERSION:2.1\r\n",
        b"FN",
        b"N",
        b"TEL",
        b"PHOTO",
        b"BDAY",
        b"AGENT",
        b"X-ANDROID-CUSTOM",
        b"item1.X-ABLabel",
        b";ENCODING=QUOTED-PRINTABLE",
        b";BASE64",
        b";CHARSET=utf-7",
        b";CHARSET=rot13",
        b";TYPE=",
        b":",
        b";",
        b"=C3",
        b"=\r\n",
        b"\r\n ",
        b"\n",
        b"\\",
        b'"',
        b"1604-02-30",
        b"data:;base64,",
        b"X-CUSTOM(",
    ]
)


@settings(max_examples=examples(120, 1500), deadline=None)
@given(st.lists(_PIECES | st.binary(max_size=6), max_size=40))
def test_no_bytes_raise_anything_but_a_user_problem(pieces: list[bytes]) -> None:
    try:
        for read in read_cards(b"BEGIN:VCARD\n" + b"".join(pieces)):
            if isinstance(read, ReadCard):
                assert read.details.display_name
    except UserProblem:
        pass


@pytest.mark.parametrize(
    "line", ["TEL:+4670{}", "X-{}:a", "CATEGORIES:a{}", "item{}.X-ABDATE:1990"]
)
def test_a_card_with_more_values_than_a_person_has_is_set_aside(line: str) -> None:
    def read(count: int) -> object:
        [found] = read_cards(card(*(line.format(number) for number in range(count))))
        return found

    assert isinstance(read(MOST_VALUES), ReadCard)
    rejected = read(MOST_VALUES + 1)
    assert isinstance(rejected, RejectedCard)
    assert rejected.reason == "This card holds over 5,000 values, too many for one person."


def test_a_list_of_many_people_is_no_person_with_many_values() -> None:
    members = (f"X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:{number}" for number in range(20_000))
    [rejected] = read_cards(card("X-ADDRESSBOOKSERVER-KIND:group", *members))

    assert isinstance(rejected, RejectedCard)
    assert "list of people" in rejected.reason
