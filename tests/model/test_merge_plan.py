"""What a merge keeps by default, and what the user may choose instead."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from notebook_app.model.contact import (
    Address,
    Affiliation,
    Contact,
    ContactDetails,
    ContactDraft,
    ContactKind,
    Email,
    NameParts,
    OwnDate,
    Phone,
    Photo,
    RelatedName,
    Stage,
)
from notebook_app.model.merge_plan import MergeLine, Side, compare, merged_draft
from notebook_app.model.partial_date import PartialDate
from tests.made_up import examples


def contact(contact_id: int, shown: str = "Anna Berg", **details: object) -> Contact:
    """Return a contact with some details."""
    known = ContactDetails(display_name=shown, **details)  # type: ignore[arg-type]
    return Contact(contact_id, f"uid{contact_id}", known)


def lines_of(left: Contact, right: Contact, field: str) -> list[MergeLine]:
    """Return the lines of one field."""
    return [line for line in compare(left, right, "SE") if line.field == field]


def merged(left: Contact, right: Contact, **choices: Side) -> ContactDraft:
    """Return what becomes of two contacts; ``phones_0`` stands for the key ``phones:0``."""
    chosen = {key.replace("_0", ":0").replace("_1", ":1"): side for key, side in choices.items()}
    return merged_draft(left, right, compare(left, right, "SE"), chosen)


def test_posts_at_one_firm_become_one_and_others_stand_beside() -> None:
    left = contact(1, organization="Acme", title="Owner")
    right = contact(
        2, organization="ACME", department="Sales", affiliations=(Affiliation("Chamber"),)
    )
    details = merged(left, right).details
    assert (details.organization, details.department, details.title) == ("Acme", "Sales", "Owner")
    assert details.affiliations == (Affiliation("Chamber"),)


def test_of_two_titles_at_one_firm_one_is_chosen() -> None:
    left, right = (
        contact(1, organization="Acme", title="A"),
        contact(2, organization="Acme", title="B"),
    )
    [line] = lines_of(left, right, "posts")
    assert line.options == (Side.LEFT, Side.RIGHT, Side.NEITHER)
    assert merged(left, right, posts_0=Side.RIGHT).details.title == "B"
    assert merged(left, right, posts_0=Side.NEITHER).details.organization == ""


def test_a_fuller_address_is_kept_once() -> None:
    left = contact(1, addresses=(Address("Main 1", "Lund"),))
    right = contact(2, addresses=(Address("Main 1", postal_code="222 22", label="home"),))
    assert merged(left, right).details.addresses == (
        Address("Main 1", "Lund", postal_code="222 22", label="home"),
    )
    elsewhere = contact(3, addresses=(Address("Other 2", "Lund"),))
    assert len(merged(left, elsewhere).details.addresses) == 2


def test_the_better_name_is_kept() -> None:
    for poor, good in (
        ("anna berg", "Anna Berg"),
        ("A. Berg", "Anna Berg"),
        ("Anna", "Anna Berg"),
        ("anna@x.example", "Anna"),
        ("+46 70", "Anna"),
        ("Bjorn Berg", "Björn Berg"),
    ):
        for one, other in ((poor, good), (good, poor)):
            name = merged(contact(1, one), contact(2, other)).details.display_name
            assert name == good


def test_a_name_is_taken_whole() -> None:
    left = contact(1, "Anna Berg", name=NameParts(given="Anna", family="Berg"))
    right = contact(2, "Ann Berg", name=NameParts(given="Ann", family="Berg", prefix="Dr."))
    details = merged(left, right, name=Side.RIGHT).details
    assert (details.display_name, details.name) == ("Ann Berg", right.details.name)


def test_a_note_that_holds_the_other_is_kept_alone() -> None:
    left, right = contact(1, note="Likes boats."), contact(2, note="Likes boats. Has a dog.")
    assert merged(left, right).details.note == "Likes boats. Has a dog."
    assert merged(right, left).details.note == "Likes boats. Has a dog."
    assert merged(contact(1, note="dog"), contact(2, note="hotdog")).details.note == "dog\n\nhotdog"


def test_a_birthday_with_its_year_is_better() -> None:
    left, right = contact(1, birthday=PartialDate(5, 6)), contact(2, birthday=PartialDate(5, 6, 80))
    assert merged(left, right).details.birthday == PartialDate(5, 6, 80)


def test_one_preferred_number_is_left() -> None:
    left = contact(1, phones=(Phone("0701", preferred=True),), emails=(Email("a@x"),))
    right = contact(
        2, phones=(Phone("0702", preferred=True),), emails=(Email("b@x", preferred=True),)
    )
    details = merged(left, right).details
    assert [phone.preferred for phone in details.phones] == [True, False]
    assert [email.preferred for email in details.emails] == [False, True]


def test_the_two_are_not_related_to_themselves() -> None:
    left = contact(1, related=(RelatedName("Anna", "partner", uid="uid2"),))
    right = contact(
        2, related=(RelatedName("Bo", "child", uid="uid9"), RelatedName("A", "", "uid1"))
    )
    assert [who.name for who in merged(left, right).details.related] == ["Bo"]


def test_a_person_and_an_organisation_are_chosen_between() -> None:
    left, right = contact(1), contact(2, kind=ContactKind.ORGANIZATION)
    assert merged(left, right).details.kind is ContactKind.PERSON
    assert merged(left, right, kind=Side.RIGHT).details.kind is ContactKind.ORGANIZATION
    assert lines_of(left, contact(3), "kind") == []


def test_a_choice_that_is_not_offered_counts_as_the_default() -> None:
    left, right = contact(1, birthday=PartialDate(1, 2)), contact(2, birthday=PartialDate(3, 4))
    assert merged(left, right, birthday=Side.BOTH).details.birthday == PartialDate(1, 2)
    assert merged(left, right, name=Side.NEITHER).details.display_name == "Anna Berg"


def test_a_picture_and_a_stage_can_be_left_out() -> None:
    left = replace(contact(1, photo=Photo("image/png", b"x")), stage=Stage.MET)
    assert merged(left, contact(2), photo=Side.NEITHER).details.photo is None
    assert merged(left, contact(2), stage=Side.NEITHER).stage is None
    assert merged(contact(2), left).details.photo == left.details.photo


_WORDS = st.sampled_from(["", "a", "b", "Acme", "x@y", "+46701234567", "0701234567"])
_CONTACTS = st.builds(
    ContactDetails,
    display_name=st.sampled_from(["Anna Berg", "anna", "Ann Berg"]),
    organization=_WORDS,
    title=_WORDS,
    note=_WORDS,
    nickname=_WORDS,
    phones=st.lists(st.builds(Phone, _WORDS.filter(bool), _WORDS, st.booleans())).map(tuple),
    emails=st.lists(st.builds(Email, _WORDS.filter(bool), _WORDS)).map(tuple),
    addresses=st.lists(st.builds(Address, _WORDS, _WORDS)).map(tuple),
    dates=st.lists(st.builds(OwnDate, _WORDS, st.just(PartialDate(1, 2)))).map(tuple),
    tags=st.lists(_WORDS.filter(bool), unique=True).map(tuple),
)


@given(_CONTACTS, _CONTACTS)
@settings(max_examples=examples(30, 400), deadline=None)
def test_by_default_no_value_of_either_is_lost(
    ours: ContactDetails, theirs: ContactDetails
) -> None:
    left, right = Contact(1, "uid1", ours), Contact(2, "uid2", theirs)
    details = merged_draft(left, right, compare(left, right, "SE"), {}).details

    numbers = {phone.number[-9:] for phone in details.phones}
    kept_notes = details.note + details.nickname
    for side in (ours, theirs):
        assert {phone.number[-9:] for phone in side.phones} <= numbers
        assert {mail.address for mail in side.emails} <= {mail.address for mail in details.emails}
        assert set(side.tags) <= set(details.tags)
        assert side.note in kept_notes
        assert side.nickname in kept_notes
        firms = {details.organization, *(post.organization for post in details.affiliations)}
        assert side.organization.casefold() in {firm.casefold() for firm in firms} | {""}
        towns = {address.city for address in details.addresses} | {""}
        assert {address.city for address in side.addresses} <= towns
    assert sum(phone.preferred for phone in details.phones) <= 1
