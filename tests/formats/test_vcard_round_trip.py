"""What is written is read again as the same contact, whatever the texts hold."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from notebook_app.formats.vcard.cards import ReadCard
from notebook_app.formats.vcard.read import read_cards
from notebook_app.formats.vcard.write import write_card
from notebook_app.model.contact import ContactDetails, Phone
from tests.formats.contact_samples import DETAILS

UID = "0b5a1b6e-7a6f-4f0e-9f27-6a5a6f3f0a11"


def read_one(text: str) -> ReadCard:
    """Return the only card of ``text``."""
    [card] = read_cards(text.encode("utf-8"))
    assert isinstance(card, ReadCard)
    return card


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@settings(max_examples=20, deadline=None)
@given(details=DETAILS)
def test_reading_what_was_written_gives_the_same_contact(
    version: str, details: ContactDetails
) -> None:
    card = read_one(write_card(details, UID, version))

    assert card.details == details
    assert (card.uid, card.version) == (UID, version)


@settings(max_examples=20, deadline=None)
@given(details=DETAILS)
def test_vcard_2_1_carries_all_but_order_encoded_extras_and_uids_beside_names(
    details: ContactDetails,
) -> None:
    card = read_one(write_card(details, UID, "2.1"))

    left_out = {"links": (), "other_properties": (), "related": ()}
    assert replace(card.details, **left_out) == replace(details, **left_out)
    assert {(who.name, who.label, "" if who.name else who.uid) for who in details.related} == {
        (who.name, who.label, who.uid) for who in card.details.related
    }
    urls = {(link.url, link.service) for link in card.details.links}
    assert urls == {(link.url, link.service) for link in details.links}
    assert len(card.details.other_properties) == len(details.other_properties)


@settings(max_examples=20, deadline=None)
@given(details=DETAILS)
def test_the_stored_text_of_a_card_reads_as_the_card_itself(details: ContactDetails) -> None:
    card = read_one(write_card(details, UID))

    again = read_one(card.raw)

    assert again.details == replace(details, photo=None)
    assert again.photo_hash == card.photo_hash
    assert again.raw == card.raw


@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0"])
@settings(max_examples=20, deadline=None)
@given(details=DETAILS)
def test_every_line_is_folded_and_none_can_begin_a_property_of_its_own(
    version: str, details: ContactDetails
) -> None:
    text = write_card(details, UID, version)

    assert text.startswith(f"BEGIN:VCARD\r\nVERSION:{version}\r\n")
    lines = text.split("\r\n")
    # As the value of a property (ROLE:BEGIN:VCARD) it is text like any other.
    assert lines.count("BEGIN:VCARD") == lines.count("END:VCARD") == 1
    assert "\n" not in text.replace("\r\n", "")


def test_an_unknown_version_is_refused() -> None:
    with pytest.raises(ValueError, match=r"5\.0"):
        write_card(ContactDetails(display_name="Ann"), UID, "5.0")


def test_a_card_without_a_uid_has_no_line_for_it() -> None:
    written = write_card(ContactDetails(display_name="Person"), "", "3.0")
    assert "FN:Person\r\n" in written
    assert "UID" not in written


INDENTED = (
    "BEGIN:VCARD\nVERSION:2.1\n\n FN:Bo\n\n TITLE:Smith\n\n X-FOO:bar\n\n no colon\nEND:VCARD\n"
)


@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0"])
@pytest.mark.parametrize("title", ["Smith", "Cook"])
def test_white_space_before_a_property_neither_hides_nor_damages_it(
    version: str, title: str
) -> None:
    came = read_one(INDENTED)
    now = replace(came.details, title=title)

    text = write_card(now, "", version, (came.raw,))

    assert "X-DAMAGED-LINE:FN" not in text
    assert "\r\nX-FOO:bar\r\n" in text
    back = read_one(text).details
    assert (back.display_name, back.title) == ("Bo", title)
    assert [line.strip() for line in back.other_properties] == ["X-FOO:bar", "no colon"]


def test_a_label_of_thousands_of_characters_does_not_hide_a_soft_break() -> None:
    details = ContactDetails("Bo", phones=(Phone("+46 70 174 06 05", "gate " * 2_000 + "end"),))

    assert read_one(write_card(details, "", "2.1")).details.phones == details.phones


@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0"])
@pytest.mark.parametrize("mark", ["BEGIN:VCARD", "end:vcard", " END:VCARD", "é END:VCARD"])
def test_no_line_is_broken_so_that_a_card_seems_to_begin_or_end(version: str, mark: str) -> None:
    for before in range(40, 90):
        note = "a" * before + mark
        details = ContactDetails("Bo", note=note)
        assert read_one(write_card(details, UID, version)).details.note == note
        kept = ContactDetails("Bo", other_properties=(f"X-KEPT:{note}",))
        [line] = read_one(write_card(kept, UID, version)).details.other_properties
        assert line.endswith(mark[-9:])
