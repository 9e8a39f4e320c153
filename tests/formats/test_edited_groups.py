"""A value that is edited here stays with what stands beside it: Apple's labels and X-ABADR."""

from dataclasses import replace

import pytest

from notebook_app.formats.vcard.cards import ReadCard
from notebook_app.formats.vcard.read import read_cards
from notebook_app.formats.vcard.write import write_card
from notebook_app.model.contact import ContactDetails

CARD = """BEGIN:VCARD
VERSION:3.0
N:Berg;Ann;;;
FN:Ann Berg
item1.EMAIL;type=INTERNET:ann@club.example
item1.X-ABLabel:Rowing club
item2.ADR;type=HOME;type=pref:;;Street 1;Town;;12345;Land
item2.X-ABADR:se
item3.TEL:+46 8 1
item3.X-ABLabel:Cottage
item3.X-ACME:kept
item4.TEL:+46 8 2
item4.EMAIL:two@mail.example
item4.X-ABLabel:Boat
WORK.TEL:+46 8 3
WORK.URL:https://work.example
item9.X-ABLabel:Nobody
END:VCARD
"""


def came() -> ReadCard:
    """Return the card as it came."""
    [card] = read_cards(CARD.encode())
    assert isinstance(card, ReadCard)
    return card


def lines(details: ContactDetails, version: str = "3.0", profile: str = "") -> list[str]:
    """Write the contact; return the lines that are in a group."""
    written = write_card(details, "", version, (came().raw,), profile).replace("\r\n ", "")
    [back] = read_cards(written.encode())
    assert isinstance(back, ReadCard)
    # What was edited stands behind what was not.
    for field in ("phones", "emails", "addresses", "links"):
        assert set(getattr(back.details, field)) == set(getattr(details, field))
    return [line for line in written.split("\r\n") if "." in line.partition(":")[0]]


def test_nothing_edited_is_written_as_it_came() -> None:
    assert lines(came().details) == [
        line for line in CARD.split("\n") if "." in line.partition(":")[0]
    ]


@pytest.mark.parametrize("version", ["3.0", "4.0", "2.1"])
def test_an_edited_address_stays_with_its_country_code(version: str) -> None:
    [address] = came().details.addresses
    moved = replace(came().details, addresses=(replace(address, street="Road 2"),))

    written = lines(moved, version)

    assert [line.partition(".")[2][:3] for line in written if line.startswith("item2.")] in (
        ["X-A", "ADR"],
        ["ADR", "X-A"],
    )


@pytest.mark.parametrize("profile", ["apple", "nextcloud"])
def test_an_address_stays_with_its_country_code_in_every_spelling(profile: str) -> None:
    written = lines(came().details, profile=profile)

    [group] = {line.partition(".")[0] for line in written if ".ADR" in line}
    assert f"{group}.X-ABADR:se" in written


def test_an_edited_address_with_an_own_label_keeps_its_label() -> None:
    details = came().details
    first, *others = details.emails
    edited = replace(details, emails=(replace(first, address="ann@new.example"), *others))

    written = lines(edited)

    values = [line.partition(":")[2] for line in written if line.startswith("item1.")]
    assert values == ["ann@new.example", "Rowing club"]
    assert sum(line.endswith("X-ABLabel:Rowing club") for line in written) == 1


def test_an_edited_label_takes_the_place_of_the_old_one() -> None:
    details = came().details
    phone = next(phone for phone in details.phones if phone.label == "Cottage")
    phones = tuple(replace(p, label="Sea") if p is phone else p for p in details.phones)

    written = [line for line in lines(replace(details, phones=phones)) if line[:6] == "item3."]

    assert sorted(line.partition(":")[2] for line in written) == ["+46 8 1", "Sea", "kept"]


def test_a_label_of_two_stays_with_the_one_that_was_not_touched() -> None:
    details = came().details
    emails = tuple(
        replace(email, label="home") if email.label == "Boat" else email for email in details.emails
    )

    written = lines(replace(details, emails=emails))

    assert [line for line in written if line.startswith("item4.")] == [
        "item4.TEL:+46 8 2",
        "item4.X-ABLabel:Boat",
    ]


def test_a_value_of_a_group_without_labels_stays_in_it() -> None:
    details = came().details
    phones = tuple(
        replace(phone, number="+46 8 9") if phone.number == "+46 8 3" else phone
        for phone in details.phones
    )

    [line] = [line for line in lines(replace(details, phones=phones)) if "+46 8 9" in line]
    assert line.startswith("WORK.TEL")


def test_a_value_that_gets_a_label_leaves_a_group_where_others_would_get_it() -> None:
    details = came().details
    phones = tuple(
        replace(phone, label="Shop") if phone.number == "+46 8 3" else phone
        for phone in details.phones
    )

    written = lines(replace(details, phones=phones))

    assert "WORK.URL:https://work.example" in written
    assert not any(line.startswith("WORK.TEL") for line in written)
