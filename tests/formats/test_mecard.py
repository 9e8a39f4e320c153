"""MeCards become vCards with everything in them in its place, and nothing dropped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook_app.formats.mecard import looks_like_mecard, mecard_as_vcard
from notebook_app.formats.vcard.cards import ReadCard
from notebook_app.formats.vcard.read import read_cards
from notebook_app.model.contact import Address, ContactDetails
from notebook_app.model.partial_date import PartialDate


def details(text: str) -> ContactDetails:
    """Return the contact that a MeCard is read as."""
    [card] = read_cards(mecard_as_vcard(text).encode())
    assert isinstance(card, ReadCard)
    return card.details


def test_each_field_has_its_place() -> None:
    read = details(
        "MECARD:N:Mendes,Carla;SOUND:Mendesh,Karla;TEL:+46701112233;TEL:08123;TEL-AV:555;"
        "EMAIL:carla@example.org;NOTE:Met at the fair;BDAY:19800506;ADR:,,Storgatan 1,Umeå,,90325,"
        "Sweden;URL:https://example.org/c;NICKNAME:Calle;ORG:Mendes Bygg;TITLE:Owner;;"
    )
    assert (read.display_name, read.name.given, read.name.family) == (
        "Carla Mendes",
        "Carla",
        "Mendes",
    )
    assert (read.name.phonetic_given, read.name.phonetic_family) == ("Karla", "Mendesh")
    assert [(phone.number, phone.label) for phone in read.phones] == [
        ("+46701112233", ""),
        ("08123", ""),
        ("555", "video"),
    ]
    assert [email.address for email in read.emails] == ["carla@example.org"]
    assert (read.note, read.nickname) == ("Met at the fair", "Calle")
    assert read.birthday == PartialDate(5, 6, 1980)
    assert read.addresses == (
        Address(street="Storgatan 1", city="Umeå", postal_code="90325", country="Sweden"),
    )
    assert [link.url for link in read.links] == ["https://example.org/c"]
    assert (read.organization, read.title) == ("Mendes Bygg", "Owner")


def test_an_escaped_mark_is_part_of_its_value() -> None:
    read = details('MECARD:N:O\\,Neil,A\\;nn;NOTE:a\\;b\\:c\\\\d, e\\"f;ORG:Salt\\; Pepper;;')
    assert (read.name.family, read.name.given) == ("O,Neil", "A;nn")
    assert read.note == 'a;b:c\\d, e"f'
    assert (read.organization, read.department) == ("Salt; Pepper", "")


def test_a_name_without_a_comma_is_shown_as_it_is() -> None:
    assert details("MECARD:N:Carla Mendes;;").display_name == "Carla Mendes"


def test_a_japanese_name_is_written_family_first() -> None:
    assert details("MECARD:N:山田,太郎;;").display_name == "山田太郎"


def test_a_birthday_may_lack_its_year() -> None:
    assert details("MECARD:N:A;BDAY:00000506;;").birthday == PartialDate(5, 6)


def test_what_a_vcard_has_no_place_for_is_kept() -> None:
    read = details("MECARD:N:Ann;X-HAM:SM2;GROUP:a,b;just words;ROOM 4:x;;")
    assert list(read.other_properties) == [
        "X-HAM:SM2",
        "X-MECARD-GROUP:a\\,b",
        "X-MECARD-TEXT:just words",
        "X-MECARD-ROOM-4:x",
    ]


def test_no_value_begins_a_line_of_its_own() -> None:
    read = details("MECARD:N:Ann;URL:https://x\r\nTEL:666;NOTE:a\nTEL:667;BDAY:1\nTEL:668;;")
    assert read.phones == ()
    assert read.note == "a\nTEL:667"


@pytest.mark.parametrize("text", ["MECARD:;;", "MECARD:", "MECARD:N:;;", "mecard: ; ;"])
def test_a_card_that_says_nothing_is_none(text: str) -> None:
    assert looks_like_mecard(text)
    assert mecard_as_vcard(text) == ""


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("MECARD:N:A\\", "FN:A\\\\"),
        ("MECARD:N:A;TEL:\\\\\\;;", "TEL:\\\\;"),
        ("MECARD:\\", "X-MECARD-TEXT:\\\\"),
    ],
)
def test_a_backslash_at_the_end_harms_nothing(text: str, line: str) -> None:
    assert line in mecard_as_vcard(text).splitlines()


@given(st.text('MECARD:;,\\\n\r"NTELADRBYUSO 0é山\0\ud800', max_size=80))
def test_any_text_gives_at_most_one_card_and_no_trouble(text: str) -> None:
    card = mecard_as_vcard(f"MECARD:{text}").encode("utf-8", "replace")
    if card:
        assert len(list(read_cards(card))) == 1


def test_other_texts_are_no_mecards() -> None:
    assert looks_like_mecard(" mecard:N:Ann;;")
    assert not looks_like_mecard("https://example.org/MECARD:")
