"""Recognises a card's person among known contacts, with dictionaries alone, so in linear time.

In this order: the card's UID, then an e-mail address or an international phone number together
with a similar name. A shared number alone is not enough: families and offices share them; it
makes a suggestion, like the same or a very similar name without anything shared.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from notebook_app.model.name_form import folded

_Key = TypeVar("_Key")

_MOST_SHARING = 20
_MOST_SUGGESTED = 5
# A number that so many share is an office's, and says nothing about a person.
_MOST_IN_A_HOUSEHOLD = 3
_SHORTEST_MISSPELT = 9


class Likeness(StrEnum):
    """Why a card may be of someone who is known, the strongest first."""

    PHONE = "same phone number"
    EMAIL = "same e-mail address"
    NAME = "same name"
    SIMILAR_NAME = "very similar name"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A contact that a card may belong to, and why."""

    contact_id: int
    why: tuple[Likeness, ...]


@dataclass(frozen=True, slots=True)
class MatchKeys:
    """What a contact can be recognised by. ``phones`` are E.164, ``emails`` lower case."""

    name: str
    given: str = ""
    family: str = ""
    uid: str = ""
    emails: Sequence[str] = ()
    phones: Sequence[str] = ()


class ContactIndex:
    """The known contacts, by everything they can be recognised by."""

    def __init__(self) -> None:
        """Begin without any."""
        self._by_uid: dict[str, int] = {}
        self._by_reach: dict[str, tuple[int, ...]] = {}
        self._names: dict[int, tuple[str, str, str]] = {}
        self._by_words: dict[frozenset[str], tuple[int, ...]] | None = None
        self._by_spelling: dict[str, tuple[int, ...]] = {}
        self._by_one_word: dict[str, tuple[int, ...]] = {}

    def add_name(self, contact_id: int, name: str, given: str, family: str) -> None:
        """Note how a contact is called."""
        self._names[contact_id] = (name, given, family)

    def add_uid(self, contact_id: int, uid: str) -> None:
        """Note a UID of a contact; the first contact that has it keeps it."""
        if uid:
            self._by_uid.setdefault(uid.lower(), contact_id)

    def add_reach(self, contact_id: int, reach: str) -> None:
        """Note an e-mail address in lower case or a phone number in E.164 of a contact."""
        sharing = self._by_reach.get(reach, ())
        if len(sharing) < _MOST_SHARING and contact_id not in sharing:
            self._by_reach[reach] = (*sharing, contact_id)

    def add(self, contact_id: int, keys: MatchKeys) -> None:
        """Note all that is known of a contact."""
        self._names[contact_id] = (keys.name, keys.given, keys.family)
        self.add_uid(contact_id, keys.uid)
        for reach in (*keys.emails, *keys.phones):
            if reach in self._by_reach:
                self.add_reach(contact_id, reach)
            else:
                self._by_reach[reach] = (contact_id,)

    def find(self, keys: MatchKeys, *, trust_uid: bool = True) -> int | None:
        """Return the contact that ``keys`` belong to, or None.

        With ``trust_uid`` off a UID counts only together with a similar name: some phones
        give many cards the same one.
        """
        by_uid = self._by_uid.get(keys.uid.lower()) if keys.uid else None
        if by_uid is not None and (trust_uid or self._is_similar(by_uid, keys)):
            return by_uid
        for reach in (*keys.emails, *keys.phones):
            for contact_id in self._by_reach.get(reach, ()):
                if self._is_similar(contact_id, keys):
                    return contact_id
        return None

    def knows_reach(self, reach: str) -> bool:
        """Return whether any contact has this e-mail address or phone number."""
        return reach in self._by_reach

    def learn_names(self) -> None:
        """Prepare for ``suggestions`` and ``same_name`` with the names noted so far."""
        self._by_words = {}
        for contact_id, (name, _, _) in self._names.items():
            words = _words(name)
            if not words:
                continue
            _note(self._by_words, words, contact_id)
            for spelling in _misspellings(words):
                _note(self._by_spelling, spelling, contact_id)
            if len(words) > 1:
                for word in words:
                    if len(word) > 2:
                        _note(self._by_one_word, word, contact_id)

    def same_name(self, keys: MatchKeys) -> tuple[int, ...]:
        """Return the contacts with just the words of the name, in any order."""
        return (self._by_words or {}).get(_words(keys.name), ())

    def suggestions(self, keys: MatchKeys) -> tuple[Suggestion, ...]:
        """Return whom ``keys`` may belong to, the likeliest first; none before ``learn_names``."""
        if self._by_words is None:
            return ()
        why: dict[int, list[Likeness]] = {}
        for likeness, reaches in ((Likeness.PHONE, keys.phones), (Likeness.EMAIL, keys.emails)):
            for reach in reaches:
                sharing = self._by_reach.get(reach, ())
                if len(sharing) <= _MOST_IN_A_HOUSEHOLD:
                    for contact_id in sharing:
                        reasons = why.setdefault(contact_id, [])
                        if likeness not in reasons:
                            reasons.append(likeness)
        same = self.same_name(keys)
        for contact_id in same:
            why.setdefault(contact_id, []).append(Likeness.NAME)
        for contact_id in self._similar(keys):
            if contact_id not in same:
                why.setdefault(contact_id, []).append(Likeness.SIMILAR_NAME)
        order = list(Likeness)
        likely = sorted(why.items(), key=lambda item: (-len(item[1]), order.index(item[1][0])))
        return tuple(
            Suggestion(contact_id, tuple(reasons))
            for contact_id, reasons in likely[:_MOST_SUGGESTED]
            if contact_id > 0
        )

    def _similar(self, keys: MatchKeys) -> list[int]:
        words = _words(keys.name)
        found = dict.fromkeys(
            contact_id
            for spelling in _misspellings(words)
            for contact_id in self._by_spelling.get(spelling, ())
        )
        if len(words) > 1:
            for word in words:
                sharing = self._by_one_word.get(word, ())
                if len(sharing) < _MOST_SHARING:
                    found |= dict.fromkeys(
                        contact_id for contact_id in sharing if self._is_similar(contact_id, keys)
                    )
        return list(found)

    def _is_similar(self, contact_id: int, keys: MatchKeys) -> bool:
        known = self._names.get(contact_id)
        return known is not None and similar_names(known, (keys.name, keys.given, keys.family))


