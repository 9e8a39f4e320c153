"""A list by place leads through town: by postal code and street, and nobody is forgotten."""

from dataclasses import replace

from notebook_app.model.contact import Address
from notebook_app.reports.document import Document
from notebook_app.reports.follow_up_list import NO_PLACE, ListStyle, follow_up_list
from notebook_app.reports.follow_up_parts import USUAL_LIST_PARTS, ListPart
from notebook_app.reports.places import place_among
from tests.reports.test_follow_up_list import GRACE, TODAY, WORDS


def by_place(*places: Address | None) -> Document:
    """Return the list by place of people called 1, 2, … who are there."""
    rows = [
        replace(GRACE, id=at, contact_id=at, contact_name=str(at))
        for at in range(1, len(places) + 1)
    ]
    where = {at: place for at, place in enumerate(places, 1) if place is not None}
    return follow_up_list(rows, TODAY, WORDS, style=ListStyle.BY_PLACE, places=where)


def names(document: Document) -> list[tuple[str, str]]:
    """Return each heading with the names below it."""
    return [
        (section.heading, " ".join(entry.name for entry in section.entries))
        for section in document.sections
    ]


def test_towns_lie_where_their_first_postal_code_does_and_streets_by_house_number() -> None:
    document = by_place(
        Address(street="Ring 10", city="Köln", postal_code="50667"),
        Address(street="Ufer 1", city="Bonn", postal_code="53111"),
        Address(street="Ring 9", city="köln", postal_code="50667"),
        None,
        Address(street="Weg 1", city="Köln", postal_code="50600"),
        Address(street="Allee 3", city="Brühl", postal_code="50650"),
    )
    assert names(document) == [("Köln", "5 3 1"), ("Brühl", "6"), ("Bonn", "2"), (NO_PLACE, "4")]


def test_the_place_is_said_in_each_entry() -> None:
    document = by_place(Address("Ring 10\nBack yard", "Köln", "NRW", "50667", "Germany"), None)
    told, nowhere = (section.entries[0].place for section in document.sections)
    assert told == "Ring 10 Back yard, 50667 Köln"
    assert nowhere == ""


def test_a_place_without_a_town_stands_under_what_is_known() -> None:
    document = by_place(Address(postal_code="SW1A 1AA"), Address(street="Somewhere 1"))
    assert {section.heading for section in document.sections} == {"SW1A 1AA", "Elsewhere"}


def test_the_preferred_address_is_where_one_goes() -> None:
    office, home = Address(street="Ring 1"), Address(city="Bonn", preferred=True)
    assert place_among([office, home]) is home
    assert place_among([office]) is office
    assert place_among([Address(label="home")]) is None


def test_only_what_was_chosen_is_shown() -> None:
    def entry(*parts: ListPart) -> dict[str, str]:
        document = follow_up_list(
            [GRACE], TODAY, WORDS, shown=parts, places={1: Address("Ring 1", "Bonn")}
        )
        made = document.sections[0].entries[0]
        said = {
            "beside": made.beside,
            "phone": made.phone,
            "email": made.email,
            "place": made.place,
            "act": made.act,
            "text": made.text,
            "trail": "".join(made.trail),
        }
        return {name: text for name, text in said.items() if text}

    assert entry() == {}
    assert entry(ListPart.PHONES, ListPart.WHY) == {
        "phone": "+44 20 7946 0958",
        "text": "Is the lease renewed?",
    }
    assert entry(ListPart.ADDRESSES) == {"place": "Ring 1, Bonn"}
    usual = entry(*USUAL_LIST_PARTS)
    assert "place" not in usual
    assert usual["beside"] == "Holt Estate Agents"
