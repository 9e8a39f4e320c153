"""The directory, the phone list and the birthday list say what they should, and nothing private."""

from datetime import date

from notebook_app.model.contact import Address, Contact, ContactDetails, Email, Phone
from notebook_app.reports.birthday_list import birthday_list
from notebook_app.reports.contact_parts import Leave, Part
from notebook_app.reports.date_words import EnglishDateWords
from notebook_app.reports.directory import directory
from notebook_app.reports.phone_list import phone_list
from tests.reports.sheet_samples import contact

TODAY = date(2026, 11, 21)
WORDS = EnglishDateWords()

ANN = Contact(
    1,
    "uid-1",
    ContactDetails(
        display_name="Ann Berg",
        organization="Berg & Co",
        title="Owner",
        phones=(Phone("+46 70 1", "mobile"), Phone("+46 8 2", "work", preferred=True)),
        emails=(Email("ann@berg.example", "work"),),
        addresses=(Address(street="Mill Lane 7", city="Millbridge", postal_code="123 45"),),
        tags=("chess", "Difficult"),
    ),
)


def test_a_directory_has_the_number_one_prefers_first_and_addresses_in_a_line() -> None:
    (section,) = directory([ANN], TODAY, WORDS).sections
    (entry,) = section.entries
    assert (section.heading, entry.name, entry.beside) == ("A", "Ann Berg", "Berg & Co · Owner")
    assert entry.rows == (
        ("Work", "+46 8 2"),
        ("Mobile", "+46 70 1"),
        ("Work", "ann@berg.example"),
        ("Address", "Mill Lane 7, 123 45 Millbridge"),
    )


def test_only_what_is_chosen_is_shown_and_private_tags_never_are() -> None:
    leave = Leave({Part.TAGS}, ("DIFFICULT",))
    entry = directory([ANN], TODAY, WORDS, leave=leave).sections[0].entries[0]
    assert (entry.beside, entry.rows) == ("", (("Tags", "chess"),))


def test_a_phone_list_leaves_out_whoever_has_no_number_and_says_how_many() -> None:
    document = phone_list([ANN, contact(2, "Bo Ek")], TODAY, WORDS)
    entry = document.sections[0].entries[0]
    assert (entry.phone, entry.rows) == ("+46 8 2", (("Mobile", "+46 70 1"),))
    assert document.entry_count() == 1
    assert document.summary == "1 without a number"


def test_a_number_keeps_its_plus_before_it_beside_words_from_the_right() -> None:
    firm = "شركة التجارة"
    person = contact(1, "محمد", "+966 50 123 4567", "1980-12-08", organization=firm)
    (section,) = birthday_list([person], TODAY, WORDS).sections
    assert section.entries[0].text == "شركة التجارة · \u2066+966\u00a050\u00a0123\u00a04567\u2069"


def test_birthdays_run_from_this_month_on_and_count_the_years() -> None:
    people = [
        contact(1, "Past", birthday="1980-11-02"),
        contact(2, "Yearless", birthday="--12-24"),
        contact(3, "Next", birthday="2000-10-31"),
        contact(4, "Leapling", birthday="1996-02-29"),
        contact(5, "None"),
    ]
    document = birthday_list(people, TODAY, WORDS)
    found = [
        (section.heading, entry.when, entry.name, entry.aside)
        for section in document.sections
        for entry in section.entries
    ]
    assert found == [
        ("November 2026", "Mon 2 Nov", "Past", "turns 46"),
        ("December 2026", "Thu 24 Dec", "Yearless", ""),
        ("February 2027", "Sun 28 Feb", "Leapling", "turns 31"),
        ("October 2027", "Sun 31 Oct", "Next", "turns 27"),
    ]
    assert document.summary == "1 without a birthday"
