"""Puts a contact into a QR code: as much of it as a phone reads at arm's length.

What does not fit is left out step by step, what one misses least first, and said.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar

from notebook_app.formats.qr_code import qr_squares
from notebook_app.formats.vcard.write import write_card
from notebook_app.foundation.record import record
from notebook_app.model.contact import ContactDetails, NameParts

MOST_BYTES: Final = 660
"""What a code of 97 squares a side holds at level M (ISO/IEC 18004, version 20): shown 12 cm wide,
a square is 1.2 mm, twice what the cameras of cheap phones make out at 50 cm."""

_NAME_LENGTH: Final = 60
_NOTE_LENGTH: Final = 160
_NOT_SAID: Final = "PRODID:"

_Item = TypeVar("_Item")
_Cut = Callable[[ContactDetails], ContactDetails]


@record
class CardCode:
    """A vCard 3.0 short enough for a code, and what of the contact is not in it."""

    text: str
    left_out: tuple[str, ...] = ()

    def squares(self) -> tuple[tuple[bool, ...], ...]:
        """Return the squares of the code, row by row; True is dark."""
        return qr_squares(self.text, sturdy=False)


def card_as_code(
    details: ContactDetails, *, with_private: bool = False, most_bytes: int = MOST_BYTES
) -> CardCode:
    """Return a contact as the text of a QR code.

    Args:
        details: the contact.
        with_private: also what the user wrote about them for themselves: note, tags, own fields,
            related people. Without it these are left out and said.
        most_bytes: of the text in UTF-8. A card of nothing but a name may be longer.
    """
    left_out: list[str] = []
    now = details
    if not with_private:
        for words, cut in _PRIVATE:
            now = _cut(now, words, cut, left_out)
    for words, cut in (_PICTURE, *_STEPS):
        if words != _PICTURE[0] and len(_text(now).encode()) <= most_bytes:
            break
        now = _cut(now, words, cut, left_out)
    return CardCode(_text(now), tuple(dict.fromkeys(left_out)))


def _cut(now: ContactDetails, words: str, cut: _Cut, left_out: list[str]) -> ContactDetails:
    shorter = cut(now)
    if shorter != now:
        left_out.append(words)
    return shorter


def _text(details: ContactDetails) -> str:
    """Return the card without folded lines, which some cameras' readers take for its end."""
    card = write_card(details, "").replace("\r\n ", "")
    lines = card.split("\r\n")
    return "\r\n".join(line for line in lines if not line.startswith(_NOT_SAID))


def _preferred_first(items: Sequence[_Item]) -> Iterator[_Item]:
    return iter(sorted(items, key=lambda item: not getattr(item, "preferred", False)))


def _first(name: str, count: int) -> _Cut:
    """Return a cut to the first so many of a list, the preferred one before the others."""

    def cut(details: ContactDetails) -> ContactDetails:
        items = getattr(details, name)
        if len(items) <= count:
            return details
        kept = tuple(item for item, _ in zip(_preferred_first(items), range(count), strict=False))
        changed: dict[str, Any] = {name: kept}
        return replace(details, **changed)

    return cut


def _without(*names: str) -> _Cut:
    """Return a cut that empties fields."""
    empty: dict[str, Any] = {name: getattr(ContactDetails(), name) for name in names}
    return lambda details: replace(details, **empty)


def _short_note(details: ContactDetails) -> ContactDetails:
    if len(details.note) <= _NOTE_LENGTH:
        return details
    return replace(details, note=details.note[: _NOTE_LENGTH - 1].rstrip() + "…")


def _short_name(details: ContactDetails) -> ContactDetails:
    if len(details.display_name) <= _NAME_LENGTH:
        return replace(details, name=NameParts())
    short = details.display_name[: _NAME_LENGTH - 1].rstrip() + "…"
    return replace(details, display_name=short, name=NameParts())


_PRIVATE: Final[tuple[tuple[str, _Cut], ...]] = (
    ("your note", _without("note")),
    ("tags", _without("tags")),
    ("your own fields", _without("own_fields")),
    ("related people", _without("related")),
    ("what their card carried besides", _without("other_properties")),
)
_PICTURE: Final[tuple[str, _Cut]] = ("the photo", _without("photo"))
_STEPS: Final[tuple[tuple[str, _Cut], ...]] = (
    ("what their card carried besides", _without("other_properties")),
    ("your own fields", _without("own_fields")),
    ("related people", _without("related")),
    ("tags", _without("tags")),
    ("the end of the note", _short_note),
    ("other dates", _without("dates")),
    (
        "pronouns, gender, languages and time zone",
        _without("pronouns", "gender", "languages", "time_zone"),
    ),
    ("further organisations", _without("affiliations")),
    ("some links", _first("links", 1)),
    ("some addresses", _first("addresses", 1)),
    ("your note", _without("note")),
    ("the birthday", _without("birthday")),
    ("the nickname", _without("nickname")),
    ("some phone numbers", _first("phones", 3)),
    ("some e-mail addresses", _first("emails", 2)),
    ("department and profession", _without("department", "profession")),
    ("all links", _without("links")),
    ("all addresses", _without("addresses")),
    ("some phone numbers", _first("phones", 1)),
    ("some e-mail addresses", _first("emails", 1)),
    ("the title", _without("title")),
    ("the organisation", _without("organization")),
    ("the parts of the name", _short_name),
    ("all e-mail addresses", _without("emails")),
    ("all phone numbers", _without("phones")),
)
"""What goes, the first first."""
