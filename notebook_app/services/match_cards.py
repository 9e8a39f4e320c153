"""Finds out for each prepared card whose it is and what it would change; writes nothing."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from notebook_app.foundation.progress import Progress
from notebook_app.model.card_merge import Merged, PhotoHashes, merge_card
from notebook_app.model.contact import Contact
from notebook_app.model.contact_match import ContactIndex
from notebook_app.services.import_plan import (
    CardState,
    ChangedContact,
    NewContact,
    PlannedCard,
)
from notebook_app.services.prepare_cards import PreparedCard, UnreadableCard, details_of_raw
from notebook_app.storage.imports import SourceCard
from notebook_app.storage.notebook import Notebook

SourcedCard = tuple[str, PreparedCard | UnreadableCard]
"""The name of a file and one of its cards."""


@dataclass(slots=True)
class Matched:
    """The preview of all cards, in their order, and the contacts to add and to change."""

    cards: list[PlannedCard]
    new: list[NewContact]
    changed: list[ChangedContact]


def match_cards(notebook: Notebook, cards: Sequence[SourcedCard], progress: Progress) -> Matched:
    """Match cards against the notebook and against each other.

    Raises:
        Cancelled: the user asked to stop.
    """
    return _Matching(notebook, cards, progress).run()


class _Matching:
    """One run over the cards: fingerprints first, then everything else one is known by."""

    def __init__(
        self, notebook: Notebook, cards: Sequence[SourcedCard], progress: Progress
    ) -> None:
        self._notebook = notebook
        self._cards = cards
        self._progress = progress
        self._planned: list[PlannedCard | None] = [None] * len(cards)
        self._claimed: set[int] = set()
        self._new: list[NewContact] = []
        self._changed: dict[int, ChangedContact] = {}
        self._contacts: dict[int, Contact] = {}
        self._photos: dict[int, str] = {}
        self._sources: dict[int, list[SourceCard]] = {}

    def run(self) -> Matched:
        left = self._without_known_fingerprints()
        targets = self._targets(left) if left else []
        self._load({target for _, target in targets if target > 0})
        for done, (index, target) in enumerate(targets):
            if done % 100 == 0:
                self._progress.report(done, len(targets), "Comparing")
            source, card = self._cards[index]
            assert isinstance(card, PreparedCard)
            if target > 0:
                self._planned[index] = self._merged_into_contact(source, card, target)
            else:
                self._planned[index] = self._added_or_joined(source, card, -target - 1)
        planned = [card for card in self._planned if card is not None]
        return Matched(planned, self._new, list(self._changed.values()))

    def _without_known_fingerprints(self) -> list[int]:
        """Settle what came before, and what stands twice in the files; return the other cards."""
        known = self._notebook.imports.fingerprints()
        seen: set[str] = set()
        left: list[int] = []
        for index, (source, card) in enumerate(self._cards):
            if isinstance(card, UnreadableCard):
                self._planned[index] = PlannedCard(
                    source,
                    card.place,
                    card.line,
                    CardState.UNREADABLE,
                    reason=card.reason,
                    raw=card.raw,
                )
                continue
            found = known.get(card.fingerprint)
            if found is not None:
                self._claimed.add(found[0])
            if found is not None or card.fingerprint in seen:
                contact_id = found[1] if found else None
                self._planned[index] = _preview(source, card, CardState.UNCHANGED, contact_id)
            else:
                seen.add(card.fingerprint)
                left.append(index)
        return left

    def _targets(self, left: Iterable[int]) -> list[tuple[int, int]]:
        """Return with each card the id of its contact, or minus the place of the new one."""
        index = ContactIndex()
        imports = self._notebook.imports
        for contact_id, name, given, family in imports.names():
            index.add_name(contact_id, name, given, family)
        for uid, contact_id in imports.uids():
            index.add_uid(contact_id, uid)
        for reach, contact_id in imports.reach():
            index.add_reach(contact_id, reach)
        uses = Counter(
            card.uid.lower() for _, card in self._cards if isinstance(card, PreparedCard)
        )
        targets: list[tuple[int, int]] = []
        added = 0
        for position in left:
            card = self._cards[position][1]
            assert isinstance(card, PreparedCard)
            keys = card.keys()
            target = index.find(keys, trust_uid=uses[card.uid.lower()] == 1)
            if target is None:
                added += 1
                target = -added
                index.add(target, keys)
            targets.append((position, target))
        return targets

    def _load(self, contact_ids: set[int]) -> None:
        imports = self._notebook.imports
        ids = sorted(contact_ids)
        self._contacts = {contact.id: contact for contact in imports.contacts(ids)}
        self._photos = imports.photo_hashes(ids)
        self._sources = imports.source_cards(ids)

    def _merged_into_contact(self, source: str, card: PreparedCard, contact_id: int) -> PlannedCard:
        changed = self._changed.get(contact_id)
        ours = changed.details if changed else self._contacts[contact_id].details
        base = self._base_of(card, contact_id)
        base_details, base_photo = details_of_raw(base.raw) if base else (None, "")
        merged = merge_card(
            base_details,
            card.details(),
            ours,
            PhotoHashes(base_photo, card.photo_hash, self._photos.get(contact_id, "")),
            self._notebook.region,
        )
        if not merged.changes:
            return _preview(source, card, CardState.UNCHANGED, contact_id, merged)
        if changed is None:
            changed = ChangedContact(contact_id, ours, takes_photo=False)
            self._changed[contact_id] = changed
        changed.details = merged.details
        if merged.takes_photo:
            changed.takes_photo = True
            self._photos[contact_id] = card.photo_hash
        changed.cards.append((card, base.id if base else None))
        return _preview(source, card, CardState.CHANGED, contact_id, merged)

    def _base_of(self, card: PreparedCard, contact_id: int) -> SourceCard | None:
        """Return the contact's earlier card that this one follows.

        It has the same UID (or none either), comes from the same program, and is not a card
        that the files still hold as it was; of several it is the one most alike.
        """
        lines = set(card.raw.split("\n"))
        maker = _maker(card.raw)
        candidates = [
            source
            for source in self._sources.get(contact_id, ())
            if source.id not in self._claimed
            and source.uid.lower() == card.uid.lower()
            and source.version == card.version
            and _maker(source.raw) == maker
        ]
        base = max(
            candidates, key=lambda source: len(lines & set(source.raw.split("\n"))), default=None
        )
        if base:
            self._claimed.add(base.id)
        return base

    def _added_or_joined(self, source: str, card: PreparedCard, place: int) -> PlannedCard:
        if place == len(self._new):
            self._new.append(NewContact([card]))
            return _preview(source, card, CardState.NEW, None)
        new = self._new[place]
        ours = new.merged or new.cards[0].details()
        held = next((known.photo_hash for known in new.cards if known.photo_hash), "")
        merged = merge_card(
            None,
            card.details(),
            ours,
            PhotoHashes("", card.photo_hash, held),
            self._notebook.region,
        )
        new.cards.append(card)
        if not merged.changes:
            return _preview(source, card, CardState.UNCHANGED, None, merged)
        new.merged = merged.details
        return _preview(source, card, CardState.CHANGED, None, merged)


def _maker(raw: str) -> str:
    """Return the program that wrote a card, without its version."""
    for line in raw.split("\n", 12)[:12]:
        if line[:7].upper() == "PRODID:":
            return "".join(char for char in line[7:] if not char.isdigit() and char != ".")
    return ""


def _preview(
    source: str,
    card: PreparedCard,
    state: CardState,
    contact_id: int | None,
    merged: Merged | None = None,
) -> PlannedCard:
    second_line = card.organization or next(iter(card.emails or card.phones), "")
    return PlannedCard(
        source=source,
        place=card.place,
        line=card.line,
        state=state,
        name=card.name,
        second_line="" if second_line == card.name else second_line,
        contact_id=contact_id,
        changes=merged.changes if merged else (),
        kept=merged.kept if merged else (),
    )
