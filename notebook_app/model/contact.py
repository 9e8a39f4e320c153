"""A contact: a person or an organisation, with everything that is known about them.

These records are what vCards are read into, what the notebook stores, and what a page edits.
Labels are the plain lower-case words of ``labels.py`` or the user's own words.
"""

from dataclasses import field
from enum import StrEnum

from notebook_app.foundation.record import record
from notebook_app.model.partial_date import PartialDate


class ContactKind(StrEnum):
    """What a contact is."""

    PERSON = "person"
    ORGANIZATION = "organization"


class Stage(StrEnum):
    """How well we know each other. Set by the user only."""

    MET = "met"
    KNOW = "know"
    LIKE = "like"
    TRUST = "trust"


class Role(StrEnum):
    """What a contact is to the user; several at once."""

    CLIENT = "client"
    PROSPECT = "prospect"
    REFERRER = "referrer"
    SUPPLIER = "supplier"
    PEER = "peer"
    FRIEND = "friend"
    OTHER = "other"


class CadenceUnit(StrEnum):
    """The unit of "keep in touch every N ..."."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


@record
class Cadence:
    """Keep in touch every ``count`` units.

    ``slack`` is how many days there are from the ideal to the latest day; None for half as long
    again.
    """

    count: int
    unit: CadenceUnit
    slack: int | None = None


@record
class Phone:
    """A number as it was typed."""

    number: str
    label: str = ""
    preferred: bool = False


@record
class Email:
    """An e-mail address."""

    address: str
    label: str = ""
    preferred: bool = False


@record
class Address:
    """A postal address in the parts of vCard's ADR (RFC 6350, 6.3.1)."""

    street: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""
    po_box: str = ""
    extended: str = ""
    label: str = ""
    preferred: bool = False

    def lines(self) -> list[str]:
        """Return the lines as one would write them, street first, without empty ones."""
        town = " ".join(part for part in (self.postal_code, self.city) if part)
        parts = (self.po_box, self.extended, self.street, town, self.region, self.country)
        return [line for part in parts for line in part.splitlines() if line.strip()]


class LinkKind(StrEnum):
    """Where a link leads."""

    WEB = "web"
    MESSAGING = "messaging"
    SOCIAL = "social"


@record
class Link:
    """A web page, a messaging address or a social profile; ``service`` names the network."""

    url: str
    label: str = ""
    kind: LinkKind = LinkKind.WEB
    service: str = ""
    preferred: bool = False


@record
class OwnDate:
    """An anniversary or another date of the contact's own."""

    label: str
    date: PartialDate


@record
class RelatedName:
    """Somebody the contact is related to: "their ``label`` is ``name``".

    ``uid`` names the contact that it is, in this notebook or perhaps in one to come; it is
    empty where the name alone is known.
    """

    name: str
    label: str = ""
    uid: str = ""


@record
class Affiliation:
    """A further organisation that somebody belongs to; the first is in the details themselves."""

    organization: str = ""
    department: str = ""
    title: str = ""
    profession: str = ""


@record
class OwnField:
    """A field of the user's own, such as "Shoe size: 43"."""

    name: str
    value: str


@record
class Photo:
    """A picture as it came: its media type (``image/jpeg``) and its bytes."""

    media_type: str
    data: bytes


@record
class NameParts:
    """The parts of a person's name, in vCard's words."""

    prefix: str = ""
    given: str = ""
    additional: str = ""
    family: str = ""
    suffix: str = ""
    phonetic_given: str = ""
    phonetic_family: str = ""
    maiden: str = ""


@record
class ContactDetails:
    """Everything about a contact that a vCard can carry.

    ``display_name`` is what lists show (vCard's FN) and is never empty once stored.
    ``gender`` is "female", "male", "other", "none" or the user's own words; ``languages`` are
    tags of BCP 47, the preferred first; ``time_zone`` is a name such as "Europe/Stockholm" or
    whatever a card said. ``other_properties`` are vCard lines that have no field here: unfolded,
    verbatim, with group and parameters.
    """

    display_name: str = ""
    name: NameParts = NameParts()
    kind: ContactKind = ContactKind.PERSON
    nickname: str = ""
    organization: str = ""
    department: str = ""
    title: str = ""
    profession: str = ""
    affiliations: tuple[Affiliation, ...] = ()
    birthday: PartialDate | None = None
    pronouns: str = ""
    gender: str = ""
    languages: tuple[str, ...] = ()
    time_zone: str = ""
    note: str = ""
    phones: tuple[Phone, ...] = ()
    emails: tuple[Email, ...] = ()
    addresses: tuple[Address, ...] = ()
    links: tuple[Link, ...] = ()
    dates: tuple[OwnDate, ...] = ()
    related: tuple[RelatedName, ...] = ()
    tags: tuple[str, ...] = ()
    own_fields: tuple[OwnField, ...] = ()
    photo: Photo | None = None
    other_properties: tuple[str, ...] = ()


@record
class Contact:
    """A stored contact: its details, and what only this notebook knows about it."""

    id: int
    uid: str
    details: ContactDetails
    stage: Stage | None = None
    roles: tuple[Role, ...] = ()
    cadence: Cadence | None = None
    created_at: str = ""
    changed_at: str = ""
    deleted_at: str | None = None


@record
class ContactDraft:
    """What the user wrote about a contact, to be stored as a new or an existing one."""

    details: ContactDetails
    stage: Stage | None = None
    roles: tuple[Role, ...] = field(default=())
    cadence: Cadence | None = None
