"""Finds out for each prepared card whose it is and what it would change; writes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from notebook_app.foundation.progress import Progress
from notebook_app.model.card_merge import FieldChange, Merged, PhotoHashes, merge_card
from notebook_app.model.contact import Contact
from notebook_app.model.field_rules import FIELD_WORDS
from notebook_app.model.name_form import folded
from notebook_app.services.find_persons import FoundPerson, find_persons, follows, uids_of
from notebook_app.services.import_choices import ImportChoices
from notebook_app.services.import_plan import (
    Candidate,
    CardState,
    ChangedContact,
    NewContact,
    PlannedCard,
)
from notebook_app.services.listed_member import ListedMember
from notebook_app.services.prepare_cards import PreparedCard, UnreadableCard, details_of_raw
from notebook_app.storage.notebook import Notebook
from notebook_app.storage.recognition import SourceCard
from notebook_app.storage.set_aside_cards import digest_of

_CARDS_A_REPORT = 100

SourcedCard = tuple[str, PreparedCard | UnreadableCard | ListedMember]
"""The name of a file and one of its cards, or somebody on a list in it."""


@dataclass(slots=True)
class Matched:
    """The preview of all cards, in their order, and the contacts to add and to change."""

    cards: list[PlannedCard]
    new: list[NewContact]
    changed: list[ChangedContact]


def match_cards(
    notebook: Notebook,
    cards: Sequence[SourcedCard],
    progress: Progress,
    choices: ImportChoices | None = None,
) -> Matched:
    """Match cards against the notebook and against each other, and do as the user chose.

    Raises:
        Cancelled: the user asked to stop.
    """
    return _Matching(notebook, cards, progress, choices or ImportChoices()).run()


class _Matching:
    """One run over the cards: fingerprints first, then everything else one is known by."""

    def __init__(
        self,
        notebook: Notebook,
        cards: Sequence[SourcedCard],
        progress: Progress,
        choices: ImportChoices,
    ) -> None:
        self._choices = choices
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
        self._uids = uids_of(cards)
        self._known: dict[str, tuple[int, int]] = {}
        self._listed: dict[int, ListedMember] = {}

    def run(self) -> Matched:
        left = self._without_known_fingerprints()
        found = find_persons(
            self._notebook,
            self._cards,
            left,
            self._claimed,
            choices=self._choices,
            progress=self._progress,
        )
        known = {person.target for person in found if person.target > 0}
        self._load(known | {member.contact_id for member in self._listed.values()})
        for done, (index, person) in enumerate(zip(left, found, strict=True)):
            if done % _CARDS_A_REPORT == 0:
                self._progress.report(done, len(left), "Comparing")
            source, card = self._cards[index]
            assert isinstance(card, PreparedCard)
            if person.target > 0:
                self._planned[index] = self._merged_into_contact(index, source, card, person)
            else:
                self._planned[index] = self._added_or_joined(source, card, person)
        # Last, so that the tag comes to what the cards made of a contact.
        for index, member in self._listed.items():
            self._planned[index] = self._with_tag(index, self._cards[index][0], member)
        planned = [card for card in self._planned if card is not None]
        return Matched(planned, self._new, list(self._changed.values()))

    def _without_known_fingerprints(self) -> list[int]:
        """Settle what came before, and what stands twice in the files; return the other cards."""
        known = self._known = self._notebook.recognition.fingerprints()
        set_aside = self._notebook.set_aside.known()
        seen: set[str] = set()
        left: list[int] = []
        for index, (source, card) in enumerate(self._cards):
            if index % _CARDS_A_REPORT == 0:
                self._progress.report(index, len(self._cards), "Comparing")
            if isinstance(card, ListedMember):
                self._listed[index] = card
                continue
            if isinstance(card, UnreadableCard):
                self._planned[index] = PlannedCard(
                    source,
                    card.place,
                    card.line,
                    CardState.UNREADABLE,
                    reason=card.reason,
                    raw=card.raw,
                    set_aside=bool(set_aside) and digest_of(card.raw) in set_aside,
                )
                continue
            if self._choices.of(index).leave_out:
                self._planned[index] = _preview(source, card, CardState.LEFT_OUT, None)
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

    def _load(self, contact_ids: set[int]) -> None:
        known = self._notebook.recognition
        ids = sorted(contact_ids)
        self._contacts = {contact.id: contact for contact in known.contacts(ids)}
        self._photos = known.photo_hashes(ids)
        self._sources = known.source_cards(ids)

    def _merged_into_contact(
        self, index: int, source: str, card: PreparedCard, person: FoundPerson
    ) -> PlannedCard:
        contact_id = person.target
        if contact_id not in self._contacts:
            return _preview(source, card, CardState.UNCHANGED, None)
        changed = self._changed.get(contact_id)
        ours = changed.details if changed else self._contacts[contact_id].details
        base = self._base_of(card, person)
        base_details, base_photo = details_of_raw(base.raw) if base else (None, "")
        merged = merge_card(
            base_details,
            card.details(),
            ours,
            PhotoHashes(base_photo, card.photo_hash, self._photos.get(contact_id, "")),
            self._notebook.region,
            take=self._choices.of(index).theirs,
            removes=person.same_export or base is None or base.uid.lower() == card.uid.lower(),
        )
        joins = self._choices.of(index).contact_id is not None
        if not merged.changes and not joins:
            return _preview(source, card, CardState.UNCHANGED, contact_id, merged)
        if changed is None:
            changed = ChangedContact(contact_id, ours, takes_photo=False)
            self._changed[contact_id] = changed
        changed.details = merged.details
        if merged.takes_photo:
            changed.takes_photo = True
            self._photos[contact_id] = card.photo_hash
        changed.cards.append((card, base.id if base else None))
        known_as = self._contacts[contact_id].details.display_name
        return _preview(source, card, CardState.CHANGED, contact_id, merged, known_as=known_as)

    def _with_tag(self, index: int, source: str, member: ListedMember) -> PlannedCard:
        """Return what a list that names a contact makes of it."""
        contact = self._contacts.get(member.contact_id)
        name = contact.details.display_name if contact else ""
        planned = PlannedCard(
            source,
            member.place,
            member.line,
            CardState.UNCHANGED,
            name=name,
            second_line=member.tag,
            contact_id=member.contact_id,
            known_as=name,
            on_list=member.tag,
        )
        if contact is None or member.fingerprint in self._known:
            return planned
        if self._choices.of(index).leave_out:
            return replace(planned, state=CardState.LEFT_OUT)
        changed = self._changed.get(contact.id)
        ours = changed.details if changed else contact.details
        if folded(member.tag) in {folded(tag) for tag in ours.tags}:
            return planned
        if changed is None:
            changed = ChangedContact(contact.id, ours, takes_photo=False)
            self._changed[contact.id] = changed
        changed.details = replace(ours, tags=(*ours.tags, member.tag))
        changed.cards.append((member, None))
        change = FieldChange(FIELD_WORDS["tags"], "", member.tag)
        return replace(planned, state=CardState.CHANGED, changes=(change,))

    def _base_of(self, card: PreparedCard, person: FoundPerson) -> SourceCard | None:
        """Return the contact's earlier card that this one follows; none if the user joined them.

        It comes from the same program, and is not a card that the files still hold as it was. It
        has the same UID (or none either), or one that the files no longer hold; of several it is
        the one most alike.
        """
        if person.chosen:
            return None
        lines = set(card.raw.split("\n"))
        candidates = [
            source
            for source in self._sources.get(person.target, ())
            if source.id not in self._claimed and follows(card, source, self._uids)
        ]
        base = max(
            candidates,
            key=lambda source: (
                source.uid.lower() == card.uid.lower(),
                len(lines & set(source.raw.split("\n"))),
            ),
            default=None,
        )
        if base:
            self._claimed.add(base.id)
        return base

    def _added_or_joined(self, source: str, card: PreparedCard, person: FoundPerson) -> PlannedCard:
        place = -person.target - 1
        if place == len(self._new):
            self._new.append(NewContact([card]))
            if not person.suggestions:
                return _preview(source, card, CardState.NEW, None)
            return replace(
                _preview(source, card, CardState.POSSIBLE, None),
                candidates=tuple(
                    Candidate(each.contact_id, person.names[each.contact_id], each.why)
                    for each in person.suggestions
                ),
            )
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


def _preview(
    source: str,
    card: PreparedCard,
    state: CardState,
    contact_id: int | None,
    merged: Merged | None = None,
    *,
    known_as: str = "",
) -> PlannedCard:
    shown = card.values
    second_line = shown.organization or shown.reach
    return PlannedCard(
        source=source,
        place=shown.place,
        line=shown.line,
        state=state,
        name=shown.name,
        second_line="" if second_line == shown.name else second_line,
        contact_id=contact_id,
        changes=merged.changes if merged else (),
        kept=merged.kept if merged else (),
        known_as=known_as,
    )
