"""Whether two contacts are the same person: points for and against, with the reasons in words.

What is shared (a card's UID, an e-mail address, a phone number) counts together with the names:
families and offices share numbers, and namesakes exist. So a number alone is never certain, nor
are two namesakes at different firms, nor a person and an organisation.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from notebook_app.model.name_likeness import NameLikeness, name_likeness
from notebook_app.model.person_traits import PersonTraits


class Certainty(StrEnum):
    """How sure it is that two contacts are the same."""

    CERTAIN = "certain"
    LIKELY = "likely"
    PERHAPS = "perhaps"


class Reason(StrEnum):
    """What speaks for it, then what speaks against it."""

    UID = "from the same card"
    EMAIL = "same e-mail address"
    PHONE = "same phone number"
    NAME = "same name"
    NICKNAME = "short form of the same name"
    SPELLING = "almost the same name"
    PART = "one name is part of the other"
    INITIAL = "an initial of the same name"
    BIRTHDAY = "same birthday"
    COMPANY = "same organisation"
    MANY_SHARE = "others share it too"
    OTHER_NAME = "different names"
    OTHER_COMPANY = "different organisations"
    OTHER_BIRTHDAY = "different birthdays"
    GENERATION = "perhaps parent and child"
    OTHER_KIND = "a person and an organisation"

    @property
    def against(self) -> bool:
        """Whether it speaks against it."""
        return list(Reason).index(self) >= list(Reason).index(Reason.MANY_SHARE)


@dataclass(frozen=True, slots=True)
class DuplicateScore:
    """``points`` from 0 to 100; the strongest reason first, those against it last."""

    points: int
    certainty: Certainty
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Commonness:
    """How many contacts share a UID, an e-mail address or a number, and a name (``name_key``).

    What is not named is shared by two at most.
    """

    reach: Mapping[str, int] = field(default_factory=dict)
    names: Mapping[str, int] = field(default_factory=dict)


_POINTS_OF_CERTAIN, _POINTS_OF_LIKELY, _POINTS_OF_PERHAPS = 80, 60, 40
_MOST_UNCERTAIN = 56
_NAMES: Mapping[NameLikeness, tuple[int, Reason | None]] = {
    NameLikeness.SAME: (55, Reason.NAME),
    NameLikeness.NICKNAME: (42, Reason.NICKNAME),
    NameLikeness.SPELLING: (42, Reason.SPELLING),
    NameLikeness.PART: (40, Reason.PART),
    NameLikeness.INITIAL: (30, Reason.INITIAL),
    NameLikeness.SAME_WORD: (30, Reason.NAME),
    NameLikeness.CONTAINED: (15, Reason.PART),
    NameLikeness.UNKNOWN: (18, None),
    NameLikeness.RELATIVE: (-8, Reason.OTHER_NAME),
    NameLikeness.DIFFERENT: (-5, Reason.OTHER_NAME),
}
_UID, _EMAIL, _PHONE, _COMPANY, _BIRTHDAY = 60, 50, 45, 20, 30
_SHARED_BY_MANY = 12
_OTHER_COMPANY, _OTHER_BIRTHDAY, _COMMON_NAME = -12, -30, -16
_BARE = 8
_ALSO = 5
_A_PAIR, _A_HOUSEHOLD = 2, 3
_MOST_NAMESAKES = 3
_OFFICE_BOXES = frozenset(
    {
        *("info", "office", "kontakt", "contact", "mail", "hello", "hej", "post", "admin", "sales"),
        *("support", "service", "order", "reception", "team", "buero", "buro", "hallo", "help"),
    }
)


def duplicate_score(
    one: PersonTraits, other: PersonTraits, common: Commonness
) -> DuplicateScore | None:
    """Return how likely two contacts are the same; None if it is not worth asking."""
    names = name_likeness(one, other)
    others = names in (NameLikeness.DIFFERENT, NameLikeness.RELATIVE)
    points, about_names = _NAMES[names]
    worth, reasons = _shared(one, other, common, _A_PAIR if others else _A_HOUSEHOLD)
    points += worth
    if about_names:
        reasons.append(about_names)
    more, ceiling = _circumstances(one, other, names, reasons)
    points += more
    only_the_name = not worth and not {Reason.COMPANY, Reason.BIRTHDAY} & set(reasons)
    if only_the_name and common.names.get(one.name_key(), 0) > _MOST_NAMESAKES:
        points += _COMMON_NAME
    if others:
        if Reason.COMPANY in reasons:
            # Colleagues with one switchboard.
            return None
        ceiling = _MOST_UNCERTAIN
    if one.is_person != other.is_person:
        if names not in (NameLikeness.SAME, NameLikeness.SAME_WORD, NameLikeness.UNKNOWN):
            return None
        reasons.append(Reason.OTHER_KIND)
        ceiling = _MOST_UNCERTAIN
    points = min(points, ceiling)
    if points < _POINTS_OF_PERHAPS:
        return None
    order = list(Reason)
    return DuplicateScore(points, _certainty(points), tuple(sorted(reasons, key=order.index)))


def _certainty(points: int) -> Certainty:
    if points >= _POINTS_OF_CERTAIN:
        return Certainty.CERTAIN
    return Certainty.LIKELY if points >= _POINTS_OF_LIKELY else Certainty.PERHAPS


def _shared(
    one: PersonTraits, other: PersonTraits, common: Commonness, most: int
) -> tuple[int, list[Reason]]:
    """Return the points for what both have in common, and the reasons.

    What more than ``most`` contacts share says little.
    """
    best = 0
    reasons: list[Reason] = []
    for ours, theirs, points, reason in (
        (one.uids, other.uids, _UID, Reason.UID),
        (one.emails, other.emails, _EMAIL, Reason.EMAIL),
        (one.phones, other.phones, _PHONE, Reason.PHONE),
    ):
        both = [each for each in ours if each in theirs] if ours and theirs else []
        if not both:
            continue
        rare = any(common.reach.get(each, 0) <= most and not _is_office_box(each) for each in both)
        reasons += (reason,) if rare else (reason, Reason.MANY_SHARE)
        best = max(best, points if rare else _SHARED_BY_MANY) + (_ALSO if best else 0)
    return best, list(dict.fromkeys(reasons))


def _circumstances(
    one: PersonTraits, other: PersonTraits, names: NameLikeness, reasons: list[Reason]
) -> tuple[int, int]:
    """Return the points for what else is known, and how many there may be; add the reasons."""
    points, ceiling = 0, 100
    if one.organization and other.organization:
        same = same_company(one.organization, other.organization)
        reasons.append(Reason.COMPANY if same else Reason.OTHER_COMPANY)
        points += _COMPANY if same else _OTHER_COMPANY
    elif names is NameLikeness.SAME and (
        not one.is_person or not (_has_reach(one) and _has_reach(other))
    ):
        points += _BARE
    if one.birthday and other.birthday:
        if not _same_day(one.birthday, other.birthday):
            reasons.append(Reason.OTHER_BIRTHDAY)
            points += _OTHER_BIRTHDAY
            ceiling = _MOST_UNCERTAIN
        elif one.birthday == other.birthday:
            reasons.append(Reason.BIRTHDAY)
            points += _BIRTHDAY
    if one.generation != other.generation:
        reasons.append(Reason.GENERATION)
        ceiling = _MOST_UNCERTAIN
    return points, ceiling


def _has_reach(traits: PersonTraits) -> bool:
    return bool(traits.emails or traits.phones)


def _same_day(one: str, other: str) -> bool:
    """Return whether two ISO dates may be the same, where one may lack its year."""
    return one == other or (one[-5:] == other[-5:] and "--" in (one[:2], other[:2]))


def _is_office_box(reach: str) -> bool:
    name, at, _ = reach.partition("@")
    return bool(at) and name in _OFFICE_BOXES


@lru_cache(maxsize=10_000)
def same_company(one: str, other: str) -> bool:
    """Return whether two organisations, as ``company_words`` joined, are likely the same."""
    if one == other or one.replace(" ", "") == other.replace(" ", ""):
        return True
    ours, theirs = set(one.split()), set(other.split())
    fewer, more = sorted((ours, theirs), key=len)
    if fewer <= more and any(len(word) > 3 for word in fewer):
        return True
    from rapidfuzz import fuzz

    return bool(fuzz.ratio(one, other) >= 90)
