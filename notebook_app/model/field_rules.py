"""The fields of a contact as merges know them: what makes two items the same, and their text."""

from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache
from typing import Any

from notebook_app.model.contact import (
    Address,
    Affiliation,
    Email,
    Link,
    OwnDate,
    OwnField,
    Phone,
    RelatedName,
)
from notebook_app.model.name_form import folded, joined_name
from notebook_app.model.partial_date import PartialDate
from notebook_app.model.phone_number import bare_number, extension_of, international_form
from notebook_app.model.property_line import comparable_line

Key = Callable[[Any], Hashable]
Text = Callable[[Any], str]


def _plain(value: str | None) -> str:
    return value or ""


def _date_text(value: PartialDate | None) -> str:
    return value.iso() if value else ""


def _labelled(text: str, label: str) -> str:
    return f"{text} ({label})" if label else text


def _phone_text(phone: Phone) -> str:
    return _labelled(phone.number, phone.label)


def _email_text(email: Email) -> str:
    return _labelled(email.address, email.label)


def _address_text(address: Address) -> str:
    return _labelled(", ".join(address.lines()), address.label)


def _link_text(link: Link) -> str:
    return _labelled(link.url, link.label or link.service)


def _own_date_text(own: OwnDate) -> str:
    return _labelled(own.date.iso(), own.label)


def _related_text(who: RelatedName) -> str:
    return _labelled(who.name or who.uid, who.label)


def affiliation_text(post: Affiliation) -> str:
    """Return organisation, department, title and profession in one line."""
    parts = (post.organization, post.department, post.title, post.profession)
    return ", ".join(part for part in parts if part)


def _own_field_text(own: OwnField) -> str:
    return f"{own.name}: {own.value}"


def _address_key(address: Address) -> Hashable:
    return tuple(folded(line) for line in address.lines())


@lru_cache(maxsize=4)
def item_rules(region: str) -> Mapping[str, tuple[Key, Text]]:
    """Return for each field of many items what makes two of them the same, and their text."""

    # A merge asks for the same few numbers again and again.
    @lru_cache(maxsize=1_000)
    def number_key(number: str) -> Hashable:
        # Two desks behind one number are two numbers.
        extension = extension_of(number)
        known = international_form(number, region) or bare_number(number)
        return (known, extension) if extension else known

    return {
        "phones": (lambda phone: number_key(phone.number), _phone_text),
        "emails": (lambda email: email.address.lower(), _email_text),
        "addresses": (_address_key, _address_text),
        "links": (lambda link: link.url, _link_text),
        "dates": (lambda own: (own.label, own.date), _own_date_text),
        "related": (lambda who: (folded(who.name) or who.uid, who.label), _related_text),
        "affiliations": (
            lambda post: (folded(post.organization), folded(post.title or post.profession)),
            affiliation_text,
        ),
        "languages": (folded, str),
        "own_fields": (lambda own: (folded(own.name), own.value), _own_field_text),
        "tags": (folded, str),
        "other_properties": (comparable_line, str),
    }


SINGLE_FIELDS: Mapping[str, Text] = {
    "display_name": _plain,
    "name": lambda name: joined_name(name) if name else "",
    "kind": lambda kind: kind.value if kind else "",
    "nickname": _plain,
    "organization": _plain,
    "department": _plain,
    "title": _plain,
    "profession": _plain,
    "birthday": _date_text,
    "pronouns": _plain,
    "gender": _plain,
    "time_zone": _plain,
    "note": _plain,
}
"""The fields of one value, and how it is shown."""

FIELD_WORDS: Mapping[str, str] = {
    "display_name": "shown name",
    "kind": "person or organisation",
    "organization": "organisation",
    "phones": "phone",
    "emails": "e-mail",
    "addresses": "address",
    "links": "link",
    "dates": "date",
    "related": "related person",
    "affiliations": "further organisation",
    "languages": "language",
    "own_fields": "own field",
    "time_zone": "time zone",
    "tags": "tag",
    "other_properties": "also in the card",
}
