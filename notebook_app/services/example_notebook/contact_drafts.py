"""From a person of the example to a contact as the notebook stores it."""

from collections.abc import Mapping
from dataclasses import replace

from notebook_app.model.contact import (
    Address,
    Affiliation,
    Cadence,
    CadenceUnit,
    ContactDetails,
    ContactDraft,
    ContactKind,
    Email,
    Link,
    NameParts,
    OwnField,
    Phone,
    RelatedName,
    Role,
    Stage,
)
from notebook_app.model.name_form import split_name
from notebook_app.model.partial_date import PartialDate
from notebook_app.services.example_notebook.person import Person

Others = Mapping[str, tuple[str, str]]


def contact_draft(person: Person, number: int, others: Others) -> ContactDraft:
    """Return what is written down about a person.

    Args:
        person: the short record.
        number: what their telephone number is made up from.
        others: name and UID of everybody by their keys.
    """
    phones = [Phone(person.phone or f"+46 70 174 06 {number + 10}", "mobile")]
    if person.organization and number % 3 == 1:
        phones.append(Phone(f"+46 8 465 004 {number + 10}", "work"))
    name = split_name(person.name)
    if person.family:
        name = NameParts(given=person.given, family=person.family)
    elif not person.name.isascii() and " " not in person.name:
        name = NameParts(given=person.name)
    if person.organization_itself:
        name = NameParts()
    label = "work" if person.organization else "home"
    details = ContactDetails(
        display_name=person.name,
        name=replace(name, maiden=person.maiden),
        kind=ContactKind.ORGANIZATION if person.organization_itself else ContactKind.PERSON,
        nickname=person.nickname,
        organization=person.organization,
        title=person.title,
        affiliations=_also_at(person.also_at),
        pronouns=person.pronouns,
        languages=tuple(person.languages.split()),
        time_zone=person.time_zone,
        birthday=PartialDate.parse(person.birthday),
        note=person.note,
        phones=tuple(phones),
        emails=(Email(person.email, label),) if person.email else (),
        addresses=(
            (Address(street=person.street, city=person.town, label=label),) if person.town else ()
        ),
        links=(Link(person.link, "homepage"),) if person.link else (),
        related=(
            *(_related(text) for text in person.related.split("; ") if text),
            *(_linked(text, others) for text in person.linked.split("; ") if text),
        ),
        own_fields=tuple(_own_field(text) for text in person.own_fields.split("; ") if text),
        tags=tuple(person.tags.split()) if " " not in person.tags else (person.tags,),
    )
    return ContactDraft(
        details=details,
        stage=Stage(person.stage),
        roles=tuple(Role(word) for word in person.roles.split()),
        cadence=_cadence(person.cadence),
    )


def _related(text: str) -> RelatedName:
    name, _, label = text.rstrip(")").partition(" (")
    return RelatedName(name, label)


def _linked(text: str, others: Others) -> RelatedName:
    key, _, label = text.partition(": ")
    name, uid = others[key]
    return RelatedName(name, label, uid)


def _own_field(text: str) -> OwnField:
    name, _, value = text.partition(": ")
    return OwnField(name, value)


def _also_at(text: str) -> tuple[Affiliation, ...]:
    title, _, organization = text.partition(", ")
    return (Affiliation(organization, title=title),) if organization else ()


def _cadence(words: str) -> Cadence | None:
    if not words:
        return None
    count, unit = words.split()
    return Cadence(int(count), CadenceUnit(unit))
