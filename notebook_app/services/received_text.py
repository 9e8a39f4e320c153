"""Makes a contact card of what somebody wrote or pasted as plain text on their phone.

A signature, a line from a chat, a MeCard: whom it is about is taken from the first line, and the
whole text is kept as the note, so that nothing of it is lost.
"""

import re
from typing import Final

from notebook_app.formats.mecard import looks_like_mecard, mecard_as_vcard
from notebook_app.formats.vcard.byte_layer import looks_like_vcard
from notebook_app.model.contact import ContactDetails, Email, Link, Phone
from notebook_app.model.name_form import split_name

_ADDRESS: Final = re.compile(r"[^\s@<>()\[\],;:\"]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}")
_LINK: Final = re.compile(r"https?://[^\s<>\"]{3,500}", re.IGNORECASE)
_LONGEST = 20_000
_LONGEST_NAME = 80
_MOST = 20
_AROUND = " \t,;:|·•–—-/()<>[]{}."
_LABEL: Final = re.compile(
    r"(?i)\b(?:tel(?:efon)?|phone|mobile?|mobil|handy|fon|cell|fax|e-?mail|mail|web|www|[tmpfe])"
    r"\s*[.:]?\s*$"
)


def text_as_cards(text: str, region: str) -> bytes:
    """Return cards (UTF-8) for a text: those in it, or one made of it; b"" if it is about nobody.

    ``region`` is the ISO 3166 code of the country whose numbers need no country code.
    """
    data = text.encode("utf-8")
    if looks_like_vcard(data[:_LONGEST]):
        return data
    if looks_like_mecard(text):
        return mecard_as_vcard(text).encode("utf-8")
    details = _details(text[:_LONGEST], region)
    if details is None:
        return b""
    # vobject takes long to load.
    from notebook_app.formats.vcard.write import write_card

    return write_card(details, "").encode("utf-8")


def _details(text: str, region: str) -> ContactDetails | None:
    import phonenumbers

    addresses = list(dict.fromkeys(_ADDRESS.findall(text)))[:_MOST]
    links = list(dict.fromkeys(_LINK.findall(text)))[:_MOST]
    bare = _LINK.sub(" ", _ADDRESS.sub(" ", text))
    numbers = [match.raw_string for match in phonenumbers.PhoneNumberMatcher(bare, region)]
    numbers = list(dict.fromkeys(numbers))[:_MOST]
    if not addresses and not numbers:
        return None
    name = _name(bare, numbers) or (addresses or numbers)[0]
    said = " ".join(text.split())
    found = (name, *addresses, *numbers, *links)
    return ContactDetails(
        display_name=name,
        name=split_name(name) if "@" not in name and name not in numbers else split_name(""),
        phones=tuple(Phone(number) for number in numbers),
        emails=tuple(Email(address) for address in addresses),
        links=tuple(Link(link) for link in links),
        note=text.strip() if len(said) > sum(len(each) for each in found) + 3 * len(found) else "",
    )


def _name(bare: str, numbers: list[str]) -> str:
    """Return the first words that are no number and no label of one."""
    for line in bare.splitlines():
        left = line
        for number in numbers:
            left = left.partition(number)[0] if number in left else left
        left = _LABEL.sub("", left.strip(_AROUND)).strip(_AROUND)
        if any(char.isalpha() for char in left):
            return " ".join(left.split())[:_LONGEST_NAME].strip()
    return ""
