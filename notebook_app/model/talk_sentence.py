"""Reads what one asks of all that happened: ``everyone I phoned in May``, ``last week tag:vip``.

A sentence names a period, a way of speaking, who began; what is left are terms of the query
language on people, and words to look for. Words that only make it a sentence are passed over.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from notebook_app.model.conversation import Channel, Formality, Initiator
from notebook_app.model.happening_filter import HappeningFilter
from notebook_app.model.past_periods import find_period
from notebook_app.model.query.mistake import QueryMistake
from notebook_app.model.query.parse import Vocabulary, parse_query
from notebook_app.model.query.terms import PeopleQuery
from notebook_app.model.rows import EntryKind


@dataclass(frozen=True, slots=True)
class _Meaning:
    channel: Channel | None = None
    formality: Formality | None = None
    initiated_by: Initiator | None = None
    kind: EntryKind | None = None


_TALKS = _Meaning(kind=EntryKind.CONVERSATION)
_CALL = _Meaning(channel=Channel.CALL)
_EMAIL = _Meaning(channel=Channel.EMAIL)
_MESSAGE = _Meaning(channel=Channel.MESSAGE)
_IN_PERSON = _Meaning(channel=Channel.IN_PERSON)
_NOTE = _Meaning(channel=Channel.NOTE)
_THEM = Initiator.THEM

_PHRASES: tuple[tuple[str, _Meaning], ...] = (
    (r"(?:phoned|called|rang) me|mich angerufen", _Meaning(Channel.CALL, None, _THEM)),
    (r"(?:e-?mailed) me", _Meaning(Channel.EMAIL, None, _THEM)),
    (r"(?:messaged|texted) me", _Meaning(Channel.MESSAGE, None, _THEM)),
    (r"wrote (?:to )?me|mir geschrieben", _Meaning(Channel.EMAIL, None, _THEM)),
    (r"(?:they|who) (?:reached out|began|started)", _Meaning(initiated_by=_THEM)),
    (r"i (?:reached out(?: to)?|began|started)", _Meaning(initiated_by=Initiator.ME)),
    (r"handwritten notes?|(?:wrote|sent) (?:a |an )?notes?(?: to)?", _NOTE),
    (r"handgeschrieben\w*|karte geschrieben", _NOTE),
    (r"video(?: ?calls?)?|videoanrufe?n?", _Meaning(channel=Channel.VIDEO)),
    (r"phoned|called|rang|on the phone|by phone|phone ?calls?|calls?|phone", _CALL),
    (r"angerufen|telefoniert(?: habe)?|am telefon|anrufe?n?", _CALL),
    (r"e-?mailed|e-?mails?|wrote to|geschrieben", _EMAIL),
    (r"messaged|texted|messages?|nachrichten?", _MESSAGE),
    (r"in person|face to face|saw|persönlich|gesehen|getroffen", _IN_PERSON),
    (r"organi[sz]ed|organisiert\w*", _Meaning(formality=Formality.ORGANISED)),
    (r"informal(?:ly)?|informell\w*|zwanglos\w*", _Meaning(formality=Formality.INFORMAL)),
    (r"follow-ups?|wiedervorlagen?", _Meaning(kind=EntryKind.FOLLOW_UP)),
    (r"opportunit(?:y|ies)|chancen?", _Meaning(kind=EntryKind.OPPORTUNITY)),
    (r"favou?rs?|gefallen", _Meaning(kind=EntryKind.FAVOUR)),
    (r"imports?", _Meaning(kind=EntryKind.IMPORT)),
    (r"merges?", _Meaning(kind=EntryKind.MERGE)),
    (r"conversations?|gespräche?n?", _TALKS),
    (r"(?:spoke|spoken|talked|talks?|chatted)(?: (?:to|with))?|gesprochen(?: habe)?", _TALKS),
)
_FILLER = re.compile(
    "(?:every(?:one|body)|any(?:one|body)|all|people|those|who|whom|that|which|i|i've|have|had|has"
    "|did|the|an?|with|to|of|by|me|my|in|on|was|were|show|list|what"
    "|alle[sn]?|mit|denen|die|wen|wem|ich|habe|hatte|der|den|das|dem|im|am|und)[,.?!]*",
    re.IGNORECASE,
)
_COMPILED = tuple(
    (re.compile(rf"(?<![\w:@#\"-])(?:{pattern})(?![\w:-])", re.IGNORECASE), meaning)
    for pattern, meaning in _PHRASES
)
_PIECES = re.compile(r'-?[^\W\d_][\w-]*:(?:"[^"]*"|\S)+|"[^"]*"?|\S+')
_KEYED = re.compile(r"-?[^\W\d_][\w-]*:")


def read_talk_sentence(
    text: str, today: date, vocabulary: Vocabulary, *, still_typing: bool = False
) -> HappeningFilter:
    """Return what a sentence asks for; an empty one asks for everything.

    Raises:
        QueryMistake: a term of the query language can't be understood.
    """
    kept, words = _apart(text)
    wanted = HappeningFilter(people=_people(kept, text, vocabulary, still_typing=still_typing))
    found = find_period(words, today)
    if found is not None:
        period, words = found
        wanted = replace(wanted, first=period.first, last=period.last)
    for pattern, meaning in _COMPILED:
        words, count = pattern.subn(" ", words)
        if count:
            wanted = _with(wanted, meaning)
    left = [word for word in words.split() if not _FILLER.fullmatch(word)]
    return replace(wanted, words=" ".join(" ".join([*left, *_quoted(kept)]).split()))


def _apart(text: str) -> tuple[list[str], str]:
    """Return keyed and quoted pieces, which are taken as they are, and all other words."""
    kept: list[str] = []
    words: list[str] = []
    for piece in _PIECES.findall(text):
        (kept if _KEYED.match(piece) or piece.startswith('"') else words).append(piece)
    return kept, " ".join(words)


def _people(
    kept: list[str], text: str, vocabulary: Vocabulary, *, still_typing: bool
) -> PeopleQuery:
    terms = " ".join(piece for piece in kept if not piece.startswith('"'))
    try:
        return parse_query(terms, vocabulary, still_typing=still_typing)
    except QueryMistake as mistake:
        wrong = mistake.text[mistake.start : mistake.start + mistake.length]
        mistake.text, mistake.start = text, max(0, text.find(wrong))
        raise


def _quoted(kept: list[str]) -> list[str]:
    return [piece.strip('"') for piece in kept if piece.startswith('"')]


def _with(wanted: HappeningFilter, meaning: _Meaning) -> HappeningFilter:
    if meaning.channel is not None:
        wanted = replace(wanted, channels=wanted.channels | {meaning.channel})
    if meaning.kind is not None:
        wanted = replace(wanted, kinds=wanted.kinds | {meaning.kind})
    return replace(
        wanted,
        formality=meaning.formality or wanted.formality,
        initiated_by=meaning.initiated_by or wanted.initiated_by,
    )
