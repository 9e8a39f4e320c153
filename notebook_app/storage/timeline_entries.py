"""Reads what stands on a timeline, one query for each kind of thing on the page."""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, time
from typing import Any, Final

from peewee import SqliteDatabase

from notebook_app.model import entry_words
from notebook_app.model.conversation import Channel, Initiator
from notebook_app.model.follow_up import FollowUpKind, FollowUpState
from notebook_app.model.offering import Direction, FavourKind, ServiceKnowledge
from notebook_app.model.opportunity import OpportunityState
from notebook_app.model.rows import (
    EntryKey,
    EntryKind,
    NamedPerson,
    NamedPicture,
    TimelineEntry,
)

_DONE_WITH: Final = ("thanked", "told how it went")
Key = tuple[EntryKind, int]
Row = tuple[Any, ...]

PEOPLE_NAMED: Final = 12
"""How many of the people in an entry are named."""

# ``(SELECT value FROM json_each(:ids))`` stands for any number of ids in one parameter. Entries
# of everybody are read with 0 for ``:contact``, which nobody is.
_IDS = "(SELECT value FROM json_each(:ids))"
_PERSON = "json_array(CASE WHEN {who}.deleted_at IS NULL THEN {who}.id END, {who}.display_name)"
_PEOPLE = (
    "(SELECT json_group_array(json(person)) FROM (SELECT "
    + _PERSON.format(who="contact")
    + " AS person FROM {link} AS link JOIN contact ON contact.id = link.contact_id"
    " WHERE link.{table}_id = {table}.id AND link.contact_id <> :contact {only}"
    f" ORDER BY link.id LIMIT {PEOPLE_NAMED})),"
    " (SELECT count(*) FROM {link} AS link"
    " WHERE link.{table}_id = {table}.id AND link.contact_id <> :contact {only})"
)
_IN_CONVERSATION = _PEOPLE.format(link="conversation_contact", table="conversation", only="")
_AT_EVENT = _PEOPLE.format(
    link="event_contact", table="event", only="AND :contact = 0 AND link.presence <> 'expected'"
)
_WHO = f"CASE WHEN :contact = 0 THEN json_array(json({_PERSON.format(who='contact')})) END"
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
        " EXISTS (SELECT 1 FROM follow_up WHERE follow_up.conversation_id = conversation.id),"
        " (SELECT json_group_array(service.name) FROM conversation_service"
        "  JOIN service ON service.id = service_id WHERE conversation_id = conversation.id),"
        " (SELECT json_group_array(json_array(direction, favour.kind, json("
        + _PERSON.format(who="about").replace("IS NULL", "IS NULL AND about.id <> :contact")
        + "))) FROM favour JOIN contact AS about ON about.id = about_contact_id"
        "  WHERE favour.conversation_id = conversation.id),"
        " (SELECT json_group_array(json_array(attachment.id, name)) FROM attachment"
        "  WHERE attachment.conversation_id = conversation.id AND media_type LIKE 'image/%'),"
        f" {_IN_CONVERSATION}"
        " FROM conversation LEFT JOIN event ON event.id = conversation.event_id"
        f" WHERE conversation.id IN {_IDS}"
    ),
    EntryKind.FOLLOW_UP: (
        "SELECT follow_up.id, coalesce(closed_on, due_on), NULL, follow_up.kind, state,"
        f" follow_up.note, {_WHO}, follow_up.outcome FROM follow_up"
        f" JOIN contact ON contact.id = contact_id WHERE follow_up.id IN {_IDS}"
    ),
    EntryKind.EVENT: (
        "SELECT event.id, happens_on, happens_at, name, (SELECT presence FROM event_contact"
        " WHERE event_id = event.id AND contact_id = :contact), formality, place,"
        f" {_AT_EVENT} FROM event WHERE event.id IN {_IDS}"
    ),
    EntryKind.OPPORTUNITY: (
        "SELECT opportunity.id, coalesce(closed_on, opened_on), NULL, opportunity.title,"
        " state, coalesce(value, ''), currency, coalesce(source, ''), contact.display_name,"
        f" coalesce({_CHAIN}, ''), {_WHO} FROM opportunity"
        f" JOIN contact ON contact.id = opportunity.contact_id WHERE opportunity.id IN {_IDS}"
    ),
    EntryKind.FAVOUR: (
        "SELECT favour.id, happened_on, NULL, favour.kind, direction, text,"
        " about_contact_id = :contact, "
        + _PERSON.format(who="contact")
        + ", :contact = 0, CASE WHEN about.id IS NOT NULL THEN "
        + _PERSON.format(who="about")
        + " END, thanked_on IS NOT NULL AND direction = 'received', told_on IS NOT NULL"
        " FROM favour JOIN contact ON contact.id = favour.contact_id"
        " LEFT JOIN contact AS about ON about.id = favour.about_contact_id"
        f" WHERE favour.id IN {_IDS}"
    ),
    EntryKind.SERVICE: (
        f"SELECT contact_service.id, since, NULL, knowledge, service.name, {_WHO}"
        " FROM contact_service JOIN contact ON contact.id = contact_id"
        f" JOIN service ON service.id = service_id WHERE contact_service.id IN {_IDS}"
    ),
    EntryKind.STAGE: (
        "SELECT stage_step.id, since, NULL, stage_step.stage, coalesce((SELECT before.stage"
        "  FROM stage_step AS before WHERE before.contact_id = stage_step.contact_id"
        "  AND (before.since, before.id) < (stage_step.since, stage_step.id)"
        "  ORDER BY before.since DESC, before.id DESC LIMIT 1), ''),"
        f" {_WHO} FROM stage_step JOIN contact ON contact.id = contact_id"
        f" WHERE stage_step.id IN {_IDS}"
    ),
    EntryKind.ATTEMPT: (
        "SELECT follow_up_attempt.id, tried_on, NULL, follow_up.kind, follow_up_attempt.outcome,"
        f" follow_up_attempt.text, {_WHO} FROM follow_up_attempt"
        " JOIN follow_up ON follow_up.id = follow_up_id JOIN contact ON contact.id = contact_id"
        f" WHERE follow_up_attempt.id IN {_IDS}"
    ),
    EntryKind.IMPORT: (
        "SELECT import_contact.id, imported_on, NULL, outcome, file_name FROM import_contact"
        " JOIN import_record ON import_record.id = import_id"
        f" WHERE import_contact.id IN {_IDS}"
    ),
    EntryKind.MERGE: (
        "SELECT merge_record.id, merged_on, NULL, absorbed.display_name, "
        f"{_WHO} FROM merge_record JOIN contact ON contact.id = kept_id"
        " JOIN contact AS absorbed ON absorbed.id = absorbed_id"
        f" WHERE merge_record.id IN {_IDS}"
    ),
}
_IMPORT_FOR_ALL = (
    "SELECT id, substr(imported_at, 1, 10), NULL, 'imported', file_name, added, updated"
    f" FROM import_record WHERE id IN {_IDS}"
)


