"""Reads the occasions of a calendar file as local days and times.

What repeats becomes its occurrences within a stretch of time. Everything that can't be read is
named with its line; the rest is read all the same.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta, tzinfo

from notebook_app.formats.icalendar.components import BadLine, Entry, entries
from notebook_app.formats.icalendar.entry_words import (
    Lines,
    first_lines,
    host_of,
    lengths_of,
    name_of,
    note_of,
    sequence_of,
    short_text,
    text_of,
    uid_of,
)
from notebook_app.formats.icalendar.found_event import BadEntry, CalendarReading, FoundEvent
from notebook_app.formats.icalendar.moments import (
    Moment,
    NoMoment,
    here,
    instant_name,
    moment_of,
    moments_of,
)
from notebook_app.formats.icalendar.series import occurrences
from notebook_app.formats.icalendar.zones import Zones
from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.foundation.record import record
from notebook_app.model.calendar_file import CalendarEvent

_MOST_EVENTS = 200_000


@record
class _Read:
    """An entry whose moments are clear."""

    entry: Entry
    uid: str
    first: Lines
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
                first = first_lines(found)
                self._to_dos.append((text_of(first, "UID"), name_of(first)))
            else:
                whole.append(found)
        return whole

    def _define(self, entry: Entry) -> None:
        name = first_lines(entry).get("TZID")
        if name is not None:
            self._zones.define(name.value.strip(), entry.text)

    def _read(self, entry: Entry) -> _Read | None:
        first = first_lines(entry)
        try:
            if "DTSTART" not in first:
                raise NoMoment("it has no day")
            start = moment_of(first["DTSTART"], self._zones)
            of = first.get("RECURRENCE-ID")
            instead_of = None if of is None else moment_of(of, self._zones)
        except NoMoment as error:
            self._name(entry, str(error))
            return None
        return _Read(
            entry=entry,
            uid=uid_of(first),
            first=first,
            start=start,
            of=instead_of,
            sequence=sequence_of(first),
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
            length, until = lengths_of(read.first, read.start, self._zones)
        except NoMoment as error:
            self._name(read.entry, str(error))
            return []
        on = start.date() if isinstance(start, datetime) else start
        if repeats and not self._span[0] <= on <= self._span[1]:
            return []
        note = note_of(read.first)
        if until > 1:
            last = on + timedelta(days=until - 1)
            note = f"Until {last.isoformat()}.\n{note}".strip()
        event = CalendarEvent(
            calendar_uid=calendar_uid,
            name=name_of(read.first),
            on=on,
            at=start.time().replace(second=0) if isinstance(start, datetime) else None,
            minutes=length,
            place=short_text(read.first, "LOCATION"),
            host=host_of(read.first),
            note=note,
            other_uid=other_uid,
        )
        cancelled = text_of(read.first, "STATUS").upper() == "CANCELLED"
        return [FoundEvent(event, read.uid, read.entry.line, cancelled, repeats)]

    def _name(self, entry: Entry, reason: str) -> None:
        self._bad.append(BadEntry(entry.line, name_of(first_lines(entry)), reason))
