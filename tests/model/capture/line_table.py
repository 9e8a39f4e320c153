"""Reads and writes the tables of lines: each line, and below it what it is to be understood as.

A heading (``===``) says where the lines below it are written. What a line says stands below it,
indented, one thing after the other; what is not named must not be said either.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from notebook_app.model.capture.captured import (
    CaptureContext,
    CapturedFavour,
    CapturedFollowUp,
    CapturedLine,
    CapturedOpportunity,
    NamedPerson,
)
from tests.model.capture.small_town import CARLA, context

_INDENT = "    "
_HEADING = "==="


@dataclass(frozen=True)
class Row:
    """A line, where it is written, and what it is to say."""

    heading: str
    line: str
    says: tuple[str, ...]

    def context(self) -> CaptureContext:
        """Return what the line is read with."""
        languages = ("de", "en") if "German" in self.heading else ("en", "de")
        if "page of Carla" in self.heading:
            return context(languages=languages, with_contact=CARLA)
        return context(languages=languages, after_event="event" in self.heading)


def rows(path: Path) -> Iterator[Row]:
    """Return the rows of a table."""
    heading, line, says = "", "", list[str]()
    for text in [*path.read_text("utf-8").splitlines(), _HEADING]:
        if text.startswith(_INDENT):
            says.append(text.strip())
            continue
        if line:
            yield Row(heading, line, tuple(says))
        line, says = "", []
        if text.startswith(_HEADING):
            heading = text.removeprefix(_HEADING).strip()
        else:
            line = text


def said(captured: CapturedLine) -> tuple[str, ...]:
    """Return what a line says, as the tables write it."""
    single = {
        "text": captured.text,
        "people": ", ".join(map(_person, captured.people)),
        "from": captured.organization,
        "title": captured.title,
        "on": captured.on,
        "at": captured.at and captured.at.isoformat("minutes"),
        "by": captured.channel,
        "setting": captured.setting,
        "formality": captured.formality,
        "place": captured.place,
        "event": captured.event and captured.event.name,
        "began": captured.initiated_by,
        "tags": ", ".join(captured.tags),
        "e-mail": ", ".join(captured.emails),
        "phone": ", ".join(captured.phones),
    }
    several = [
        *(f"next: {_follow_up(each)}" for each in captured.follow_ups),
        *(f"favour: {_favour(each, captured)}" for each in captured.favours),
        *(f"remember: {each}" for each in captured.remember),
        *(f"work: {_work(each)}" for each in captured.opportunities),
        *(f"service: {each}" for each in captured.service_ids),
        *(f"unread: {each}" for each in captured.unread),
    ]
    return (*(f"{key}: {value}" for key, value in single.items() if value), *several)


def _person(person: NamedPerson) -> str:
    if person.is_new:
        return f"{person.name} (new)"
    return f"{person.name} (?)" if person.is_unclear else f"{person.name} ({person.chosen})"


def _follow_up(planned: CapturedFollowUp) -> str:
    at = f" {planned.at.isoformat('minutes')}" if planned.at else ""
    repeat = f" [{planned.repeat}]" if planned.repeat else ""
    note = f" “{planned.note}”" if planned.note else ""
    return f"{planned.kind.value} {planned.due}{at}{repeat}{note}"


def _favour(favour: CapturedFavour, captured: CapturedLine) -> str:
    about = "" if favour.about is None else f" about {captured.people[favour.about].name}"
    text = f" “{favour.text}”" if favour.text else ""
    by = captured.people[favour.person].name
    return f"{favour.kind.value} {favour.direction.value}, {by}{about}{text}"


def _work(work: CapturedOpportunity) -> str:
    return f"{work.value} {work.currency} “{work.title}”"
