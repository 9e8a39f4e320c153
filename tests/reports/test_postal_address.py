"""Addresses in the form of the receiver's country."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook_app.model.contact import Address
from notebook_app.reports.country_names import COUNTRY_NAMES
from notebook_app.reports.postal_address import (
    FORMS,
    country_code,
    is_complete,
    postal_lines,
)


def address(code: str, city: str, region: str = "", country: str = "") -> Address:
    """An address in a street."""
    return Address("Street 1", city, region, code, country)


@pytest.mark.parametrize(
    ("country", "code", "city", "region", "town"),
    [
        ("Deutschland", "10115", "Berlin", "Berlin", ["10115 Berlin", "GERMANY"]),
        ("Österreich", "1010", "Wien", "", ["1010 Wien", "AUSTRIA"]),
        ("Schweiz", "8001", "Zürich", "ZH", ["8001 Zürich", "SWITZERLAND"]),
        ("France", "75008", "Paris", "", ["75008 PARIS", "FRANCE"]),
        ("Nederland", "1012 JS", "Amsterdam", "", ["1012 JS  AMSTERDAM", "NETHERLANDS"]),
        ("Belgique", "1000", "Bruxelles", "", ["1000 Bruxelles", "BELGIUM"]),
        ("Sverige", "111 22", "Stockholm", "", ["111 22  Stockholm", "SWEDEN"]),
        ("Danmark", "2100", "København Ø", "", ["2100 København Ø", "DENMARK"]),
        ("Norge", "0150", "Oslo", "", ["0150 OSLO", "NORWAY"]),
        ("Suomi", "00100", "Helsinki", "", ["00100 HELSINKI", "FINLAND"]),
        ("Italia", "00187", "Roma", "RM", ["00187 ROMA RM", "ITALY"]),
        ("España", "28013", "Madrid", "Madrid", ["28013 MADRID", "SPAIN"]),
        ("España", "17001", "Girona", "Cataluña", ["17001 GIRONA", "CATALUÑA", "SPAIN"]),
        ("Portugal", "1000-001", "Lisboa", "", ["1000-001 LISBOA", "PORTUGAL"]),
        ("Polska", "00-238", "Warszawa", "", ["00-238 Warszawa", "POLAND"]),
        ("Česko", "110 00", "Praha 1", "", ["110 00  Praha 1", "CZECHIA"]),
        ("England", "LS1 4AP", "Leeds", "", ["LEEDS", "LS1 4AP", "UNITED KINGDOM"]),
        ("Ireland", "D02 X285", "Dublin 2", "", ["Dublin 2", "D02 X285", "IRELAND"]),
        ("usa", "62704", "Troy", "IL", ["Troy, IL 62704", "UNITED STATES OF AMERICA"]),
        ("Canada", "K1A 0B1", "Ottawa", "ON", ["OTTAWA ON  K1A 0B1", "CANADA"]),
        ("AU", "2000", "Sydney", "NSW", ["SYDNEY NSW  2000", "AUSTRALIA"]),
        ("New Zealand", "6011", "Wellington", "", ["Wellington 6011", "NEW ZEALAND"]),
        ("日本", "150-0001", "Shibuya-ku", "Tokyo", ["Shibuya-ku, Tokyo 150-0001", "JAPAN"]),
        ("Brasil", "01310-100", "São Paulo", "SP", ["01310-100 São Paulo", "SP", "BRAZIL"]),
    ],
)  # fmt: skip
def test_the_town_stands_as_the_post_there_wants_it(
    country: str, code: str, city: str, region: str, town: list[str]
) -> None:
    lines = postal_lines(address(code, city, region, country), "IS")
    assert list(lines) == ["Street 1", *town]


def test_the_country_is_left_out_at_home() -> None:
    there = address("10115", "Berlin", country="Germany")
    assert postal_lines(there, "DE") == ("Street 1", "10115 Berlin")
    assert postal_lines(address("10115", "Berlin"), "DE") == ("Street 1", "10115 Berlin")


@pytest.mark.parametrize(
    ("code", "region", "line"),
    [
        ("62704", "", "Springfield, 62704"),
        ("", "IL", "Springfield, IL"),
        ("", "", "Springfield"),
    ],
)
def test_parts_that_are_missing_leave_no_trace(code: str, region: str, line: str) -> None:
    assert postal_lines(address(code, "Springfield", region), "US")[-1] == line


def test_braces_in_an_address_are_only_letters() -> None:
    assert postal_lines(address("{city}", "{region}", "{code}"), "US")[-1] == (
        "{region}, {code} {city}"
    )


def test_a_box_has_its_word_in_the_language_of_the_country() -> None:
    assert postal_lines(Address(po_box="12 34", postal_code="10115", city="Berlin"), "DE") == (
        "Postfach 12 34",
        "10115 Berlin",
    )
    assert postal_lines(Address(po_box="Box 7", city="Leeds"), "GB")[0] == "Box 7"


def test_the_flat_stands_above_the_street_and_below_it_in_america() -> None:
    at = Address("1 Main St", "Town", "", "1", extended="Apt 4")
    assert postal_lines(at, "DE")[:2] == ("Apt 4", "1 Main St")
    assert postal_lines(at, "US")[:2] == ("1 Main St", "Apt 4")


@pytest.mark.parametrize(
    ("complete", "at"),
    [
        (True, Address("Street 1", "Town")),
        (True, Address(city="Town", postal_code="123")),
        (True, Address(po_box="7", postal_code="123")),
        (True, Address("Street 1\n123 Town")),
        (False, Address()),
        (False, Address("Street 1")),
        (False, Address(city="Town", country="Sweden")),
        (False, Address(country="Sweden", region="Skåne")),
    ],
)
def test_only_an_address_that_a_letter_can_reach_is_complete(complete: bool, at: Address) -> None:
    assert is_complete(at) is complete


def test_each_country_is_found_by_all_its_names() -> None:
    for code, names in COUNTRY_NAMES.items():
        for name in (code, code.lower(), *names, *(name.upper() for name in names)):
            assert country_code(name) == code, name
    assert country_code("Atlantis") == ""


def test_countries_have_names_that_no_other_has() -> None:
    names = [name for each in COUNTRY_NAMES.values() for name in each]
    assert all(name == name.strip() for name in names)
    assert len({name.casefold() for name in names}) == len(names)
    assert set(FORMS) <= set(COUNTRY_NAMES)


@pytest.mark.parametrize(
    ("written", "on_paper"),
    [
        ("Brasilien", "BRAZIL"),
        ("Rossiya", "ROSSIYA"),
        ("Россия", "RUSSIA"),
        ("中国", "CHINA"),
        ("IN", "INDIA"),
        ("Bosnia & Herzegovina", "BOSNIA AND HERZEGOVINA"),
        ("Côte d'Ivoire", "CÔTE D’IVOIRE"),
        ("the Philippines", "PHILIPPINES"),
        ("Südafrika", "SOUTH AFRICA"),
        ("México", "MEXICO"),
        ("U.S.A.", "UNITED STATES OF AMERICA"),
    ],
)
def test_the_country_is_last_in_capitals_and_english(written: str, on_paper: str) -> None:
    assert postal_lines(address("1", "Town", country=written), "DE")[-1] == on_paper


@pytest.mark.parametrize(
    ("home", "written"), [("BR", "Brasil"), ("JP", "日本"), ("ZA", "Südafrika")]
)
def test_the_own_country_is_known_wherever_one_lives(home: str, written: str) -> None:
    assert postal_lines(address("1", "Town", country=written), home)[-1] in ("1 Town", "Town, 1")


@given(st.lists(st.text(max_size=40), min_size=6, max_size=6), st.sampled_from([*FORMS, "XX"]))
def test_no_address_makes_an_empty_line_or_one_with_breaks(parts: list[str], home: str) -> None:
    for line in postal_lines(Address(*parts), home):
        assert line.strip() == line
        assert line
        assert len(line.splitlines()) == 1
