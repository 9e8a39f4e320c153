"""From a person of the example to a contact as the notebook stores it."""

from notebook_app.model.contact import (
    Address,
    Cadence,
    CadenceUnit,
    ContactDetails,
    ContactDraft,
    Email,
    Link,
    NameParts,
    Phone,
    RelatedName,
    Role,
    Stage,
)
from notebook_app.model.name_form import split_name
from notebook_app.model.partial_date import PartialDate
from notebook_app.services.example_notebook.person import Person


def contact_draft(person: Person, number: int) -> ContactDraft:
    """Return what is written down about a person; ``number`` makes up their telephone."""
    phones = [Phone(person.phone or f"+46 70 174 06 {number + 10}", "mobile")]
    if person.organization and number % 3 == 1:
        phones.append(Phone(f"+46 8 465 004 {number + 10}", "work"))
    name = split_name(person.name)
    if person.family:
        name = NameParts(given=person.given, family=person.family)
    elif not person.name.isascii() and " " not in person.name:
        name = NameParts(given=person.name)
    label = "work" if person.organization else "home"
    details = ContactDetails(
        display_name=person.name,
        name=name,
        nickname=person.nickname,
        organization=person.organization,
        title=person.title,
        birthday=PartialDate.parse(person.birthday),
        note=person.note,
        phones=tuple(phones),
        emails=(Email(person.email, label),) if person.email else (),
        addresses=(
            (Address(street=person.street, city=person.town, label=label),) if person.town else ()
        ),
        links=(Link(person.link, "homepage"),) if person.link else (),
        related=tuple(_related(text) for text in person.related.split("; ") if text),
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


def _cadence(words: str) -> Cadence | None:
    if not words:
        return None
    count, unit = words.split()
    return Cadence(int(count), CadenceUnit(unit))
