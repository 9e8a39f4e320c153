"""Cards as each vendor writes them become the contact's fields, and nothing of them is lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from notebook_app.formats.vcard.cards import ReadCard, RejectedCard
from notebook_app.formats.vcard.read import read_cards
from notebook_app.formats.vcard.write import write_card
from notebook_app.model.contact import (
    Address,
    Email,
    Link,
    LinkKind,
    NameParts,
    OwnDate,
    Phone,
    RelatedName,
)
from notebook_app.model.partial_date import PartialDate

CARDS = Path(__file__).parent / "cards"


def read_file(name: str) -> list[ReadCard | RejectedCard]:
    """Return all cards of a sample."""
    return list(read_cards((CARDS / name).read_bytes()))


def only_card(name: str) -> ReadCard:
    """Return the one card of a sample."""
    [card] = read_file(name)
    assert isinstance(card, ReadCard)
    return card


def test_an_iphone_card_gives_every_field_with_apples_own_labels() -> None:
    card = only_card("iphone.vcf")
    details = card.details

    assert card.uid == "3A0B6E7C-0001-4D5E-8F00-ABCDEF012345"
    assert details.display_name == "Dr. Maja Lind Sørensen"
    assert details.name == NameParts("Dr.", "Maja", "Lind", "Sørensen", "", "Maya", "")
    assert (details.nickname, details.title) == ("Maj", "Sign maker")
    assert (details.organization, details.department) == ("Sørensen Signs, Ltd.", "Workshop")
    assert details.phones == (
        Phone("+45 20 12 34 56", "mobile", preferred=True),
        Phone("+45 20 65 43 21", "iphone"),
        Phone("+45 33 12 34 56", "work fax"),
        Phone("+45 98 76 54 32", "Boat house"),
    )
    assert details.emails == (
        Email("maja@signs.example", "school", preferred=True),
        Email("maja@home.example", "home"),
    )
    assert details.addresses == (
        Address(
            street="Havnegade 12\n2. sal",
            city="København",
            postal_code="1058",
            country="Denmark",
            label="work",
            preferred=True,
        ),
    )
    assert details.links == (
        Link("http://signs.example/a,b", "homepage", preferred=True),
        Link("https://twitter.com/majasigns", "", LinkKind.SOCIAL, "twitter"),
        Link("skype:maja.signs", "home", LinkKind.MESSAGING, "Skype", preferred=True),
    )
    assert details.birthday == PartialDate(2, 29)
    assert details.dates == (
        OwnDate("anniversary", PartialDate(6, 12, 2010)),
        OwnDate("Opened the shop", PartialDate(9, 1, 2021)),
    )
    assert details.related == (RelatedName("Jens Sørensen", "spouse"),)
    assert details.tags == ("Harbour market", "Craft")
    assert details.note == (
        "Met at the harbour market, talked about gold leaf; wants a quote.\n"
        "Call after Easter, not before."
    )
    assert details.other_properties == ("item3.X-ABADR:dk", "X-IMAGETYPE:PHOTO")
    assert details.photo is not None
    assert details.photo.media_type == "image/jpeg"
    assert details.photo.data.endswith(b"\xff\xd9")


def test_an_android_card_is_decoded_after_its_components_are_split() -> None:
    details = only_card("android.vcf").details

    assert details.name == NameParts(given="Jürgen", family="Müller; Sohn")
    assert details.display_name == "Jürgen Müller; Sohn"
    assert details.nickname == "Jürgi"
    assert details.phones == (
        Phone("+49 151 00000001", "mobile", preferred=True),
        Phone("+49 151 00000002", "work mobile"),
        Phone("030 23125 001", "Werkstatt"),
        Phone("030 23125 002", "Gärtchen"),
        Phone("112"),
    )
    assert details.addresses[0].street == "Straße des 17. Juni 135"
    assert details.addresses[0].country == "Deutschland"
    assert details.organization == "Müller, Fenster und Türen"
    assert details.title == "Owner, and founder"
    assert details.links == (
        Link("fenster.example"),
        Link("skype:juergen.m", "", LinkKind.MESSAGING, "Skype"),
    )
    assert details.birthday == PartialDate(5, 6)
    assert details.dates == (
        OwnDate("anniversary", PartialDate(7, 14, 2001)),
        OwnDate("Name day", PartialDate(12, 24)),
    )
    assert details.related == (RelatedName("Eva", "spouse"),)
    assert details.note == (
        "Hat drei Angebote, will ein viertes.\nKaffee, kein Mittagessen; ab März wieder da."
    )
    assert details.photo is not None
    assert details.other_properties == ("X-GROUP-MEMBERSHIP:Handwerk",)


def test_a_google_card_keeps_labels_of_groups_that_have_no_field() -> None:
    details = only_card("google.vcf").details

    assert details.emails == (Email("chloe@salon.example"),)
    assert details.phones[1] == Phone("+33 1 99 00 00 01", "Salon")
    assert details.note == "Cuts hair, knows everybody"
    assert details.other_properties == ("item3.X-ABLabel:work",)


def test_an_outlook_card_is_read_in_the_charset_that_its_lines_name() -> None:
    card = only_card("outlook.vcf")

    assert card.details.name == NameParts(given="Käthe", family="Größmann")
    assert card.details.department == "Stelle 4"
    assert "CHARSET" not in card.raw.split("\n")[2]
    assert card.details.other_properties[-1].startswith("LABEL;WORK;PREF;ENCODING=QUOTED-")
    assert [again.details for again in read_cards(card.raw.encode())] == [card.details]


def test_a_nextcloud_card_of_version_4_is_read() -> None:
    card = only_card("nextcloud.vcf")
    details = card.details

    assert (card.uid, card.version) == ("9d3c2b1a-0000-4000-8000-00000000abcd", "4.0")
    assert details.phones == (Phone("+44-7700-900001", "mobile", preferred=True),)
    assert details.addresses[0].street == "4 Mill Lane"
    assert details.birthday == PartialDate(5, 6)
    assert details.dates == (OwnDate("anniversary", PartialDate(8, 8, 2009)),)
    assert details.related == (
        RelatedName("Asha", "friend"),
        RelatedName("", "spouse", "11111111-2222-4333-8444-555555555555"),
    )
    assert details.gender == "male"
    assert details.links[0].preferred
    assert details.other_properties == ()
    assert details.photo is not None
    assert details.photo.media_type == "image/jpeg"


@pytest.mark.parametrize("name", ["iphone.vcf", "google.vcf", "nextcloud.vcf"])
@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_a_vendors_card_survives_being_written_again(name: str, version: str) -> None:
    card = only_card(name)

    [again] = read_cards(write_card(card.details, card.uid, version).encode())

    assert isinstance(again, ReadCard)
    assert again.details == card.details
    assert again.uid == card.uid


def test_what_2_1_alone_has_is_made_plain_in_3_0() -> None:
    details = replace(
        only_card("outlook.vcf").details,
        other_properties=("X-OWN;HOME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:a=C3=A4=0D=0Ab",),
    )

    text = write_card(details, "")

    assert "\r\nX-OWN;TYPE=HOME:aä\\nb\r\n" in text


def test_utf_16_is_read() -> None:
    assert only_card("utf16.vcf").details.name == NameParts(given="Zoë", family="山田")


def test_carriage_returns_alone_end_lines() -> None:
    first, second = read_file("carriage_returns.vcf")

    assert isinstance(first, ReadCard)
    assert first.details.note == "One line and its end"
    assert (second.place, second.line) == (2, 7)


def test_damage_stays_where_it_is() -> None:
    before, no_end, only_name, nothing, group, with_agent = read_file("damaged.vcf")

    assert isinstance(before, RejectedCard)
    assert (before.raw, before.place) == ("Exported by MyPhone", 0)
    assert isinstance(no_end, ReadCard)
    assert (no_end.place, no_end.line) == (1, 2)
    assert no_end.details.display_name == "No End"
    assert no_end.details.other_properties == ("this line has no colon",)
    assert isinstance(only_name, ReadCard)
    assert only_name.details.display_name == "Name Only"
    assert isinstance(nothing, RejectedCard)
    assert "X-NOTHING:here" in nothing.raw
    assert nothing.line == 10
    assert "no name" in nothing.reason
    assert isinstance(group, RejectedCard)
    assert "list of people" in group.reason
    assert isinstance(with_agent, ReadCard)
    assert with_agent.details.display_name == "With Agent"
    assert with_agent.details.phones == (Phone("+1 202 555 0103"),)
    [agent] = with_agent.details.other_properties
    assert agent.startswith("AGENT:BEGIN:VCARD\\nVERSION:2.1\\nFN:The\\, Agent\\n")


def test_a_line_without_a_colon_never_goes_out_as_such() -> None:
    no_end = read_file("damaged.vcf")[1]
    assert isinstance(no_end, ReadCard)

    text = write_card(no_end.details, "")

    assert all(":" in line for line in text.splitlines())
    assert [card.details for card in read_cards(text.encode())] == [no_end.details]
