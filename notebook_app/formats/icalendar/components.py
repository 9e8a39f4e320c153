"""Takes a calendar file apart into its entries; what can't be read is named, the rest goes on."""

from collections.abc import Iterator

from notebook_app.formats.icalendar.lines import Property, logical_lines, property_of
from notebook_app.foundation.record import record

_ENTRIES = ("VEVENT", "VTODO", "VTIMEZONE")
_DEEPEST = 20
_MANY_LINES = 5_000


@record
class Entry:
    """An entry of a calendar: what sort, its lines, and the text of a time zone.

    ``whole`` is False if the file ends within it.
    """

    kind: str
    line: int
    properties: tuple[Property, ...]
    text: str = ""
    whole: bool = True


@record
class BadLine:
    """A line that can't be read, and why."""

    line: int
    reason: str


def entries(data: bytes) -> Iterator[Entry | BadLine]:
    """Yield entries and lines that can't be read, in their order.

    An entry that the next begins in has ended there; alarms and the like within are passed over.
    """
    taking = _TakingApart()
    found: Entry | BadLine | None
    for number, text in logical_lines(data):
        mark = text[:20].upper().replace(" ", "")
        if mark.startswith("BEGIN:"):
            found = taking.begin(number, text)
        elif mark.startswith("END:"):
            found = taking.end(text)
        else:
            found = taking.line(number, text)
        if found is not None:
            yield found
    if (cut := taking.entry(whole=False)) is not None:
        yield cut


class _TakingApart:
    """The entry that is read just now, if there is one."""

    def __init__(self) -> None:
        self._kind, self._begun = "", 0
        self._found: list[Property] = []
        self._zone: list[str] = []
        self._within: list[str] = []

    def begin(self, number: int, text: str) -> Entry | None:
        """Begin an entry, which ends the one before, or something within it."""
        name = _named(text)
        if name in _ENTRIES:
            before = self.entry(whole=True)
            self._kind, self._begun = name, number
            return before
        if len(self._within) < _DEEPEST:
            self._within.append(name)
        self._keep(text)
        return None

    def end(self, text: str) -> Entry | None:
        """End the entry or something within it."""
        name = _named(text)
        if name in (self._kind, "VCALENDAR"):
            return self.entry(whole=True)
        if name in self._within:
            del self._within[self._within.index(name) :]
            self._keep(text)
        return None

    def line(self, number: int, text: str) -> BadLine | None:
        """Take a line of the entry."""
        if self._kind == "VTIMEZONE":
            self._keep(text)
        if not self._kind or self._within or len(self._found) >= _MANY_LINES:
            return None
        line = property_of(number, text)
        if line is None:
            return BadLine(number, f"“{text.strip()[:60]}” can’t be read and is left out")
        self._found.append(line)
        return None

    def entry(self, *, whole: bool) -> Entry | None:
        """Return the entry, which is done with now; None if there is none."""
        kind, lines = self._kind, self._zone
        text = "\n".join(("BEGIN:VTIMEZONE", *lines, "END:VTIMEZONE")) if lines else ""
        done = Entry(kind, self._begun, tuple(self._found), text, whole) if kind else None
        self._kind, self._found, self._zone, self._within = "", [], [], []
        return done

    def _keep(self, text: str) -> None:
        if self._kind == "VTIMEZONE" and len(self._zone) < _MANY_LINES:
            self._zone.append(text.strip())


def _named(text: str) -> str:
    return text.partition(":")[2].strip().upper()
