"""Parameters that no field holds (LANGUAGE, ALTID, PREF=2, x-user, ADR's LABEL), for writing.

They are looked up in the card that a contact came from, and go out again with the item they
came with, edited or not, but for those that speak of a value that is there no longer.
"""

from collections.abc import Hashable, Mapping, Sequence
from functools import lru_cache

from notebook_app.formats.vcard.card_property import CardVersion
from notebook_app.formats.vcard.card_style import CardStyle
from notebook_app.formats.vcard.content_line import split_line, split_outside_quotes
from notebook_app.formats.vcard.edited_items import ITEM_FIELDS, successors
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
_JOINED = frozenset({"tags", "other_properties", "kind", "photo"})
_POST = frozenset({"organization", "department", "title", "profession"})


def parameters_to_carry(sources: Sequence[str], now: Said) -> Mapping[Hashable, Parameters]:
    """Return for each item of a contact, or name of a property, what else its line said.

    Args:
        sources: the texts of the cards that it came from; the first that says an item counts.
        now: the contact.
    """
    found: dict[Hashable, Parameters] = {}
    for raw in sources:
        if not any(_extra_parameters(_head(line)) for line in raw.split("\n")):
            continue
        card = read_stored(raw)
        if card is None:
            continue
        base = Said(card.details, card.photo_hash)
        for item, parameters in parameters_of(lines_of(raw), base, now).items():
            found.setdefault(item, parameters)
    return found


def parameters_of(
    lines: Sequence[SourceLine], base: Said, now: Said
) -> Mapping[Hashable, Parameters]:
    """Return the same for some lines of the card ``base``."""
    found: dict[Hashable, Parameters] = {}
    edited = None
    for line in lines:
        parameters = _extra_parameters(_head(line.text))
        if not parameters or line.head is None:
            continue
        lasting = tuple(pair for pair in parameters if pair[0] not in _OF_THE_VALUE)
        for field, value in facts_of(line):
            if still_holds((field, value), base, now):
                item = value if field in ITEM_FIELDS else line.head.name
                if post := _further_post(field, value, base, now):
                    item = (line.head.name, post)
                found.setdefault(item, parameters)
            elif field in ITEM_FIELDS:
                edited = successors(base.details, now.details) if edited is None else edited
                if successor := edited.get((field, value)):
                    carried = parameters if successor.same_value else lasting
                    found.setdefault(successor.item, carried)
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
    carried: Mapping[Hashable, Parameters], style: CardStyle
) -> Mapping[Hashable, Parameters]:
    """Return the parameters that cards of this style can hold; 2.1 has no quotes for values."""
    if not style.extras:
        return {}
    if style.version is not CardVersion.OLD:
        return carried
    return {
        item: tuple(pair for pair in pairs if _is_plain(*pair)) for item, pairs in carried.items()
    }


def left_out(sources: Sequence[str], now: Said, style: CardStyle) -> frozenset[str]:
    """Return the names of parameters that cards of this style cannot hold."""
    carried = parameters_to_carry(sources, now)
    fit = fitting(carried, style)
    missing: set[str] = set()
    for item, pairs in carried.items():
        missing.update(name for name, _ in set(pairs).difference(fit.get(item, ())))
    return frozenset(missing)


def _is_plain(name: str, value: str) -> bool:
    return value.isascii() and value.isprintable() and not any(mark in value for mark in ';:,"=')


def _head(line: str) -> str:
    if '"' not in line:
        return line.partition(":")[0]
    parts = split_line(line)
    return parts[0] if parts else ""


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
