"""The three-way merge: the phone's changes are taken, own edits stay, nothing else is touched."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from notebook_app.model.card_merge import FieldChange, Merged, PhotoHashes, merge_card
from notebook_app.model.contact import (
    Address,
    Affiliation,
    ContactDetails,
    Email,
    NameParts,
    Phone,
    Photo,
    RelatedName,
)
from notebook_app.model.partial_date import PartialDate

BASE = ContactDetails(
    display_name="Ann Berg",
    name=NameParts(given="Ann", family="Berg"),
    title="Baker",
    note="Old",
    phones=(Phone("030 23125001", "home"), Phone("0151 00000001", "mobile")),
    emails=(Email("ann@mail.example", "home"),),
    tags=("Rowing",),
)


def merge(
    base: ContactDetails | None,
    theirs: ContactDetails,
    ours: ContactDetails,
    photos: PhotoHashes | None = None,
) -> Merged:
    """Merge for a user in Germany."""
    return merge_card(base, theirs, ours, photos or PhotoHashes(), "DE")


def test_nothing_new_changes_nothing() -> None:
    ours = replace(BASE, note="Mine", phones=())

    merged = merge(BASE, BASE, ours)

    assert merged == Merged(ours, (), (), takes_photo=False)


def test_a_field_changed_there_is_taken_and_one_changed_here_stays() -> None:
    theirs = replace(BASE, title="Master baker", note="Theirs", birthday=PartialDate(5, 6))
    ours = replace(BASE, note="Mine")

    merged = merge(BASE, theirs, ours)

    assert (merged.details.title, merged.details.note) == ("Master baker", "Mine")
    assert merged.changes == (
        FieldChange("title", "Baker", "Master baker"),
        FieldChange("birthday", "", "--05-06"),
    )
    assert merged.kept == (FieldChange("note", "Mine", "Theirs"),)


def test_a_field_emptied_there_is_emptied_here() -> None:
    assert merge(BASE, replace(BASE, title=""), BASE).details.title == ""


def test_items_are_added_replaced_and_removed_one_by_one() -> None:
    theirs = replace(
        BASE,
        phones=(Phone("030 23125002", "home"), Phone("0151 00000001", "work mobile")),
        emails=(),
        tags=("Rowing", "Bakery"),
    )

    details = merge(BASE, theirs, BASE).details

    assert details.phones == theirs.phones
    assert details.emails == ()
    assert details.tags == ("Rowing", "Bakery")


def test_an_item_edited_here_is_not_removed() -> None:
    ours = replace(BASE, emails=(Email("ann@mail.example", "Bakery"),))

    merged = merge(BASE, replace(BASE, emails=()), ours)

    assert merged.details.emails == ours.emails
    assert merged.changes == ()


def test_two_posts_at_one_organisation_stay_two() -> None:
    posts = (Affiliation("Club", title="Chair"), Affiliation("Club", title="Coach"))
    base = replace(BASE, affiliations=posts)
    theirs = replace(base, affiliations=(posts[0], Affiliation("Club", title="Trainer")))

    assert merge(base, base, base).details.affiliations == posts
    assert merge(base, theirs, base).details.affiliations == theirs.affiliations


def test_two_people_that_only_their_uids_tell_apart_stay_two() -> None:
    both = (RelatedName("", "child", "uid-1"), RelatedName("", "child", "uid-2"))

    merged = merge(BASE, replace(BASE, related=both), BASE)

    assert merged.details.related == both
    assert [change.new for change in merged.changes] == ["uid-1 (child)", "uid-2 (child)"]


def test_one_number_in_two_spellings_is_one_item() -> None:
    theirs = replace(BASE, phones=(Phone("+49 30 23125001", "home"), BASE.phones[1]))
    ours = replace(BASE, phones=(*BASE.phones, Phone("+49 151 00000009")))

    details = merge(BASE, theirs, ours).details

    assert details.phones == (*theirs.phones, Phone("+49 151 00000009"))


def test_two_extensions_of_one_number_are_two_items() -> None:
    desks = (Phone("030 23125001 ext. 12"), Phone("030 23125001 ext. 13"), Phone("030 23125001"))

    merged = merge(None, replace(BASE, phones=desks), replace(BASE, phones=()))

    assert merged.details.phones == desks


def test_without_an_earlier_card_gaps_are_filled_and_nothing_is_removed() -> None:
    theirs = ContactDetails(
        display_name="Berg, Ann",
        organization="Bakery",
        title="Master baker",
        phones=(Phone("+49 30 23125001", "work"), Phone("112")),
        addresses=(Address(city="Berlin"),),
    )

    merged = merge(None, theirs, BASE)

    assert merged.details == replace(
        BASE,
        organization="Bakery",
        phones=(*BASE.phones, Phone("112")),
        addresses=theirs.addresses,
    )
    assert merged.kept == (FieldChange("title", "Baker", "Master baker"),)


def test_a_photo_is_taken_unless_it_was_changed_here() -> None:
    theirs = replace(BASE, photo=Photo("image/png", b"new"))

    taken = merge(BASE, theirs, BASE, PhotoHashes("", "new", ""))
    kept = merge(BASE, theirs, BASE, PhotoHashes("old", "new", "mine"))

    assert taken.takes_photo
    assert taken.details.photo == theirs.photo
    assert [change.field for change in taken.changes] == ["photo"]
    assert not kept.takes_photo
    assert [change.field for change in kept.kept] == ["photo"]


SIDES = st.builds(
    ContactDetails,
    display_name=st.sampled_from(["Ann", "Anna"]),
    title=st.sampled_from(["", "Baker", "Owner"]),
    note=st.sampled_from(["", "a", "b"]),
    birthday=st.sampled_from([None, PartialDate(5, 6), PartialDate(5, 6, 1980)]),
    phones=st.lists(
        st.builds(Phone, st.sampled_from(["1", "22", "333"]), st.sampled_from(["", "home"])),
        max_size=3,
        unique_by=lambda phone: phone.number,
    ).map(tuple),
    tags=st.lists(st.sampled_from("abc"), unique=True, max_size=3).map(tuple),
)


@given(base=SIDES, theirs=SIDES, ours=SIDES)
def test_merging_twice_changes_no_more(
    base: ContactDetails, theirs: ContactDetails, ours: ContactDetails
) -> None:
    once = merge(base, theirs, ours).details

    assert merge(theirs, theirs, once).changes == ()
    assert merge(None, theirs, once).details.phones[: len(once.phones)] == once.phones


@given(base=SIDES, theirs=SIDES)
def test_a_contact_that_was_never_edited_becomes_what_the_card_says(
    base: ContactDetails, theirs: ContactDetails
) -> None:
    details = merge(base, theirs, base).details

    assert replace(details, phones=(), tags=()) == replace(theirs, phones=(), tags=())
    assert set(details.phones) == set(theirs.phones)
    assert set(details.tags) == set(theirs.tags)
