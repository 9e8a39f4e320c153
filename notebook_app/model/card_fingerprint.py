"""A fingerprint of all that a card says, so that a card that comes again is known at once."""

import unicodedata
from hashlib import blake2b

from notebook_app.model.contact import Address, ContactDetails
from notebook_app.model.phone_number import bare_number
from notebook_app.model.property_line import comparable_line

_FIELD = "\x1f"
_ITEM = "\x1e"


def card_fingerprint(details: ContactDetails, photo_hash: str = "") -> str:
    """Return 32 hexadecimal digits that equal cards share, in whatever order they list things.

    ``photo_hash`` stands for the photo. How a phone number is spaced and how an e-mail address
    is capitalised makes no difference.
    """
    name = details.name
    parts = [
        details.display_name,
        name.prefix,
        name.given,
        name.additional,
        name.family,
        name.suffix,
        name.phonetic_given,
        name.phonetic_family,
        details.kind.value,
        details.nickname,
        details.organization,
        details.department,
        details.title,
        details.profession,
        details.birthday.iso() if details.birthday else "",
        details.note.strip(),
        photo_hash,
        _items(
            [
                f"{bare_number(phone.number)}{_FIELD}{phone.label}{_FIELD}{phone.preferred}"
                for phone in details.phones
            ]
        ),
        _items(
            [
                f"{email.address.lower()}{_FIELD}{email.label}{_FIELD}{email.preferred}"
                for email in details.emails
            ]
        ),
    ]
    if details.addresses:
        parts.append(_items([_address(address) for address in details.addresses]))
    if details.links:
        parts.append(
            _items(
                [
                    f"link {link.url}{_FIELD}{link.label}{_FIELD}{link.kind}{_FIELD}{link.service}"
                    + (f"{_FIELD}preferred" if link.preferred else "")
                    for link in details.links
                ]
            )
        )
    if details.dates:
        parts.append(_items([f"date {own.label}{_FIELD}{own.date.iso()}" for own in details.dates]))
    if details.related:
        parts.append(
            _items(
                [
                    f"related {who.label}{_FIELD}{who.name}"
                    + (f"{_FIELD}{who.uid}" * bool(who.uid))
                    for who in details.related
                ]
            )
        )
    if details.tags:
        parts.append(_items([f"tag {tag}" for tag in details.tags]))
    if details.other_properties:
        parts.append(
            _items([f"other {comparable_line(line)}" for line in details.other_properties])
        )
    parts += _said_rarely(details)
    text = _ITEM.join(parts)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()


def _said_rarely(details: ContactDetails) -> list[str]:
    """Return what few cards say; nothing for all others, whose fingerprints are older than it."""
    parts = [
        f"{word} {value}"
        for word, value in (
            ("maiden", details.name.maiden),
            ("pronouns", details.pronouns),
            ("gender", details.gender),
            ("languages", _FIELD.join(details.languages)),
            ("zone", details.time_zone),
        )
        if value
    ]
    if details.affiliations:
        posts = [
            _FIELD.join((post.organization, post.department, post.title, post.profession))
            for post in details.affiliations
        ]
        parts.append(_items([f"post {post}" for post in posts]))
    if details.own_fields:
        parts.append(_items([f"own {own.name}{_FIELD}{own.value}" for own in details.own_fields]))
    return parts


def _items(items: list[str]) -> str:
    if len(items) < 2:
        return items[0] if items else ""
    return _ITEM.join(sorted(items))


def _address(place: Address) -> str:
    """Return ``repr(place)``, which older notebooks hold the fingerprint of, but faster."""
    return (
        f"address Address(street={place.street!r}, city={place.city!r}, region={place.region!r},"
        f" postal_code={place.postal_code!r}, country={place.country!r}, po_box={place.po_box!r},"
        f" extended={place.extended!r}, label={place.label!r}, preferred={place.preferred!r})"
    )
