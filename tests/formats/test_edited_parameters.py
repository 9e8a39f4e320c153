"""A value that is edited here keeps what its line said beside a contact's fields."""

from dataclasses import replace

import pytest

from notebook_app.formats.vcard.cards import ReadCard
from notebook_app.formats.vcard.read import read_cards
from notebook_app.formats.vcard.write import write_card
from notebook_app.model.contact import ContactDetails, Phone

CARD = """BEGIN:VCARD
VERSION:4.0
N;SORT-AS="Berg,Ann";LANGUAGE=sv:Berg;Ann;;;
FN:Ann Berg
TITLE;LANGUAGE=sv;ALTID=1:Kock
TEL;TYPE=cell;X-FOO=bar;PID=1.1:+46 70 174 06 01
TEL;TYPE=home;X-FOO=baz:+46 70 174 06 02
EMAIL;TYPE=work;PREF=2;ALTID=3;PID=1.2;LANGUAGE=de:ann@mail.example
ADR;LABEL="Street 1, Town";X-BAR=1:;;Street 1;Town;;12345;Land
END:VCARD
"""
VERSIONS = ("2.1", "3.0", "4.0")


def came() -> ReadCard:
    """Return the card as it came."""
    [card] = read_cards(CARD.encode())
    assert isinstance(card, ReadCard)
    return card


def line_of(details: ContactDetails, version: str, text: str) -> set[str]:
    """Write the contact; return the pieces of the head of the only line with ``text``."""
    written = write_card(details, "", version, (came().raw,)).replace("\r\n ", "")
    [line] = [line for line in written.split("\r\n") if text in line]
    return set(line.partition(":")[0].split(";"))


@pytest.mark.parametrize("version", VERSIONS)
def test_an_edited_number_keeps_its_parameters(version: str) -> None:
    first, second = came().details.phones
    details = replace(came().details, phones=(replace(first, number="+46 8 1"), second))

    assert {"X-FOO=bar", "PID=1.1"} <= line_of(details, version, "+46 8 1")
    assert "X-FOO=baz" in line_of(details, version, "06 02")


@pytest.mark.parametrize("version", VERSIONS)
def test_an_edited_label_keeps_preference_and_language(version: str) -> None:
    [email] = came().details.emails
    details = replace(came().details, emails=(replace(email, label="home"),))

    pieces = line_of(details, version, "ann@mail")
    assert {"PREF=2", "ALTID=3", "PID=1.2", "LANGUAGE=de"} <= pieces


def test_an_item_that_is_preferred_now_has_one_preference() -> None:
    [email] = came().details.emails
    details = replace(came().details, emails=(replace(email, preferred=True),))

    pieces = line_of(details, "4.0", "ann@mail")
    assert "PREF=1" in pieces
    assert "PREF=2" not in pieces


@pytest.mark.parametrize("version", VERSIONS)
def test_what_speaks_of_the_old_value_goes_with_it(version: str) -> None:
    card = came().details
    [address] = card.addresses
    details = replace(
        card,
        name=replace(card.name, given="Anna"),
        addresses=(replace(address, street="Road 2"),),
    )

    assert line_of(details, version, "Road 2") & {"X-BAR=1"} == {"X-BAR=1"}
    assert "LABEL" not in "".join(line_of(details, version, "Road 2"))
    assert line_of(details, version, "Berg;Anna") == {"N", "LANGUAGE=sv"}


@pytest.mark.parametrize("version", VERSIONS)
def test_an_edited_single_field_keeps_its_parameters(version: str) -> None:
    details = replace(came().details, title="Chef")

    assert {"TITLE", "LANGUAGE=sv", "ALTID=1"} == line_of(details, version, "Chef")


@pytest.mark.parametrize("version", VERSIONS)
def test_a_number_in_place_of_a_removed_one_is_not_taken_for_it(version: str) -> None:
    _, second = came().details.phones
    fewer = replace(came().details, phones=(replace(second, number="+46 8 1"),))
    behind = replace(came().details, phones=(second, Phone("+46 8 1")))

    for details in (fewer, behind):
        assert "X-FOO" not in "".join(line_of(details, version, "+46 8 1"))
