"""Which properties a contact's details become in each version, field by field.

The choice follows what the two phone systems, Nextcloud and old phones take; where they
want different things, 3.0 holds both, and reading knows that they are one.
"""

from collections.abc import Callable, Iterator, Sequence

from notebook_app.formats.vcard.android_rows import android_kind, android_row
from notebook_app.formats.vcard.card_about import about_properties, own_field_properties
from notebook_app.formats.vcard.card_property import CardProperty, CardVersion, ValueKind
from notebook_app.formats.vcard.card_relations import related_properties
from notebook_app.formats.vcard.card_style import CardStyle
from notebook_app.formats.vcard.messaging import network_of_url
from notebook_app.formats.vcard.posts import DEPARTMENT_SEPARATOR
from notebook_app.formats.vcard.properties.android import (
    EVENT_LABELS,
    ITEM_TYPE,
)
from notebook_app.formats.vcard.properties.dates import ANNIVERSARY, YEAR_OF_NO_YEAR
from notebook_app.model.contact import (
    Affiliation,
    ContactDetails,
    ContactKind,
    Link,
    LinkKind,
    OwnDate,
)
from notebook_app.model.name_form import shown_name
from notebook_app.model.partial_date import PartialDate

Properties = Iterator[CardProperty]

_OMITTED = (("X-APPLE-OMIT-YEAR", str(YEAR_OF_NO_YEAR)),)
_NOT_VOICE = ("fax", "pager", "modem")


def card_properties(details: ContactDetails, style: CardStyle) -> Properties:
    """Yield all properties of ``details`` that have a field, FN and N always among them."""
    for written in _FIELDS:
        yield from written(details, style)


def _names(details: ContactDetails, style: CardStyle) -> Properties:
    name = details.name
    parts = (name.family, name.given, name.additional, name.prefix, name.suffix)
    yield CardProperty("N", parts, ValueKind.STRUCTURED)
    yield CardProperty("FN", (shown_name(details),))
    yield from _text("NICKNAME", details.nickname)
    yield from _text("X-PHONETIC-FIRST-NAME", name.phonetic_given)
    yield from _text("X-PHONETIC-LAST-NAME", name.phonetic_family)
    if style.extras:
        yield from _text("X-MAIDENNAME", name.maiden)
    if details.kind is ContactKind.ORGANIZATION:
        new = style.version is CardVersion.NEW
        yield CardProperty(*(("KIND", ("org",)) if new else ("X-ABShowAs", ("COMPANY",))))


def _work(details: ContactDetails, style: CardStyle) -> Properties:
    main = Affiliation(details.organization, details.department, details.title, details.profession)
    if style.extras and details.affiliations and not (main.organization + main.department).strip():
        # Beside other organisations, a title without one has to say so.
        yield from _post(main, len(details.affiliations))
    else:
        yield from _post(main)
    if style.extras:
        for number, post in enumerate(details.affiliations):
            yield from _post(post, number)


def _post(post: Affiliation, number: int | None = None) -> Properties:
    """Yield organisation, title and role; those of a further one share a group."""
    further = number is not None
    linked = bool(post.title or post.profession)
    together = number if linked else None
    if post.organization or post.department or (linked and further):
        units = post.department.split(DEPARTMENT_SEPARATOR) if post.department else []
        parts = (post.organization, *units)
        of = ("ORG", post) if further else None
        yield CardProperty("ORG", parts, ValueKind.STRUCTURED, of=of, together=together)
    for name, text in (("TITLE", post.title), ("ROLE", post.profession)):
        if text:
            of = (name, post) if further else None
            yield CardProperty(name, (text,), of=of, together=together)


