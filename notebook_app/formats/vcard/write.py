"""Writes contacts as vCards: 3.0 for anyone, 4.0 for address-book servers, 2.1 for old phones."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from notebook_app.formats.vcard.card_properties import card_properties
from notebook_app.formats.vcard.card_property import CardProperty, CardVersion
from notebook_app.formats.vcard.kept_lines import group_of, may_be_kept
from notebook_app.formats.vcard.modern_lines import ModernLines
from notebook_app.formats.vcard.old_lines import OldLines
from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.model.contact import ContactDetails

_PRODUCT = "-//Contact Notebook//Contact Notebook//EN"


def write_card(details: ContactDetails, uid: str, version: str = "3.0") -> str:
    """Return one card as text with CRLF line ends.

    Args:
        details: what the contact holds.
        uid: its stable identifier; none is written if it is empty.
        version: ``2.1``, ``3.0`` or ``4.0``.

    Raises:
        ValueError: there is no such version.
    """
    card_version = CardVersion(version)
    kept = [line for line in details.other_properties if may_be_kept(line)]
    lines: ModernLines | OldLines
    if card_version is CardVersion.OLD:
        lines = OldLines()
    else:
        lines = ModernLines(card_version, {group_of(line) for line in kept})
    lines.add(CardProperty("PRODID", (_PRODUCT,)))
    if uid:
        lines.add(CardProperty("UID", (_written_uid(uid, card_version),)))
    for written in card_properties(details, card_version):
        lines.add(written)
    if details.photo:
        lines.add_photo(details.photo)
    for line in kept:
        lines.add_kept(line)
    return f"BEGIN:VCARD\r\nVERSION:{card_version}\r\n{lines.text()}END:VCARD\r\n"


def write_cards(
    cards: Iterable[tuple[ContactDetails, str]],
    version: str = "3.0",
    progress: Progress | None = None,
    total: int = 0,
) -> Iterator[bytes]:
    """Yield each (details, uid) of ``cards`` as the UTF-8 bytes of a card.

    ``total``, if known, is the number of cards, for the progress.

    Raises:
        Cancelled: the user asked to stop.
    """
    progress = progress or no_progress()
    for done, (details, uid) in enumerate(cards):
        progress.report(done, total, "Writing cards")
        yield write_card(details, uid, version).encode("utf-8")


def _written_uid(uid: str, version: CardVersion) -> str:
    """Return the UID; vCard 4.0 wants a UUID as an address (RFC 6350, 6.7.6)."""
    if version is not CardVersion.NEW:
        return uid
    try:
        return f"urn:uuid:{uid}" if str(UUID(uid)) == uid.lower() else uid
    except ValueError:
        return uid
