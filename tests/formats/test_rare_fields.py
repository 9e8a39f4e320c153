"""What few cards say becomes fields, in every spelling, and nothing of it is lost or guessed."""

from dataclasses import replace

import pytest

from notebook_app.formats.vcard.card_style import card_style
from notebook_app.formats.vcard.cards import ReadCard
from notebook_app.formats.vcard.not_carried import not_carried
from notebook_app.formats.vcard.read import read_cards
from notebook_app.formats.vcard.write import write_card
from notebook_app.model.contact import (
    Affiliation,
    ContactDetails,
    Link,
    OwnField,
    RelatedName,
)
from tests.formats.golden_files import sample_cards

UID = "5f1d3c2b-0000-4000-8000-00000000f1e4"


def read_lines(*lines: str, version: str = "4.0") -> ContactDetails:
    """Return what a card with these lines says."""
    return read_card(*lines, version=version).details


def read_card(*lines: str, version: str = "4.0") -> ReadCard:
    """Return a card with these lines."""
    head = ("BEGIN:VCARD", f"VERSION:{version}", "FN:Ann")
    [card] = read_cards("\r\n".join((*head, *lines, "END:VCARD\r\n")).encode())
    assert isinstance(card, ReadCard)
    return card


def written_again(details: ContactDetails, way: str) -> ContactDetails:
    """Return what is read after ``details`` were written in a version or profile."""
    profile = "" if way[0].isdigit() else way
    text = write_card(details, UID, way if not profile else "3.0", profile=profile)
    [card] = read_cards(text.encode())
    assert isinstance(card, ReadCard)
    return card.details


def test_a_card_of_version_4_gives_all_of_them() -> None:
    details = sample_cards("fields")[0].details

    assert details.name.maiden == "Åkesson"
    assert details.pronouns == "she/her"
    assert details.gender == "female"
    assert details.languages == ("sv", "en")
    assert details.time_zone == "Europe/Stockholm"
    assert (details.organization, details.department) == ("Sjöberg & Co", "Sales")
    assert (details.title, details.profession) == ("Owner", "")
    assert details.affiliations == (
        Affiliation("Lund Chamber", "", "Treasurer", "Volunteer"),
        Affiliation("Rowing Club"),
    )
    assert details.links == (
        Link("https://sjoberg.example", preferred=True),
        Link("https://chamber.example/lena"),
    )
    assert details.related == (
        RelatedName("Per", "sibling", "5f1d3c2b-0000-4000-8000-00000000f1e2"),
    )
    assert details.own_fields == (
        OwnField("Shoe size", "39"),
        OwnField("Coffee; how?", "black, no sugar"),
    )
    assert details.other_properties == (
        "PRONOUNS;LANGUAGE=sv:hon",
        "RELATED;TYPE=me:mailto:lena@sjoberg.example",
        "MEMBER:urn:uuid:5f1d3c2b-0000-4000-8000-00000000f1e3",
        "EXPERTISE;LEVEL=expert:invoices",
    )


def test_what_a_field_could_only_hold_in_part_stays_as_it_came() -> None:
    details = sample_cards("fields")[1].details

    assert (details.gender, details.time_zone, details.affiliations) == ("", "", ())
    assert (details.organization, details.title) == ("Harbour Ltd", "Pilot")
    assert details.other_properties == (
        "GENDER:M;Fellow",
        "TZ;VALUE=uri:https://time.example/lund",
        "ORG:Pilots' Guild",
        "TITLE:Teacher",
        "TITLE:Examiner",
    )


def test_a_card_of_version_3_gives_them_in_its_own_spelling() -> None:
    [card] = sample_cards("posts")
    details = card.details

    assert (details.gender, details.pronouns) == ("female", "she/they")
    assert (details.languages, details.time_zone) == (("no",), "-05:00")
    assert details.title == "Adviser"
    assert details.affiliations == (Affiliation("Fjord Boats", "Yard", "Chair of the board"),)
    assert details.related == (RelatedName("Olav Berg", "father", "posts-2"),)
    assert details.own_fields == (OwnField("Table", "four"), OwnField("Locker", "12"))
    assert details.other_properties == ()


@pytest.mark.parametrize(
    ("line", "gender"),
    [
        ("GENDER:M", "male"),
        ("GENDER:f", "female"),
        ("GENDER:O", "other"),
        ("GENDER:N", "none"),
        ("GENDER:;it's complicated", "it's complicated"),
        ("X-GENDER:Female", "female"),
        ("X-GENDER:m", "male"),
        ("X-GENDER:they decide", "they decide"),
        ("X-WAB-GENDER:2", "male"),
    ],
)
def test_genders_of_all_spellings_are_understood(line: str, gender: str) -> None:
    details = read_lines(line)

    assert details.gender == gender
    assert details.other_properties == ()


@pytest.mark.parametrize("line", ["GENDER:U", "GENDER:M;Fellow", "GENDER:X", "X-WAB-GENDER:7"])
def test_a_gender_that_no_word_says_stays_as_it_came(line: str) -> None:
    assert read_lines(line).other_properties == (line,)


def test_a_group_says_which_title_belongs_to_which_organisation_whatever_their_order() -> None:
    details = read_lines(
        "item2.TITLE:Chair", "item2.ORG:Club", "item1.ORG:Shop;Till", "item1.TITLE:Owner"
    )

    assert (details.organization, details.title) == ("Club", "Chair")
    assert details.affiliations == (Affiliation("Shop", "Till", "Owner"),)
    assert details.other_properties == ()


def test_a_title_without_a_group_is_that_of_the_first_organisation() -> None:
    details = read_lines("ORG:Shop", "item1.ORG:Club", "item1.ROLE:Chair", "TITLE:Owner")

    assert (details.title, details.profession) == ("Owner", "")
    assert details.affiliations == (Affiliation("Club", profession="Chair"),)


