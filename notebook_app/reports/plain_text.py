"""The same document as plain text, for the screen, an e-mail, or a screen reader."""

from collections.abc import Iterator
from textwrap import indent

from notebook_app.reports.document import Document, Entry


def as_plain_text(document: Document) -> str:
    """Return the whole document as lines of text, with ``[ ]`` for each box to tick."""
    return "\n".join(_lines(document)) + "\n"


def _lines(document: Document) -> Iterator[str]:
    yield from filter(None, (document.title, document.subtitle, document.summary))
    for section in document.sections:
        yield ""
        yield section.heading
        for entry in section.entries:
            yield from _entry_lines(entry)
    if document.foot:
        yield from ("", document.foot)


def _entry_lines(entry: Entry) -> Iterator[str]:
    who = ", ".join(part for part in (entry.name, entry.beside, entry.phone, entry.email) if part)
    yield f"[ ] {who}" if entry.box else who
    what = " · ".join(part for part in (entry.when, entry.act, entry.aside, entry.mark) if part)
    for text in filter(None, (what, entry.text, "".join(entry.trail))):
        yield indent(text, "    ")