def read_entries(
    database: SqliteDatabase, contact_id: int | None, keys: Sequence[EntryKey]
) -> list[TimelineEntry]:
    """Return the entries with these keys in order, those that are gone left out.

    They are told as the timeline of a contact tells them, or with None as that of everybody.
    """
    ids: defaultdict[EntryKind, list[int]] = defaultdict(list)
    for key in keys:
        ids[key.kind].append(key.id)
    entries: dict[Key, TimelineEntry] = {}
    for kind, row_ids in ids.items():
        for_all = kind is EntryKind.IMPORT and contact_id is None
        query = _IMPORT_FOR_ALL if for_all else _QUERIES[kind]
        values: dict[str, object] = {"ids": f"[{','.join(map(str, row_ids))}]"}
        if ":contact" in query:
            values["contact"] = contact_id or 0
        for row in database.execute_sql(query, values):
            entries[kind, int(row[0])] = _BUILDERS[kind](row)
    found = (entries.get((key.kind, key.id)) for key in keys)
    return [entry for entry in found if entry is not None]


def _entry(kind: EntryKind, row: Row, title: str, **more: object) -> TimelineEntry:
    return TimelineEntry(
        kind=kind,
        id=int(row[0]),
        on=date.fromisoformat(row[1]),
        at=time.fromisoformat(row[2]) if row[2] else None,
        title=title,
        **more,  # type: ignore[arg-type]
    )


def _people(found: str | None) -> tuple[NamedPerson, ...]:
    return tuple(NamedPerson(*person) for person in json.loads(found)) if found else ()


