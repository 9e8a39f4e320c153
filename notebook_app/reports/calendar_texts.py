"""A calendar page as a web page, with the same fields as on paper, and as a list in plain text."""

from collections.abc import Iterator
from html import escape
from typing import Final

from notebook_app.reports.calendar_sheet import (
    CalendarDay,
    CalendarLine,
    CalendarSheet,
    CalendarWeek,
)
from notebook_app.reports.calendar_words import CalendarWords
from notebook_app.reports.document import Document, Entry, Section
from notebook_app.reports.html_document import alone_standing
from notebook_app.reports.text_document import text_document

_STYLE: Final = """
body { max-width: 80rem; }
table { table-layout: fixed; }
th, td { border: 1px solid var(--line); padding: .3rem .45rem; }
thead th { border-width: 0 0 1px; }
.week { width: 2.6rem; text-align: end; border-width: 0; }
td { height: 5.5rem; font-size: .85rem; }
td.off { background: color-mix(in srgb, var(--line) 30%, transparent); }
td.outside, .done { color: var(--muted); }
td.outside .day { font-weight: normal; }
.day { font-weight: 650; font-size: 1.05rem; }
.holiday { float: inline-end; font-size: .75rem; color: var(--muted); }
ul { list-style: none; margin: .2rem 0 0; padding: 0; }
li { margin: 0 0 .2rem; }
li b { font-weight: 650; }
.note { color: var(--muted); white-space: pre-line; }
.days th { width: 9rem; }
.days td { height: 4rem; font-size: 1rem; }
@media screen and (max-width: 44rem) {
  .month, .month tbody, .month tr, .month td { display: block; }
  .month thead, .month .week, .month .free { display: none; }
  .month td { height: auto; margin-bottom: .4rem; }
}
@media print { body { font-size: 9pt; } td { height: 5rem; } }
""".strip()


def calendar_html(sheet: CalendarSheet, *, with_notes: bool = False) -> str:
    """Return the page as a web page that can be read alone; ``with_notes`` has what is noted.

    Weeks begin where one begins to read. On a narrow screen a month becomes a list of its days.
    """
    return alone_standing(
        sheet.title,
        sheet.subtitle,
        list(_body(sheet, with_notes)),
        _STYLE,
        from_the_right=sheet.from_the_right,
    )


def calendar_text(sheet: CalendarSheet, words: CalendarWords, *, with_notes: bool = False) -> str:
    """Return the days in plain text one after the other; of a month, those that have something."""
    week = len(sheet.weeks) == 1
    sections = []
    for day in sheet.days():
        if not (week or day.lines or (day.holiday and day.inside)):
            continue
        heading = words.full_day(day.on)
        entries = tuple(_entry(line, with_notes) for line in day.lines)
        sections.append(Section(heading, entries, aside=day.holiday))
    empty = "" if any(day.lines for day in sheet.days()) else "Nothing is planned."
    return text_document(
        Document(sheet.title, sheet.subtitle, tuple(sections), empty, sheet.foot, compact=True)
    )


def _body(sheet: CalendarSheet, with_notes: bool) -> Iterator[str]:
    if len(sheet.weeks) == 1:
        yield '<table class="days"><tbody>'
        for day in sheet.days():
            off = ' class="off"' if day.off else ""
            yield f"<tr><th{off}>{_text(day.weekday)}<br>{_head(day)}</th>"
            yield f"<td>{_lines(day, with_notes)}</td></tr>"
        yield "</tbody></table>"
    else:
        yield '<table class="month"><thead><tr><th class="week"></th>'
        yield "".join(f"<th>{_text(day.weekday)}</th>" for day in sheet.weeks[0].days)
        yield "</tr></thead><tbody>"
        for week in sheet.weeks:
            yield from _week(week, with_notes)
        yield "</tbody></table>"
    yield f"<footer><span>{_text(sheet.foot)}</span></footer>"


def _week(week: CalendarWeek, with_notes: bool) -> Iterator[str]:
    yield f'<tr><th class="week">{_text(week.label)}</th>'
    for day in week.days:
        kinds = [
            kind
            for kind, holds in (
                ("off", day.off and day.inside),
                ("outside", not day.inside),
                ("free", not day.lines),
            )
            if holds
        ]
        named = f' class="{" ".join(kinds)}"' if kinds else ""
        yield f"<td{named}>{_head(day)}{_lines(day, with_notes)}</td>"
    yield "</tr>"


def _head(day: CalendarDay) -> str:
    holiday = f'<span class="holiday">{_text(day.holiday)}</span>' if day.holiday else ""
    return f'{holiday}<span class="day">{_text(day.number)}</span>'


def _lines(day: CalendarDay, with_notes: bool) -> str:
    if not day.lines:
        return ""
    return f"<ul>{''.join(_line(line, with_notes) for line in day.lines)}</ul>"


def _line(line: CalendarLine, with_notes: bool) -> str:
    name = f"<b>{_text(line.name)}</b>" if line.strong else _text(line.name)
    when = f"<b>{_text(line.when)}</b>" if line.when else ""
    parts = [when, _text(line.act), name + (f", {_text(line.tail)}" if line.tail else "")]
    note = f'<div class="note">{_text(line.note)}</div>' if with_notes and line.note else ""
    done = ' class="done"' if line.done else ""
    return f"<li{done}>{' '.join(part for part in parts if part)}{note}</li>"


def _entry(line: CalendarLine, with_notes: bool) -> Entry:
    said = f"{line.act} {line.name}".strip() + (f", {line.tail}" if line.tail else "")
    note = line.note if with_notes else ""
    return Entry(said, when=line.when, text=note, box=False)


def _text(text: str) -> str:
    return f"<bdi>{escape(text)}</bdi>" if text else ""
