"""What is known of tables before they are imported, and what was said of their columns before.

Tables of known programs need no word of the user; of others it is remembered what the columns
were, under their headers, so that the same layout is asked about once only.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from notebook_app.formats.csv.column_use import LEFT_OUT, ColumnUse, column_use
from notebook_app.formats.csv.header_words import plain_words
from notebook_app.formats.csv.look import NoTable, Origin, TableLook, look_at, tells_who
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.services.card_sources import CardSource, is_table, opened_source, source_name
from notebook_app.services.importable_endings import TABLE_ENDINGS
from notebook_app.services.prepare_table import TableReading
from notebook_app.storage.notebook import Notebook

SETTING = "columns of tables"
_KEPT = 50

_HEADER = "\nheader"
"""Stands in the place of columns where only that was said; no header is called so."""


class Said(NamedTuple):
    """What the user said of a table; None where nothing was said.

    ``uses`` are what the columns become, ``has_header`` whether there is a row of headers.
    """

    uses: Sequence[ColumnUse] | None = None
    has_header: bool | None = None


ChosenColumns = Mapping[str, Said]
"""What the user said of tables, by the names of their files."""


def table_look(
    notebook: Notebook,
    name: str,
    data: bytes,
    chosen: ChosenColumns | None = None,
    progress: Progress | None = None,
) -> TableLook:
    """Return how a table is written and what its columns become.

    The user's choice counts most, then what was chosen for the same columns before.

    Raises:
        UserProblem: there are no rows in it, or it has too many columns.
        Cancelled: the user asked to stop.
    """
    progress = progress or no_progress()
    said = (chosen or {}).get(name, Said())

    def still_wanted() -> None:
        progress.report(0, 0, f"Looking at {name}")

    try:
        look = look_at(data, still_wanted)
        header = said.has_header
        if header is None:
            header = _header_said(notebook, look)
        if header is not None and header != look.has_header:
            found = look.key
            look = replace(look_at(data, still_wanted, has_header=header), found_key=found)
    except NoTable as problem:
        raise UserProblem(
            f"{name} can't be read as a table: {problem}.", "", "Choose another file."
        ) from problem
    if said.uses is not None:
        look = replace(look, uses=tuple(said.uses), origin=Origin.CHOSEN)
    elif remembered := _remembered(notebook, look):
        look = replace(look, uses=remembered, origin=Origin.REMEMBERED)
    return look


def check_uses(name: str, look: TableLook) -> None:
    """Make sure that rows can become people.

    Raises:
        UserProblem: none of the columns that are taken tells who people are.
    """
    if not tells_who(look.uses):
        raise UserProblem(
            f"No column of {name} is taken for a name, an e-mail address or a phone number.",
            "",
            "Say what its columns are.",
        )


def tables_in(
    notebook: Notebook,
    sources: Sequence[CardSource],
    progress: Progress | None = None,
    chosen: ChosenColumns | None = None,
) -> Iterator[tuple[str, TableLook]]:
    """Yield the names of the tables among some files, and what is known of each.

    Raises:
        UserProblem: one can't be read.
        Cancelled: the user asked to stop.
    """
    for source in sources:
        if source_name(source).lower().endswith(TABLE_ENDINGS):
            for name, data in opened_source(source):
                if is_table(name, data):
                    yield name, table_look(notebook, name, data, chosen, progress)


def remember_choices(notebook: Notebook, tables: Sequence[TableReading]) -> None:
    """Remember what the user said of the columns of the tables of an import.

    Raises:
        UserProblem: it could not be written.
    """
    for table in tables:
        if table.look.origin is Origin.CHOSEN:
            remember_columns(notebook, table.look)


def remember_columns(notebook: Notebook, look: TableLook) -> None:
    """Remember what the user said of the columns, for tables of the same columns.

    It is no step to undo: an import that is taken back was still of that layout.

    Raises:
        UserProblem: it could not be written.
    """
    names = map(plain_words, look.headers)
    said = {look.key: {name: use.text() for name, use in zip(names, look.uses, strict=True)}}
    if look.found_key:
        said[look.found_key] = {_HEADER: "yes" if look.has_header else "no"}
    stored = _stored(notebook)
    if all(stored.get(key) == columns for key, columns in said.items()):
        return
    others = [(key, columns) for key, columns in stored.items() if key not in said]
    kept = dict([*others, *said.items()][-_KEPT:])
    with notebook.tidying():
        notebook.settings.write(SETTING, kept)


def _remembered(notebook: Notebook, look: TableLook) -> tuple[ColumnUse, ...] | None:
    said = _stored(notebook).get(look.key)
    if said is None or _HEADER in said:
        return None
    return tuple(
        column_use(said.get(plain_words(header), "")) or LEFT_OUT for header in look.headers
    )


def _header_said(notebook: Notebook, look: TableLook) -> bool | None:
    """Return what was said of the header of such tables, or None."""
    said = _stored(notebook).get(look.key, {}).get(_HEADER)
    return None if said is None else said == "yes"


def _stored(notebook: Notebook) -> dict[str, dict[str, str]]:
    stored = notebook.settings.read(SETTING, {})
    return dict(stored) if isinstance(stored, dict) else {}