def _conversation(row: Row) -> TimelineEntry:
    channel = Channel(row[3])
    initiated_by = Initiator(row[7]) if row[7] else None
    setting, place, event, formality = row[4], row[5], row[6], row[8]
    badges = [formality] if formality else []
    if row[10]:
        badges.append("follow-up done")
    people = _people(row[14])
    return _entry(
        EntryKind.CONVERSATION,
        row,
        entry_words.conversation_title(channel, setting, place, event, initiated_by),
        text=row[9],
        badges=tuple(badges),
        aside=entry_words.initiated_words(channel, initiated_by),
        people=people,
        more_people=row[15] - len(people),
        told_about=tuple(json.loads(row[11])),
        led_to=tuple(
            (
                entry_words.favour_link(Direction(direction), FavourKind(kind)),
                NamedPerson(*about),
            )
            for direction, kind, about in json.loads(row[12])
        ),
        pictures=tuple(NamedPicture(*picture) for picture in json.loads(row[13])),
    )


def _follow_up(row: Row) -> TimelineEntry:
    state = FollowUpState(row[4])
    return _entry(
        EntryKind.FOLLOW_UP,
        row,
        entry_words.follow_up_title(FollowUpKind(row[3]), state),
        text=row[5],
        badges=(row[7] or state.value,),
        people=_people(row[6]),
    )


def _event(row: Row) -> TimelineEntry:
    people = _people(row[7])
    return _entry(
        EntryKind.EVENT,
        row,
        entry_words.event_title(row[3], row[4] or ""),
        badges=("event", row[5]),
        text=row[6],
        people=people,
        more_people=row[8] - len(people),
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
        people=_people(row[10]),
    )


def _favour(row: Row) -> TimelineEntry:
    direction, kind, about_them = Direction(row[4]), FavourKind(row[3]), bool(row[6])
    with_whom = NamedPerson(*json.loads(row[7]))
    third = NamedPerson(*json.loads(row[9])) if row[9] else None
    other = with_whom if about_them else third
    word = entry_words.favour_link(direction, kind, about_them=about_them)
    return _entry(
        EntryKind.FAVOUR,
        row,
        entry_words.favour_title(direction, kind, about_them=about_them),
        text=row[5],
        badges=("favour", *(word for word, done in zip(_DONE_WITH, row[10:], strict=True) if done)),
        led_to=((word, other),) if other else (),
        people=(with_whom,) if row[8] else (),
    )


def _service(row: Row) -> TimelineEntry:
    title = entry_words.service_title(ServiceKnowledge(row[3]), row[4])
    return _entry(EntryKind.SERVICE, row, title, badges=("service",), people=_people(row[5]))


def _stage(row: Row) -> TimelineEntry:
    title = entry_words.stage_title(row[3], row[4])
    return _entry(EntryKind.STAGE, row, title, people=_people(row[5]))


def _attempt(row: Row) -> TimelineEntry:
    title = entry_words.attempt_title(FollowUpKind(row[3]), row[4])
    return _entry(EntryKind.ATTEMPT, row, title, text=row[5], people=_people(row[6]))


def _import(row: Row) -> TimelineEntry:
    words = {"added": "Imported from", "updated": "Updated from", "imported": "Imported"}
    badges: tuple[str, ...] = ()
    if len(row) > 5:
        counts = (("{} added", row[5]), ("{} updated", row[6]))
        badges = tuple(form.format(count) for form, count in counts if count)
    return _entry(EntryKind.IMPORT, row, f"{words.get(row[3], row[3])} {row[4]}", badges=badges)


def _merge(row: Row) -> TimelineEntry:
    return _entry(EntryKind.MERGE, row, f"Merged with {row[3]}", people=_people(row[4]))


_BUILDERS: dict[EntryKind, Callable[[Row], TimelineEntry]] = {
    EntryKind.CONVERSATION: _conversation,
    EntryKind.FOLLOW_UP: _follow_up,
    EntryKind.EVENT: _event,
    EntryKind.OPPORTUNITY: _opportunity,
    EntryKind.FAVOUR: _favour,
    EntryKind.SERVICE: _service,
    EntryKind.STAGE: _stage,
    EntryKind.ATTEMPT: _attempt,
    EntryKind.IMPORT: _import,
    EntryKind.MERGE: _merge,
}