def test_an_organisation_said_twice_is_one() -> None:
    assert read_lines("ORG:Shop", "ORG:Shop", "ORG:Club").affiliations == (Affiliation("Club"),)


def test_two_titles_at_one_organisation_stay_as_before() -> None:
    details = read_lines("ORG:Shop", "TITLE:Owner", "TITLE:Baker")

    assert (details.title, details.other_properties) == ("Owner", ("TITLE:Baker",))


@pytest.mark.parametrize("way", ["3.0", "4.0", "apple", "nextcloud"])
@pytest.mark.parametrize("number", [0, 1])
def test_they_come_back_from_every_kind_of_card(way: str, number: int) -> None:
    details = sample_cards("fields")[number].details

    assert written_again(details, way) == details


def test_an_old_phone_gets_none_of_them_and_each_is_named() -> None:
    details = sample_cards("fields")[0].details
    style = card_style("2.1", "old-phone")

    named = set(not_carried(details, written_again(details, "old-phone"), style))

    assert {
        "further organisations",
        "pronouns",
        "gender",
        "languages",
        "time zones",
        "own fields",
        "maiden names",
        "links between related people",
    } <= named


@pytest.mark.parametrize("way", ["2.1", "android"])
def test_a_card_without_room_for_uids_names_that(way: str) -> None:
    details = ContactDetails(display_name="Ann", related=(RelatedName("Bo", "spouse", UID),))
    style = card_style("2.1") if way == "2.1" else card_style("3.0", way)

    again = written_again(details, way)

    assert again.related == (RelatedName("Bo", "spouse"),)
    assert list(not_carried(details, again, style)) == ["links between related people"]


def test_a_reference_without_a_name_is_kept_where_there_is_no_room_for_uids() -> None:
    details = ContactDetails(display_name="Ann", related=(RelatedName("", "spouse", UID),))

    for way in ("2.1", "3.0", "4.0", "android", "apple"):
        assert written_again(details, way).related == details.related


def test_own_fields_go_to_android_as_google_shows_them() -> None:
    details = ContactDetails(display_name="Ann", own_fields=(OwnField("Shoe size", "39"),))

    text = write_card(details, UID, profile="android").replace("\r\n ", "")

    row = "X-ANDROID-CUSTOM:vnd.com.google.cursor.item/contact_user_defined_field;Shoe size;39;"
    assert row in text


def test_a_changed_title_of_a_second_organisation_leaves_all_other_lines_alone() -> None:
    [card] = sample_cards("posts")
    [post] = card.details.affiliations
    changed = replace(card.details, affiliations=(replace(post, title="Treasurer"),))

    text = write_card(changed, card.uid, "3.0", (card.raw,))
    [again] = read_cards(text.encode())

    assert isinstance(again, ReadCard)
    assert again.details == changed
    assert "Chair of the board" not in text
    assert "URL;type=pref:https://berg.example\r\n" in text
    assert "X-GENDER:Female\r\n" in text


def test_a_second_organisation_that_was_taken_away_is_gone() -> None:
    [card] = sample_cards("posts")
    less = replace(card.details, affiliations=())

    text = write_card(less, card.uid, "3.0", (card.raw,))

    assert "Fjord Boats" not in text
    assert [
        again.details for again in read_cards(text.encode()) if isinstance(again, ReadCard)
    ] == [less]


def test_an_edited_field_replaces_its_line_and_no_other() -> None:
    card = read_card("GENDER:F", "LANG;PREF=1:sv", "LANG;PREF=2:en", "TZ:Europe/Oslo")
    changed = replace(card.details, gender="", languages=("en", "sv"))

    text = write_card(changed, UID, "4.0", (card.raw,))

    assert "GENDER" not in text
    assert "TZ:Europe/Oslo\r\n" in text
    assert [
        again.details for again in read_cards(text.encode()) if isinstance(again, ReadCard)
    ] == [changed]


def test_parameters_of_a_second_organisation_stay_with_it() -> None:
    card = read_card(
        "ORG:Shop", "item1.ORG;LANGUAGE=sv:Klubben", "item1.TITLE;LANGUAGE=sv:Ordförande"
    )

    text = write_card(card.details, UID, "3.0", (card.raw,))

    assert "\r\nORG:Shop\r\n" in text
    assert "item1.ORG;LANGUAGE=sv:Klubben\r\n" in text
    assert "item1.TITLE;LANGUAGE=sv:Ordförande\r\n" in text


def test_an_encoded_label_before_a_value_that_ends_in_an_equals_sign_swallows_no_line() -> None:
    details = read_lines("item1.EMAIL:a=", "item1.X-ABLabel:a: b", "TITLE:Owner")

    assert written_again(details, "2.1") == details


def test_a_title_without_an_organisation_keeps_apart_from_that_of_another() -> None:
    details = ContactDetails(
        display_name="Ann", title="Poet", affiliations=(Affiliation("Club", title="Chair"),)
    )

    again = written_again(details, "3.0")

    assert (again.organization, again.title) == ("Club", "Chair")
    assert again.affiliations == (Affiliation(title="Poet"),)


@pytest.mark.parametrize("way", ["2.1", "3.0", "4.0", "apple", "android", "nextcloud"])
@pytest.mark.parametrize("odd", ["a; b", ";x", "a=3B", "é; b", "x" * 90])
def test_a_link_without_a_name_comes_back_whatever_its_label_and_uid(way: str, odd: str) -> None:
    details = ContactDetails(display_name="Ann", related=(RelatedName("", odd, odd),))

    assert [person.uid for person in written_again(details, way).related] == [odd]
