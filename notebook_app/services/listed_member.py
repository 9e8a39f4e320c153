"""Somebody in the notebook whom a list of people in a file names, without having a card there."""

from dataclasses import dataclass
from hashlib import sha256

from notebook_app.formats.vcard.group_card import card_of_list
from notebook_app.model.name_form import folded

# Reading strips the version of a card, so no card can have this one: what is remembered of a list
# is never taken for an earlier card of the contact.
_VERSION = " list"


@dataclass(frozen=True, slots=True)
class ListedMember:
    """A contact that a list names: the contact gets the list's name as a tag.

    ``place`` and ``line`` are the list's in its file. The other properties are what the notebook
    keeps, so that the same list does not bring a tag back that the user took off.
    """

    place: int
    line: int
    contact_id: int
    contact_uid: str
    tag: str
    uid: str = ""
    version: str = _VERSION

    @property
    def fingerprint(self) -> str:
        """What the same list gives for the same contact."""
        return sha256(f"list\n{folded(self.tag)}\n{self.contact_uid}".encode()).hexdigest()

    @property
    def raw(self) -> str:
        """The list, without its members."""
        return card_of_list(self.tag)
