"""Days, times and lengths of calendar files (RFC 5545, 3.3.4 to 3.3.6), and what they are here."""

import re
from datetime import UTC, date, datetime, timedelta, tzinfo

from notebook_app.formats.icalendar.lines import Property
from notebook_app.formats.icalendar.zones import Zones

Moment = date | datetime
"""A day, a local time without a zone, or a time with one."""

_MOMENT = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d))?(Z?))?", re.ASCII)
_LENGTH = re.compile(
    r"([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?",
    re.ASCII,
)


class NoMoment(ValueError):
    """A text that is no day or time; its words say why."""


def moments_of(line: Property, zones: Zones) -> list[Moment]:
    """Return the days or times of a line; periods are where they begin.

    Raises:
        NoMoment: one of them is none.
    """
    return [_moment(text, line, zones) for text in line.value.split(",") if text.strip()]


def moment_of(line: Property, zones: Zones) -> Moment:
    """Return the one day or time of a line.

    Raises:
        NoMoment: it is none.
    """
    return _moment(line.value, line, zones)


def _moment(text: str, line: Property, zones: Zones) -> Moment:
    text = text.strip().partition("/")[0]
    match = _MOMENT.fullmatch(text.upper())
    if match is None:
        raise NoMoment(f"“{text[:40]}” is no day or time")
    year, month, day, hour, minute, second, utc = match.groups()
    try:
        on = date(int(year), int(month), int(day))
    except ValueError as error:
        raise NoMoment(f"there is no {year}-{month}-{day} in the calendar") from error
    if hour is None:
        return on
    try:
        # A leap second is told as the one before it.
        read = datetime(
            on.year, on.month, on.day, int(hour), int(minute), min(59, int(second or 0))
        )
    except ValueError as error:
        raise NoMoment(f"there is no {hour}:{minute} on a clock") from error
    if utc:
        return read.replace(tzinfo=UTC)
    name = line.parameters.get("TZID", "")
    return read.replace(tzinfo=zones.zone(name)) if name else read


def here(moment: Moment, local: tzinfo | None) -> Moment:
    """Return the local day, or the local time without a zone.

    A time that summer time skips is the one as many minutes after the gap (3.3.5); of one that
    comes twice, the first is meant. ``local`` is the zone of the computer; None for the system's.

    Raises:
        NoMoment: it is beyond all calendars.
    """
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        return moment
    try:
        return (
            (moment - (moment.utcoffset() or timedelta()))
            .replace(tzinfo=UTC)
            .astimezone(local)
            .replace(tzinfo=None)
        )
    except (OverflowError, ValueError, OSError) as error:
        raise NoMoment("it is beyond all calendars") from error


def instant_name(moment: Moment) -> str:
    """Return how an occurrence is named by its moment, the same in every file and zone."""
    if not isinstance(moment, datetime):
        return f"{moment:%Y%m%d}"
    if moment.tzinfo is None:
        return f"{moment:%Y%m%dT%H%M%S}"
    return f"{moment - (moment.utcoffset() or timedelta()):%Y%m%dT%H%M%S}Z"


def length_of(text: str) -> timedelta:
    """Return a length such as ``PT1H30M``.

    Raises:
        NoMoment: it is none.
    """
    match = _LENGTH.fullmatch(text.strip().upper())
    if match is None or not any(match.groups()[1:]):
        raise NoMoment(f"“{text.strip()[:40]}” is no length of time")
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    try:
        found = timedelta(days=days + 7 * weeks, hours=hours, minutes=minutes, seconds=seconds)
    except OverflowError as error:
        raise NoMoment("it lasts longer than all calendars") from error
    return -found if match[1] == "-" else found
