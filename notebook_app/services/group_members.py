"""Makes the lists of people that a file holds (KIND:group) into tags on their members.

A list whose members are all in the files goes up in the tags; one that says more, or names
people who are elsewhere, is also set aside, so that nothing of it is lost.
"""

from collections.abc import Sequence

from notebook_app.formats.vcard.group_card import GroupCard, email_key, read_group, with_tag
from notebook_app.services.match_cards import SourcedCard
from notebook_app.services.prepare_cards import PreparedCard, UnreadableCard, prepare_cards


def tag_group_members(cards: Sequence[SourcedCard], region: str) -> list[SourcedCard]:
    """Return the cards with each group's name as a tag on its members, without the groups.

    Args:
        cards: all cards of an import, groups among them as cards that were set aside.
        region: ISO 3166 code of the country that phone numbers without one belong to.
    """
    groups = {index: group for index, card in enumerate(cards) if (group := _group_of(card[1]))}
    if not groups:
        return list(cards)
    places = _places(cards)
    tags: dict[int, list[str]] = {}
    aside: dict[int, str] = {}
    for index, group in groups.items():
        found = [place for member in group.members for place in places.get(member, ())]
        for place in dict.fromkeys(found):
            tags.setdefault(place, []).append(group.name)
        missing = sum(member not in places for member in group.members)
        if reason := _reason(group, missing, len(set(found))):
            aside[index] = reason
    result: list[SourcedCard] = []
    for index, (source, card) in enumerate(cards):
        if isinstance(card, PreparedCard):
            result.append((source, _tagged(card, tags.get(index, ()), region)))
        elif index not in groups:
            result.append((source, card))
        elif index in aside:
            result.append((source, card._replace(reason=aside[index])))
    return result


def _group_of(card: PreparedCard | UnreadableCard) -> GroupCard | None:
    if isinstance(card, PreparedCard) or "GROUP" not in card.raw.upper():
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
            f"The list “{group.name}” names {missing} {people} not in these files;"
            f" {found} got it as a tag."
        )
    if group.others:
        told = ", ".join(dict.fromkeys(group.others))
        return f"The list “{group.name}” became a tag; what else it says has no place ({told})."
    return ""
