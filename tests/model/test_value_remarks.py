"""Likely slips are pointed out in a sentence; odd but possible values are left in peace."""

import time
from datetime import date

import pytest

from notebook_app.model.contact import Email, Link, LinkKind, OwnDate, Phone
from notebook_app.model.partial_date import PartialDate
from notebook_app.model.value_remarks import email_remark, link_remark, phone_remark, value_remark

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    "number",
    [
        "",
        "112",
        "1177",
        "118 118",
        "070-123 45 67",
        "+46 (0)70 123 45 67",
        "0046 70 1234567",
        "08-465 004 10 ext. 12",
        "08-465 004 10;ext=12",
        "+1 202 555 0103 x55",
        "070-123 45 67,,22#",
        "*21#",
        "#31#",
        "020-FLOWERS",
        "maja@sip.example",
        "sip:maja@sip.example",
    ],
)
def test_numbers_that_people_have_are_left_in_peace(number: str) -> None:
    assert phone_remark(number, "SE") == ""


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("12", "too short"),
        ("070-123 45 6O", "a letter"),
        ("070-123 45 67 (summer house)", "words"),
        ("call me", "no digits"),
        ("+999 12345678", "no country"),
        ("+4670", "missing"),
        ("0046701234567890123", "too many"),
        ("+46 70 123 45 6", "a digit too few"),
        ("7" * 600, "very long"),
    ],
)
def test_numbers_with_a_slip_are_pointed_out(number: str, words: str) -> None:
    assert words in phone_remark(number, "SE")


def test_the_users_country_decides() -> None:
    assert phone_remark("202 555 0103", "US") == ""
    assert phone_remark("202 555 0103", "SE") != ""


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ann@mail.example",
        "ann+tag@sub.mail.example",
        "mailto:ann@mail.example",
        '"a@b"@mail.example',
        "ann@[192.0.2.1]",
        "ann@gmail.com",
        "ann@mail.com",
        "åsa@exämple.se",
    ],
)
def test_addresses_that_people_have_are_left_in_peace(address: str) -> None:
    assert email_remark(address) == ""


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("ann.mail.example", "no @"),
        ("ann@mail", "no dot"),
        ("ann@mail,example", "comma"),
        ("ann @mail.example", "space"),
        ("ann@b@mail.example", "more than one"),
        ("@mail.example", "missing"),
        ("ann@mail..example", "too many"),
        ("Ann <ann@mail.example>", "without the name"),
        ("ann@gmial.com", "gmail.com meant"),
        ("ann@gmil.com", "gmail.com meant"),
        ("ann@gmaill.com", "gmail.com meant"),
        ("ann@firm.con", "mistyped"),
        ("a" * 600 + "@b.example", "very long"),
    ],
)
def test_addresses_with_a_slip_are_pointed_out(address: str, words: str) -> None:
    assert words in email_remark(address)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://ann.example/a,b?c=1",
        "ann.example",
        "www.ann.example/x",
        "http://localhost:8080",
        "http://[2001:db8::1]/",
        "ftp://files.example",
        "mailto:ann@mail.example",
        "https://ann:secret@mail.example:8443/",
        "https://exämple.se",
    ],
)
def test_links_that_work_are_left_in_peace(url: str) -> None:
    assert link_remark(url) == ""


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http:/ann.example", "mistyped"),
        ("htp://ann.example", "mistyped"),
        ("https//ann.example", "mistyped"),
        ("https://ann example", "space"),
        ("www,ann.example", "comma"),
        ("ann", "no dot"),
        ("https://ann..example", "too many"),
        ("ann@mail.example", "e-mail"),
    ],
)
def test_links_with_a_slip_are_pointed_out(url: str, words: str) -> None:
    assert words in link_remark(url)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Phone("12"), "too short"),
        (Email("ann"), "no @"),
        (Link("ann"), "no dot"),
        (PartialDate(3, 11, 2026), "to come"),
        (PartialDate(3, 10, 1870), "120 years"),
        (OwnDate("anniversary", PartialDate(3, 10, 1204)), "120 years"),
    ],
)
def test_every_kind_of_value_has_its_remark(
    value: Phone | Email | Link | OwnDate | PartialDate, words: str
) -> None:
    assert words in value_remark(value, "SE", TODAY)


@pytest.mark.parametrize(
    "value",
    [
        PartialDate(2, 29),
        PartialDate(3, 10, 2026),
        OwnDate("opening", PartialDate(3, 11, 2030)),
        Link("xmpp:ann", kind=LinkKind.MESSAGING),
    ],
)
def test_nothing_is_said_of_what_may_well_be(value: Link | OwnDate | PartialDate) -> None:
    assert value_remark(value, "SE", TODAY) == ""


def test_a_very_long_text_is_judged_at_once() -> None:
    begun = time.process_time()
    for text in ("a" * 200_000, "@" * 200_000, "1 " * 100_000, "http:" * 40_000):
        phone_remark(text, "SE")
        email_remark(text)
        link_remark(text)
    # A search that goes back from each letter would take minutes.
    assert time.process_time() - begun < 5
