"""Reads what is to be done next and when: ``call next tue about the quote``, ``jeden Montag``."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final

from notebook_app.model.capture.captured import CapturedFollowUp, PieceKind
from notebook_app.model.capture.days import DayWords, moved
from notebook_app.model.capture.found import Found, Reading, Says
from notebook_app.model.capture.language import Unit
from notebook_app.model.capture.times import time_at
from notebook_app.model.capture.vocabulary import Vocabulary
from notebook_app.model.capture.words import Span, Word, length_in, phrase_at, words_of
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.name_form import folded
from notebook_app.model.promise_words import sounds_promised

NO_DAY: Final = "no day is named"
SOON: Final = 2
"""Within so many days one follows up where only the kind was said."""

_FREQUENCIES: Final = {
    Unit.DAY: "DAILY",
    Unit.WEEK: "WEEKLY",
    Unit.MONTH: "MONTHLY",
    Unit.YEAR: "YEARLY",
}
_MOST_OFTEN: Final = 400
_LONGEST_LOOKED_AT: Final = 60


@dataclass(slots=True)
class _Plan:
    """What was read of a follow-up; the numbers are those of the words that are spoken for."""

    kind: FollowUpKind | None = None
    due: date | None = None
    no_such_day: bool = False
    at: time | None = None
    repeat: str = ""
    repeats_from: date | None = None
    used: frozenset[int] = frozenset()


def read_follow_up(reading: Reading, start: int, end: int) -> None:
    """Note the follow-up that ``!`` at ``start`` marks; without a day it stays text."""
    line = reading.line
    if end <= start + 1 or line[start + 1].isspace():
        return
    marked = line[start:end]
    context = reading.context
    days = DayWords(context.today, reading.vocabulary, context.region)
    read = follow_up_in(line, (start + 1, end), days)
    if isinstance(read, CapturedFollowUp):
        reading.take(Found(PieceKind.FOLLOW_UP, start, end, Says(follow_up=read)))
        return
    if read and any(char.isalnum() for char in marked):
        reading.unread.append(f"“{_short(marked)}”: {read}")
        reading.kept_from_reading(start, end)


def follow_up_in(
    line: str, span: Span, days: DayWords, *, soon: bool = True
) -> CapturedFollowUp | str:
    """Return the follow-up in a part of a line, or in plain words why there is none.

    With ``soon`` a kind alone is to be done within ``SOON`` days.
    """
    start, end = span
    today = days.today
    words = words_of(line, (), start, end)
    plan = _plan(words[:_LONGEST_LOOKED_AT], days)
    if plan.no_such_day:
        return "there is no such day"
    due = plan.due or plan.repeats_from
    if due is None:
        if not soon or plan.kind is None or len(plan.used) < len(words):
            return NO_DAY
        due = today + timedelta(days=SOON)
    if due < today:
        return "this day is past"
    note = _note(line, start, end, words, plan)
    if folded(note) in days.vocabulary.them_words:
        note = ""  # "call her": whom is known already.
    kind = plan.kind or FollowUpKind.OTHER
    promised = sounds_promised(kind, note) or sounds_promised(FollowUpKind.OTHER, line[start:end])
    return CapturedFollowUp(kind, due, plan.at, note, plan.repeat, promised=promised)


def _plan(words: list[Word], days: DayWords) -> _Plan:
    plan = _Plan()
    today, known = days.today, days.vocabulary
    used: set[int] = set()
    if found := phrase_at(words, 0, known.kinds):
        plan.kind = found[1]
        used.update(range(found[0]))
    first = index = len(used)
    named: list[tuple[int, int, int, date | None]] = []
    while index < len(words):
        length = 1
        if not plan.repeat and (repeat := _repeat_at(words, index, today, known)):
            length, plan.repeat, plan.repeats_from = repeat
            used.update(range(index, index + length))
        elif day := days.at(words, index):
            length = day.length
            # The day stands behind the kind or at the end; elsewhere it may belong to the note.
            rank = 0 if index == first else 1 if index + length == len(words) else 2
            named.append((rank, index, length, day.day))
        elif plan.at is None and (at := time_at(words, index, known)):
            length, plan.at = at
            used.update(range(index, index + length))
        index += length
    if named:
        _rank, index, length, plan.due = min(named, key=lambda each: each[:2])
        plan.no_such_day = plan.due is None
        used.update(range(index, index + length))
    _kind_elsewhere(plan, words, used, known)
    plan.used = frozenset(used)
    return plan


def _kind_elsewhere(plan: _Plan, words: list[Word], used: set[int], known: Vocabulary) -> None:
    """Look for the kind behind the day: ``tue call him``, ``Dienstag wegen Dach anrufen``."""
    if plan.kind is not None:
        return
    left = [number for number in range(len(words)) if number not in used]
    if not left:
        return
    if found := phrase_at(words, left[0], known.kinds):
        plan.kind = found[1]
        # "call him about it" is told in full, a kind alone need not be.
        if len(left) == found[0]:
            used.update(range(left[0], left[0] + found[0]))
    elif words[left[-1]].key in known.kinds_behind:
        plan.kind = known.kinds_behind[words[left[-1]].key]
        used.add(left[-1])
    else:
        # "Ben anrufen wegen Logo"
        for number in left:
            if words[number].key in known.kinds_behind:
                plan.kind = known.kinds_behind[words[number].key]
                used.add(number)
                break


def _repeat_at(
    words: list[Word], index: int, today: date, known: Vocabulary
) -> tuple[int, str, date | None] | None:
    """Return how many words say that it repeats, the RFC 5545 rule, and when it comes first."""
    if found := phrase_at(words, index, known.repeats):
        unit, count = found[1]
        return found[0], _rule(unit, count), moved(today, count, unit)
    length = length_in(words, index, known.every)
    at = index + length
    if not length or at >= len(words) or words[at].parted:
        return None
    count, every_other = 1, length_in(words, at, known.other)
    if every_other:
        count, at = 2, at + every_other
    elif words[at].text.isdecimal() and len(words[at].text) <= 3:
        count, at = int(words[at].text), at + 1
    elif number := phrase_at(words, at, known.numbers):
        count, at = number[1], at + number[0]
    if at >= len(words) or words[at].parted or not 1 <= count <= _MOST_OFTEN:
        return None
    if words[at].key in known.weekdays:
        weekday = known.weekdays[words[at].key]
        first = today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
        return at + 1 - index, _rule(Unit.WEEK, count), first
    every = known.units.get(words[at].key)
    if every is None:
        return None
    return at + 1 - index, _rule(every, count), moved(today, count, every)


def _rule(unit: Unit, count: int) -> str:
    rule = f"FREQ={_FREQUENCIES[unit]}"
    return rule if count == 1 else f"{rule};INTERVAL={count}"


def _note(line: str, start: int, end: int, words: list[Word], plan: _Plan) -> str:
    cuts: list[Span] = [words[number].span for number in sorted(plan.used)]
    parts, begun = [], start
    for cut in cuts:
        parts.append(line[begun : cut[0]])
        begun = cut[1]
    parts.append(line[begun:end])
    note = " ".join(part.strip(" ,;:.–-+") for part in parts if part.strip(" ,;:.–-+'"))
    return " ".join(note.split())


def _short(marked: str) -> str:
    return marked if len(marked) <= 60 else marked[:59] + "…"
