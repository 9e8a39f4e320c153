"""Which address, which lines, and on which label."""

import pytest

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.contact import Address, Contact, ContactDetails, ContactKind
from notebook_app.reports.labels import (
    AddressChoice,
    Recipient,
    Recipients,
    plan_labels,
    recipient_of,
)
from notebook_app.reports.labels_envelopes import ENVELOPES, Envelope, find_envelope
from notebook_app.reports.usual_sheets import find_sheet

HOME = Address("Home Road 1", "Town", postal_code="1", label="home")
WORK = Address("Work Road 2", "Town", postal_code="2", label="work", preferred=True)
PLAIN = Address("Plain Road 3", "Town", postal_code="3")


def contact(*addresses: Address, **details: object) -> Contact:
    """Somebody at a firm."""
    known: dict[str, object] = {"display_name": "Ida Berg", "organization": "Berg AB"}
    return Contact(1, "uid", ContactDetails(**known | details, addresses=addresses))  # type: ignore[arg-type]


def lines(contact: Contact, choice: AddressChoice = AddressChoice.PREFERRED) -> list[str]:
    """All lines of a label."""
    recipient = recipient_of(contact, choice, "SE")
    return list(recipient.all_lines()) if recipient else []


def test_the_preferred_address_is_taken_or_the_one_that_is_asked_for() -> None:
    both = contact(HOME, WORK)
    assert lines(both) == ["Ida Berg", "Berg AB", "Work Road 2", "2  Town"]
    assert lines(both, AddressChoice.HOME) == ["Ida Berg", "Home Road 1", "1  Town"]
    assert lines(both, AddressChoice.WORK)[2] == "Work Road 2"


def test_one_without_a_label_may_be_the_home_but_one_at_work_is_not() -> None:
    assert lines(contact(PLAIN), AddressChoice.HOME)[-2] == "Plain Road 3"
    assert lines(contact(WORK), AddressChoice.HOME) == []
    assert lines(contact(PLAIN, HOME), AddressChoice.HOME)[1] == "Home Road 1"


def test_an_address_that_no_letter_reaches_is_passed_over() -> None:
    assert lines(contact(Address(country="Sweden", preferred=True), PLAIN))[2] == "Plain Road 3"
    assert lines(contact(Address(country="Sweden"))) == []


def test_an_organisation_is_named_once() -> None:
    assert lines(contact(PLAIN, kind=ContactKind.ORGANIZATION))[0:2] == ["Ida Berg", "Plain Road 3"]
    assert lines(contact(PLAIN, display_name="Berg AB"))[0:2] == ["Berg AB", "Plain Road 3"]


def people(count: int) -> list[Recipient]:
    """So many to write to."""
    return [Recipient(number, f"Person {number}", "", ("Road", "Town")) for number in range(count)]


def test_a_half_used_sheet_is_filled_from_its_first_free_label() -> None:
    plan = plan_labels(people(25), find_sheet("L7160"), start=20)
    assert [[label for label, _who in page] for page in plan.pages] == [
        [19, 20],
        list(range(21)),
        [0, 1],
    ]
    assert [who.name for _label, who in plan.pages[2]] == ["Person 23", "Person 24"]


def test_copies_lie_side_by_side() -> None:
    plan = plan_labels(people(2), find_sheet("L7160"), copies=2)
    assert [who.contact_id for _label, who in plan.pages[0]] == [0, 0, 1, 1]


@pytest.mark.parametrize(
    ("count", "start", "copies"), [(0, 1, 1), (1, 0, 1), (1, 22, 1), (1, 1, 0), (200, 1, 1_000)]
)
def test_what_can_not_be_is_said(count: int, start: int, copies: int) -> None:
    with pytest.raises(UserProblem):
        plan_labels(people(count), find_sheet("L7160"), start, copies)


def test_who_has_no_address_is_named() -> None:
    assert Recipients(()).missing_words() == ""
    assert Recipients((), ("Ida", "Bo")).missing_words().endswith("Ida, Bo.")
    assert Recipients((), ("Ida",) * 9).missing_words().endswith("and 3 more.")


@pytest.mark.parametrize("envelope", ENVELOPES, ids=lambda envelope: envelope.name)
def test_the_addresses_of_an_envelope_keep_apart_and_off_its_edges(envelope: Envelope) -> None:
    left, top, width, height = envelope.address_area
    _x, y, _width, back_height = envelope.sender_area
    assert width >= 60
    assert height >= 40
    assert left + width <= envelope.width - 15 + 1e-6
    assert top + height <= envelope.height - 15 + 1e-6
    assert y + back_height <= top


def test_envelopes_are_found_by_name() -> None:
    assert find_envelope("10") is find_envelope("#10")
    assert find_envelope("dl").width == 220
    with pytest.raises(UserProblem):
        find_envelope("C9")
