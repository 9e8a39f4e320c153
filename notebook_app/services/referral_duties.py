"""Keeps what is owed to those through whom work came: a favour of each, to thank and to tell.

A referral through the network, introduced before there was a need, counts as an introduction. A
favour that was written down before and led to nothing yet is taken for it, so that nothing is
owed twice. What nobody touched goes when its reason goes; what was thanked or told stays.
"""

from dataclasses import replace
from typing import Final

from notebook_app.model.changes import Changed
from notebook_app.model.offering import Direction, FavourDraft, FavourKind, FavourRow
from notebook_app.model.opportunity import OpportunityDraft, Source
from notebook_app.storage.notebook import Change, Notebook

_NOBODY: Final = OpportunityDraft(0, "")


def keep_duties(
    notebook: Notebook,
    change: Change,
    opportunity_id: int,
    before: OpportunityDraft | None,
    after: OpportunityDraft | None,
) -> None:
    """Bring the favours of an opportunity up to date within a running change.

    ``before`` is None for a new one, ``after`` for one that is about to be deleted. Of whoever
    stood in the chain before no new favour is written, since the user may have taken it out on
    purpose; one that was written down by hand is linked.
    """
    was, now = before or _NOBODY, after or _NOBODY
    stored = {
        contact_id: favour_id for favour_id, contact_id in notebook.referrals.of(opportunity_id)
    }
    for contact_id, favour_id in stored.items():
        row = notebook.favours.get(favour_id)
        if row is None:
            continue
        if contact_id in now.referrers:
            _follow(notebook, change, row, was, now)
        else:
            _let_go(notebook, change, row, was)
    for contact_id in now.referrers:
        if contact_id in stored or _link(notebook, change, opportunity_id, contact_id, now):
            continue
        if contact_id not in was.referrers:
            _owe(notebook, change, opportunity_id, contact_id, now)


def _link(
    notebook: Notebook, change: Change, opportunity_id: int, referrer_id: int, now: OpportunityDraft
) -> bool:
    """Take a favour that led to nothing yet for this one; return whether there was any."""
    favour_id = notebook.referrals.unlinked(referrer_id, now.contact_id)
    row = None if favour_id is None else notebook.favours.get(favour_id)
    if row is None:
        return False
    _store(notebook, change, row, replace(row.draft, opportunity_id=opportunity_id))
    return True


def _owe(
    notebook: Notebook, change: Change, opportunity_id: int, referrer_id: int, now: OpportunityDraft
) -> None:
    draft = FavourDraft(
        contact_id=referrer_id,
        kind=_kind(now),
        direction=Direction.RECEIVED,
        on=now.opened_on or notebook.clock.today(),
        about_contact_id=now.contact_id,
        text=now.title,
        opportunity_id=opportunity_id,
    )
    change.touch(Changed.FAVOUR, notebook.favours.insert(draft))
    change.touch(Changed.CONTACT, referrer_id)


def _follow(
    notebook: Notebook,
    change: Change,
    row: FavourRow,
    was: OpportunityDraft,
    now: OpportunityDraft,
) -> None:
    """Let a favour say what the opportunity says now, as far as the user did not say otherwise."""
    draft = row.draft
    if draft.about_contact_id == was.contact_id:
        draft = replace(draft, about_contact_id=now.contact_id)
    if _is_ours(draft, was):
        on = now.opened_on if draft.on == was.opened_on and now.opened_on else draft.on
        draft = replace(draft, kind=_kind(now), text=now.title, on=on)
    if draft != row.draft:
        _store(notebook, change, row, draft)


def _let_go(notebook: Notebook, change: Change, row: FavourRow, was: OpportunityDraft) -> None:
    if _is_ours(row.draft, was) and row.draft.thanked_on is None and row.draft.told_on is None:
        notebook.favours.delete(row.id)
        change.touch(Changed.FAVOUR, row.id)
        change.touch(Changed.CONTACT, row.draft.contact_id)
    else:
        _store(notebook, change, row, replace(row.draft, opportunity_id=None))


def _is_ours(draft: FavourDraft, was: OpportunityDraft) -> bool:
    """Return whether a favour was made for the opportunity and says no more than it."""
    return (
        draft.text == was.title
        and draft.conversation_id is None
        and draft.direction is Direction.RECEIVED
        and draft.kind is _kind(was)
    )


def _kind(draft: OpportunityDraft) -> FavourKind:
    network = draft.source is Source.NETWORK_REFERRAL
    return FavourKind.INTRODUCTION if network else FavourKind.REFERRAL


def _store(notebook: Notebook, change: Change, row: FavourRow, draft: FavourDraft) -> None:
    notebook.favours.update(row.id, draft)
    change.touch(Changed.FAVOUR, row.id)
    change.touch(Changed.CONTACT, draft.contact_id)
