"""Writes contacts as vCards: 3.0 for anyone, 4.0 for address-book servers, 2.1 for old phones."""

from base64 import b64encode
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from notebook_app.formats.vcard.card_properties import card_properties
from notebook_app.formats.vcard.card_property import CardProperty, CardVersion
from notebook_app.formats.vcard.card_style import CardStyle, card_style
from notebook_app.formats.vcard.groups import Groups
from notebook_app.formats.vcard.kept_lines import group_of, may_be_kept
from notebook_app.formats.vcard.modern_lines import ModernLines
from notebook_app.formats.vcard.old_lines import OldLines
from notebook_app.formats.vcard.properties.photo import is_left_out, with_payload
from notebook_app.formats.vcard.source_facts import said_by
from notebook_app.formats.vcard.source_merge import MergedSource, merge_source
from notebook_app.formats.vcard.source_parameters import BesideValue, beside_values, fitting
from notebook_app.model.contact import ContactDetails

_ONCE = frozenset({"N", "FN"})
_PRODUCT = "-//Contact Notebook//Contact Notebook//EN"


def write_card(
    details: ContactDetails,
    uid: str,
    version: str = "3.0",
    sources: Sequence[str] = (),
    profile: str = "",
) -> str:
    """Return one card as text with CRLF line ends.

    Args:
        details: what the contact holds.
        uid: its stable identifier; none is written if it is empty.
        version: ``2.1``, ``3.0`` or ``4.0``; a profile brings its own.
        sources: the texts of the cards that it came from, newest first. Lines that nobody
            touched go out as they came if the version is theirs; else what they say beside
            a contact's fields goes along with the items it belongs to.
        profile: whom it is for, one of ``card_style.PROFILES``; empty for anybody.

    Raises:
        ValueError: there is no such version or profile.
    """
    return write_in_style(details, uid, card_style(version, profile), sources)


def write_in_style(
    details: ContactDetails, uid: str, style: CardStyle, sources: Sequence[str] = ()
) -> str:
    """Return one card as text, as ``write_card`` does, spelled as ``style`` says."""
    if not sources:
        return _text_of(details, uid, style, {})
    now = said_by(details)
    source = merge_source(sources, now, uid, style.version) if style.merges else None
    if source is not None:
        return _merged_text(source, details, uid, style)
    return _text_of(details, uid, style, fitting(beside_values(sources, now), style))


def _text_of(
    details: ContactDetails, uid: str, style: CardStyle, carried: Mapping[Hashable, BesideValue]
) -> str:
    """Return a card written anew."""
    kept = [line for line in details.other_properties if may_be_kept(line)] if style.extras else []
    groups = {*(group_of(line) for line in kept), *(beside.group for beside in carried.values())}
    lines = _lines(style, Groups(groups, kept))
    lines.add(CardProperty("PRODID", (_PRODUCT,)))
    if uid:
        lines.add(CardProperty("UID", (_written_uid(uid, style),)))
    for written in card_properties(details, style):
        lines.add(_as_before(written, carried) if carried else written)
    if details.photo:
        lines.add_photo(details.photo)
    for line in kept:
        lines.add_kept(line)
    return f"BEGIN:VCARD\r\nVERSION:{style.version}\r\n{lines.text()}END:VCARD\r\n"


def _as_before(written: CardProperty, carried: Mapping[Hashable, BesideValue]) -> CardProperty:
    """Return a property with what its line said beside a contact's fields."""
    beside = carried.get(written.of or written.name)
    if not beside:
        return written
    extra = beside.parameters
    if written.preferred:
        extra = tuple(pair for pair in extra if pair[0] != "PREF")
    return replace(written, parameters=(*written.parameters, *extra), group=beside.group)


def _merged_text(source: MergedSource, details: ContactDetails, uid: str, style: CardStyle) -> str:
    """Return a card whose untouched lines go out as they came, and the others behind them."""
    left = source.left
    kept = [line for line in left.other_properties if may_be_kept(line)]
    groups = {
        *source.groups,
        *(group_of(line) for line in kept),
        *(beside.group for beside in source.carried.values()),
    }
    lines = _lines(style, Groups(groups, (*source.lines, *kept)))
    if not source.is_whole:
        lines.add(CardProperty("PRODID", (_PRODUCT,)))
    if uid and "UID" not in source.names:
        lines.add(CardProperty("UID", (_written_uid(uid, style),)))
    has_photo = False
    for line in source.lines:
        if details.photo and is_left_out(line):
            has_photo = True
            payload = b64encode(details.photo.data).decode("ascii")
            lines.add_as_it_came(with_payload(line, payload))
        else:
            lines.add_as_it_came(line)
    for written in card_properties(left, style):
        if written.name in _ONCE and written.name in source.names:
            continue
        if written.name == "N" and style.version is CardVersion.NEW and not any(written.parts):
            continue
        lines.add(_as_before(written, source.carried))
    if details.photo and not has_photo:
        lines.add_photo(details.photo)
    for line in kept:
        lines.add_kept(line)
    return f"BEGIN:VCARD\r\nVERSION:{style.version}\r\n{lines.text()}END:VCARD\r\n"


def _lines(style: CardStyle, groups: Groups) -> ModernLines | OldLines:
    if style.version is CardVersion.OLD:
        return OldLines(groups)
    return ModernLines(style.version, groups)


def _written_uid(uid: str, style: CardStyle) -> str:
    """Return the UID; vCard 4.0 wants a UUID as an address (RFC 6350, 6.7.6)."""
    if style.version is not CardVersion.NEW or style.bare_uid:
        return uid
    try:
        return f"urn:uuid:{uid}" if str(UUID(uid)) == uid.lower() else uid
    except ValueError:
        return uid
