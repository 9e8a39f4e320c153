"""A contact as a QR code: whole if it fits, shorter if not, and nothing left out in silence."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notebook_app.formats.qr_picture import GreyPicture, cards_in, codes_in
from notebook_app.formats.vcard.cards import ReadCard
from notebook_app.formats.vcard.read import read_cards
from notebook_app.model.contact import (
    Address,
    ContactDetails,
    Email,
    Link,
    NameParts,
    OwnField,
    Phone,
    Photo,
)
from notebook_app.model.partial_date import PartialDate
from notebook_app.services.card_as_code import MOST_BYTES, card_as_code
from tests.made_up import examples

CARLA = ContactDetails(
    display_name="Carla Mendes",
    name=NameParts(given="Carla", family="Mendes"),
    organization="Mendes & Filhos",
    title="Owner",
    birthday=PartialDate(month=2, day=29, year=1980),
    phones=(Phone("+351 912 345 678", "mobile", preferred=True), Phone("+351 21 234", "work")),
    emails=(Email("carla@mendes.example"),),
    addresses=(Address(street="Rua da Prata 1", city="Lisboa", postal_code="1100-414"),),
    links=(Link("https://mendes.example"),),
)


def read(text: str) -> ContactDetails:
    """What a phone would have of the text."""
    (card,) = [found for found in read_cards(text.encode()) if isinstance(found, ReadCard)]
    return card.details


def photographed(squares: tuple[tuple[bool, ...], ...], size: int = 4) -> GreyPicture:
    """The code as a picture, with the white that belongs around it."""
    side = (len(squares) + 8) * size
    pixels = bytearray(b"\xff" * side * side)
    for row, line in enumerate(squares):
        for column, dark in enumerate(line):
            if dark:
                for y in range((row + 4) * size, (row + 5) * size):
                    left = y * side + (column + 4) * size
                    pixels[left : left + size] = bytes(size)
    return GreyPicture(pixels, side, side, side)


def test_all_of_a_usual_contact_goes_in() -> None:
    """And is read back the same from the picture."""
    code = card_as_code(CARLA)
    assert code.left_out == ()
    (card,) = cards_in(codes_in(photographed(code.squares())))
    assert read(card.decode()) == CARLA


def test_what_was_written_for_oneself_stays_here_unless_asked_for() -> None:
    """A code is shown to others."""
    details = replace(
        CARLA, note="drinks", tags=("difficult",), own_fields=(OwnField("Shoe size", "43"),)
    )
    code = card_as_code(details)
    assert code.left_out == ("your note", "tags", "your own fields")
    assert "drinks" not in code.text
    assert "difficult" not in code.text
    assert "43" not in code.text
    asked = card_as_code(details, with_private=True)
    assert read(asked.text) == details
    assert asked.left_out == ()


def test_a_photo_never_goes_in_and_is_said() -> None:
    """There is no room for one in any code."""
    code = card_as_code(replace(CARLA, photo=Photo("image/png", b"x")))
    assert code.left_out == ("the photo",)
    assert read(code.text).photo is None


@pytest.mark.parametrize(
    ("name", "organization"),
    [
        ("山田 太郎", "株式会社さくらデザイン" * 4),
        ("محمد عبد الرحمن", "شركة" * 40),
        ("Anna-Sophie Leutheusser-Schnarrenberger", "Ö" * 300),
        ("👩‍🚀 Ada", "🚀" * 90),
    ],
)
def test_awkward_contacts_are_shortened_and_read_back(name: str, organization: str) -> None:
    """Other scripts and many phones: what is most needed is there."""
    details = replace(
        CARLA,
        display_name=name,
        name=NameParts(given=name),
        organization=organization,
        phones=tuple(Phone(f"+49 30 {number:07}", "work") for number in range(40)),
    )
    code = card_as_code(details)
    assert len(code.text.encode()) <= MOST_BYTES
    assert "some phone numbers" in code.left_out
    (card,) = cards_in(codes_in(photographed(code.squares(), 3)))
    back = read(card.decode())
    assert back.display_name == name
    assert back.phones[0] == details.phones[0]


def test_the_preferred_number_is_the_last_to_go() -> None:
    """Even where it stands behind many others."""
    numbers = [Phone(f"+49 30 {number:07}") for number in range(60)]
    numbers[41] = replace(numbers[41], preferred=True)
    code = card_as_code(replace(CARLA, phones=tuple(numbers)), most_bytes=200)
    assert [phone.number for phone in read(code.text).phones] == [numbers[41].number]


@settings(max_examples=examples(15, 100), deadline=None)
@given(
    name=st.text(min_size=1, max_size=200).filter(lambda text: text.strip() != ""),
    note=st.text(max_size=400),
    numbers=st.lists(st.from_regex(r"\+[0-9]{5,15}", fullmatch=True), max_size=12, unique=True),
)
def test_whatever_it_is_a_code_can_be_made_of_it(name: str, note: str, numbers: list[str]) -> None:
    """It fits, and what is not in it was said."""
    details = ContactDetails(
        display_name=name, note=note, phones=tuple(Phone(number) for number in numbers)
    )
    code = card_as_code(details, with_private=True)
    assert len(code.text.encode()) <= MOST_BYTES
    code.squares()
    back = read(code.text)
    if len(back.phones) < len(numbers):
        assert any("phone numbers" in words for words in code.left_out)
