"""Writes items as calendar components through vobject, and makes sure that they read back the same.

Each item is written and read by itself, so the work grows with their number and no faster.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from vobject.base import Component, VObjectError

from notebook_app.formats.icalendar.calendar_item import CalendarItem, MovedItem
from notebook_app.formats.icalendar.escaping import escaped, tidied
from notebook_app.formats.icalendar.folding import folded
from notebook_app.formats.icalendar.quick_lines import QuickLine, read_components, serialized

BEGINNING = folded(
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Contact Notebook//Calendar//EN\r\n"
    "CALSCALE:GREGORIAN\r\n"
)
ENDING = b"END:VCALENDAR\r\n"

_LAST_SEQUENCE = 2**31 - 1


class NotTheSame(Exception):
    """What was written does not read back as it was meant."""


def calendar_name(name: str) -> bytes:
    """Return the line that names a calendar, for programs that look for it."""
    return folded(f"X-WR-CALNAME:{escaped(name)}\r\n")


def written(item: CalendarItem) -> bytes:
    """Return an item's components, folded and ended by CRLF.

    Raises:
        NotTheSame: vobject reads back something else; nothing may be written then.
    """
    components = [_component(item, item.on, None)]
    components += [
        _component(_instead(item, moved), moved.on, moved.occurs_on) for moved in item.moved
    ]
    data = b"".join(folded(serialized(component)) for component in components)
    _check(item, data)
    return data


def _instead(item: CalendarItem, moved: MovedItem) -> CalendarItem:
    """Return the item as it is on a day that was moved."""
    return replace(item, title=moved.title) if moved.title else item


def _component(item: CalendarItem, on: date, instead_of: date | None) -> Component:
    made = Component("VTODO" if item.is_to_do else "VEVENT")
    for name, value, parameters in _lines(item, on, instead_of):
        made.add(QuickLine(name, parameters, value))
    if item.alarm is not None and item.done_on is None:
        made.add(_alarm(item, item.alarm))
    return made


def _lines(
    item: CalendarItem, on: date, instead_of: date | None
) -> Iterator[tuple[str, str, Sequence[tuple[str, str]]]]:
    """Yield name, escaped value and parameters of each line."""
    yield "UID", escaped(item.uid), ()
    if instead_of is not None:
        yield ("RECURRENCE-ID", *_moment(instead_of, item.at))
    yield "DTSTAMP", _stamp(item.changed), ()
    yield "CREATED", _stamp(item.created), ()
    yield "LAST-MODIFIED", _stamp(item.changed), ()
    yield "SEQUENCE", str(sequence(item)), ()
    yield "SUMMARY", escaped(item.title), ()
    if item.note:
        yield "DESCRIPTION", escaped(item.note), ()
    if item.place:
        yield "LOCATION", escaped(item.place), ()
    if item.tags:
        yield "CATEGORIES", ",".join(escaped(tag) for tag in item.tags), ()
    repeats = bool(item.rule) and instead_of is None
    if item.is_to_do:
        if repeats:
            yield ("DTSTART", *_moment(on, item.at))
        yield ("DUE", *_moment(on, item.at))
        yield "STATUS", "COMPLETED" if item.done_on else "NEEDS-ACTION", ()
        if item.done_on:
            # It has to be a time in UTC, and only the day is known: at noon it is that day from
            # twelve hours west of Greenwich to twelve hours east of it.
            yield "COMPLETED", f"{item.done_on:%Y%m%d}T120000Z", ()
            yield "PERCENT-COMPLETE", "100", ()
    else:
        yield ("DTSTART", *_moment(on, item.at))
        if item.at is not None and item.minutes:
            yield "DURATION", f"PT{item.minutes}M", ()
        free = item.is_free or item.at is None
        yield "TRANSP", "TRANSPARENT" if free else "OPAQUE", ()
    if repeats:
        yield "RRULE", _rule(item), ()
        for day in item.left_out:
            yield ("EXDATE", *_moment(day, item.at))


def sequence(item: CalendarItem) -> int:
    """Return a number that grows with each change, so that the later one counts (3.8.7.4)."""
    begun, changed = (datetime.fromisoformat(text) for text in (item.created, item.changed))
    return min(max(0, int((changed - begun).total_seconds())), _LAST_SEQUENCE)


def _rule(item: CalendarItem) -> str:
    """Return the rule; its last day has the form of its first (3.3.10)."""
    parts = []
    for part in item.rule.upper().removeprefix("RRULE:").split(";"):
        name, _, value = part.partition("=")
        if name == "UNTIL":
            value = value[:8] if item.at is None else f"{value[:8]}T235959"
        parts.append(f"{name}={value}")
    return ";".join(parts)


def _alarm(item: CalendarItem, minutes: int) -> Component:
    made = Component("VALARM")
    made.add(QuickLine("ACTION", (), "DISPLAY"))
    made.add(QuickLine("DESCRIPTION", (), escaped(item.title)))
    related = (("RELATED", "END"),) if item.is_to_do and not item.rule else ()
    trigger = f"-PT{minutes}M" if minutes > 0 else f"PT{-minutes}M"
    made.add(QuickLine("TRIGGER", related, trigger))
    return made


def _moment(day: date, at: time | None) -> tuple[str, Sequence[tuple[str, str]]]:
    """Return a day, or a local time without a zone, with the parameters that say which."""
    if at is None:
        return f"{day:%Y%m%d}", (("VALUE", "DATE"),)
    return f"{day:%Y%m%d}T{at:%H%M%S}", ()


def _stamp(stamp: str) -> str:
    return stamp.replace("-", "").replace(":", "")


def _check(item: CalendarItem, data: bytes) -> None:
    """Read what was written as anybody would, and compare it with what was meant.

    Raises:
        NotTheSame: something differs.
    """
    try:
        read = read_components(data.decode("utf-8"))
    except (VObjectError, ValueError, AttributeError, KeyError, IndexError) as error:
        raise NotTheSame(f"{item.uid}: {error}") from error
    places: list[tuple[CalendarItem, date, date | None]] = [(item, item.on, None)]
    places += [(_instead(item, moved), moved.on, moved.occurs_on) for moved in item.moved]
    kind = "VTODO" if item.is_to_do else "VEVENT"
    if [component.name for component in read] != [kind] * len(places):
        raise NotTheSame(item.uid)
    for component, (meant, on, instead_of) in zip(read, places, strict=True):
        if _found(component) != _meant(meant, on, instead_of):
            raise NotTheSame(item.uid)


def _meant(item: CalendarItem, on: date, instead_of: date | None) -> dict[str, object]:
    when: object = on if item.at is None else datetime.combine(on, item.at)
    is_series = bool(item.rule) and instead_of is None
    meant: dict[str, object] = {
        "uid": item.uid,
        "summary": tidied(item.title),
        "description": tidied(item.note),
        "location": tidied(item.place),
        "due" if item.is_to_do else "dtstart": when,
        "rrule": _rule(item) if is_series else "",
        "exdate": sorted(_whens(item.left_out, item.at)) if is_series else [],
        "recurrence-id": None if instead_of is None else _whens((instead_of,), item.at)[0],
        "categories": [tidied(tag) for tag in item.tags],
    }
    if not item.is_to_do:
        known = item.at is not None and item.minutes
        meant["duration"] = timedelta(minutes=item.minutes or 0) if known else None
    return meant


def _found(component: Component) -> dict[str, object]:
    contents = component.contents

    def first(name: str, missing: object) -> object:
        return contents[name][0].value if name in contents else missing

    found: dict[str, object] = {
        "uid": first("uid", ""),
        "summary": first("summary", ""),
        "description": first("description", ""),
        "location": first("location", ""),
        "rrule": first("rrule", ""),
        "exdate": sorted(day for line in contents.get("exdate", ()) for day in line.value),
        "recurrence-id": first("recurrence-id", None),
        "categories": first("categories", []),
    }
    if component.name == "VTODO":
        found["due"] = first("due", None)
    else:
        found["dtstart"] = first("dtstart", None)
        found["duration"] = first("duration", None)
    return found


def _whens(days: Sequence[date], at: time | None) -> list[date]:
    return list(days) if at is None else [datetime.combine(day, at) for day in days]
