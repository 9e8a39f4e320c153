"""A document as plain text of 78 columns, with boxes to tick, for mails and anything else."""

from collections.abc import Iterator
from typing import Final

from notebook_app.foundation.text_cells import cells
from notebook_app.reports.bar_shares import shares
from notebook_app.reports.document import Bars, Document, Entry, Section
from notebook_app.reports.wrapped_text import columns, padded, wrapped

WIDTH: Final = 78
_INDENT: Final = 4
_LABEL: Final = 16
_LONGEST_BAR: Final = 36
_WIDEST_LABEL: Final = 26
_SIGNS: Final = "#=+o-x.~"


def text_document(document: Document) -> str:
    """Return the whole document; no line is wider than ``WIDTH`` columns."""
    lines = [line.rstrip() for line in _lines(document)]
    return "\n".join(lines) + "\n"


def _lines(document: Document) -> Iterator[str]:
    title = wrapped(document.title, WIDTH)
    yield from title
    yield "=" * max(map(cells, title))
    for text in (document.subtitle, document.summary):
        yield from wrapped(text, WIDTH) if text else ()
    for section in document.sections:
        yield from _section(section, compact=document.compact)
    yield ""
    yield "-" * WIDTH
    foot = " · ".join(part for part in (document.foot, document.reference) if part)
    yield from wrapped(foot, WIDTH) if foot else ()


def _section(section: Section, *, compact: bool) -> Iterator[str]:
    yield ""
    aside = f" ({section.aside})" if section.aside else ""
    if section.heading or aside:
        heading = wrapped(f"{section.heading}{aside}", WIDTH)
        yield ""
        yield from heading
        yield "-" * max(map(cells, heading))
    for piece in section.pieces():
        yield ""
        if isinstance(piece, str):
            yield from wrapped(piece, WIDTH)
        elif isinstance(piece, Bars):
            yield from _bars(piece)
        else:
            yield from columns(piece.columns, piece.rows, piece.total, piece.numbers, WIDTH)
    for number, entry in enumerate(section.entries):
        if number or section.pieces():
            yield from [""] * (not compact)
        yield from _coded(entry, list(_entry(entry)))


def _coded(entry: Entry, lines: list[str]) -> list[str]:
    """Return the lines with the code of the entry below its box."""
    if not entry.code:
        return lines
    code = padded(entry.code, _INDENT)
    return [*lines[:1], code + "".join(lines[1:2])[cells(code) :], *lines[2:]]


def _entry(entry: Entry) -> Iterator[str]:
    indent = _INDENT if entry.box else 0
    box = "[ ] " if entry.box else ""
    who = " · ".join(part for part in (entry.name, entry.beside) if part)
    when = entry.when if not entry.act else ""
    end = " · ".join(part for part in (entry.phone, "" if entry.act else entry.aside) if part)
    first = "  ".join(part for part in (when, who) if part)
    yield from _beside(box, first, end, indent)
    if entry.email:
        yield from _beside("", "", entry.email, indent)
    said = "  ".join(part for part in (entry.when if entry.act else "", entry.act) if part)
    late = " · ".join(part for part in (entry.aside if entry.act else "", entry.mark) if part)
    yield from _indented(entry.place, indent)
    if said or late:
        yield from _beside("", said, late, indent)
    yield from _indented(entry.text, indent)
    for label, value in entry.rows:
        yield from _labelled(label, value, indent)
    yield from _indented("".join(entry.trail), indent)
    for label in entry.ruled:
        yield " " * indent + f"{label} ".lstrip().ljust(WIDTH - indent, "_")


def _beside(box: str, start: str, end: str, indent: int) -> Iterator[str]:
    """Yield a text with another at the end of its line, or below it where there is no room."""
    room = WIDTH - indent
    if cells(start) + cells(end) + 2 <= room or not (start and end):
        line = padded(start, room - cells(end)) + end if end else start
        lines = wrapped(line, room)
    else:
        lines = [
            *wrapped(start, room),
            *(padded(each, room, at_end=True) for each in wrapped(end, room)),
        ]
    if not "".join(lines).strip() and not box:
        return
    yield (box or " " * indent) + lines[0]
    yield from (" " * indent + line for line in lines[1:])


def _labelled(label: str, value: str, indent: int) -> Iterator[str]:
    lines = wrapped(value, WIDTH - indent - _LABEL)
    names = wrapped(label, _LABEL - 1)
    for number in range(max(len(lines), len(names))):
        name = names[number] if number < len(names) else ""
        line = lines[number] if number < len(lines) else ""
        yield " " * indent + padded(name, _LABEL) + line


def _indented(text: str, indent: int) -> Iterator[str]:
    if text:
        yield from (" " * indent + line for line in wrapped(text, WIDTH - indent))


def _bars(bars: Bars) -> Iterator[str]:
    if bars.parts:
        named = "   ".join(
            f"{_SIGNS[at % len(_SIGNS)]} {name}" for at, name in enumerate(bars.parts)
        )
        yield from wrapped(named, WIDTH)
        yield ""
    widest = max(cells(label) for label, _parts, _value in bars.bars)
    room = min(_WIDEST_LABEL, widest)
    for (label, _parts, value), lengths in zip(bars.bars, shares(bars), strict=True):
        bar = "".join(
            _SIGNS[at % len(_SIGNS)] * max(1, round(length * _LONGEST_BAR))
            for at, length in enumerate(lengths)
            if length
        )
        *above, last = wrapped(label, room)
        yield from above
        told = " ".join(part for part in (bar, value) if part)
        first, *more = wrapped(told, WIDTH - room - 2)
        yield f"{padded(last, room)}  {first}"
        yield from (" " * (room + 2) + line for line in more)
