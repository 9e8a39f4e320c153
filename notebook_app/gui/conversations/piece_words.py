"""The words on the chips of a line: what each piece of it was understood as."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from notebook_app.gui.follow_ups.due_words import short_day, time_words
from notebook_app.gui.follow_ups.kind_words import kind_name
from notebook_app.model.capture.captured import (
    CapturedFavour,
    CapturedFollowUp,
    CapturedLine,
    CapturedOpportunity,
    NamedPerson,
    Piece,
    PieceKind,
)
from notebook_app.model.offering import Direction, FavourKind

_LONGEST = 40

IN_FIELDS = frozenset({PieceKind.DAY, PieceKind.CHANNEL, PieceKind.SETTING, PieceKind.INITIATOR})
"""Pieces that are shown by the fields below a line, and not by a chip of their own."""


@dataclass(frozen=True, slots=True)
class PieceChip:
    """A chip: the piece, its words, and the person that it names, if it names one."""

    piece: Piece
    words: str
    person: NamedPerson | None = None


def piece_chips(captured: CapturedLine, today: date, locale: QLocale) -> Iterator[PieceChip]:
    """Yield what is shown of a line, in its order."""
    people = {person.start: person for person in captured.people}
    things: dict[PieceKind, Iterator[str]] = {
        PieceKind.FOLLOW_UP: (_follow_up(each, today, locale) for each in captured.follow_ups),
        PieceKind.FAVOUR: (_favour(each, captured) for each in captured.favours),
        PieceKind.OPPORTUNITY: (_opportunity(each, locale) for each in captured.opportunities),
        PieceKind.REMEMBER: (
            _tr("Remember: {fact}").format(fact=_cut(fact)) for fact in captured.remember
        ),
        PieceKind.TAG: (f"#{_cut(tag)}" for tag in captured.tags),
    }
    for piece in captured.pieces:
        if piece.kind in IN_FIELDS:
            continue
        written = _cut(captured.words(piece).lstrip("@"))
        if piece.kind is PieceKind.PERSON:
            person = people.get(piece.start)
            if person is not None:
                yield PieceChip(piece, _person(person), person)
            continue
        words = next(things.get(piece.kind, iter(())), written)
        if piece.kind is PieceKind.TIME and captured.at is not None:
            words = time_words(captured.at, locale)
        elif piece.kind is PieceKind.EVENT and captured.event is not None:
            words = _cut(captured.event.name)
        elif piece.kind is PieceKind.PLACE:
            words = f"@ {written}"
        elif piece.kind is PieceKind.ORGANIZATION:
            words = _tr("at {organization}").format(organization=written)
        elif piece.kind is PieceKind.SERVICE:
            words = _tr("Told of {service}").format(service=written)
        yield PieceChip(piece, words)


def _person(person: NamedPerson) -> str:
    chosen = next((choice for choice in person.choices if choice.id == person.chosen), None)
    if chosen is not None:
        return _cut(chosen.name)
    name = _cut(person.name)
    if person.is_unclear:
        return _tr("{name}: which one?").format(name=name)
    return _tr("{name} (new)").format(name=name)


def _follow_up(follow_up: CapturedFollowUp, today: date, locale: QLocale) -> str:
    words = f"{kind_name(follow_up.kind)} · {short_day(follow_up.due, today, locale)}"
    if follow_up.at is not None:
        words += f" {time_words(follow_up.at, locale)}"
    if follow_up.promised:
        words = f"{words} · {_tr('promised')}"
    return f"{words} ↻" if follow_up.repeat else words


def _favour(favour: CapturedFavour, captured: CapturedLine) -> str:
    name = _name_of(favour.about, captured)
    given = favour.direction is Direction.GIVEN
    if favour.kind is FavourKind.INTRODUCTION:
        words = _tr("I introduced {name}") if given else _tr("Introduced {name} to me")
    elif favour.kind is FavourKind.REFERRAL:
        words = _tr("I recommended {name}") if given else _tr("Recommended me to {name}")
    else:
        return _tr("I helped") if given else _tr("Helped me")
    return words.format(name=name) if name else words.replace("{name}", "…")


def _name_of(number: int | None, captured: CapturedLine) -> str:
    if number is None or number >= len(captured.people):
        return ""
    return _cut(captured.people[number].name)


def _opportunity(opportunity: CapturedOpportunity, locale: QLocale) -> str:
    if opportunity.value is None:
        return _tr("Work: {title}").format(title=_cut(opportunity.title))
    whole = opportunity.value == opportunity.value.to_integral_value()
    amount = locale.toString(float(opportunity.value), "f", 0 if whole else 2)
    parts = (opportunity.currency, amount, _cut(opportunity.title))
    return _tr("Work: {title}").format(title=" ".join(part for part in parts if part))


def _cut(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _LONGEST else one_line[: _LONGEST - 1] + "…"


def _tr(text: str) -> str:
    return QCoreApplication.translate("PieceWords", text)
