"""Writes what lines say within a running change: the conversation, and all that came of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from notebook_app.model.capture.captured import CapturedFavour, CapturedLine
from notebook_app.model.capture.circumstances import Circumstances
from notebook_app.model.changes import Changed
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.follow_up import FollowUpDraft
from notebook_app.model.offering import Direction, FavourDraft, FavourKind
from notebook_app.model.opportunity import OpportunityDraft, Source
from notebook_app.services.captured_people import PeopleWriter
from notebook_app.services.log_conversation import write_conversation
from notebook_app.services.plan_follow_up import checked_draft
from notebook_app.services.save_opportunity import write_opportunity
from notebook_app.storage.notebook import Change, Notebook

_SOURCES = {
    FavourKind.INTRODUCTION: Source.NETWORK_REFERRAL,
    FavourKind.REFERRAL: Source.DIRECT_REFERRAL,
}
_CAME_BY = {FavourKind.INTRODUCTION: "introduced by", FavourKind.REFERRAL: "referred by"}


class LineWriter:
    """Writes what lines say within a running change."""

    def __init__(self, notebook: Notebook, change: Change, people: PeopleWriter) -> None:
        """Take the notebook, the running change, and who writes people."""
        self._notebook = notebook
        self._change = change
        self._people = people

    def write(
        self,
        captured: CapturedLine,
        ids: Sequence[int],
        defaults: Circumstances,
        *,
        conversation: bool = True,
    ) -> int | None:
        """Store what a line says with the people ``ids``; return the conversation's row id."""
        spoken_with = _spoken_with(captured, ids)
        on = captured.on or defaults.on or self._notebook.clock.today()
        conversation_id = None
        event_id = captured.event.id if captured.event else defaults.event_id
        if conversation:
            draft = replace(_draft(captured, spoken_with, defaults, on), event_id=event_id)
            conversation_id = write_conversation(
                self._notebook, self._change, draft, name_services=False
            )
        self._people.put_tags(spoken_with, captured.tags)
        for planned in captured.follow_ups:
            follow_up = checked_draft(
                FollowUpDraft(
                    ids[planned.person] if planned.person < len(ids) else ids[0],
                    planned.kind,
                    planned.due,
                    planned.at,
                    planned.note,
                    planned.repeat,
                    conversation_id,
                    promised=planned.promised,
                )
            )
            self._change.touch(Changed.FOLLOW_UP, self._notebook.follow_ups.insert(follow_up))
        for text in captured.remember:
            self._notebook.remembered.add(ids[0], text, on, conversation_id)
        for favour in captured.favours:
            self._write_favour(favour, ids, on, conversation_id)
        for work in captured.opportunities:
            whose, source, via = _brought(captured, ids)
            opportunity = OpportunityDraft(
                contact_id=whose,
                title=work.title or self._notebook.contacts.name_of(whose),
                value=work.value,
                currency=work.currency,
                source=source,
                via=via,
                conversation_id=conversation_id,
                event_id=event_id,
                opened_on=on,
                service_ids=captured.service_ids,
            )
            write_opportunity(self._notebook, self._change, opportunity)
        return conversation_id

    def _write_favour(
        self, favour: CapturedFavour, ids: Sequence[int], on: date, conversation_id: int | None
    ) -> None:
        by = ids[favour.person]
        about = None if favour.about is None else ids[favour.about]
        if about == by:
            about = None
        draft = FavourDraft(
            contact_id=by,
            kind=favour.kind,
            direction=favour.direction,
            on=on,
            about_contact_id=about,
            text=favour.text,
            conversation_id=conversation_id,
        )
        self._change.touch(Changed.FAVOUR, self._notebook.favours.insert(draft))
        if about is not None and favour.direction is Direction.RECEIVED:
            label = _CAME_BY.get(favour.kind)
            if label is not None:
                self._people.relate(about, by, label)


def _spoken_with(captured: CapturedLine, ids: Sequence[int]) -> list[int]:
    """Return who took part: all but those who were only referred to somebody."""
    referred = {
        ids[favour.about]
        for favour in captured.favours
        if favour.kind is FavourKind.REFERRAL and favour.about is not None
    }
    taking_part = [contact_id for contact_id in dict.fromkeys(ids) if contact_id not in referred]
    return taking_part or list(dict.fromkeys(ids))


def _brought(
    captured: CapturedLine, ids: Sequence[int]
) -> tuple[int, Source | None, tuple[int, ...]]:
    """Return whose the work is, how it came, and through whom, as far as the line says it."""
    for favour in captured.favours:
        if favour.direction is Direction.RECEIVED and favour.about is not None:
            by, about = ids[favour.person], ids[favour.about]
            source = _SOURCES.get(favour.kind)
            if source is not None and by != about:
                return about, source, (by,)
    return ids[0], None, ()


def _draft(
    captured: CapturedLine, ids: Sequence[int], defaults: Circumstances, on: date
) -> ConversationDraft:
    setting = captured.setting or defaults.setting
    formality = captured.formality
    if formality is None and not captured.setting:
        formality = defaults.formality
    return ConversationDraft(
        contact_ids=tuple(ids),
        text=captured.text,
        on=on,
        at=captured.at or (defaults.at if captured.on is None else None),
        channel=captured.channel or defaults.channel,
        setting=setting,
        formality=formality,
        place=captured.place or defaults.place,
        initiated_by=captured.initiated_by or defaults.initiated_by,
        service_ids=captured.service_ids,
    )
