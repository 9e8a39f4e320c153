"""Hostile files go the whole way: read, planned, looked at, imported, exported, read again.

Time and memory grow with the size of the file and no faster.
"""

import random
import zipfile
from base64 import b64encode
from collections.abc import Callable
from io import BytesIO

import pytest

from tests.services.whole_path import go_through

Make = Callable[[int], bytes]


def card(*lines: str) -> bytes:
    """Return a card with a name and ``lines``."""
    return "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", "FN:Ann", *lines, "END:VCARD", "")).encode()


def zipped(name: str, content: bytes) -> bytes:
    """Return a zip archive with one file."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def picture(size: int) -> str:
    """Return so many bytes that do not pack, as base64."""
    return b64encode(b"\xff\xd8\xff" + random.Random(1).randbytes(size)).decode()


# Each takes a size in bytes, roughly, and the bytes that make it worth trying.
HOSTILE: dict[str, tuple[Make, int]] = {
    "parameters": (lambda n: card("TEL" + ";a" * (n // 2)), 1_000_000),
    "parameters, then a colon": (lambda n: card(f"TEL{';a' * (n // 2)}:12345"), 100_000),
    "many parameters": (
        lambda n: card("TEL" + "".join(f";X{i}=1" for i in range(n // 8)) + ":12345"),
        100_000,
    ),
    "many labels": (
        lambda n: card("TEL" + "".join(f";w{i}" for i in range(n // 6)) + ":12345"),
        100_000,
    ),
    "unfinished cards": (lambda n: b"BEGIN:VCARD\n" * (n // 12), 24_000),
    "card in card": (lambda n: card(*["AGENT:\r\nBEGIN:VCARD"] * (n // 20)), 400_000),
    "properties": (lambda n: card(*["TEL:1"] * (n // 7)), 700_000),
    "numbers": (lambda n: card(*[f"TEL:+4670{i:07d}" for i in range(n // 18)]), 20_000),
    "addresses": (lambda n: card(*[f"EMAIL:a{i}@x.example" for i in range(n // 18)]), 20_000),
    "notes": (lambda n: card(*[f"NOTE:a{i}" for i in range(n // 10)]), 50_000),
    "nicknames": (lambda n: card("NICKNAME:" + ",".join(map(str, range(n // 6)))), 100_000),
    "tags": (lambda n: card("CATEGORIES:" + ",".join(f"t{i}" for i in range(n // 6))), 6_000),
    "unknown": (lambda n: card(*[f"X-K{i}:a{i}" for i in range(n // 12)]), 12_000),
    "labels": (
        lambda n: card(
            *[f"item{i}.TEL:+4670{i:07d}\r\nitem{i}.X-ABLabel:w{i}" for i in range(n // 45)]
        ),
        20_000,
    ),
    "people": (lambda n: card(*[f"item{i}.X-ABRELATEDNAMES:w{i}" for i in range(n // 30)]), 20_000),
    "departments": (lambda n: card("ORG:" + "a;" * (n // 2)), 200_000),
    "long name": (lambda n: card("N:" + "ab " * (n // 3)), 200_000),
    "long number": (lambda n: card("TEL:" + "1-" * (n // 2)), 200_000),
    "long address": (lambda n: card("EMAIL:" + "a@" * (n // 2)), 200_000),
    "one line": (lambda n: card("NOTE:" + "x" * n), 1_000_000),
    "words": (lambda n: card("NOTE:" + " ".join(f"{i:x}" for i in range(n // 6))), 200_000),
    "soft breaks": (
        lambda n: card("NOTE;ENCODING=QUOTED-PRINTABLE:" + "=C3=A4=\r\n" * (n // 9)),
        500_000,
    ),
    "photo": (lambda n: card(f"PHOTO;ENCODING=b;TYPE=JPEG:{picture(n)}"), 1_000_000),
    "damage": (lambda n: card(*["no colon"] * (n // 10)), 10_000),
}


def grows_too_fast(make: Make, size: int) -> str:
    """Return what is wrong, or nothing; measured at a size, twice, and four times that."""
    go_through(make(size // 4))  # what is loaded once counts for nobody
    small, middle, large = (
        min((go_through(make(size * times)) for _ in range(2)), key=lambda way: way.seconds)
        for times in (1, 2, 4)
    )
    # Four times the size; a quadratic way would take 16 times as long.
    if large.seconds > 8 * small.seconds + 0.3:
        return f"{small.seconds:.2f} s, {middle.seconds:.2f} s, {large.seconds:.2f} s"
    return ""


@pytest.mark.parametrize("name", ["many parameters", "labels"])
def test_a_hostile_file_goes_the_whole_way_in_time(name: str) -> None:
    make, size = HOSTILE[name]

    assert not grows_too_fast(make, size // 10)


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_large_hostile_file_goes_the_whole_way_in_time(name: str) -> None:
    make, size = HOSTILE[name]

    assert not grows_too_fast(make, size)


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_reading_takes_memory_in_proportion(name: str) -> None:
    make, size = HOSTILE[name]
    # A small file is looked at whole, a larger one in parts: both are of the larger kind.
    small, large = (go_through(make(size * times), measure_memory=True).bytes for times in (2, 8))

    assert large < 6 * small + 1_000_000
    assert large < 30 * 8 * size + 5_000_000


@pytest.mark.slow
@pytest.mark.parametrize(
    ("make", "added"),
    [
        (lambda: card("TEL" + ";a" * 25_000_000), 1),
        (lambda: card(*["TEL:1"] * 1_000_000), 0),
        (lambda: card("NOTE:" + "x" * 50_000_000), 1),
        (lambda: card(f"PHOTO;ENCODING=b;TYPE=JPEG:{picture(20_000_000)}"), 1),
        (lambda: card(*["AGENT:\r\nBEGIN:VCARD"] * 1_000_000), 0),
    ],
    ids=["parameters", "properties", "line", "photo", "nesting"],
)
def test_an_enormous_card_goes_the_whole_way(make: Callable[[], bytes], added: int) -> None:
    way = go_through(make())

    assert (way.added, way.set_aside) == (added, 1 - added)
    assert way.seconds < 120


@pytest.mark.parametrize("size", [2_000_000, 20_000_000])
def test_a_zip_bomb_is_refused_before_it_is_unpacked(size: int) -> None:
    bomb = zipped("a.vcf", b"BEGIN:VCARD\nNOTE:" + b"x" * size)

    way = go_through(bomb, "bomb.zip", measure_memory=True)

    assert way.refused
    assert way.seconds < 1


def test_zips_inside_zips_are_not_opened() -> None:
    inner = zipped("a.vcf", card())
    for _ in range(20):
        inner = zipped("a.vcf", inner)

    way = go_through(inner, "nested.zip")

    assert way.added == 0