def _reach(details: ContactDetails, style: CardStyle) -> Properties:
    for phone in details.phones:
        silent = any(word in _NOT_VOICE for word in phone.label.split())
        yield CardProperty(
            "TEL",
            (phone.number,),
            label=phone.label,
            types=() if silent else ("VOICE",),
            preferred=phone.preferred,
            of=phone,
        )
    for email in details.emails:
        yield CardProperty(
            "EMAIL",
            (email.address,),
            label=email.label,
            types=() if style.version is CardVersion.NEW else ("INTERNET",),
            preferred=email.preferred,
            of=email,
        )
    for place in details.addresses:
        yield CardProperty(
            "ADR",
            (
                place.po_box,
                place.extended,
                place.street,
                place.city,
                place.region,
                place.postal_code,
                place.country,
            ),
            ValueKind.STRUCTURED,
            label=place.label,
            preferred=place.preferred,
            of=place,
        )


def _links(details: ContactDetails, style: CardStyle) -> Properties:
    for link in details.links:
        if link.kind is LinkKind.MESSAGING:
            yield from _messaging(link, style)
        elif link.kind is LinkKind.SOCIAL:
            if not style.social:
                continue
            yield CardProperty(
                "X-SOCIALPROFILE",
                (link.url,),
                ValueKind.URI,
                label=link.label,
                types=(link.service,) if link.service else (),
                preferred=link.preferred,
                label_as_type=False,
                of=link,
            )
        else:
            yield CardProperty(
                "URL",
                (link.url,),
                ValueKind.URI,
                label=link.label,
                preferred=link.preferred,
                of=link,
            )


def _messaging(link: Link, style: CardStyle) -> Properties:
    """Yield IMPP, and where the version wants it what older programs read (``X-JABBER``)."""
    network = network_of_url(link.url)
    older = network.property_name if network and network.service == link.service else ""
    if style.version is not CardVersion.OLD or not older:
        service = (("X-SERVICE-TYPE", link.service),) if link.service else ()
        yield CardProperty(
            "IMPP",
            (link.url,),
            ValueKind.URI,
            link.label,
            preferred=link.preferred,
            parameters=service,
            of=link,
        )
    if older and style.older and style.version is not CardVersion.NEW:
        handle = link.url.partition(":")[2]
        yield CardProperty(older, (handle,), ValueKind.URI, preferred=link.preferred)


def _dates(details: ContactDetails, style: CardStyle) -> Properties:
    if details.birthday:
        yield _date("BDAY", details.birthday, style)
    said: set[str] = set()
    for own in details.dates:
        if style.apple:
            yield _date("X-ABDATE", own.date, style, own)
        if own.label == ANNIVERSARY and not said and style.version is not CardVersion.OLD:
            said.add(ANNIVERSARY)
            yield _date("ANNIVERSARY", own.date, style)
            if style.version is CardVersion.USUAL and style.older:
                yield _date("X-ANNIVERSARY", own.date, style)
        if style.android:
            kind, label = android_kind(own.label, EVENT_LABELS)
            yield android_row(f"{ITEM_TYPE}contact_event", own.date.iso(), kind, label)


def _date(
    name: str, day: PartialDate, style: CardStyle, own: OwnDate | None = None
) -> CardProperty:
    """Return a date: basic form in 4.0, ``--05-06`` for Android and old phones, else 1604."""
    text = day.iso()
    omitted: tuple[tuple[str, str], ...] = ()
    if style.version is CardVersion.NEW:
        text = f"--{day.month:02d}{day.day:02d}" if day.year is None else text.replace("-", "")
    elif style.apple and day.year is None:
        text, omitted = f"{YEAR_OF_NO_YEAR}-{day.month:02d}-{day.day:02d}", _OMITTED
    return CardProperty(
        name,
        (text,),
        ValueKind.URI,
        own.label if own else "",
        parameters=omitted,
        always_grouped=True,
        of=own,
    )


def _texts(details: ContactDetails, style: CardStyle) -> Properties:
    if details.tags and style.tags:
        yield CardProperty("CATEGORIES", details.tags, ValueKind.LIST)
    yield from _text("NOTE", details.note)


def _text(name: str, text: str) -> Properties:
    if text:
        yield CardProperty(name, (text,))


_FIELDS: Sequence[Callable[[ContactDetails, CardStyle], Properties]] = (
    _names,
    _work,
    _reach,
    _links,
    _dates,
    related_properties,
    about_properties,
    own_field_properties,
    _texts,
)
