"""Makes the lists of people that a file holds (KIND:group) into tags on their members.

Members are people in the files, or else people who are in the notebook already. A list whose
members are all found goes up in the tags; one that says more, or names people whom nobody knows,
is also set aside, so that nothing of it is lost.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from notebook_app.formats.vcard.group_card import GroupCard, email_key, read_group, with_tag
from notebook_app.services.listed_member import ListedMember
from notebook_app.services.match_cards import SourcedCard
from notebook_app.services.prepare_cards import PreparedCard, UnreadableCard, prepare_cards
from notebook_app.storage.notebook import Notebook


def tag_group_members(notebook: Notebook, cards: Sequence[SourcedCard]) -> list[SourcedCard]:
    """Return the cards with each group's name as a tag on its members, without the groups.

    Args:
        notebook: where members are looked for who have no card here; nothing is written.
        cards: all cards of an import, groups among them as cards that were set aside.
    """
    groups = {index: group for index, card in enumerate(cards) if (group := _group_of(card[1]))}
    if not groups:
        return list(cards)
    places = _places(cards)
    wanted = {member for group in groups.values() for member in group.members} - places.keys()
    known = _known(notebook, wanted) if wanted else {}
    tags: dict[int, list[str]] = {}
    aside: dict[int, str] = {}
    listed: list[SourcedCard] = []
    for index, group in groups.items():
        found = [place for member in group.members for place in places.get(member, ())]
        for place in dict.fromkeys(found):
            tags.setdefault(place, []).append(group.name)
        elsewhere = [known[member] for member in group.members if member in known]
        for contact in dict.fromkeys(elsewhere):
            source, card = cards[index]
            listed.append((source, _listed(card, contact, group.name)))
        missing = sum(member not in places and member not in known for member in group.members)
        if reason := _reason(group, missing, len(set(found)) + len(set(elsewhere))):
            aside[index] = reason
    result: list[SourcedCard] = []
    for index, (source, card) in enumerate(cards):
        if isinstance(card, PreparedCard):
            result.append((source, _tagged(card, tags.get(index, ()), notebook.region)))
        elif index not in groups or not isinstance(card, UnreadableCard):
            result.append((source, card))
        elif index in aside:
            result.append((source, card._replace(reason=aside[index])))
    return result + listed


@dataclass(frozen=True, slots=True)
class _Known:
    """Somebody in the notebook."""

    contact_id: int
    uid: str


def _known(notebook: Notebook, wanted: set[str]) -> Mapping[str, _Known]:
    """Return whom of the notebook these members are: by a UID, or an e-mail of just one person."""
    found: dict[str, set[int]] = {}
    for key, contact_id in _keys_in(notebook):
        if key in wanted:
            found.setdefault(key, set()).add(contact_id)
    sure = {key: next(iter(ids)) for key, ids in found.items() if len(ids) == 1}
    contacts = notebook.recognition.contacts([*set(sure.values())])
    uids = {contact.id: contact.uid for contact in contacts}
    return {key: _Known(each, uids[each]) for key, each in sure.items() if each in uids}


def _keys_in(notebook: Notebook) -> Iterator[tuple[str, int]]:
    for uid, contact_id in notebook.recognition.uids():
        yield uid.lower(), contact_id
    for reach, contact_id in notebook.recognition.reach():
        yield email_key(reach), contact_id


def _listed(card: object, contact: _Known, tag: str) -> ListedMember:
    assert isinstance(card, UnreadableCard)
    return ListedMember(card.place, card.line, contact.contact_id, contact.uid, tag)


def _group_of(card: PreparedCard | UnreadableCard | ListedMember) -> GroupCard | None:
    if not isinstance(card, UnreadableCard) or "GROUP" not in card.raw.upper():
        return None
    return read_group(card.raw)


def _places(cards: Sequence[SourcedCard]) -> dict[str, list[int]]:
    """Return where each UID and e-mail address is found among the cards."""
    places: dict[str, list[int]] = {}
    for index, (_, card) in enumerate(cards):
        if isinstance(card, PreparedCard):
            if card.uid:
                places.setdefault(card.uid.lower(), []).append(index)
            for address in card.emails:
                places.setdefault(email_key(address), []).append(index)
    return places


def _tagged(card: PreparedCard, tags: Sequence[str], region: str) -> PreparedCard:
    if not tags:
        return card
    raw = card.raw
    for tag in tags:
        raw = with_tag(raw, tag)
    cards = list(prepare_cards(raw.encode("utf-8", "replace"), region))
    again = cards[0] if len(cards) == 1 else None
    if not isinstance(again, PreparedCard):
        # What was hardly a card goes in as it is.
        return card
    return again.moved(card)


def _reason(group: GroupCard, missing: int, found: int) -> str:
    if not group.members:
        return f"The list “{group.name}” names nobody."
    if missing:
        people = "person who is" if missing == 1 else "people who are"
        return (
            f"The list “{group.name}” names {missing} {people} neither in these files nor in the"
            f" notebook; {found} got it as a tag."
        )
    if group.others:
        told = ", ".join(dict.fromkeys(group.others))
        return f"The list “{group.name}” became a tag; what else it says has no place ({told})."
    return ""
