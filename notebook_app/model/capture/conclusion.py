"""Puts together what a line says from what was found in it and was not taken back by the user."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from notebook_app.model.capture.captured import (
    CapturedFavour,
    CapturedLine,
    NamedPerson,
    Piece,
    PieceKind,
)
from notebook_app.model.capture.found import Found, Reading
from notebook_app.model.capture.words import Span
from notebook_app.model.conversation import Channel, Formality, Initiator, formality_of
from notebook_app.model.name_form import folded

_SEPARATORS: Final = " \t,;:–—-"
_EMPTY_BRACKETS: Final = re.compile(r"[(\[][\s,;]*[)\]]")
_LEFT_OVER: Final = re.compile(r"\A[\s,;:–—-]*(?:[.!?]+(?=\s|\Z)[\s,;:–—-]*)?")
_NO_WORDS: Final = " \t\n,;:.!?–—-\"'()[]"
_BEFORE_NOTHING: Final = " \t\n,;:–—-"
_WITHIN_SENTENCES: Final = (PieceKind.EMAIL, PieceKind.PHONE, PieceKind.OPPORTUNITY)
_PART: Final = re.compile(r"[,;:()\n–—]")
_ONLY_ONE: Final = (PieceKind.DAY, PieceKind.TIME, PieceKind.PLACE, PieceKind.EVENT)
_CIRCUMSTANCES: Final = (
    PieceKind.CHANNEL,
    PieceKind.SETTING,
    PieceKind.DAY,
    PieceKind.TIME,
    PieceKind.INITIATOR,
)


def concluded(reading: Reading) -> CapturedLine:
    """Return what the line says."""
    line, context = reading.line, reading.context
    left = [
        found
        for found in _once_each(sorted(reading.found, key=lambda each: each.start))
        if (found.kind, line[found.start : found.end]) not in context.as_text
    ]
    _keep_within_sentences(line, left)
    text = _text(reading, left)
    people, numbers = _people(reading, left)
    setting, formality = _setting(left)
    pieces = tuple(Piece(found.kind, found.start, found.end, found.stays) for found in left)
    organization = next((found.says.organization for found in left if found.says.organization), "")
    return CapturedLine(
        line,
        text=text,
        people=people,
        organization=organization,
        title=next((found.says.title for found in left if found.says.title), ""),
        emails=_once(found.says.email for found in left),
        phones=_once(found.says.phone for found in left),
        on=next((found.says.on for found in left if found.says.on is not None), None),
        at=next((found.says.at for found in left if found.says.at is not None), None),
        channel=_channel(left),
        setting=setting,
        formality=formality,
        place=next((found.says.place for found in left if found.says.place), ""),
        event=next((found.says.event for found in left if found.says.event is not None), None),
        initiated_by=_initiator(left),
        tags=_once(found.says.tag for found in left),
        follow_ups=tuple(found.says.follow_up for found in left if found.says.follow_up),
        service_ids=tuple(
            found.says.service_id for found in left if found.says.service_id is not None
        ),
        favours=tuple(_favours(left, numbers)),
        remember=_once(found.says.remember for found in left),
        opportunities=tuple(found.says.opportunity for found in left if found.says.opportunity),
        pieces=pieces,
        unread=tuple(dict.fromkeys(reading.unread)),
    )


def _keep_within_sentences(line: str, left: Sequence[Found]) -> None:
    """Let what stands in the middle of a sentence stay there: ``her number is 070 123 45 67``."""
    end = 0
    for found in left:
        if found.kind in _WITHIN_SENTENCES and not found.marked:
            before = _PART.split(line[end : found.start])[-1]
            found.stays = found.stays or any(char.isalnum() for char in before)
        end = found.end


def _once_each(found: Sequence[Found]) -> Iterator[Found]:
    """Leave out what a line says twice and differently of what there is only one of."""
    said: set[object] = set()
    for each in found:
        what = _only_one(each)
        if what is None or what not in said:
            said.add(what)
            yield each


def _only_one(found: Found) -> object:
    """Return what a part of the line says of which there can be only one, if it does."""
    says = found.says
    if found.kind is PieceKind.ORGANIZATION:
        return PieceKind.ORGANIZATION, bool(says.organization), bool(says.title)
    if found.kind is PieceKind.SETTING:
        return (PieceKind.SETTING, found.marked) if says.setting else None
    if found.kind is PieceKind.CHANNEL:
        return PieceKind.CHANNEL if says.channel is not Channel.IN_PERSON else None
    return found.kind if found.kind in _ONLY_ONE else None


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))


def _text(reading: Reading, left: Sequence[Found]) -> str:
    """Return the line without what is stored elsewhere; decides whether the opening stays."""
    opening = reading.opening
    kept = all(found in left for found in opening.found)
    whole = bool(opening.found) and opening.whole and kept
    if whole:
        text = _without(reading.line, [*(f.span for f in left if not f.stays), *opening.joints])
        said = any(found.kind in _CIRCUMSTANCES for found in opening.found) or any(
            _tells_that_they_spoke(reading, joint) for joint in opening.joints
        )
        if text or not said:
            return _capitalised(text, reading)
    # "Coffee with Carla" is kept where nothing else was said; its day is told by the date.
    days = (PieceKind.DAY, PieceKind.TIME)
    only_days = all(found.kind in days for found in opening.found)
    for found in opening.found:
        found.stays = not (whole and found.kind in days and not only_days)
    text = _without(reading.line, [found.span for found in left if not found.stays])
    return _capitalised(text, reading) if whole else text


def _tells_that_they_spoke(reading: Reading, joint: Span) -> bool:
    """Return whether a small word of the opening is ``chat`` in ``chat with Carla``."""
    words, vocabulary = folded(reading.line[slice(*joint)]), reading.vocabulary
    return any(
        words in table for table in (vocabulary.nouns, vocabulary.verbs, vocabulary.participles)
    )


def _without(line: str, cuts: Sequence[Span]) -> str:
    """Return a line without some parts of it, and without the separators that led to them."""
    if not cuts:
        return line.strip()
    begun = 0
    text = ""
    for start, end in [*sorted(cuts), (len(line), len(line))]:
        text = _joined(text, line[begun : max(begun, start)])
        begun = max(begun, end)
    if "(" in text or "[" in text:
        text = _LEFT_OVER.sub("", _EMPTY_BRACKETS.sub("", text), count=1)
    text = text.rstrip(_BEFORE_NOTHING).strip()
    return text if text.strip(_NO_WORDS) else ""


def _joined(before: str, behind: str) -> str:
    """Return two parts of a text that had something between them."""
    if not before.strip():
        return _LEFT_OVER.sub("", behind, count=1)
    bare = behind.lstrip(" \t")
    if not bare:
        return before
    if before[-1] in " \t\n" or bare[0] in ",;:.!?)\n":
        before = before.rstrip(" \t")
    if bare[0] in _SEPARATORS + ".!?)" and before[-1:] in (",", ";", ":", "–", "—", "-"):
        before = before.rstrip(_SEPARATORS)
    gap = "" if bare[0] in ",;:.!?)\n" or before[-1:] in ("\n", "(") else " "
    return f"{before}{gap}{bare}"


def _capitalised(text: str, reading: Reading) -> str:
    """Return a text with the capital that its sentence lost together with its beginning."""
    first = text[:1]
    if not first.islower() or len(first.upper()) != 1:
        return text
    line = reading.line
    begins = [line.lstrip()[:1], *(line[found.start] for found in reading.opening.found)]
    # A mark, a date or a bullet may stand before the first letter.
    began = next((letter for letter in begins if letter.isalpha()), "")
    return first.upper() + text[1:] if began.isupper() else text


def _people(
    reading: Reading, left: Sequence[Found]
) -> tuple[tuple[NamedPerson, ...], dict[int, int]]:
    """Return everybody once, and which number each named part of the line is of."""
    people: list[NamedPerson] = []
    numbers: dict[int, int] = {}
    with_contact = reading.context.with_contact
    if with_contact is not None:
        people.append(NamedPerson(with_contact.name, 0, 0, (with_contact,), with_contact.id))
    for found in left:
        person = found.says.person
        if person is None:
            continue
        number = next((n for n, known in enumerate(people) if _is_same(known, person)), None)
        if number is None:
            number = len(people)
            people.append(person)
        elif people[number].end == 0:
            people[number] = person
        numbers[id(found)] = number
    return tuple(people), numbers


def _is_same(one: NamedPerson, other: NamedPerson) -> bool:
    if one.chosen and other.chosen:
        return one.chosen == other.chosen
    return one.name.casefold() == other.name.casefold() and one.chosen == other.chosen


def _channel(left: Sequence[Found]) -> Channel | None:
    """Return how people spoke; "met on Zoom" is a video call, "coffee" alone is in person."""
    says = [found.says for found in left if found.says.channel is not None]
    firm = [each.channel for each in says if each.firm]
    afar = [channel for channel in firm if channel is not Channel.IN_PERSON]
    return next(iter([*afar, *firm, *(each.channel for each in says)]), None)


def _setting(left: Sequence[Found]) -> tuple[str, Formality | None]:
    """Return the setting, a marked one before others, and whether it is organised."""
    says = [found.says for found in left if found.says.setting or found.says.formality]
    marked = [found.says for found in left if found.says.setting and found.marked]
    settings = [each for each in (*marked, *says) if each.setting]
    if settings:
        return settings[0].setting, settings[0].formality or formality_of(settings[0].setting)
    return "", says[0].formality if says else None


def _initiator(left: Sequence[Found]) -> Initiator | None:
    marked = [found.says.initiated_by for found in left if found.marked and found.says.initiated_by]
    said = [found.says.initiated_by for found in left if found.says.initiated_by]
    return next(iter([*marked, *said]), None)


def _favours(left: Sequence[Found], numbers: dict[int, int]) -> Iterator[CapturedFavour]:
    favours = [found.says.favour for found in left if found.says.favour is not None]
    introduced = {id(favour.about) for favour in favours if favour.about is not None}
    others = [number for key, number in numbers.items() if key not in introduced]
    for favour in favours:
        about = numbers.get(id(favour.about)) if favour.about is not None else None
        if favour.by is not None:
            by = numbers.get(id(favour.by))
            if by is None:
                continue
            if about is None:
                about = next((number for number in others if number != by), None)
        else:
            by = 0 if about != 0 else next((number for number in others if number != 0), None)
        if by is None or by == about:
            continue
        yield CapturedFavour(favour.kind, favour.direction, by, about, favour.text)