def _note(table: dict[_Key, tuple[int, ...]], key: _Key, contact_id: int) -> None:
    sharing = table.get(key, ())
    if len(sharing) < _MOST_SHARING and contact_id not in sharing:
        table[key] = (*sharing, contact_id)


def _misspellings(words: frozenset[str]) -> set[str]:
    """Return a name and all ways to leave one letter of it out.

    Two names that differ in one letter, or in two that changed places, have one in common.
    """
    text = "".join(sorted(words))
    if len(words) < 2 or not _SHORTEST_MISSPELT <= len(text) <= 60 or not text.isalpha():
        return set()
    return {text, *(text[:at] + text[at + 1 :] for at in range(len(text)))}


def similar_names(one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    """Return whether two names, each as (shown, given, family), may be the same person's.

    They may if they have the same words in any order, the same given and family name, if one
    only leaves words of the other out but keeps two of them, or if a given name is only an
    initial or stands alone.
    """
    if one == other and any(map(str.isalnum, one[0])):
        return True
    words, other_words = _words(one[0]), _words(other[0])
    if not words or not other_words:
        return False
    if words == other_words:
        return True
    given, family = folded(one[1]), folded(one[2])
    other_given, other_family = folded(other[1]), folded(other[2])
    if family and family == other_family and _same_given(given, other_given):
        return True
    fewer, more = sorted((words, other_words), key=len)
    if len(fewer) >= 2:
        return (
            fewer < more or _only_initials_differ(fewer, more) or _only_initials_differ(more, fewer)
        )
    [word] = fewer
    return word in {given, other_given} and word in more


def _same_given(given: str, other: str) -> bool:
    if not given or not other:
        return False
    bare, other_bare = given.rstrip("."), other.rstrip(".")
    if len(bare) == 1 or len(other_bare) == 1:
        return bare[:1] == other_bare[:1]
    return bare == other_bare


def _only_initials_differ(fewer: frozenset[str], more: frozenset[str]) -> bool:
    """Return whether each word of ``fewer`` that is missing in ``more`` is an initial of one."""
    missing = fewer - more
    left = more - fewer
    return bool(fewer & more) and all(
        len(word) == 1 and any(whole.startswith(word) for whole in left) for word in missing
    )


def _words(name: str) -> frozenset[str]:
    cleaned = "".join(char if char.isalnum() else " " for char in folded(name))
    return frozenset(cleaned.split())


def lower_addresses(addresses: Iterable[str]) -> tuple[str, ...]:
    """Return e-mail addresses as they are compared."""
    return tuple(address.strip().lower() for address in addresses)
