"""What the lines of one entry of a calendar file say: its name, its host, its number, its length.

A line that stands twice counts once, the first time.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import blake2b

from notebook_app.formats.icalendar.components import Entry
from notebook_app.formats.icalendar.escaping import tidied, unescaped
from notebook_app.formats.icalendar.lines import Property
from notebook_app.formats.icalendar.moments import Moment, length_of, moment_of
from notebook_app.formats.icalendar.zones import Zones

_LONGEST_NAME = 300
_LONGEST_NOTE = 20_000
_LONGEST_MINUTES = 366 * 24 * 60
_MOST_FIGURES = 9

Lines = Mapping[str, Property]
"""The first line of each name."""


def first_lines(entry: Entry) -> Lines:
    """Return the lines of an entry that count, by their names."""
    found: dict[str, Property] = {}
    for line in entry.properties:
        found.setdefault(line.name, line)
    return found


def text_of(lines: Lines, name: str) -> str:
    """Return the text of a line, or nothing."""
    line = lines.get(name)
    return "" if line is None else tidied(unescaped(line.value)).strip()


def name_of(lines: Lines) -> str:
    """Return what it is called, on one line."""
    return short_text(lines, "SUMMARY") or "Without a name"


def short_text(lines: Lines, name: str) -> str:
    """Return the text of a line as one that is not long."""
    return _one_line(text_of(lines, name))


def note_of(lines: Lines) -> str:
    """Return what is said about it."""
    return text_of(lines, "DESCRIPTION")[:_LONGEST_NOTE]


def host_of(lines: Lines) -> str:
    """Return the name of who invites, if it is told."""
    line = lines.get("ORGANIZER")
    return "" if line is None else _one_line(line.parameters.get("CN", ""))


def sequence_of(lines: Lines) -> int:
    """Return how often it was changed, as far as it tells; 0 for what is no such number."""
    text = text_of(lines, "SEQUENCE")
    return int(text) if text.isdecimal() and len(text) <= _MOST_FIGURES else 0


def uid_of(lines: Lines) -> str:
    """Return its UID; without one, something that is the same each time it is read."""
    uid = text_of(lines, "UID")[:_LONGEST_NAME]
    if uid:
        return uid
    said = "\n".join(lines[name].value for name in ("DTSTART", "SUMMARY") if name in lines)
    return f"unnamed-{blake2b(said.encode(), digest_size=12).hexdigest()}"


def lengths_of(lines: Lines, start: Moment, zones: Zones) -> tuple[int | None, int]:
    """Return how many minutes it takes, and how many whole days.

    Raises:
        NoMoment: its end is no moment.
    """
    length: timedelta | None = None
    if "DTEND" in lines:
        end = moment_of(lines["DTEND"], zones)
        if isinstance(end, datetime) != isinstance(start, datetime):
            return None, 0
        if isinstance(end, datetime) and isinstance(start, datetime):
            if (end.tzinfo is None) != (start.tzinfo is None):
                return None, 0
            length = _in_utc(end) - _in_utc(start)
        else:
            length = end - start
    elif "DURATION" in lines:
        length = length_of(lines["DURATION"].value)
    if length is None or length <= timedelta():
        return None, 0
    if not isinstance(start, datetime):
        return None, length.days
    return min(round(length.total_seconds() / 60), _LONGEST_MINUTES) or None, 0


def _in_utc(moment: datetime) -> datetime:
    """Return a time without its zone; two of one zone would be subtracted as clocks show them."""
    return moment.replace(tzinfo=None) - (moment.utcoffset() or timedelta())


def _one_line(text: str) -> str:
    return " ".join(text.split())[:_LONGEST_NAME]
