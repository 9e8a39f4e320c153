"""Parameters that no field holds (LANGUAGE, ALTID, PREF=2, x-user, ADR's LABEL), for writing.

They are looked up in the card that a contact came from, and go out again with the item they
came with, edited or not, but for those that speak of a value that is there no longer.
"""

from collections.abc import Callable, Collection, Container, Hashable, Mapping, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from notebook_app.formats.vcard.card_property import CardVersion
from notebook_app.formats.vcard.card_style import CardStyle
from notebook_app.formats.vcard.content_line import split_line, split_outside_quotes
from notebook_app.formats.vcard.edited_items import ITEM_FIELDS, successors
from notebook_app.formats.vcard.groups import is_group_name
from notebook_app.formats.vcard.properties.table import READERS
from notebook_app.formats.vcard.read import read_stored
from notebook_app.formats.vcard.source_facts import (
    Said,
    SourceLine,
    facts_of,
    lines_of,
    still_holds,
)
from notebook_app.model.contact import Affiliation

Parameters = tuple[tuple[str, str], ...]

# What the value's field, the version, or the writer says anew.
_SAID_ANEW = frozenset(
    {
        "TYPE",
        "ENCODING",
        "CHARSET",
        "VALUE",
        "MEDIATYPE",
        "X-SERVICE-TYPE",
        "SERVICE-TYPE",
        "X-APPLE-OMIT-YEAR",
        "X-NAME",
        "X-UID",
    }
)
# What speaks of the value itself, and would be wrong beside another one.
_OF_THE_VALUE = frozenset({"LABEL", "GEO", "TZ", "SORT-AS", "CALSCALE", "PHONETIC", "DERIVED"})
# Items that are there still are the same, whatever the card said.
_HELD_IF_THERE = frozenset(ITEM_FIELDS) - {"links"}
_LABEL = "X-ABLABEL"
_JOINED = frozenset({"tags", "other_properties", "kind", "photo"})
_POST = frozenset({"organization", "department", "title", "profession"})


class BesideValue(NamedTuple):
    """What a line said beside a contact's fields: parameters, and the group it was in."""

    parameters: Parameters
    group: str = ""


def beside_values(sources: Sequence[str], now: Said) -> Mapping[Hashable, BesideValue]:
    """Return for each item of a contact, or name of a property, what else its line said.

    Groups are told where a line that is kept as it came is in them too (Apple's ``X-ABADR``).

    Args:
        sources: the texts of the cards that it came from; the first that says an item counts.
        now: the contact.
    """
    kept = {_group(_head(line)) for line in now.details.other_properties}
    kept.discard("")
    found: dict[Hashable, BesideValue] = {}
    for raw in sources:
        lines = "\n".join(_telling_lines(raw, kept))
        if lines:
            base = partial(_base_in, raw)
            for item, beside in beside_values_of(lines_of(lines), base, now, kept).items():
                found.setdefault(item, beside)
    return found


def _telling_lines(raw: str, groups: Collection[str]) -> list[str]:
    """Return the lines that say something beside a value, with the labels of their groups."""
    telling: list[str] = []
    labels: list[str] = []
    for line in raw.split("\n"):
        head = _head(line)
        if _extra_parameters(head) or (groups and "." in head and _group(head) in groups):
            telling.append(line)
        elif "." in head and _LABEL in head.upper():
            labels.append(line)
    return telling + labels if telling else []


@lru_cache(maxsize=1)
def _base_in(raw: str) -> Said | None:
    """Return what a card said when it came; it is asked for several times in a row, or never."""
    card = read_stored(raw)
    return Said(card.details, card.photo_hash) if card else None


def beside_values_of(
    lines: Sequence[SourceLine],
    base: Callable[[], Said | None],
    now: Said,
    groups: Container[str] | None = None,
) -> Mapping[Hashable, BesideValue]:
    """Return the same for some lines of the card ``base()``, with ``groups`` only or with all."""
    found: dict[Hashable, BesideValue] = {}
    edited = None
    for line in lines:
        if line.head is None:
            continue
        parameters = _extra_parameters(_head(line.text))
        group = line.head.group
        kept = line.head.name in READERS and (groups is None or group.lower() in groups)
        if not kept or not is_group_name(group):
            group = ""
        if not parameters and not group:
            continue
        whole = BesideValue(parameters, group)
        lasting = BesideValue(
            tuple(pair for pair in parameters if pair[0] not in _OF_THE_VALUE), group
        )
        for field, value in facts_of(line):
            if field in _HELD_IF_THERE and value in getattr(now.details, field):
                found.setdefault(value, whole)
                continue
            said = base()
            if said is None:
                return found
            if still_holds((field, value), said, now):
                item = value if field in ITEM_FIELDS else line.head.name
                if post := _further_post(field, value, said, now):
                    item = (line.head.name, post)
                found.setdefault(item, whole)
            elif field in ITEM_FIELDS:
                edited = successors(said.details, now.details) if edited is None else edited
                if successor := edited.get((field, value)):
                    found.setdefault(successor.item, whole if successor.same_value else lasting)
            elif field not in _JOINED and now.value(field):
                found.setdefault(line.head.name, lasting)
    return found


def _further_post(field: str, value: Hashable, base: Said, now: Said) -> Affiliation | None:
    """Return the organisation after the first that a line speaks of, if it does."""
    if not base.details.affiliations or field not in _POST or base.value(field) == value:
        return None
    posts = now.details.affiliations
    return next((post for post in posts if getattr(post, field) == value), None)


def fitting(
    carried: Mapping[Hashable, BesideValue], style: CardStyle
) -> Mapping[Hashable, BesideValue]:
    """Return what cards of this style can hold; 2.1 has no quotes for values of parameters."""
    if not style.extras:
        return {}
    if style.version is not CardVersion.OLD:
        return carried
    return {
        item: BesideValue(
            tuple(pair for pair in beside.parameters if _is_plain(*pair)), beside.group
        )
        for item, beside in carried.items()
    }


def left_out(sources: Sequence[str], now: Said, style: CardStyle) -> frozenset[str]:
    """Return the names of parameters that cards of this style cannot hold."""
    carried = beside_values(sources, now)
    fit = fitting(carried, style)
    missing: set[str] = set()
    for item, beside in carried.items():
        held = fit[item].parameters if item in fit else ()
        missing.update(name for name, _ in set(beside.parameters).difference(held))
    return frozenset(missing)


def _is_plain(name: str, value: str) -> bool:
    return value.isascii() and value.isprintable() and not any(mark in value for mark in ';:,"=')


def _head(line: str) -> str:
    if '"' not in line:
        return line.partition(":")[0]
    parts = split_line(line)
    return parts[0] if parts else ""


def _group(head: str) -> str:
    return head.partition(";")[0].rpartition(".")[0].strip().lower()


@lru_cache(maxsize=2_000)
def _extra_parameters(head: str) -> Parameters:
    if ";" not in head:
        return ()
    found: list[tuple[str, str]] = []
    for piece in split_outside_quotes(head)[1:]:
        key, equals, value = piece.partition("=")
        key, value = key.strip().upper(), value.strip().strip('"')
        is_label = key.startswith("X-CUSTOM(")
        said_anew = is_label or key in _SAID_ANEW or (key, value) == ("PREF", "1")
        if equals and value and not said_anew:
            found.append((key, value))
    return tuple(found)
