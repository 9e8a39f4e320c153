"""Reads what stands on a timeline, one query for each kind of thing on the page."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, time

from peewee import SqliteDatabase

from notebook_app.model import entry_words
from notebook_app.model.conversation import Channel, Initiator
from notebook_app.model.event import Presence
from notebook_app.model.follow_up import FollowUpKind, FollowUpState
from notebook_app.model.offering import Direction, FavourKind, ServiceKnowledge
from notebook_app.model.opportunity import OpportunityState
from notebook_app.model.rows import EntryKind, TimelineEntry

Key = tuple[EntryKind, int]
Row = tuple[str, ...]

# ``(SELECT value FROM json_each(:ids))`` stands for any number of ids in one parameter.
_IDS = "(SELECT value FROM json_each(:ids))"
_OTHERS = (
    "(SELECT group_concat(display_name, char(31)) FROM conversation_contact AS other"
    " JOIN contact ON contact.id = other.contact_id"
    " WHERE other.conversation_id = conversation.id AND other.contact_id <> :contact)"
)
_CHAIN = (
    "(SELECT group_concat(display_name, ' → ') FROM (SELECT display_name FROM introducer"
    " JOIN contact ON contact.id = introducer.contact_id"
    " WHERE introducer.opportunity_id = opportunity.id ORDER BY introducer.position))"
)
_QUERIES: dict[EntryKind, str] = {
    EntryKind.CONVERSATION: (
        "SELECT conversation.id, happened_on, conversation.happened_at, channel, setting,"
        " conversation.place, coalesce(event.name, ''), coalesce(initiated_by, ''),"
        " coalesce(conversation.formality, ''), conversation.text,"
        f" coalesce({_OTHERS}, ''),"
        " EXISTS (SELECT 1 FROM follow_up WHERE follow_up.conversation_id = conversation.id),"
        " coalesce((SELECT group_concat(service.name, char(10)) FROM conversation_service"
        "  JOIN service ON service.id = service_id WHERE conversation_id = conversation.id), '')"
        " FROM conversation LEFT JOIN event ON event.id = conversation.event_id"
        f" WHERE conversation.id IN {_IDS}"
    ),
    EntryKind.FOLLOW_UP: (
        "SELECT id, coalesce(closed_on, due_on), NULL, kind, state, note FROM follow_up"
        f" WHERE id IN {_IDS}"
    ),
    EntryKind.EVENT: (
        "SELECT event.id, happens_on, happens_at, name, presence, formality, place"
        " FROM event JOIN event_contact ON event_contact.event_id = event.id"
        f" AND event_contact.contact_id = :contact WHERE event.id IN {_IDS}"
    ),
    EntryKind.OPPORTUNITY: (
        "SELECT opportunity.id, coalesce(closed_on, opened_on), NULL, opportunity.title,"
        " state, coalesce(value, ''), currency, coalesce(source, ''), contact.display_name,"
        f" coalesce({_CHAIN}, '') FROM opportunity"
        f" JOIN contact ON contact.id = opportunity.contact_id WHERE opportunity.id IN {_IDS}"
    ),
    EntryKind.FAVOUR: (
        "SELECT favour.id, happened_on, NULL, favour.kind, direction, text,"
        " coalesce(about.display_name, '') FROM favour"
        " LEFT JOIN contact AS about ON about.id = favour.about_contact_id"
        f" WHERE favour.id IN {_IDS}"
    ),
    EntryKind.SERVICE: (
        "SELECT contact_service.id, since, NULL, knowledge, service.name FROM contact_service"
        f" JOIN service ON service.id = service_id WHERE contact_service.id IN {_IDS}"
    ),
    EntryKind.IMPORT: (
        "SELECT import_contact.id, imported_on, NULL, outcome, file_name FROM import_contact"
        " JOIN import_record ON import_record.id = import_id"
        f" WHERE import_contact.id IN {_IDS}"
    ),
    EntryKind.MERGE: (
        "SELECT merge_record.id, merged_on, NULL, display_name FROM merge_record"
        f" JOIN contact ON contact.id = absorbed_id WHERE merge_record.id IN {_IDS}"
    ),
}


def read_entries(
    database: SqliteDatabase, contact_id: int, keys: Sequence[Key]
) -> list[TimelineEntry]:
    """Return the entries with these keys, as the timeline of a contact tells them, in order."""
    ids: defaultdict[EntryKind, list[int]] = defaultdict(list)
    for kind, row_id in keys:
        ids[kind].append(row_id)
    entries: dict[Key, TimelineEntry] = {}
    for kind, row_ids in ids.items():
        values: dict[str, object] = {"ids": f"[{','.join(map(str, row_ids))}]"}
        if ":contact" in _QUERIES[kind]:
            values["contact"] = contact_id
        for row in database.execute_sql(_QUERIES[kind], values):
            entries[kind, int(row[0])] = _BUILDERS[kind](row)
    return [entries[key] for key in keys if key in entries]


def _entry(kind: EntryKind, row: Row, title: str, **more: object) -> TimelineEntry:
    return TimelineEntry(
        kind=kind,
        id=int(row[0]),
        on=date.fromisoformat(row[1]),
        at=time.fromisoformat(row[2]) if row[2] else None,
        title=title,
        **more,  # type: ignore[arg-type]
    )


def _conversation(row: Row) -> TimelineEntry:
    channel = Channel(row[3])
    initiated_by = Initiator(row[7]) if row[7] else None
    setting, place, event, formality = row[4], row[5], row[6], row[8]
    badges = [formality] if formality else []
    if row[11]:
        badges.append("follow-up done")
    return _entry(
        EntryKind.CONVERSATION,
        row,
        entry_words.conversation_title(channel, setting, place, event, initiated_by),
        text=row[9],
        badges=tuple(badges),
        aside=entry_words.initiated_words(channel, initiated_by),
        others=tuple(row[10].split("\x1f")) if row[10] else (),
        told_about=tuple(row[12].split("\n")) if row[12] else (),
    )


def _follow_up(row: Row) -> TimelineEntry:
    state = FollowUpState(row[4])
    return _entry(
        EntryKind.FOLLOW_UP,
        row,
        entry_words.follow_up_title(FollowUpKind(row[3]), state),
        text=row[5],
        badges=(state.value,),
    )


def _event(row: Row) -> TimelineEntry:
    return _entry(
        EntryKind.EVENT,
        row,
        entry_words.event_title(row[3], Presence(row[4])),
        badges=("event", row[5]),
        text=row[6],
    )


def _opportunity(row: Row) -> TimelineEntry:
    amount = entry_words.amount_words(row[5], row[6]) if row[5] else ""
    chain = " → ".join(part for part in (row[9], row[8]) if part)
    source = row[7][:1].upper() + row[7][1:]
    return _entry(
        EntryKind.OPPORTUNITY,
        row,
        entry_words.opportunity_title(OpportunityState(row[4]), row[3]),
        text=" · ".join(part for part in (source, chain) if part),
        badges=(amount,) if amount else (),
    )


def _favour(row: Row) -> TimelineEntry:
    title = entry_words.favour_title(Direction(row[4]), FavourKind(row[3]))
    return _entry(
        EntryKind.FAVOUR,
        row,
        title,
        text="\n".join(part for part in (row[5], f"About {row[6]}" if row[6] else "") if part),
        badges=("favour",),
    )


def _service(row: Row) -> TimelineEntry:
    title = entry_words.service_title(ServiceKnowledge(row[3]), row[4])
    return _entry(EntryKind.SERVICE, row, title, badges=("service",))


def _import(row: Row) -> TimelineEntry:
    words = {"added": "Imported from", "updated": "Updated from"}
    return _entry(EntryKind.IMPORT, row, f"{words.get(row[3], row[3])} {row[4]}")


def _merge(row: Row) -> TimelineEntry:
    return _entry(EntryKind.MERGE, row, f"Merged with {row[3]}")


_BUILDERS: dict[EntryKind, Callable[[Row], TimelineEntry]] = {
    EntryKind.CONVERSATION: _conversation,
    EntryKind.FOLLOW_UP: _follow_up,
    EntryKind.EVENT: _event,
    EntryKind.OPPORTUNITY: _opportunity,
    EntryKind.FAVOUR: _favour,
    EntryKind.SERVICE: _service,
    EntryKind.IMPORT: _import,
    EntryKind.MERGE: _merge,
}
