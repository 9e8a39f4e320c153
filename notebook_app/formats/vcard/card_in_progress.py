"""A card while it is being read: what its properties said so far, made into details at the end."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from notebook_app.formats.vcard.content_line import Head
from notebook_app.formats.vcard.label_words import label_from_apple
from notebook_app.model.contact import (
    Address,
    Affiliation,
    ContactDetails,
    ContactKind,
    Email,
    Link,
    NameParts,
    OwnDate,
    OwnField,
    Phone,
    Photo,
    RelatedName,
)
from notebook_app.model.name_form import UNNAMED, shown_name
from notebook_app.model.partial_date import PartialDate

Item = TypeVar("Item")

BIRTHDAY = "birthday"
"""The label of a second birthday, where two properties of one card disagree."""

_LONGEST_NAME = 60


@dataclass(slots=True)
class CardInProgress:
    """What was read so far.

    ``spare_*`` hold what some writers say a second time in their own property (``X-JABBER``
    beside ``IMPP``, ``X-ANDROID-CUSTOM`` beside ``X-ABDATE``); it counts only if it is new.
    ``phonetic`` are the parts of the name that have properties of their own, the maiden name
    among them; ``languages`` have their rank before them, 1 for the preferred.
    """

    group_labels: dict[str, str] = field(default_factory=dict)
    used_groups: set[str] = field(default_factory=set)
    single: dict[str, str] = field(default_factory=dict)
    name: NameParts | None = None
    phonetic: dict[str, str] = field(default_factory=dict)
    kind: ContactKind = ContactKind.PERSON
    is_group: bool = False
    nicknames: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    birthday: PartialDate | None = None
    spare_birthday: PartialDate | None = None
    phones: list[Phone] = field(default_factory=list)
    emails: list[Email] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    spare_links: list[Link] = field(default_factory=list)
    dates: list[OwnDate] = field(default_factory=list)
    spare_dates: list[OwnDate] = field(default_factory=list)
    related: list[RelatedName] = field(default_factory=list)
    spare_related: list[RelatedName] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    has_several_posts: bool = False
    affiliations: tuple[Affiliation, ...] = ()
    languages: list[tuple[int, str]] = field(default_factory=list)
    own_fields: list[OwnField] = field(default_factory=list)
    spare_own_fields: list[OwnField] = field(default_factory=list)
    photo: Photo | None = None
    photo_hash: str = ""
    kept: list[str] = field(default_factory=list)

    def label(self, head: Head) -> str:
        """Return the label of a property: its group's ``X-ABLabel`` if there is one."""
        own = self.group_label(head) if head.group else None
        return head.label if own is None else own

    def group_label(self, head: Head) -> str | None:
        """Return what the ``X-ABLabel`` of the property's group says, or None."""
        group = head.group.lower()
        text = self.group_labels.get(group)
        if text is None:
            return None
        self.used_groups.add(group)
        return label_from_apple(text)

    def take_single(self, field_name: str, text: str) -> bool:
        """Keep ``text`` for a field that holds one value; False if it is taken already."""
        if not text:
            return True
        return self.single.setdefault(field_name, text) == text

    def details(self) -> ContactDetails:
        """Return everything that was read, with a name to show if anything gives one."""
        name = self.name or NameParts()
        if self.phonetic:
            name = replace(name, **self.phonetic)
        single = self.single.get
        if self.spare_birthday and self.birthday is None:
            self.birthday = self.spare_birthday
        elif self.spare_birthday and self.spare_birthday != self.birthday:
            self.spare_dates.append(OwnDate(BIRTHDAY, self.spare_birthday))
        details = ContactDetails(
            display_name=single("display_name", ""),
            name=name,
            kind=self.kind,
            nickname=", ".join(dict.fromkeys(self.nicknames)) if self.nicknames else "",
            organization=single("organization", ""),
            department=single("department", ""),
            title=single("title", ""),
            profession=single("profession", ""),
            affiliations=self.affiliations,
            birthday=self.birthday,
            pronouns=single("pronouns", ""),
            gender=single("gender", ""),
            languages=self._languages_in_order() if self.languages else (),
            time_zone=single("time_zone", ""),
            note="\n\n".join(dict.fromkeys(self.notes)) if self.notes else "",
            phones=_once(self.phones),
            emails=_once(self.emails),
            addresses=_once(self.addresses),
            links=self._all_links(),
            dates=_once(self.dates + self.spare_dates),
            related=self._all_related(),
            tags=_once(self.tags),
            own_fields=_once(self.own_fields + self.spare_own_fields),
            photo=self.photo,
            other_properties=tuple(self.kept),
        )
        if not details.display_name:
            shown = _name_to_show(details) or (UNNAMED if self.photo_hash else "")
            details = replace(details, display_name=shown)
        return details

    def _all_related(self) -> tuple[RelatedName, ...]:
        if self.spare_related:
            known = {(who.name, who.label) for who in self.related if who.uid}
            self.related += (
                who for who in self.spare_related if (who.name, who.label) not in known
            )
        return _once(self.related)

    def _languages_in_order(self) -> tuple[str, ...]:
        ranked = sorted(self.languages, key=lambda ranked: ranked[0])
        return _once([language for _, language in ranked])

    def _all_links(self) -> tuple[Link, ...]:
        if self.spare_links:
            known = {link.url for link in self.links}
            self.links += (link for link in self.spare_links if link.url not in known)
        return _once(self.links)


def _name_to_show(details: ContactDetails) -> str:
    """Return a name for a card without one: whatever identifies it best, or nothing."""
    shown = shown_name(details)
    if shown != UNNAMED:
        return shown
    found = [line for address in details.addresses for line in address.lines()]
    found += [link.url for link in details.links] + details.note.split("\n")
    return next((text.strip()[:_LONGEST_NAME] for text in found if text.strip()), "")


def _once(items: list[Item]) -> tuple[Item, ...]:
    if len(items) < 2 or (len(items) == 2 and items[0] != items[1]):
        return tuple(items)
    return tuple(dict.fromkeys(items))


Reader = Callable[[CardInProgress, Head, str], bool]
"""Takes a property into the card; False if it has no field for it and keeps the line as it is."""
