"""Reads ``@place or event``; at an event the place behind a name is the organisation."""

from collections.abc import Sequence
from typing import Final

from notebook_app.model.capture.captured import EventChoice, PieceKind
from notebook_app.model.capture.found import Found, Reading, Says
from notebook_app.model.capture.words import Word, phrase_at, words_of
from notebook_app.model.name_form import folded

_MOST_WORDS: Final = 6
_LONGEST: Final = 80


def take_place(reading: Reading, start: int, end: int) -> None:
    """Note the place, event or organisation that is marked from ``start`` on."""
    words = words_of(reading.line, (), start + 1, end)
    apart = reading.line[start + 1 : start + 2].isspace()
    if not words or (apart and not reading.context.after_event):
        return  # "at 5 @ the gate": apart from its words, the sign is only said.
    if end - start > _LONGEST and len(words) > _MOST_WORDS:
        end = words[_MOST_WORDS - 1].end
        words = words[:_MOST_WORDS]
    first = start + 1
    marked = (PieceKind.PLACE, PieceKind.EVENT)
    if sum(found.kind in marked for found in reading.found) >= len(marked):
        return  # One spoke at one place, at one event perhaps; more is only said.
    if reading.context.after_event:
        name = " ".join(reading.line[first:end].split())
        says = Says(organization=name)
        reading.take(Found(PieceKind.ORGANIZATION, start, end, says))
        return
    whole = [end, *(word.end for word in reversed(words[:_MOST_WORDS]) if word.end < end)]
    for stop in whole:
        name = " ".join(reading.line[first:stop].split())
        if event := reading.context.known.event(name, reading.context.today):
            reading.take(_event(start, stop, event))
            return
        if reading.context.known.is_place(name):
            reading.take(Found(PieceKind.PLACE, start, stop, Says(place=name)))
            return
    end = _before_people(reading, words, end)
    words = [word for word in words if word.end <= end]
    name = " ".join(reading.line[first:end].split())
    occasion = phrase_at(words, 0, reading.vocabulary.nouns)
    if occasion is not None and occasion[0] == len(words) and occasion[1].setting:
        said = occasion[1]
        says = Says(
            channel=said.channel, firm=said.firm, setting=said.setting, formality=said.formality
        )
        reading.take(Found(PieceKind.SETTING, start, end, says, marked=True))
        return
    if folded(name):
        reading.take(Found(PieceKind.PLACE, start, end, Says(place=name)))


def _before_people(reading: Reading, words: Sequence[Word], end: int) -> int:
    """Return where a place ends that nobody knows: ``@Green Door with Agnes and Ben``.

    "Café mit Herz" is a place as a whole: one word is a name only if somebody is called so.
    """
    vocabulary = reading.vocabulary
    for number, word in enumerate(words[1:-1], 1):
        if word.key not in vocabulary.with_words or word.key in vocabulary.to_words:
            continue
        following = words[number + 1 : number + 3]
        whole = len(following) == 2 and all(each.is_capitalised for each in following)
        if whole or reading.context.known.people(following[0].text):
            return words[number - 1].end
    return end


def _event(start: int, end: int, event: EventChoice) -> Found:
    return Found(PieceKind.EVENT, start, end, Says(event=event))


def place_named(reading: Reading, start: int, end: int) -> Found:
    """Return the place, or the event of that name, that a part of the line names."""
    name = " ".join(reading.line[start:end].split())
    event = reading.context.known.event(name, reading.context.today)
    if event is not None:
        return Found(PieceKind.EVENT, start, end, Says(event=event))
    return Found(PieceKind.PLACE, start, end, Says(place=name))
