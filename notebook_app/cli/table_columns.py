"""What the command line says of the columns of tables, and what it is told of them."""

from collections.abc import Sequence
from pathlib import Path

from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import WrongUsage
from notebook_app.cli.json_document import Json
from notebook_app.cli.plain_text import one_line
from notebook_app.formats.csv.column_use import FIELDS, ColumnUse, column_use
from notebook_app.formats.csv.header_words import plain_words
from notebook_app.formats.csv.look import Origin, TableLook
from notebook_app.services.import_tables import ChosenColumns, Said, tables_in
from notebook_app.services.prepare_table import TableReading
from notebook_app.storage.notebook import Notebook

MAP_HELP = (
    "what a column of a table becomes, as 'Handy=phone:mobile', 'Shoe size=own' for a field of your"
    " own, or 'Row=' to leave it out; may be given several times, and is remembered"
)
FIRST_ROW_HELP = "what the first row of a table is, where that is not found out; is remembered"
_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}


def chosen_columns(
    notebook: Notebook, files: Sequence[Path], said: Sequence[str], first_row: str | None = None
) -> ChosenColumns | None:
    """Return what the columns of the tables among ``files`` become with what ``--map`` said.

    ``first_row`` is ``header``, ``person``, or None to find it out.

    Raises:
        WrongUsage: there is no such field, or no such column in any of them.
        UserProblem: a table can't be read.
    """
    if not said and first_row is None:
        return None
    header = None if first_row is None else first_row == "header"
    before = {file.name: Said(None, header) for file in files}
    wanted = dict(_pair(text) for text in said)
    chosen: dict[str, Said] = {}
    found: set[str] = set()
    headers: list[str] = []
    for name, look in tables_in(notebook, files, chosen=before):
        headers += look.headers
        found |= {plain_words(header) for header in look.headers} & wanted.keys()
        uses = [
            wanted.get(plain_words(header), use)
            for header, use in zip(look.headers, look.uses, strict=True)
        ]
        chosen[name] = Said(uses, look.has_header)
    if missing := wanted.keys() - found:
        columns = ", ".join(headers) or "no columns; only .csv and .tsv files have them"
        raise WrongUsage(f"There is no column “{sorted(missing)[0]}”. There are: {columns}.")
    return chosen


def tell_tables(tables: Sequence[TableReading], context: CommandContext) -> None:
    """Say how each table was read, and which of its columns were not taken."""
    for table in tables:
        look = table.look
        context.say(one_line(f"{table.name}: {_sentence(look)}"))
        if look.origin is not Origin.RECOGNISED:
            for header, use in zip(look.headers, look.uses, strict=True):
                if use.field:
                    context.say("  " + one_line(f"{header} = {use.text()}"))
        if table.not_taken:
            context.say("  " + one_line(f"not taken: {', '.join(table.not_taken)}"))


def table_json(table: TableReading) -> Json:
    """Return the same for a program."""
    look = table.look
    return {
        "file": table.name,
        "encoding": look.encoding.words,
        "separator": look.separation.separator,
        "layout": look.layout or None,
        "known_by": look.origin.value,
        "columns": [
            {"column": header, "goes_to": use.text() or None, "samples": list(samples)}
            for header, use, samples in zip(look.headers, look.uses, look.samples, strict=True)
        ],
        "not_taken": list(table.not_taken),
    }


def _sentence(look: TableLook) -> str:
    parted = _SEPARATORS.get(look.separation.separator, look.separation.separator)
    how = {
        Origin.RECOGNISED: f"recognised as {look.layout}",
        Origin.REMEMBERED: "columns as you said before",
        Origin.GUESSED: "columns guessed; --map says it better",
        Origin.CHOSEN: "columns as you say",
    }
    header = "" if look.has_header else ", no header"
    return f"{look.encoding.words}, parted by {parted}{header}; {how[look.origin]}."


def _pair(text: str) -> tuple[str, ColumnUse]:
    header, equals, field = text.rpartition("=")
    use = column_use(field)
    if not equals or not header.strip():
        raise WrongUsage(f"--map '{text}': write it as 'Column=field'.")
    if use is None:
        raise WrongUsage(f"--map '{text}': the fields are {', '.join(FIELDS)}.")
    return plain_words(header), use
