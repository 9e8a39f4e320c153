"""Reads and changes many contacts at once, with a few statements however many they are.

Each writing method takes one batch and returns the ids that it really changed, so that a change
of ten thousand tells exactly whom it touched and leaves everybody else alone.
"""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.model.contact import Cadence, CadenceUnit, Role, Stage
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind, NoteState
from notebook_app.model.identifiers import new_uid
from notebook_app.model.search_text import searchable, searchable_or_none
from notebook_app.model.together import Together
from notebook_app.storage.stage_history import StageHistory
from notebook_app.storage.tags import tag_row

_THEM = "(SELECT value FROM json_each(:ids))"
_TAKEN = "coalesce((SELECT max(position) + 1 FROM contact_tag WHERE contact_id = them.value), 0)"


class ManyContacts:
    """For several contacts at once. Writing belongs into a ``Notebook.change``."""

    def __init__(self, database: SqliteDatabase, clock: Clock) -> None:
        """Take the open notebook and the clock for time stamps."""
        self._database = database
        self._clock = clock

    def together(self, contact_ids: Sequence[int], named: int) -> Together:
        """Return what contacts have in common; the first ``named`` of them by name."""
        ids = json.dumps(list(contact_ids))
        first = json.dumps(list(contact_ids[:named]))
        some = self._database.execute_sql(
            "SELECT display_name, photo_id FROM json_each(?) AS them"
            " JOIN contact ON contact.id = them.value ORDER BY them.key",
            (first,),
        ).fetchall()
        tags = self._database.execute_sql(
            "SELECT tag.id, tag.name, tag.color, used, tag.cadence_count, tag.cadence_unit FROM"
            f" (SELECT tag_id, count(*) AS used FROM contact_tag WHERE contact_id IN {_THEM}"
            "  GROUP BY tag_id) JOIN tag ON tag.id = tag_id ORDER BY used DESC, tag.folded_name",
            {"ids": ids},
        ).fetchall()
        return Together(
            len(contact_ids),
            tuple((str(name), photo_id) for name, photo_id in some),
            tuple(tag_row(row) for row in tags),
            {Role(role): count for role, count in self._counted("role", "contact_role", ids)},
            {
                Stage(stage) if stage else None: count
                for stage, count in self._counted("stage", "contact", ids)
            },
            {
                Cadence(every, CadenceUnit(unit)) if every else None: count
                for every, unit, count in self._counted(
                    "cadence_count, cadence_unit", "contact", ids
                )
            },
        )

    def set_deleted(self, contact_ids: Sequence[int], deleted: bool) -> list[int]:
        """Put contacts into the trash, or take them out."""
        return self._set(
            contact_ids,
            {"deleted_at": self._clock.stamp() if deleted else None},
            "deleted_at IS NULL" if deleted else "deleted_at IS NOT NULL",
        )

    def set_stage(self, contact_ids: Sequence[int], stage: Stage | None) -> list[int]:
        """Say how well one knows them."""
        ids = self._set(contact_ids, {"stage": stage.value if stage else None})
        StageHistory(self._database).note(ids, stage, self._clock.today())
        return ids

    def set_resting(self, contact_ids: Sequence[int], since: date | None) -> list[int]:
        """Let contacts rest from a day on, until they speak after it; None ends the rest."""
        return self._set(contact_ids, {"resting_since": since.isoformat() if since else None})

    def set_snoozed(self, contact_ids: Sequence[int], until: date | None) -> list[int]:
        """Leave contacts out of "losing touch" until a day; None takes it back."""
        return self._set(contact_ids, {"snoozed_until": until.isoformat() if until else None})

    def set_cadence(self, contact_ids: Sequence[int], cadence: Cadence | None) -> list[int]:
        """Say how often to be in touch with each of them."""
        return self._set(
            contact_ids,
            {
                "cadence_count": cadence.count if cadence else None,
                "cadence_unit": cadence.unit.value if cadence else None,
                "cadence_slack": cadence.slack if cadence else None,
            },
        )

    def add_role(self, contact_ids: Sequence[int], role: Role) -> list[int]:
        """Give them a role beside those that they have."""
        ids = self._which(
            contact_ids,
            "id NOT IN (SELECT contact_id FROM contact_role WHERE role = :role)",
            role=role.value,
        )
        self._database.execute_sql(
            "INSERT INTO contact_role(contact_id, role) SELECT value, ? FROM json_each(?)",
            (role.value, json.dumps(ids)),
        )
        return self._stamp(ids)

    def remove_role(self, contact_ids: Sequence[int], role: Role) -> list[int]:
        """Take a role from those who have it."""
        ids = self._which(
            contact_ids,
            "id IN (SELECT contact_id FROM contact_role WHERE role = :role)",
            role=role.value,
        )
        self._database.execute_sql(
            f"DELETE FROM contact_role WHERE role = :role AND contact_id IN {_THEM}",
            {"role": role.value, "ids": json.dumps(ids)},
        )
        return self._stamp(ids)

    def add_tag(self, contact_ids: Sequence[int], tag_id: int, name: str) -> list[int]:
        """Put a tag on those who don't carry it, after the tags that they have."""
        ids = self._which(
            contact_ids,
            "id NOT IN (SELECT contact_id FROM contact_tag WHERE tag_id = :tag)",
            tag=tag_id,
        )
        self._database.execute_sql(
            "INSERT INTO contact_tag(contact_id, tag_id, position)"
            f" SELECT value, ?, {_TAKEN} FROM json_each(?) AS them",
            (tag_id, json.dumps(ids)),
        )
        # Found by it from now on; the words that were there stay as they are.
        self._database.execute_sql(
            "UPDATE contact SET search_rest = trim(search_rest || ' ' || :words),"
            f" changed_at = :stamp WHERE id IN {_THEM}",
            {"words": searchable(name), "stamp": self._clock.stamp(), "ids": json.dumps(ids)},
        )
        return ids

    def remove_tag(self, contact_ids: Sequence[int], tag_id: int) -> list[int]:
        """Take a tag off those who carry it; the words they are found by are not touched."""
        ids = self._which(
            contact_ids,
            "id IN (SELECT contact_id FROM contact_tag WHERE tag_id = :tag)",
            tag=tag_id,
        )
        self._database.execute_sql(
            f"DELETE FROM contact_tag WHERE tag_id = :tag AND contact_id IN {_THEM}",
            {"tag": tag_id, "ids": json.dumps(ids)},
        )
        return self._stamp(ids)

    def plan(self, contact_ids: Sequence[int], draft: FollowUpDraft) -> list[int]:
        """Plan the same follow-up with each of them; return the row ids of the follow-ups."""
        stamp = self._clock.stamp()
        shared = (
            draft.kind.value,
            draft.due.isoformat(),
            draft.at.isoformat("minutes") if draft.at else None,
            draft.note.strip(),
            draft.repeat,
            NoteState.WRITE.value if draft.kind is FollowUpKind.NOTE else None,
            stamp,
            stamp,
            searchable_or_none(draft.note.strip()),
        )
        return [
            int(
                self._database.execute_sql(
                    "INSERT INTO follow_up(uid, contact_id, kind, due_on, due_at, note,"
                    " repeat_rule, note_state, created_at, changed_at, search_words)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (new_uid(), contact_id, *shared),
                ).lastrowid
            )
            for contact_id in self._which(contact_ids, "deleted_at IS NULL")
        ]

    def _set(
        self, contact_ids: Sequence[int], columns: dict[str, object], condition: str = ""
    ) -> list[int]:
        other = " OR ".join(f"{name} IS NOT :{name}" for name in columns)
        ids = self._which(contact_ids, condition or f"({other})", **columns)
        assigned = ", ".join(f"{name} = :{name}" for name in columns)
        self._database.execute_sql(
            f"UPDATE contact SET {assigned}, changed_at = :stamp WHERE id IN {_THEM}",
            {**columns, "stamp": self._clock.stamp(), "ids": json.dumps(ids)},
        )
        return ids

    def _stamp(self, ids: list[int]) -> list[int]:
        self._database.execute_sql(
            f"UPDATE contact SET changed_at = :stamp WHERE id IN {_THEM}",
            {"stamp": self._clock.stamp(), "ids": json.dumps(ids)},
        )
        return ids

    def _which(self, contact_ids: Sequence[int], condition: str, **values: object) -> list[int]:
        rows = self._database.execute_sql(
            f"SELECT id FROM contact WHERE id IN {_THEM} AND {condition} ORDER BY id",
            {**values, "ids": json.dumps(list(contact_ids))},
        )
        return [contact_id for (contact_id,) in rows]

    def _counted(self, columns: str, table: str, ids: str) -> list[tuple[Any, ...]]:
        key = "id" if table == "contact" else "contact_id"
        rows: list[tuple[Any, ...]] = self._database.execute_sql(
            f"SELECT {columns}, count(*) FROM {table} WHERE {key} IN {_THEM}"
            f" GROUP BY {columns} ORDER BY count(*) DESC",
            {"ids": ids},
        ).fetchall()
        return rows
