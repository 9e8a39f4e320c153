"""Phone numbers get the same international form whether read fast or by phonenumbers itself."""

import phonenumbers
import pytest

from notebook_app.model.phone_number import (
    bare_number,
    extension_of,
    international_form,
    national_digits,
    parsed_form,
)


@pytest.mark.parametrize(
    ("number", "region", "expected"),
    [
        ("030 23125-001", "DE", "+493023125001"),
        ("+49 (0)30 23125001", "DE", "+493023125001"),
        ("0049 30 23125001", "DE", "+493023125001"),
        ("+1 (202) 555-0101", "DE", "+12025550101"),
        ("(202) 555-0101", "US", "+12025550101"),
        ("06 1234 5678", "IT", "+390612345678"),
        ("030 23125001 ext. 22", "DE", "+493023125001"),
        ("+49-30-23125001;ext=22", "DE", "+493023125001"),
        ("112", "DE", ""),
        ("911", "US", ""),
        ("22833", "XX", ""),
        ("030 23125001p22", "DE", ""),
        ("*100#", "DE", ""),
        ("maja@sip.example", "DK", ""),
        ("call me", "GB", ""),
        ("", "GB", ""),
        ("+", "GB", ""),
        ("+999 123456", "GB", ""),
    ],
)
def test_international_form(number: str, region: str, expected: str) -> None:
    assert international_form(number, region) == expected


@pytest.mark.parametrize("region", [*sorted(phonenumbers.SUPPORTED_REGIONS)[::7], "DE", "US", "IT"])
def test_the_short_way_agrees_with_phonenumbers(region: str) -> None:
    for kind in (0, 1, 3):
        example = phonenumbers.example_number_for_type(region, kind)
        if example is None:
            continue
        for style in (0, 1, 2):
            number = phonenumbers.format_number(example, style)
            for written in (number, number.replace(" ", ""), number[:-1], number + "1"):
                if len(bare_number(written)) > 5:
                    assert international_form(written, region) == parsed_form(written, region)


def test_the_national_digits_follow_the_country_code() -> None:
    assert national_digits("+493023125001") == "3023125001"
    assert national_digits("+12025550101") == "2025550101"
    assert national_digits("+390612345678") == "0612345678"


@pytest.mark.parametrize(
    ("number", "extension"),
    [
        ("030 23125001 ext. 22", "22"),
        ("030 23125001 Extension 22", "22"),
        ("030 23125001;ext=22", "22"),
        ("+1 202 555 0103 x55", "55"),
        ("+1 (202) 555 0103x55", "55"),
        ("030 23125001", ""),
        ("next 22", ""),
        ("030 23125001p22", ""),
    ],
)
def test_the_extension_is_told_from_the_number(number: str, extension: str) -> None:
    assert extension_of(number) == extension
