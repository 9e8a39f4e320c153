"""The values of a merge: which of two is the better, what fits together, how each is shown."""

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from notebook_app.model.cadence import cadence_words
from notebook_app.model.contact import Address, Affiliation, Cadence, ContactDetails, Photo
from notebook_app.model.name_form import folded


def name_worth(details: ContactDetails) -> tuple[object, ...]:
    """Return what makes a name the better one of two: whole, well written, long."""
    name, shown = details.name, details.display_name
    words = [word for word in shown.split() if len(word.strip(".")) > 1]
    return (
        "@" not in shown and any(char.isalpha() for char in shown),
        bool(name.given and name.family) or len(words) > 1,
        shown not in (shown.upper(), shown.lower()) or not shown.isascii(),
        len(words),
        sum(not char.isascii() for char in shown),
        sum(bool(getattr(name, part.name)) for part in fields(name)),
        len(shown),
    )


def says(text: str, part: str) -> bool:
    """Return whether a text holds another one, as whole words."""
    return re.search(rf"(?<!\w){re.escape(part.strip())}(?!\w)", text) is not None


def shown_alike(one: Any, other: Any) -> bool:
    """Return whether two writings of one number, address or link differ in nothing but a label."""
    ours, theirs = (getattr(item, "label", None) for item in (one, other))
    return ours is not None and (ours == theirs or not ours or not theirs)


def fit(one: Any, other: Any) -> bool:
    """Return whether two posts or postal addresses only leave out parts of each other."""
    if not isinstance(one, Address | Affiliation) or type(one) is not type(other):
        return False
    named = False
    for part in fields(one):
        if part.name in ("label", "preferred"):
            continue
        ours, theirs = (folded(str(getattr(side, part.name))) for side in (one, other))
        if ours and theirs:
            if ours != theirs:
                return False
            named = named or part.name in _TELLING
    return named


def blended(one: Any, other: Any) -> Any:
    """Return ``one`` with what it leaves out filled in from ``other``."""
    if isinstance(one, str):
        return one
    return replace(
        one,
        **{
            part.name: getattr(other, part.name)
            for part in fields(one)
            if getattr(one, part.name) in ("", False)
        },
    )


def one_preferred(items: Sequence[Any]) -> tuple[Any, ...]:
    """Return items of which the first preferred one alone is preferred."""
    kept: list[Any] = []
    taken = False
    for item in items:
        preferred = getattr(item, "preferred", False)
        kept.append(replace(item, preferred=False) if preferred and taken else item)
        taken = taken or preferred
    return tuple(dict.fromkeys(kept))


def posts(details: ContactDetails) -> list[Affiliation]:
    """Return all that a contact is somewhere, the first organisation first."""
    main = Affiliation(details.organization, details.department, details.title, details.profession)
    return [post for post in (main, *details.affiliations) if post != Affiliation()]


def post_key(post: Affiliation) -> Hashable:
    """Return what makes two of them the same: the organisation, or else what one is."""
    return folded(post.organization) or (folded(post.title), folded(post.profession))


def _cadence_text(cadence: Cadence) -> str:
    words = cadence_words(cadence)
    return words if cadence.slack is None else f"{words}, {cadence.slack} days more at the latest"


def _photo_text(_photo: Photo) -> str:
    return "a picture"


_TELLING = ("organization", "title", "street", "po_box", "city")
OWN_TEXTS: Mapping[str, Callable[[Any], str]] = {
    "stage": lambda stage: str(stage.value),
    "cadence": _cadence_text,
    "photo": _photo_text,
}
LINE_WORDS: Mapping[str, str] = {
    "name": "Name",
    "kind": "Person or organisation",
    "nickname": "Nickname",
    "posts": "Work",
    "phones": "Phone",
    "emails": "E-mail",
    "addresses": "Address",
    "links": "Link",
    "dates": "Date",
    "related": "Related person",
    "own_fields": "Own field",
    "birthday": "Birthday",
    "pronouns": "Pronouns",
    "gender": "Gender",
    "time_zone": "Time zone",
    "note": "Note",
    "languages": "Languages",
    "tags": "Tags",
    "roles": "Roles",
    "stage": "How well you know them",
    "cadence": "Keep in touch",
    "photo": "Picture",
    "other_properties": "Also in the card",
}
"""What each field of a line is called."""
