"""Windows' .contact files: every field, everything else kept, and no entity ever expanded."""

from pathlib import Path

import pytest

from notebook_app.formats.vcard.read import read_stored
from notebook_app.formats.windows_contact import NotAContact, windows_contact
from notebook_app.model.contact import (
    Address,
    Affiliation,
    Email,
    Link,
    NameParts,
    OwnDate,
    Phone,
    RelatedName,
)
from notebook_app.model.partial_date import PartialDate

SAMPLE = Path(__file__).parent / "cards" / "windows.contact"
START = b'<c:contact xmlns:c="http://schemas.microsoft.com/Contact">'


def test_every_field_is_taken_and_everything_else_is_kept() -> None:
    details, uid = windows_contact(SAMPLE.read_bytes())

    assert uid == "aaaa1111-2222-4333-8444-555566667777"
    assert details.display_name == "Dr Matilda Ørn, MD"
    assert details.name == NameParts("Dr", "Matilda", "Jo", "Ørn", "MD")
    assert details.phones == (
        Phone("+47 22 00 00 01", "home"),
        Phone("+47 22 00 00 02", "work fax"),
        Phone("+47 900 00 003", "mobile"),
    )
    assert details.emails == (Email("tilly@practice.example", "work", preferred=True),)
    assert details.addresses == (
        Address("Havnegata 1\n2nd floor", "Oslo", "", "0150", "Norway", label="work"),
    )
    assert (details.organization, details.department) == ("Ørn & Sons, Doctors", "Surgery")
    assert details.links == (Link("http://practice.example/", "work"),)
    assert details.birthday == PartialDate(8, 9, 1971)
    assert details.dates == (OwnDate("anniversary", PartialDate(6, 5, 1999)),)
    assert details.related == (RelatedName("Lars", "spouse"),)
    assert details.note == "Met at the harbour, wants a quote.\nSecond line; with more"
    assert details.photo is not None
    assert details.photo.data.startswith(b"\xff\xd8\xff")
    assert set(details.other_properties) == {
        "X-WINDOWS-NAME-GENERATION:II",
        "X-WINDOWS-POSITION-OFFICE:Room 4",
    }
    assert details.gender == "female"


def test_several_positions_and_preferred_links_are_taken() -> None:
    label = b"<LabelCollection><Label>Preferred</Label></LabelCollection>"
    details, _ = windows_contact(
        b'<contact xmlns="http://schemas.microsoft.com/Contact"><PositionCollection>'
        b"<Position><Company>Shop</Company><JobTitle>Owner</JobTitle></Position>"
        b"<Position><Company>Club</Company><Profession>Chair</Profession><Office>4</Office>"
        b"</Position></PositionCollection><UrlCollection><Url><Value>https://a.example</Value>"
        b"</Url><Url><Value>https://b.example</Value>" + label + b"</Url></UrlCollection>"
        b"<Gender>Unspecified</Gender></contact>"
    )

    assert (details.organization, details.title) == ("Shop", "Owner")
    assert details.affiliations == (Affiliation("Club", profession="Chair"),)
    assert [link.preferred for link in details.links] == [False, True]
    assert details.gender == ""
    assert details.other_properties == ("X-WINDOWS-POSITION-OFFICE:4",)


def test_a_gender_that_was_kept_as_a_line_is_the_field() -> None:
    card = read_stored("BEGIN:VCARD\nFN:Tilly\nX-WINDOWS-GENDER:Female\nEND:VCARD")

    assert card
    assert (card.details.gender, card.details.other_properties) == ("female", ())


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>' + START + b"&c;</c:contact>",
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + START + b"&b;</c:contact>",
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16"),
        START + b"<a>" * 100 + b"</a>" * 100 + b"</c:contact>",
        START,
        b"",
        b"\0\0\0",
        b"<other/>",
    ],
)
def test_entities_depth_and_damage_are_refused(data: bytes) -> None:
    with pytest.raises(NotAContact):
        windows_contact(data)
