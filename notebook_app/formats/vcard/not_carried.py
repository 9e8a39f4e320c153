"""Names what of a contact did not go into a card, by reading the card that was written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from notebook_app.formats.vcard.card_style import CardStyle
from notebook_app.formats.vcard.content_line import parse_head, split_line
from notebook_app.formats.vcard.facts import facts
from notebook_app.formats.vcard.kept_lines import may_be_kept
from notebook_app.formats.vcard.properties.table import READERS
from notebook_app.model.contact import ContactDetails, LinkKind
from notebook_app.model.property_line import comparable_line

_LABELLED = ("phones", "emails", "addresses", "links", "dates", "related")
_PREFERRED = ("phones", "emails", "addresses", "links")


def must_come_back(details: ContactDetails, uid: str, style: CardStyle) -> frozenset[int]:
    """Return the facts that a card of this style has to hold; see ``facts``."""
    return facts(_carried(details, style), uid, style.version)


def not_carried(details: ContactDetails, read: ContactDetails, style: CardStyle) -> Iterator[str]:
    """Yield a few words for each kind of thing that ``read``, what was written, lacks."""
    if details == read:
        return
    if not style.tags and details.tags:
        yield "tags"
    if not style.social and any(link.kind is LinkKind.SOCIAL for link in details.links):
        yield "social profiles"
    if not style.extras:
        yield from (words for field, words in _EXTRAS.items() if getattr(details, field))
        if details.name.maiden:
            yield "maiden names"
    details = replace(_carried(details, style), other_properties=details.other_properties)
    for field in _LABELLED:
        before, after = getattr(details, field), getattr(read, field)
        if before != after and _labels(before) - _labels(after):
            yield f"labels of {_WORDS[field]}"
    for field in _PREFERRED:
        before, after = getattr(details, field), getattr(read, field)
        if sum(item.preferred for item in before) > sum(item.preferred for item in after):
            yield f"which of the {_WORDS[field]} is preferred"
    if sum(bool(who.uid) for who in details.related) > sum(bool(who.uid) for who in read.related):
        yield "links between related people"
    yield from _lines_missing(details.other_properties, read.other_properties, style)


def _carried(details: ContactDetails, style: CardStyle) -> ContactDetails:
    """Return ``details`` without what the style leaves out on purpose."""
    if style.tags and style.social and style.extras:
        return details
    links = tuple(link for link in details.links if link.kind is not LinkKind.SOCIAL)
    return replace(
        details,
        tags=details.tags if style.tags else (),
        links=details.links if style.social else links,
        **({} if style.extras else _without_extras(details)),
    )


def _without_extras(details: ContactDetails) -> Mapping[str, Any]:
    """Return the fields that old phones have no use for as such a card leaves them."""
    return {
        **_NO_EXTRAS,
        "name": replace(details.name, maiden=""),
        "related": tuple(who for who in details.related if who.name.strip()),
    }


_EXTRAS = {
    "affiliations": "further organisations",
    "pronouns": "pronouns",
    "gender": "gender",
    "languages": "languages",
    "time_zone": "time zones",
    "own_fields": "own fields",
}
_NO_EXTRAS: Mapping[str, Any] = {
    "affiliations": (),
    "pronouns": "",
    "gender": "",
    "languages": (),
    "time_zone": "",
    "own_fields": (),
    "other_properties": (),
}
_WORDS = {
    "phones": "phones",
    "emails": "e-mails",
    "addresses": "addresses",
    "links": "links",
    "dates": "dates",
    "related": "related people",
}


def _labels(items: Iterable[object]) -> frozenset[str]:
    return frozenset(str(getattr(item, "label", "")).strip().casefold() for item in items)


def _lines_missing(before: Iterable[str], after: Iterable[str], style: CardStyle) -> Iterator[str]:
    held = {comparable_line(line) for line in after}
    names = {_name(line) for line in after}
    for line in before:
        if not may_be_kept(line) or comparable_line(line) in held:
            continue
        name = _name(line)
        # A line of another version is spelled anew, and one that has a field may be in it now.
        if not style.extras or not (name in names or name in READERS):
            yield name or "lines that are no properties"


def _name(line: str) -> str:
    parts = split_line(line)
    return parse_head(parts[0]).name if parts else ""
