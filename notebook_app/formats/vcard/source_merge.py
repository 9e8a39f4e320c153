"""Merges a contact into the card that it came from: lines that nobody touched stay as they are.

Only the same version can be merged; anything else is written anew.
"""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from notebook_app.formats.vcard.card_property import CardVersion
from notebook_app.formats.vcard.posts import POSTS
from notebook_app.formats.vcard.properties.table import READERS
from notebook_app.formats.vcard.read import read_stored
from notebook_app.formats.vcard.source_facts import (
    Fact,
    Said,
    SourceLine,
    facts_of,
    lines_of,
    posts_of,
    still_holds,
    without,
)
from notebook_app.formats.vcard.source_parameters import BesideValue, beside_values_of
from notebook_app.model.contact import ContactDetails
from notebook_app.model.identifiers import plain_uid

_FRAME = frozenset({"BEGIN", "END", "VERSION"})
# Where a second one would be read instead of ours, or beside it, none may be left.
_ALWAYS_ONE = frozenset({"N", "FN", "UID", "PRODID", "KIND", "BDAY", "ORG", "TITLE", "ROLE"})


@dataclass(frozen=True, slots=True)
class MergedSource:
    """Lines to write as they came, and what of the contact is to be written anew.

    ``names`` are the properties, in upper case, that the lines hold; of those that a card has
    once only (N, FN, UID), none is to be written then. ``is_whole`` says that nothing of the
    card was touched. ``carried`` are parameters and group of lines whose value was edited, by
    the item that it became, or by the name of its property.
    """

    lines: tuple[str, ...]
    left: ContactDetails
    names: frozenset[str]
    groups: frozenset[str]
    is_whole: bool = False
    carried: Mapping[Hashable, BesideValue] = field(default_factory=dict)


def merge_source(
    sources: Sequence[str], now: Said, uid: str, version: CardVersion
) -> MergedSource | None:
    """Return how a contact goes into the first of ``sources`` that has this version, or None."""
    for raw in sources:
        card = read_stored(raw) if _may_be_of(version, raw) else None
        if card is None or card.version.strip() != version:
            continue
        bare = replace(card.details, photo=None) if card.details.photo else card.details
        base = Said(bare, card.photo_hash)
        lines = lines_of(raw)
        if base == now:
            return _as_it_came(lines, now.details.display_name, uid)
        return _merge(lines, base, now, uid)
    return None


def _may_be_of(version: CardVersion, raw: str) -> bool:
    """Return whether some line may say that a card is of this version, without reading them.

    Reading cards for nothing took a fifth of an export to another version.
    """
    return version in raw and any(
        line.rstrip().endswith(version) and "VERSION" in line.upper() for line in raw.split("\n")
    )


def _merge(lines: Sequence[SourceLine], base: Said, now: Said, uid: str) -> MergedSource:
    """Judge each line by itself."""
    other_before = Counter(base.details.other_properties)
    other_now = Counter(now.details.other_properties)
    kept: list[SourceLine] = []
    edited: list[SourceLine] = []
    covered: list[Fact] = []
    several = bool(base.details.affiliations or now.details.affiliations)
    same_posts = several and posts_of(base) == posts_of(now)
    if same_posts:
        covered += posts_of(now)
    for line in lines:
        if not _may_stay(line, uid) or (line.head and line.head.name in {"PRODID", "REV"}):
            continue
        if other_before[line.text] > 0:
            other_before[line.text] -= 1
            if other_now[line.text] > 0:
                other_now[line.text] -= 1
                kept.append(line)
                covered.append(("other_properties", line.text))
            continue
        if several and line.head and line.head.name in POSTS:
            if same_posts:
                kept.append(line)
            continue
        facts = facts_of(line)
        if all(still_holds(fact, base, now) for fact in facts):
            kept.append(line)
            covered += facts
        else:
            edited.append(line)
    left = without(now.details, covered)
    # A label is only of lines that are understood; what is edited brings its own.
    grouped = {
        line.head.group.lower()
        for line in kept
        if line.head and line.head.group and line.head.name in READERS
    }
    kept = [
        line
        for line in kept
        if line.head is None
        or line.head.name != "X-ABLABEL"
        or line.head.group.lower() in grouped
        or line.text in now.details.other_properties
    ]
    return replace(_merged(kept, left), carried=beside_values_of(edited, lambda: base, now))


def _as_it_came(lines: Sequence[SourceLine], shown: str, uid: str) -> MergedSource:
    kept = [
        line
        for line in lines
        if _may_stay(line, uid)
        and (line.head is None or line.head.name != "FN" or _says_something(line))
    ]
    return MergedSource(
        tuple(line.text for line in kept),
        ContactDetails(display_name=shown),
        frozenset(line.head.name for line in kept if line.head),
        frozenset(line.head.group.lower() for line in kept if line.head),
        is_whole=True,
    )


def _may_stay(line: SourceLine, uid: str) -> bool:
    if line.head is None:
        return bool(line.text.strip())
    if line.head.name == "UID":
        return plain_uid(line.text.partition(":")[2]).lower() == uid.lower()
    return line.head.name not in _FRAME


def _merged(kept: Sequence[SourceLine], left: ContactDetails) -> MergedSource:
    names = frozenset(line.head.name for line in kept if line.head and _says_something(line))
    lines = [
        line.text
        for line in kept
        if line.head is None or line.head.name not in _ALWAYS_ONE or _says_something(line)
    ]
    groups = frozenset(line.head.group.lower() for line in kept if line.head and line.head.group)
    return MergedSource(tuple(lines), left, names, groups)


def _says_something(line: SourceLine) -> bool:
    return bool(line.text.partition(":")[2].strip("; \t"))
