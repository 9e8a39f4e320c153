"""Tables of other programs: recognised, read whole, whatever their encoding and however broken."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook_app.formats.csv.column_use import FIELDS, ColumnUse, column_use
from notebook_app.formats.csv.date_texts import date_of_text
from notebook_app.formats.csv.look import (
    MOST_COLUMNS,
    NoTable,
    TableLook,
    look_at,
    looks_like_table,
    rows_of,
)
from notebook_app.formats.csv.row_card import RowCard
from notebook_app.formats.vcard.read import read_stored
from notebook_app.model.contact import (
    Address,
    ContactDetails,
    Email,
    Link,
    LinkKind,
    OwnDate,
    OwnField,
    Phone,
    RelatedName,
)
from notebook_app.model.partial_date import PartialDate

TABLES = Path(__file__).with_name("tables")


def people(data: bytes, *, several: bool = False) -> list[ContactDetails]:
    """Return the people whom a table holds."""
    look = look_at(data)
    make = RowCard(look.headers, look.uses, month_first=bool(look.month_first), several=several)
    cards = (read_stored(make.text(row.cells)) for row in rows_of(data, look))
    return [card.details for card in cards if card]


def sample(name: str) -> tuple[TableLook, list[ContactDetails]]:
    """Return what is known of a sample file, and who is in it."""
    data = (TABLES / name).read_bytes()
    return look_at(data), people(data, several="google" in name)


def test_google_contacts_are_recognised_and_read_whole() -> None:
    look, [ann, carl] = sample("google.csv")
    assert look.layout == "Google Contacts"
    assert (ann.display_name, ann.name.additional) == ("Dr. Ann Eva Berg", "Eva")
    assert ann.emails == (
        Email("ann@example.org", "home", preferred=True),
        Email("a.berg@example.org", "home", preferred=True),
        Email("ann@bageri.example", "work"),
    )
    assert ann.phones == (Phone("+46 70 174 06 05", "mobile"), Phone("08-123 45", "work fax"))
    assert ann.addresses == (Address("Storgatan 1", "Lund", "Skåne", "111 22", "SE", label="home"),)
    assert ann.note == "Likes rye,\nnot wheat."
    assert ann.tags == ("Chamber",)
    assert ann.birthday == PartialDate(5, 6, 1980)
    assert ann.dates == (OwnDate("anniversary", PartialDate(6, 21)),)
    assert ann.related == (RelatedName("Olof Berg", "spouse"),)
    assert ann.own_fields == (OwnField("Shoe size", "43"),)
    assert (ann.organization, ann.department, ann.title) == ("Bergs Bageri AB", "Ovens", "Baker")
    assert not ann.other_properties
    assert carl == ContactDetails("Carl Lund", carl.name)


def test_an_address_in_one_text_is_taken_where_there_are_no_parts() -> None:
    text = "First Name,Last Name,Address 1 - Formatted,Address 1 - City\nAnn,Berg,Storgatan 1,\n"
    assert people(text.encode(), several=True)[0].addresses == (Address("Storgatan 1"),)


def test_the_older_headers_of_google_are_recognised_too() -> None:
    look, [eva] = sample("google_old.csv")
    assert look.layout == "Google Contacts"
    assert (eva.display_name, eva.name.maiden, eva.profession) == ("Eva Ek", "Lind", "Florist")
    assert (eva.organization, eva.title) == ("Eks Blommor", "Owner")
    assert eva.emails == (Email("eva@ek.example", "work", preferred=True),)
    assert eva.tags == ("friends",)
    assert Link("https://ek.example/blog", "blog") in eva.links
    assert [link.service for link in eva.links if link.kind is LinkKind.MESSAGING] == ["Skype"]


def test_outlook_is_recognised_and_its_dates_are_american() -> None:
    look, [dan] = sample("outlook.csv")
    assert look.layout == "Outlook"
    assert (dan.name.prefix, dan.name.suffix, dan.title) == ("Mr.", "Jr.", "Manager")
    assert dan.birthday == PartialDate(3, 14, 1980)
    assert dan.dates == ()
    assert dan.addresses[0] == Address(
        "1 Main Street\nSuite 2", "Springfield", "IL", "62701", "United States", label="work"
    )
    assert dan.addresses[1].label == "home"
    assert {phone.label for phone in dan.phones} == {"home", "work", "work fax", "mobile"}
    assert dan.tags == ("Clients", "Chamber")
    assert {(who.name, who.label) for who in dan.related} == {
        ("Dora Hill", "spouse"),
        ("Max Stone", "manager"),
    }


def test_german_outlook_is_recognised_in_the_letters_of_windows() -> None:
    look, [muller] = sample("outlook_german.csv")
    assert (look.layout, look.encoding.words) == ("Outlook", "Windows-1252")
    assert muller.display_name == "Frau Jörgine Müller"
    assert muller.organization == "Müller & Söhne – Tischlerei"
    assert muller.note == "Zahlt in € und pünktlich"
    assert muller.birthday == PartialDate(3, 14, 1980)
    assert muller.emails == (Email("j@mueller.example"),)
    assert muller.addresses[0].country == "Deutschland"


def test_linkedin_is_recognised_below_its_notes() -> None:
    look, [petra, omar] = sample("linkedin.csv")
    assert look.layout == "LinkedIn"
    assert petra.organization == "Nilsson, Partners"
    assert [(link.kind, link.service) for link in petra.links] == [(LinkKind.SOCIAL, "linkedin")]
    assert omar.emails == (Email("omar@haddad.example"),)
    assert omar.own_fields == (OwnField("Connected on LinkedIn", "21 Dec 2022"),)


def test_a_list_of_ones_own_is_guessed() -> None:
    look, [asa] = sample("own_list.csv")
    assert (look.layout, look.encoding.words, look.separation.separator) == ("", "UTF-16", "\t")
    assert [use.text() for use in look.uses] == ["name", "phone", "note", ""]
    assert (asa.display_name, asa.note) == ("Åsa Ström", "två\nrader")


@pytest.mark.parametrize(
    ("codec", "words"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8 with a byte order mark"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("cp1252", "Windows-1252"),
        ("latin-1", "Latin-1"),
    ],
)
def test_the_encoding_is_found_out_and_said(codec: str, words: str) -> None:
    mark = "€" if codec not in {"latin-1"} else "¤"
    text = f"Name,Note\r\nJörg Müller,{mark} 5\r\nÅsa Ström,\r\n"
    data = text.encode(codec)
    assert look_at(data).encoding.words == words
    assert [who.display_name for who in people(data)] == ["Jörg Müller", "Åsa Ström"]
    assert people(data)[0].note == f"{mark} 5"


def test_a_stray_byte_in_unicode_costs_nothing() -> None:
    data = "Name,Note\nJörg,ü\nÅsa,".encode() + b"\xfc\n"
    assert look_at(data).encoding.words == "UTF-8 with stray bytes"
    assert people(data)[1].note == "ü"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found_out(separator: str) -> None:
    rows = [["Name", "Phone", "Note"], ["Ann", "+46 1", "a, b; c"], ["Carl", "", ""]]
    text = "\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows)
    assert look_at(text.encode()).separation.separator == separator
    assert people(text.encode())[0].note == "a, b; c"


def test_excels_own_first_line_names_the_separator() -> None:
    [ann] = people(b"sep=;\r\nName;Note\r\nAnn;x\r\n")
    assert (ann.display_name, ann.note) == ("Ann", "x")


def test_cells_may_be_quoted_with_apostrophes() -> None:
    [ann] = people(b"'Name','Note'\n'Ann','a, b'\n")
    assert ann.note == "a, b"


def test_a_table_without_a_header_is_guessed_by_its_cells() -> None:
    look = look_at(b"Ann Berg;ann@x.example;070-1234567\nEva Ek;eva@x.example;070-7654321\n")
    assert not look.has_header
    assert [use.text() for use in look.uses] == ["name", "email", "phone"]
    assert len(look.samples[0]) == 2


def test_a_header_of_unknown_words_is_told_by_the_values_below() -> None:
    look = look_at(b"Zahl,Wer\n44,Eva Ek\n45,Ann Berg\n")
    assert (look.has_header, look.headers) == (True, ("Zahl", "Wer"))
    assert not look_at(b"Eva,Ek\nAnn,Berg\n").has_header


def rows(text: str) -> Iterator[tuple[int, list[str], bool]]:
    """Yield line, cells, and whether they could be read, of each row below the header."""
    data = text.encode()
    return ((row.line, row.cells, not row.problem) for row in rows_of(data, look_at(data)))


def test_empty_lines_are_no_rows_and_lines_are_counted() -> None:
    text = 'Name,Note\n\n"Ann","x\ny"\n,\n   \nCarl,\n'
    assert list(rows(text)) == [
        (3, ["Ann", "x\ny"], True),
        (6, ["   "], True),
        (7, ["Carl", ""], True),
    ]


@pytest.mark.parametrize("end", ["", "\nlast,\n"])
def test_a_quote_that_is_never_closed_costs_its_row_only(end: str) -> None:
    text = f'Name,Note\nAnn,x\nBad,"never closed\nCarl,y\nEva,z{end}'
    found = list(rows(text))
    assert [cells[0] for _, cells, fine in found if fine][:3] == ["Ann", "Carl", "Eva"]
    assert [line for line, _, fine in found if not fine] == [3]


def test_an_endless_cell_costs_its_row_only() -> None:
    text = "Name,Note\nBad," + "x" * 200_000 + "\nCarl,y\n"
    assert [fine for _, _, fine in rows(text)] == [False, True]


def test_broken_quotes_everywhere_are_read_in_linear_time() -> None:
    def seconds(count: int) -> float:
        text = "Name,Note\n" + 'Bad,"open ""x""\nFine,y\n' * count
        begun = time.process_time()
        assert sum(1 for _ in rows(text)) > 0
        return time.process_time() - begun

    seconds(500)
    small, large = max(seconds(4_000), 0.01), seconds(32_000)
    assert large < small * 40


def test_too_many_columns_are_said_in_a_sentence() -> None:
    header = ",".join(f"c{number}" for number in range(MOST_COLUMNS + 1))
    with pytest.raises(NoTable, match="columns"):
        look_at(f"{header}\n1,2\n".encode())


@pytest.mark.parametrize("data", [b"", b"\n\n", b"Name,Phone\n", b"\xff\xfe", b"sep=;"])
def test_a_table_without_rows_says_so(data: bytes) -> None:
    with pytest.raises(NoTable, match="no rows"):
        look_at(data)


@given(st.binary(max_size=300))
def test_no_bytes_break_it(data: bytes) -> None:
    looks_like_table("x.csv", data)
    looks_like_table("x", data)
    try:
        look = look_at(data)
    except NoTable:
        return
    make = RowCard(look.headers, look.uses)
    for row in rows_of(data, look):
        read_stored(make.text(row.cells))


@given(st.lists(st.text(max_size=12), min_size=1, max_size=6), st.data())
def test_no_cell_begins_a_line_of_its_own(cells: list[str], data: st.DataObject) -> None:
    uses = [
        ColumnUse(data.draw(st.sampled_from(FIELDS)), data.draw(st.integers(0, 3))) for _ in cells
    ]
    text = RowCard([f"c{place}" for place in range(len(cells))], uses).text(cells)
    lines = text.split("\n")
    assert all(":" in line for line in lines)
    assert lines.count("BEGIN:VCARD") == lines.count("END:VCARD") == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1980-05-06", "1980-05-06"),
        ("06.05.1980", "1980-05-06"),
        ("6.5.80", "1980-05-06"),
        ("06.05.", "--05-06"),
        ("6.5", None),
        ("3/4", None),
        ("6/5/1980", "1980-05-06"),
        ("05 Mar 2023", "2023-03-05"),
        ("5. März 2023", "2023-03-05"),
        ("March 5, 2023", "2023-03-05"),
        ("--05-06", "--05-06"),
        ("31.02.1980", None),
        ("next spring", None),
    ],
)
def test_dates_are_read_as_people_write_them(text: str, found: str | None) -> None:
    date = date_of_text(text)
    assert (date.iso() if date else None) == found


def test_a_date_that_is_none_becomes_a_field_of_its_own() -> None:
    [ann] = people(b"Name,Birthday\nAnn,next spring\n")
    assert ann.own_fields == (OwnField("Birthday", "next spring"),)


@pytest.mark.parametrize("text", ["phone", "phone:work", "phone@2", "own:Shoe size", "-", ""])
def test_what_a_column_becomes_can_be_written_down(text: str) -> None:
    use = column_use(text)
    assert use is not None
    assert column_use(use.text()) == use


def test_what_is_no_field_is_none() -> None:
    assert column_use("shoes") is None
    assert column_use("phone@x") is None
