"""What a printed document is, before there is any paper: sections of entries, and their words.

A report builds one, a renderer lays it out; neither knows the other. All texts are plain.
"""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on a list, by the parts that a renderer sets apart.

    ``name`` is bold and ``beside`` follows it (an organisation), ``place`` below, an address.
    ``phone`` is large, ``email`` small below it. ``act`` is what to do (``Call``), after ``when``,
    a time of day; ``text`` says it in the user's words. ``aside`` and ``mark`` stand at the end: a
    date, and ``12 days late`` in a frame. ``trail`` is small, below: what was last, in pieces that
    may run in different directions. ``ruled`` has one label (or nothing) for each line to write
    on. ``box`` puts a box to tick before it.

    ``code`` is a few small signs by which the entry is found again when the paper comes back;
    ``about`` is the UUID of the follow-up that it stands for, which is not printed.

    ``rows`` are labels with what stands beside them (``mobile``, the number). ``initials`` stand
    in the place of a picture, which ``picture`` reads when it is needed, if there is one.
    """

    name: str
    beside: str = ""
    phone: str = ""
    email: str = ""
    when: str = ""
    act: str = ""
    text: str = ""
    aside: str = ""
    mark: str = ""
    trail: tuple[str, ...] = ()
    ruled: tuple[str, ...] = ()
    box: bool = True
    rows: tuple[tuple[str, str], ...] = ()
    initials: str = ""
    picture: Callable[[], bytes] | None = None
    code: str = ""
    about: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Figures under column titles. ``numbers`` are the columns set to the end of the line.

    ``total`` is a last line, set apart; empty for none. Each row has a cell for each column.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()
    total: tuple[str, ...] = ()

    def has_content(self) -> bool:
        """Return whether there is more than titles."""
        return bool(self.columns) and bool(self.rows or self.total)


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars to compare by eye: each a label, its parts (one, or several stacked), and its value.

    ``parts`` names what the parts of every bar are, where there are several.
    """

    bars: tuple[tuple[str, tuple[float, ...], str], ...]
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under a heading, which is repeated where the section goes on on another page.

    ``aside`` stands small at the end of the heading; ``alert`` sets it in the colour of things
    that are late. ``on_new_page`` begins it on a page of its own. A section of a report has
    ``paragraphs``, ``bars`` and a ``table``, in this order, before its entries.
    """

    heading: str
    entries: tuple[Entry, ...]
    aside: str = ""
    alert: bool = False
    on_new_page: bool = False
    paragraphs: tuple[str, ...] = ()
    bars: Bars | None = None
    table: Table | None = None

    def pieces(self) -> "tuple[str | Bars | Table, ...]":
        """Return what stands before the entries, without what is empty."""
        bars = [self.bars] if self.bars is not None and self.bars.bars else []
        table = [self.table] if self.table is not None and self.table.has_content() else []
        return (*(text for text in self.paragraphs if text.strip()), *bars, *table)


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words that only a page needs: ``{heading}``, ``{page}`` and ``{pages}`` are filled in."""

    continued: str = "{heading} (continued)"
    page_of: str = "Page {page} of {pages}"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. ``title`` and ``subtitle`` head it and, small, each further page.

    ``summary`` stands on the first page only; ``foot`` at the foot of every page. With ``columns``
    pages are filled one column after the other; ``compact`` sets entries small and close.
    ``register`` says that headings are letters to look things up by: they stand in the margin
    too, and the names that a page begins and ends with at its head. ``reference`` (``List 12``)
    stands at the foot of every page, and ``reference_code`` as a QR code at the head of the first.
    """

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    summary: str = ""
    foot: str = ""
    words: PageWords = field(default_factory=PageWords)
    columns: int = 1
    compact: bool = False
    register: bool = False
    reference: str = ""
    reference_code: str = ""

    def entry_count(self) -> int:
        """Return how many entries there are in all sections."""
        return sum(len(section.entries) for section in self.sections)

    def is_empty(self) -> bool:
        """Return whether there is nothing in any section."""
        return not any(section.entries or section.pieces() for section in self.sections)
