"""Lines that say something of the card itself, or that can only be read when all others are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from notebook_app.formats.vcard.card_in_progress import CardInProgress
from notebook_app.formats.vcard.content_line import Head
from notebook_app.formats.vcard.set_aside import REASON
from notebook_app.formats.vcard.values import line_of
from notebook_app.model.identifiers import plain_uid


@dataclass(slots=True)
class AboutCard:
    """What a card says of itself, and the lines that wait for all the others."""

    uid: str = ""
    version: str = ""
    labels: list[tuple[str, str]] = field(default_factory=list)
    written_addresses: list[tuple[Head, str, str]] = field(default_factory=list)


Special = Callable[[AboutCard, CardInProgress, Head, str, str], None]


def _ignore(about: AboutCard, card: CardInProgress, head: Head, value: str, line: str) -> None:
    pass


def _version(about: AboutCard, card: CardInProgress, head: Head, value: str, line: str) -> None:
    about.version = about.version or value.strip()


def _uid(about: AboutCard, card: CardInProgress, head: Head, value: str, line: str) -> None:
    if about.uid:
        card.kept.append(line)
    else:
        about.uid = plain_uid(line_of(head, value))


def _group_label(about: AboutCard, card: CardInProgress, head: Head, value: str, line: str) -> None:
    group = head.group.lower()
    if group not in card.group_labels:
        card.group_labels[group] = line_of(head, value)
        about.labels.append((group, line))
    else:
        card.kept.append(line)


def _written_address(
    about: AboutCard, card: CardInProgress, head: Head, value: str, line: str
) -> None:
    about.written_addresses.append((head, value, line))


def special_reader(head: Head) -> Special | None:
    """Return what reads a line that is about the card, or None."""
    if head.name == "X-ABLABEL" and head.group:
        return _group_label
    return _SPECIAL.get(head.name)


# PRODID and REV say how and when the card was written, nothing of the contact.
_SPECIAL: Mapping[str, Special] = {
    "BEGIN": _ignore,
    "END": _ignore,
    "PRODID": _ignore,
    "REV": _ignore,
    REASON: _ignore,
    "VERSION": _version,
    "UID": _uid,
    "LABEL": _written_address,
}
