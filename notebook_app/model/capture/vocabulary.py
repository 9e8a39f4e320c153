"""The words of the user's languages put together, folded, ready to be looked up.

A further language is one more line in ``LANGUAGES``. Where two languages use one word
differently, the user's own language, named first, has its way.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from notebook_app.model.capture.english import ENGLISH
from notebook_app.model.capture.german import GERMAN
from notebook_app.model.capture.language import FavourPhrase, LanguageWords, Occasion, Unit
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.name_form import folded

LANGUAGES: Mapping[str, LanguageWords] = {"en": ENGLISH, "de": GERMAN}

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words, by what they are looked up for; keys are folded."""

    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    numbers: Mapping[str, int]
    days: Mapping[str, int]
    units: Mapping[str, Unit]
    last: frozenset[str]
    next: frozenset[str]
    this: frozenset[str]
    ago_before: frozenset[str]
    ago_behind: frozenset[str]
    ahead: frozenset[str]
    day_leads: frozenset[str]
    month_leads: frozenset[str]
    every: frozenset[str]
    repeats: Mapping[str, tuple[Unit, int]]
    other: frozenset[str]
    time_leads: frozenset[str]
    hours: frozenset[str]
    times: Mapping[str, int]
    nouns: Mapping[str, Occasion]
    verbs: Mapping[str, Occasion]
    participles: Mapping[str, Occasion]
    i_words: frozenset[str]
    they_words: frozenset[str]
    me_words: frozenset[str]
    them_words: frozenset[str]
    they_did: frozenset[str]
    i_did: frozenset[str]
    with_words: frozenset[str]
    to_words: frozenset[str]
    and_words: frozenset[str]
    place_leads: frozenset[str]
    organization_leads: frozenset[str]
    small: frozenset[str]
    qualities: frozenset[str]
    ordinary: frozenset[str]
    acquaintances: frozenset[str]
    titles: frozenset[str]
    kinds: Mapping[str, FollowUpKind]
    kinds_behind: Mapping[str, FollowUpKind]
    favours: Mapping[str, tuple[tuple[tuple[str, ...], FavourPhrase], ...]]
    phone_labels: frozenset[str]
    work_leads: frozenset[str]


@lru_cache(maxsize=8)
def vocabulary(languages: tuple[str, ...]) -> Vocabulary:
    """Return the words of these languages; those without a table are passed over."""
    tables = [LANGUAGES[code] for code in languages if code in LANGUAGES] or [ENGLISH]
    weekdays = _numbered(table.weekdays for table in tables)
    months = _numbered(table.months for table in tables)
    nouns = _joined(table.nouns for table in tables)
    verbs = _joined(table.verbs for table in tables)
    participles = _joined(table.participles for table in tables)
    days = _joined(table.days for table in tables)
    small = _set(table.small for table in tables)
    repeats = _joined(table.repeats for table in tables)
    numbers = _joined(table.numbers for table in tables)
    listed = _set(table.ordinary + table.qualities for table in tables)
    acquaintances = _set(table.acquaintances for table in tables)
    never_names = (
        acquaintances,
        weekdays,
        months,
        nouns,
        verbs,
        participles,
        days,
        small,
        repeats,
        numbers,
    )
    return Vocabulary(
        weekdays=weekdays,
        months=months,
        numbers=numbers,
        days=days,
        units=_joined(table.units for table in tables),
        last=_set(table.last for table in tables),
        next=_set(table.next for table in tables),
        this=_set(table.this for table in tables),
        ago_before=_set(table.ago_before for table in tables),
        ago_behind=_set(table.ago_behind for table in tables),
        ahead=_set(table.ahead for table in tables),
        day_leads=_set(table.day_leads for table in tables),
        month_leads=_set(table.month_leads for table in tables),
        every=_set(table.every for table in tables),
        repeats=repeats,
        other=_set(table.other for table in tables),
        time_leads=_set(table.time_leads for table in tables),
        hours=_set(table.hours for table in tables),
        times=_joined(table.times for table in tables),
        nouns=nouns,
        verbs=verbs,
        participles=participles,
        i_words=_set(table.i_words for table in tables),
        they_words=_set(table.they_words for table in tables),
        me_words=_set(table.me_words for table in tables),
        them_words=_set(table.them_words for table in tables),
        they_did=_set(table.they_did for table in tables),
        i_did=_set(table.i_did for table in tables),
        with_words=_set(table.with_words for table in tables),
        to_words=_set(table.to_words for table in tables),
        and_words=_set(table.and_words for table in tables) | {"&", "+"},
        place_leads=_set(table.place_leads for table in tables),
        organization_leads=_set(table.organization_leads for table in tables),
        small=small,
        qualities=_set(table.qualities for table in tables),
        ordinary=listed.union(*never_names),
        acquaintances=acquaintances,
        titles=_set(table.titles for table in tables),
        kinds=_joined(table.kinds for table in tables),
        kinds_behind=_joined(table.kinds_behind for table in tables),
        favours=_by_first_word(phrase for table in tables for phrase in table.favours),
        phone_labels=_set(table.phone_labels for table in tables),
        work_leads=_set(table.work_leads for table in tables),
    )


def _joined(tables: Iterable[Mapping[str, Meaning]]) -> dict[str, Meaning]:
    joined: dict[str, Meaning] = {}
    for table in tables:
        for word, meaning in table.items():
            joined.setdefault(folded(word), meaning)
    return joined


def _numbered(tables: Iterable[tuple[tuple[str, ...], ...]]) -> dict[str, int]:
    return _joined(
        {name: number for number, names in enumerate(table) for name in names} for table in tables
    )


def _set(tables: Iterable[tuple[str, ...]]) -> frozenset[str]:
    return frozenset(folded(word) for table in tables for word in table)


def _by_first_word(
    phrases: Iterable[FavourPhrase],
) -> dict[str, tuple[tuple[tuple[str, ...], FavourPhrase], ...]]:
    """Return phrases by their first word, those of more words first."""
    by_word: dict[str, list[tuple[tuple[str, ...], FavourPhrase]]] = {}
    for phrase in phrases:
        words = tuple(folded(word) for word in phrase.words.split())
        by_word.setdefault(words[0], []).append((words, phrase))
    return {
        word: tuple(sorted(listed, key=lambda each: -len(each[0])))
        for word, listed in by_word.items()
    }
