"""A report as lines of a terminal: headings, sentences, tables; bars are left to the eye."""

from collections.abc import Iterator

from notebook_app.cli.plain_text import one_line
from notebook_app.foundation.text_cells import cells
from notebook_app.reports.document import Document, Table


def document_lines(document: Document) -> Iterator[str]:
    """Yield the lines of a report."""
    yield one_line(document.title)
    if document.subtitle:
        yield one_line(document.subtitle)
    for section in document.sections:
        yield ""
        if len(document.sections) > 1:
            aside = f" ({section.aside})" if section.aside else ""
            yield one_line(section.heading + aside)
        for paragraph in section.paragraphs:
            yield one_line(paragraph)
        if section.table is not None:
            if section.paragraphs:
                yield ""
            yield from _table_lines(section.table)


def _table_lines(wanted: Table) -> Iterator[str]:
    rows = [wanted.columns, *wanted.rows]
    if any(wanted.total):
        rows.append(wanted.total)
    # One line of each cell, but the shift of those who stand below somebody is kept.
    flat = [[_shifted(cell) for cell in row] for row in rows]
    widths = [max(cells(row[at]) for row in flat) for at in range(len(wanted.columns))]
    aligned = [
        [
            " " * (widths[at] - cells(cell)) + cell if at in wanted.numbers else cell
            for at, cell in enumerate(row)
        ]
        for row in flat
    ]
    for row in aligned:
        yield "  ".join(
            cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()


def _shifted(cell: str) -> str:
    shift = len(cell) - len(cell.lstrip("\u2003"))
    return "  " * shift + one_line(cell)
