"""QR codes are found in shades of grey, and their cards come out as they went in."""

import pytest

from notebook_app.formats.picture_kind import picture_kind
from notebook_app.formats.qr_picture import GreyPicture, QrCode, cards_in, codes_in
from notebook_app.formats.vcard.cards import ReadCard
from notebook_app.formats.vcard.read import read_cards
from tests.qr_pictures import MECARD, VCARD, code_picture, grey_code


def names(cards: list[bytes]) -> list[str]:
    """Return the names on cards."""
    read = read_cards(b"".join(cards))
    return [card.details.display_name for card in read if isinstance(card, ReadCard)]


@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0"])
def test_a_vcard_comes_out_of_its_code(version: str) -> None:
    card = VCARD.replace("3.0", version)
    [found] = cards_in(codes_in(grey_code(card)))
    assert found.decode() == card


@pytest.mark.parametrize("charset", ["utf-8", "latin-1"])
def test_a_name_is_right_in_either_charset(charset: str) -> None:
    found = cards_in(codes_in(grey_code(VCARD.encode(charset))))
    assert names(found) == ["Åsa Ørn"]


def test_a_charset_that_a_property_names_is_obeyed() -> None:
    card = (
        b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=SHIFT_JIS:"
        + "山田太郎".encode("shift-jis")
        + b"\r\nEND:VCARD\r\n"
    )
    assert names(cards_in(codes_in(grey_code(card)))) == ["山田太郎"]


def test_a_name_in_shift_jis_is_right_where_the_code_says_so() -> None:
    assert names(cards_in(codes_in(grey_code("MECARD:N:山田,太郎;;")))) == ["山田太郎"]


def test_a_mecard_becomes_a_vcard() -> None:
    assert names(cards_in(codes_in(grey_code(MECARD)))) == ["Carla Mendes"]


def test_codes_of_something_else_are_no_cards() -> None:
    codes = codes_in(grey_code("https://example.org/card.vcf"))
    assert [code.text for code in codes] == ["https://example.org/card.vcf"]
    assert cards_in(codes) == []


def test_a_card_without_a_line_break_at_its_end_runs_into_no_other() -> None:
    bare = VCARD.strip().encode()
    codes = [QrCode(bare, bare.decode()), QrCode(b"", MECARD), QrCode(bare, bare.decode())]
    assert names(cards_in(codes)) == ["Åsa Ørn", "Carla Mendes", "Åsa Ørn"]


@pytest.mark.parametrize("shade", [0, 255])
def test_an_even_picture_holds_nothing(shade: int) -> None:
    assert codes_in(GreyPicture(bytes([shade]) * 10_000, 100, 100, 100)) == []


def test_a_code_that_is_half_covered_is_not_guessed() -> None:
    code = grey_code(VCARD)
    half = code.row_length * (code.height // 2)
    covered = GreyPicture(
        code.pixels[:half] + b"\0" * (len(code.pixels) - half), code.width, code.height, code.width
    )
    assert codes_in(covered) == []


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp", "bmp"])
def test_a_picture_is_known_by_its_first_bytes(kind: str) -> None:
    assert picture_kind(code_picture("x", kind)[:64]) == kind


@pytest.mark.parametrize(
    ("beginning", "kind"),
    [
        (b"GIF89a\1\0\1\0", "gif"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "heic"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", ""),
        (b"BM: notes of a meeting", ""),
        (b"BEGIN:VCARD\r\n", ""),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", ""),
        (b"", ""),
        (b"BM", ""),
    ],
)
def test_other_beginnings(beginning: bytes, kind: str) -> None:
    assert picture_kind(beginning) == kind
