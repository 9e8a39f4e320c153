"""Contacts to try the round trip with: any that reading a card could give."""

from dataclasses import replace

from hypothesis import strategies as st

from notebook_app.model.contact import (
    Address,
    Affiliation,
    ContactDetails,
    ContactKind,
    Email,
    Link,
    LinkKind,
    NameParts,
    OwnDate,
    OwnField,
    Phone,
    Photo,
    RelatedName,
)
from notebook_app.model.partial_date import PartialDate

# What text may hold once read: no carriage returns, no NUL, no lone halves of characters.
CHARACTERS = st.characters(exclude_categories=("Cs",), exclude_characters="\r\0")
LINE = st.just("") | st.text(CHARACTERS, max_size=12).map(str.strip)
NAME = st.text(CHARACTERS, min_size=1, max_size=12).map(str.strip).filter(bool)
NOTE = st.text(CHARACTERS, max_size=90).filter(lambda text: not text or bool(text.strip()))
_WORD = st.text("abcdefghijklmnopqrstuvwxyzäöü ,;:'\"()=", min_size=1, max_size=12)
OWN_LABEL = _WORD.map(str.strip).filter(bool)
URL = st.text(st.characters(codec="ascii", exclude_categories=("Cc", "Zs")), max_size=30).map(
    lambda text: "https://" + text.replace("\\", "")
)
DATE = st.one_of(
    st.dates().map(lambda day: PartialDate(day.month, day.day, day.year)),
    st.dates().map(lambda day: PartialDate(day.month, day.day)),
).filter(lambda day: day.year != 1604)
KEPT = st.builds(
    lambda group, name, parameter, value: f"{group}X-{name}{parameter}:{value}",
    st.sampled_from(["", "item1.", "ITEM3.", "work."]),
    st.sampled_from(["FOO", "foo-bar", "ABADR", "CUSTOM/slash"]),
    st.sampled_from(["", ";TYPE=work", ';X-A="b:c;d"', ";x=y;TYPE=a,b"]),
    LINE.map(lambda text: text.replace("\n", "")),
)


def _unique(items: st.SearchStrategy, most: int = 2) -> st.SearchStrategy:
    return st.lists(items, max_size=most, unique=True).map(tuple)


def _labels(*known: str) -> st.SearchStrategy[str]:
    return st.one_of(st.sampled_from(("", *known)), OWN_LABEL)


ADDRESS = st.builds(
    Address,
    street=NAME,
    city=LINE,
    region=LINE,
    postal_code=LINE,
    country=LINE,
    po_box=LINE,
    extended=LINE,
    label=_labels("home", "work", "other"),
    preferred=st.booleans(),
)
LINK = st.one_of(
    st.builds(
        Link,
        url=URL,
        label=_labels("home", "work", "homepage", "blog"),
        preferred=st.booleans(),
    ),
    st.builds(
        lambda handle, label, preferred: Link(
            f"xmpp:{handle}", label, LinkKind.MESSAGING, "Jabber", preferred
        ),
        st.from_regex(r"[a-z]{1,8}@[a-z]{1,8}\.example", fullmatch=True),
        _labels("home", "work"),
        st.booleans(),
    ),
    st.builds(
        lambda url, service, label, preferred: Link(
            url, label, LinkKind.SOCIAL, service, preferred
        ),
        URL,
        st.sampled_from(["", "twitter", "linkedin"]),
        _labels("home", "work"),
        st.booleans(),
    ),
)
_DEPARTMENT = LINE.filter(lambda text: "; " not in text)
_GENDERS = {"female", "male", "other", "none", "f", "m", "o", "n"}
UIDS = st.uuids().map(str)
_RELATED = st.one_of(
    st.builds(RelatedName, NAME, _labels("spouse", "mother", "friend")),
    st.builds(RelatedName, st.just(""), _labels("spouse", "friend", "sibling"), UIDS),
    # A name beside a UID is a parameter, which holds neither quotes nor control characters.
    st.builds(RelatedName, OWN_LABEL.filter(lambda text: '"' not in text), _labels("child"), UIDS),
)
_ANY_DETAILS = st.builds(
    ContactDetails,
    display_name=NAME,
    name=st.builds(NameParts, LINE, LINE, LINE, LINE, LINE, LINE, LINE, LINE),
    kind=st.sampled_from(ContactKind),
    nickname=LINE.filter(lambda text: "," not in text),
    organization=LINE,
    department=_DEPARTMENT,
    title=LINE,
    profession=LINE,
    affiliations=_unique(st.builds(Affiliation, NAME, _DEPARTMENT, LINE, LINE)),
    birthday=st.none() | DATE,
    pronouns=LINE,
    gender=st.sampled_from(["", "female", "male", "other", "none"])
    | NAME.filter(lambda text: text.casefold() not in _GENDERS),
    languages=_unique(st.sampled_from(["de", "en", "en-GB", "sv", "zh-Hans"]), 3),
    time_zone=st.sampled_from(["", "Europe/Stockholm", "+01:00", "-0530"]) | LINE,
    note=NOTE,
    phones=_unique(
        st.builds(Phone, NAME, _labels("mobile", "work fax", "iphone", "main"), st.booleans())
    ),
    emails=_unique(st.builds(Email, NAME, _labels("home", "school"), st.booleans())),
    addresses=_unique(ADDRESS, 2),
    links=st.lists(LINK, max_size=3, unique_by=lambda link: link.url).map(tuple),
    dates=_unique(st.builds(OwnDate, _labels("anniversary", "other").filter(bool), DATE)),
    related=_unique(_RELATED),
    tags=_unique(NAME),
    own_fields=_unique(st.builds(OwnField, NAME, NAME)),
    photo=st.none()
    | st.builds(
        Photo,
        st.sampled_from(["image/jpeg", "image/png", "image/svg+xml", "application/octet-stream"]),
        st.binary(min_size=1, max_size=90).map(lambda data: b"\x01" + data),
    ),
    other_properties=_unique(KEPT | st.just("a line without its mark")),
)


def _with_clear_posts(details: ContactDetails) -> ContactDetails:
    """Let nobody have a second organisation without a first, or one that repeats the first."""
    if not details.organization:
        return replace(details, affiliations=())
    others = [post for post in details.affiliations if post.organization != details.organization]
    return replace(details, affiliations=tuple(others))


DETAILS = _ANY_DETAILS.map(_with_clear_posts)
