"""Proposes how somebody came, from what the notebook knows, each time with the reason in words.

In this order: what was said of their first work; who introduced or referred them; the event at
which they were met first; what the first conversation says; who reached out in it. An answer is
never taken by itself: the user says yes to it.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from notebook_app.model.conversation import Channel, Conversation, Initiator
from notebook_app.model.month_names import day_and_month
from notebook_app.model.name_form import folded, names_list
from notebook_app.model.offering import Direction, FavourKind
from notebook_app.model.opportunity import Source
from notebook_app.model.origin import OriginDraft, OriginProposal
from notebook_app.services.introduction_chain import introduction_chain
from notebook_app.storage.notebook import Notebook

_WORD: Final = re.compile(r"[^\W\d_]+")
_MARKETING: Final = frozenset(
    _WORD.findall(
        "ad ads advert advertisement brochure facebook flyer google instagram leaflet linkedin "
        "mailing newsletter website homepage anzeige werbung prospekt webseite internetseite"
    )
)
_REPUTATION: Final = frozenset(
    _WORD.findall(
        "article award blog book interview magazine newspaper podcast press radio review reviews "
        "artikel auszeichnung buch presse vortrag zeitschrift zeitung"
    )
)
_READ_OF_A_TEXT: Final = 2_000


def propose_origin(notebook: Notebook, contact_id: int) -> list[OriginProposal]:
    """Return answers to how a contact came, the likeliest first, each source once.

    Empty if nothing of them is written down.
    """
    found: list[OriginProposal] = []
    for proposal in _proposals(notebook, contact_id):
        if all(proposal.draft.source is not other.draft.source for other in found):
            found.append(proposal)
    return found


def _proposals(notebook: Notebook, contact_id: int) -> Iterator[OriginProposal]:
    yield from _as_their_work(notebook, contact_id)
    yield from _as_they_were_brought(notebook, contact_id)
    yield from _as_first_met(notebook, contact_id)
    yield from _as_first_said(notebook, contact_id)


def _as_their_work(notebook: Notebook, contact_id: int) -> Iterator[OriginProposal]:
    opportunity_id = notebook.origins.first_sourced_work(contact_id)
    work = None if opportunity_id is None else notebook.opportunities.get(opportunity_id)
    if work is None:
        return
    draft, source = work.draft, work.draft.source
    if source is None:
        return
    names = [name for name in notebook.contacts.names_of(draft.via) if name]
    through = f" through {' → '.join(names)}" if names else ""
    yield OriginProposal(
        OriginDraft(
            contact_id,
            source,
            draft.via,
            draft.came_by,
            draft.event_id,
            draft.conversation_id,
            draft.opened_on,
        ),
        f"Their first work, “{draft.title}”, was a {source.value}{through}.",
    )


def _as_they_were_brought(notebook: Notebook, contact_id: int) -> Iterator[OriginProposal]:
    chain = introduction_chain(notebook, contact_id)
    if not chain:
        return
    via = tuple(introducer_id for introducer_id, _name in chain)
    last_id, last = chain[-1]
    before = f", whom you know through {names_list([name for _id, name in chain[:-1]])}"
    known_through = before if len(chain) > 1 else ""
    for row in reversed(notebook.favours.about(contact_id)):
        favour = row.draft
        if (
            favour.contact_id != last_id
            or favour.direction is not Direction.RECEIVED
            or favour.kind is FavourKind.HELP
        ):
            continue
        referred = favour.kind is FavourKind.REFERRAL
        did = "referred" if referred else "introduced"
        yield OriginProposal(
            OriginDraft(
                contact_id,
                Source.DIRECT_REFERRAL if referred else Source.NETWORK_REFERRAL,
                via,
                conversation_id=favour.conversation_id,
                came_on=favour.on,
            ),
            f"{last} {did} them to you on {_day(favour.on)}{known_through}.",
        )
        return
    yield OriginProposal(
        OriginDraft(contact_id, Source.NETWORK_REFERRAL, via),
        f"You noted that {last} brought you together{known_through}.",
    )


def _as_first_met(notebook: Notebook, contact_id: int) -> Iterator[OriginProposal]:
    first = notebook.origins.first_conversation(contact_id)
    event_id = notebook.origins.first_event(contact_id)
    event = None if event_id is None else notebook.events.get(event_id)
    if event is None:
        return
    conversation = None if first is None else notebook.conversations.get(first)
    if conversation is not None and conversation.draft.on < event.draft.on:
        return
    said_there = conversation is not None and conversation.draft.event_id == event_id
    yield OriginProposal(
        OriginDraft(
            contact_id,
            Source.SELF_REFERRAL,
            event_id=event_id,
            conversation_id=first if said_there else None,
            came_on=event.draft.on,
        ),
        f"You first met at {event.draft.name} on {_day(event.draft.on)}.",
    )


def _as_first_said(notebook: Notebook, contact_id: int) -> Iterator[OriginProposal]:
    first = notebook.origins.first_conversation(contact_id)
    conversation = None if first is None else notebook.conversations.get(first)
    if conversation is None:
        return
    draft = conversation.draft
    words = {folded(word) for word in _WORD.findall(draft.text[:_READ_OF_A_TEXT])}
    for source, known in (
        (Source.MARKETING_RESPONSE, _MARKETING),
        (Source.REPUTATION_RESPONSE, _REPUTATION),
    ):
        named = sorted(words & known)
        if named:
            reason = f"Your first conversation, on {_day(draft.on)}, speaks of “{named[0]}”."
            yield _from(contact_id, source, conversation, reason)
    if draft.initiated_by is Initiator.THEM:
        by = "" if draft.channel is Channel.IN_PERSON else f" by {draft.channel.value}"
        reason = f"They reached out first{by}, on {_day(draft.on)}, before you knew them."
        yield _from(contact_id, Source.REPUTATION_RESPONSE, conversation, reason)
    where = draft.place or draft.setting
    spoke = f" ({where})" if where else ""
    reason = f"You first spoke on {_day(draft.on)}{spoke}, and nobody brought you together."
    yield _from(contact_id, Source.SELF_REFERRAL, conversation, reason)


def _from(
    contact_id: int, source: Source, conversation: Conversation, reason: str
) -> OriginProposal:
    draft = OriginDraft(
        contact_id,
        source,
        event_id=conversation.draft.event_id,
        conversation_id=conversation.id,
        came_on=conversation.draft.on,
    )
    return OriginProposal(draft, reason)


def _day(day: date) -> str:
    return f"{day_and_month(day)} {day.year}"
