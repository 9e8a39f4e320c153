"""Our own table holds everything that has a field, and reading it gives it back exactly."""

import csv
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notebook_app.formats.csv.look import Origin, look_at, rows_of
from notebook_app.formats.csv.person_cells import COLUMN_SETS, cells_of, columns_for, header_of
from notebook_app.formats.csv.row_card import RowCard
from notebook_app.formats.csv.spreadsheet_cells import FORMULA_MARKS, as_it_was, csv_line, defused
from notebook_app.formats.vcard.read import read_stored
from notebook_app.model.contact import ContactDetails, Email, NameParts, OwnField, Phone
from tests.formats.contact_samples import DETAILS
from tests.made_up import examples


def table_of(people: Iterable[ContactDetails]) -> bytes:
    """Return the table of some people, as an export writes it."""
    people = list(people)
    columns = columns_for([use for details in people for use in cells_of(details)], COLUMN_SETS)
    lines = [csv_line(header_of(columns))]
    for details in people:
        cells = cells_of(details)
        lines.append(csv_line([cells.get(use, "") for use in columns]))
    return "".join(lines).encode()


def people_of(data: bytes) -> list[ContactDetails]:
    """Return the people whom a table holds."""
    look = look_at(data)
    make = RowCard(look.headers, look.uses)
    read = [read_stored(make.text(row.cells)) for row in rows_of(data, look)]
    return [card.details for card in read if card]


@settings(max_examples=examples(40, 500))
@given(DETAILS)
def test_a_table_is_written_again_as_it_was_read(details: ContactDetails) -> None:
    table = table_of([details])
    [read] = people_of(table)
    assert table_of([read]) == table


@settings(max_examples=examples(40, 500))
@given(DETAILS)
def test_all_that_a_table_holds_comes_back(details: ContactDetails) -> None:
    kept = replace(
        details,
        photo=None,
        other_properties=(),
        related=tuple(replace(who, uid="") for who in details.related if who.name),
    )
    [read] = people_of(table_of([kept]))
    assert replace(read, links=(), own_fields=()) == replace(kept, links=(), own_fields=())
    assert sorted(read.links, key=repr) == sorted(kept.links, key=repr)
    assert sorted(read.own_fields, key=repr) == sorted(kept.own_fields, key=repr)


@given(st.text(max_size=8))
def test_a_defused_cell_comes_back_and_is_never_run(cell: str) -> None:
    assert as_it_was(defused(cell)) == cell
    assert not defused(cell).startswith(FORMULA_MARKS)


@pytest.mark.parametrize("cell", ["+46 70 123", "=1+1", "-2", "@a", "\tx", "\rx", "'=x", "''+1"])
def test_cells_that_would_be_run_are_marked_as_text(cell: str) -> None:
    assert defused(cell) == f"'{cell}"
    assert as_it_was(f"'{cell}") == cell


def test_a_phone_number_keeps_its_plus() -> None:
    table = table_of([ContactDetails("Ann", phones=(Phone("+46 70 123 45 67", "mobile"),))])
    assert b"'+46 70 123 45 67" in table
    assert people_of(table)[0].phones == (Phone("+46 70 123 45 67", "mobile"),)


def test_cells_are_quoted_as_the_standard_says() -> None:
    details = ContactDetails('Ann "Bo" Berg', organization="Berg, Lund", note="one\ntwo")
    text = table_of([details]).decode()
    assert '"Ann ""Bo"" Berg"' in text
    assert '"Berg, Lund"' in text
    assert '"one\ntwo"' in text
    assert text.endswith("\r\n")
    assert len(list(csv.reader(text.splitlines(keepends=True), strict=True))) == 2


def test_the_preferred_of_several_stays_it() -> None:
    details = ContactDetails(
        "Ann", emails=(Email("a@x.se", "work"), Email("b@x.se", "home", preferred=True))
    )
    assert people_of(table_of([details]))[0].emails == details.emails


def test_tables_of_ours_need_no_word_of_the_user() -> None:
    details = ContactDetails(
        "Ann Berg", NameParts(given="Ann", family="Berg"), own_fields=(OwnField("Shoe size", "43"),)
    )
    look = look_at(table_of([details]))
    assert (look.layout, look.origin) == ("Contact Notebook", Origin.RECOGNISED)
    assert "own:Shoe size" in [use.text() for use in look.uses]


@pytest.mark.parametrize("tags", [("a, b",), ("a;b", "c"), ("a", "b c")])
def test_tags_with_commas_stay_whole(tags: tuple[str, ...]) -> None:
    assert people_of(table_of([ContactDetails("Ann", tags=tags)]))[0].tags == tags


def test_only_chosen_columns_are_written() -> None:
    details = ContactDetails("Ann", phones=(Phone("1"),), note="x")
    columns = columns_for(cells_of(details), ["name", "phones"])
    assert header_of(columns) == ["Name", "Phone 1"]
