"""Reads the occasions of a calendar file as local days and times.

What repeats becomes its occurrences within a stretch of time. Everything that can't be read is
named with its line; the rest is read all the same.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta, tzinfo
from hashlib import blake2b

from notebook_app.formats.icalendar.components import BadLine, Entry, entries
from notebook_app.formats.icalendar.escaping import tidied, unescaped
from notebook_app.formats.icalendar.found_event import BadEntry, CalendarReading, FoundEvent
from notebook_app.formats.icalendar.lines import Property
from notebook_app.formats.icalendar.moments import (
    Moment,
    NoMoment,
    here,
    instant_name,
    length_of,
    moment_of,
    moments_of,
)
from notebook_app.formats.icalendar.series import occurrences
from notebook_app.formats.icalendar.zones import Zones
from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.foundation.record import record
from notebook_app.model.calendar_file import CalendarEvent

_LONGEST_NAME = 300
_LONGEST_NOTE = 20_000
_MOST_EVENTS = 200_000
_LONGEST_MINUTES = 366 * 24 * 60


@record
class _Read:
    """An entry whose moments are clear."""

    entry: Entry
    uid: str
    first: Mapping[str, Property]
    start: Moment
    of: Moment | None
    sequence: int


def read_events(
    data: bytes,
    first: date,
    last: date,
    local: tzinfo | None = None,
    progress: Progress | None = None,
) -> CalendarReading:
    """Return what a calendar file holds.

    Args:
        data: the file.
        first: from which day on occurrences of what repeats are wanted.
        last: until which day.
        local: the zone of the computer; None for the system's.
        progress: told how many entries are read.

    Raises:
        Cancelled: the user asked to stop.
    """
    reading = _Reading(first, last, local, progress or no_progress())
    return reading.run(data)


class _Reading:
    def __init__(self, first: date, last: date, local: tzinfo | None, progress: Progress) -> None:
        self._span = (first, last)
        self._local = local
        self._progress = progress
        self._zones = Zones()
        self._bad: list[BadEntry] = []
        self._to_dos: list[tuple[str, str]] = []
        self._count = 0

    def run(self, data: bytes) -> CalendarReading:
        whole = self._taken_apart(data)
        series: dict[str, _Read] = {}
        instead: dict[tuple[str, str], _Read] = {}
        for entry in whole:
            read = self._read(entry)
            if read is None:
                continue
            if read.of is None:
                before = series.get(read.uid)
                if before is None or before.sequence <= read.sequence:
                    series[read.uid] = read
            else:
                key = (read.uid, instant_name(read.of))
                if key not in instead or instead[key].sequence <= read.sequence:
                    instead[key] = read
        events: list[FoundEvent] = []
        for number, read in enumerate(series.values()):
            self._progress.report(number, len(series), "Looking at what repeats")
            for found in self._events(read, instead):
                if len(events) >= _MOST_EVENTS:
                    self._name(read.entry, f"it is behind the first {_MOST_EVENTS:,} events")
                    break
                events.append(found)
        beyond: set[str] = set()
        for (uid, name), read in instead.items():
            moved = self._event(read, read.start, f"{uid}/{name}", repeats=True)
            events += moved
            if not moved:
                beyond.add(f"{uid}/{name}")
        bad = {entry.line for entry in self._bad}
        return CalendarReading(
            tuple(events),
            tuple(self._bad),
            tuple(self._to_dos),
            tuple(self._zones.unknown()),
            self._count,
            frozenset(uid for uid, read in series.items() if read.entry.line not in bad),
            frozenset(beyond),
        )

    def _taken_apart(self, data: bytes) -> list[Entry]:
        """Return the occasions; zones are known once all of the file is read."""
        whole: list[Entry] = []
        for found in entries(data):
            if isinstance(found, BadLine):
                self._bad.append(BadEntry(found.line, "", found.reason))
                continue
            self._count += found.kind != "VTIMEZONE"
            self._progress.report(self._count, 0, "Reading the calendar")
            if not found.whole:
                self._name(found, "the file ends within it")
            elif found.kind == "VTIMEZONE":
                self._define(found)
            elif found.kind == "VTODO":
                first = _first(found)
                self._to_dos.append((_text(first, "UID"), _name_of(first)))
            else:
                whole.append(found)
        return whole

    def _define(self, entry: Entry) -> None:
        name = _first(entry).get("TZID")
        if name is not None:
            self._zones.define(name.value.strip(), entry.text)

    def _read(self, entry: Entry) -> _Read | None:
        first = _first(entry)
        try:
            if "DTSTART" not in first:
                raise NoMoment("it has no day")
            start = moment_of(first["DTSTART"], self._zones)
            of = first.get("RECURRENCE-ID")
            instead_of = None if of is None else moment_of(of, self._zones)
        except NoMoment as error:
            self._name(entry, str(error))
            return None
        sequence = _text(first, "SEQUENCE")
        return _Read(
            entry=entry,
            uid=_uid(first),
            first=first,
            start=start,
            of=instead_of,
            sequence=int(sequence) if sequence.isdecimal() and len(sequence) < 10 else 0,
        )

    def _events(
        self, read: _Read, instead: Mapping[tuple[str, str], _Read]
    ) -> Iterator[FoundEvent]:
        rules = [line for line in read.entry.properties if line.name == "RRULE"]
        extra = [line for line in read.entry.properties if line.name == "RDATE"]
        if not rules and not extra:
            yield from self._event(read, read.start, read.uid)
            return
        try:
            left_out = self._moments(read.entry, "EXDATE")
            added = self._moments(read.entry, "RDATE")
            days = occurrences(read.start, [line.value for line in rules], added, *self._span)
        except NoMoment as error:
            self._name(read.entry, f"{error}; only its first day is taken")
            yield from self._event(read, read.start, read.uid)
            return
        gone = {instant_name(moment) for moment in left_out}
        for moment in days:
            name = instant_name(moment)
            # Some programs leave days out where they mean times.
            if name in gone or name[:8] in gone or (read.uid, name) in instead:
                continue
            other = read.uid if moment == read.start else ""
            yield from self._event(
                read, moment, f"{read.uid}/{name}", repeats=True, other_uid=other
            )

    def _moments(self, entry: Entry, name: str) -> list[Moment]:
        lines = [line for line in entry.properties if line.name == name]
        return [moment for line in lines for moment in moments_of(line, self._zones)]

    def _event(
        self,
        read: _Read,
        moment: Moment,
        calendar_uid: str,
        *,
        repeats: bool = False,
        other_uid: str = "",
    ) -> list[FoundEvent]:
        """Return the occasion at a moment; none, and a word about it, if that is impossible."""
        try:
            start = here(moment, self._local)
            length, until = self._length(read)
        except NoMoment as error:
            self._name(read.entry, str(error))
            return []
        on = start.date() if isinstance(start, datetime) else start
        if repeats and not self._span[0] <= on <= self._span[1]:
            return []
        note = _text(read.first, "DESCRIPTION")[:_LONGEST_NOTE]
        if until > 1:
            last = on + timedelta(days=until - 1)
            note = f"Until {last.isoformat()}.\n{note}".strip()
        event = CalendarEvent(
            calendar_uid=calendar_uid,
            name=_name_of(read.first),
            on=on,
            at=start.time().replace(second=0) if isinstance(start, datetime) else None,
            minutes=length,
            place=_one_line(_text(read.first, "LOCATION"))[:_LONGEST_NAME],
            host=_one_line(_host(read.first))[:_LONGEST_NAME],
            note=note,
            other_uid=other_uid,
        )
        cancelled = _text(read.first, "STATUS").upper() == "CANCELLED"
        return [FoundEvent(event, read.uid, read.entry.line, cancelled, repeats)]

    def _length(self, read: _Read) -> tuple[int | None, int]:
        """Return how many minutes it takes, and how many whole days."""
        length: timedelta | None = None
        if "DTEND" in read.first:
            end = moment_of(read.first["DTEND"], self._zones)
            if isinstance(end, datetime) != isinstance(read.start, datetime):
                return None, 0
            if isinstance(end, datetime) and isinstance(read.start, datetime):
                if (end.tzinfo is None) != (read.start.tzinfo is None):
                    return None, 0
                length = _in_utc(end) - _in_utc(read.start)
            else:
                length = end - read.start
        elif "DURATION" in read.first:
            length = length_of(read.first["DURATION"].value)
        if length is None or length <= timedelta():
            return None, 0
        if not isinstance(read.start, datetime):
            return None, length.days
        return min(round(length.total_seconds() / 60), _LONGEST_MINUTES) or None, 0

    def _name(self, entry: Entry, reason: str) -> None:
        self._bad.append(BadEntry(entry.line, _name_of(_first(entry)), reason))


def _in_utc(moment: datetime) -> datetime:
    """Return a time without its zone; two of one zone would be subtracted as clocks show them."""
    return moment.replace(tzinfo=None) - (moment.utcoffset() or timedelta())


def _first(entry: Entry) -> dict[str, Property]:
    found: dict[str, Property] = {}
    for line in entry.properties:
        found.setdefault(line.name, line)
    return found


def _text(first: Mapping[str, Property], name: str) -> str:
    line = first.get(name)
    return "" if line is None else tidied(unescaped(line.value)).strip()


def _name_of(first: Mapping[str, Property]) -> str:
    return _one_line(_text(first, "SUMMARY"))[:_LONGEST_NAME] or "Without a name"


def _host(first: Mapping[str, Property]) -> str:
    line = first.get("ORGANIZER")
    return "" if line is None else line.parameters.get("CN", "")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _uid(first: Mapping[str, Property]) -> str:
    """Return what it is called; without a UID, something that is the same each time it is read."""
    uid = _text(first, "UID")[:_LONGEST_NAME]
    if uid:
        return uid
    said = "\n".join(first[name].value for name in ("DTSTART", "SUMMARY") if name in first)
    return f"unnamed-{blake2b(said.encode(), digest_size=12).hexdigest()}"
