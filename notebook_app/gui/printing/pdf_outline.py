"""Bookmarks for a finished PDF, since QPdfWriter (Qt 6.11) can't write any.

They are added as an incremental update (ISO 32000-1, 7.5.6): new objects and a new table behind
what is there, which stays as it is, byte for byte.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QIODevice

from notebook_app.gui.printing.pagination import PagePlan, PlacedHeading
from notebook_app.gui.printing.paper import UNITS_PER_INCH, Paper
from notebook_app.gui.printing.spaces import FIRST_HEAD, RUNNING_HEAD
from notebook_app.reports.document import Document

_TAIL = 4096
_ENTRY = 20
_LONGEST_TITLE = 160


class UnknownForm(Exception):
    """The PDF is not written the way that Qt writes one; nothing was added."""


class TornFile(Exception):
    """Some of the PDF was not written, as where there is no more room."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A name, the page it leads to, counted from 0, and how far up there, in points."""

    title: str
    page: int
    up: float


def bookmarks_of(document: Document, pages: Sequence[PagePlan], paper: Paper) -> Iterable[Bookmark]:
    """Yield a bookmark for each section; for each that begins a page, where any does."""
    alone = any(section.on_new_page for section in document.sections)
    for number, page in enumerate(pages):
        top = paper.top + (RUNNING_HEAD if number else FIRST_HEAD)
        for item in page:
            if isinstance(item, PlacedHeading) and not item.continued:
                section = document.sections[item.section]
                if section.on_new_page or not alone:
                    up = (paper.height - top - item.y) * 72 / UNITS_PER_INCH
                    yield Bookmark(section.heading[:_LONGEST_TITLE], number, up)


def outline_update(pdf: QIODevice, bookmarks: Sequence[Bookmark]) -> bytes:
    """Return what to append to ``pdf``, which can be read anywhere, to give it bookmarks.

    Raises:
        UnknownForm: it is not written the way that Qt writes one.
        TornFile: it does not end, or its table is not where it says.
    """
    length = pdf.size()
    tail = _read(pdf, max(0, length - _TAIL), _TAIL)
    end = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", tail)
    if end is None:
        raise TornFile
    table = int(end.group(1))
    if re.match(rb"xref\s|\d+ 0 obj", _read(pdf, table, 32)) is None:
        raise TornFile
    if not bookmarks:
        return b""
    trailer = tail[tail.rfind(b"trailer") :]
    size = int(_found(rb"/Size (\d+)", trailer))
    root = int(_found(rb"/Root (\d+) 0 R", trailer))
    kept = re.search(rb"/ID \[[^\]]*\]", trailer)
    catalog = _object(pdf, table, root)
    tree = _object(pdf, table, int(_found(rb"/Pages (\d+) 0 R", catalog)))
    pages = [
        int(number) for number in re.findall(rb"(\d+) 0 R", _found(rb"/Kids\s*\[(.*?)\]", tree))
    ]
    if b"/Outlines" in catalog or max(each.page for each in bookmarks) >= len(pages):
        raise UnknownForm
    body = catalog[: catalog.rindex(b">>")]
    # Readers open them beside the pages by themselves, where there is something to leaf through.
    shown = b"/PageMode /UseOutlines\n" if len(pages) > 1 else b""
    objects = {root: body + b"/Outlines %d 0 R\n%s>>\n" % (size, shown)}
    first, last = size + 1, size + len(bookmarks)
    objects[size] = b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>\n" % (
        first,
        last,
        len(bookmarks),
    )
    for number, mark in enumerate(bookmarks, first):
        title = mark.title.encode("utf-16-be", "replace").hex().encode()
        before = b" /Prev %d 0 R" % (number - 1) if number > first else b""
        after = b" /Next %d 0 R" % (number + 1) if number < last else b""
        objects[number] = (
            b"<< /Title <FEFF%s> /Parent %d 0 R%s%s /Dest [%d 0 R /XYZ 0 %.2f 0] >>\n"
            % (
                title,
                size,
                before,
                after,
                pages[mark.page],
                mark.up,
            )
        )
    added = bytearray(b"\n")
    places = {}
    for number, written in objects.items():
        places[number] = length + len(added)
        added += b"%d 0 obj\n%sendobj\n" % (number, written)
    start = length + len(added)
    added += b"xref\n0 1\n0000000000 65535 f \n%d 1\n%010d 00000 n \n" % (root, places[root])
    added += b"%d %d\n" % (size, len(bookmarks) + 1)
    for number in range(size, last + 1):
        added += b"%010d 00000 n \n" % places[number]
    info = _found(rb"/Info (\d+ 0 R)", trailer)
    added += b"trailer\n<<\n/Size %d\n/Info %s\n/Root %d 0 R\n/Prev %d\n%s\n>>\n" % (
        last + 1,
        info,
        root,
        table,
        kept.group(0) if kept else b"",
    )
    return bytes(added + b"startxref\n%d\n%%%%EOF\n" % start)


def _read(pdf: QIODevice, place: int, most: int) -> bytes:
    if not pdf.seek(place):
        raise UnknownForm
    return bytes(pdf.read(most).data())


def _found(pattern: bytes, text: bytes) -> bytes:
    match = re.search(pattern, text, re.DOTALL)
    if match is None:
        raise UnknownForm
    return bytes(match.group(1))


def _object(pdf: QIODevice, table: int, number: int) -> bytes:
    """Return what stands between ``obj`` and ``endobj``."""
    head = _read(pdf, table, 64)
    match = re.match(rb"xref\s+0 \d+\s*?\n", head)
    if match is None:
        raise UnknownForm
    entry = _read(pdf, table + match.end() + number * _ENTRY, _ENTRY)
    place = int(_found(rb"^(\d{10}) 00000 n", entry))
    text = b""
    while b"endobj" not in text:
        more = _read(pdf, place + len(text), 65_536)
        if not more:
            raise UnknownForm
        text += more
    return _found(rb"^%d 0 obj\s*(.*?)endobj" % number, text)
