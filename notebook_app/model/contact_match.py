"""Recognises a card's person among known contacts, with dictionaries alone, so in linear time.

In this order: the card's UID, then an e-mail address or an international phone number together
with a similar name. A shared number alone is not enough: families and offices share them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from notebook_app.model.name_form import folded

_MOST_SHARING = 20


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
        self.add_name(contact_id, keys.name, keys.given, keys.family)
        self.add_uid(contact_id, keys.uid)
        for reach in (*keys.emails, *keys.phones):
            self.add_reach(contact_id, reach)

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

    def _is_similar(self, contact_id: int, keys: MatchKeys) -> bool:
        known = self._names.get(contact_id)
        return known is not None and similar_names(known, (keys.name, keys.given, keys.family))


def similar_names(one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    """Return whether two names, each as (shown, given, family), may be the same person's.

    They may if they have the same words in any order, the same given and family name, if one
    only leaves words of the other out but keeps two of them, or if a given name is only an
    initial or stands alone.
    """
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
