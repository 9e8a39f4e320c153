"""Stores how stages came about, step by step, and which suggested steps were not wanted.

Whoever writes the stage of a contact notes the step here. What is corrected on the same day is
one step.
"""

import json
from collections.abc import Sequence
from datetime import date

from peewee import SqliteDatabase

from notebook_app.model.contact import Stage
from notebook_app.model.identifiers import new_uid
from notebook_app.model.stage_step import StageStep

_THEM = "(SELECT value FROM json_each(:ids))"


class StageHistory:
    """Reads and writes steps. Writing belongs into a ``Notebook.change``."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def note(self, contact_ids: Sequence[int], stage: Stage | None, on: date) -> None:
        """Write down that contacts came to a stage on a day; None says that it was taken away."""
        values = {
            "ids": json.dumps(list(contact_ids)),
            "stage": stage.value if stage else "",
            "day": on.isoformat(),
        }
        self._database.execute_sql(
            f"DELETE FROM stage_step WHERE contact_id IN {_THEM} AND since = :day", values
        )
        rows = self._database.execute_sql(
            "SELECT value FROM json_each(:ids) WHERE :stage <> coalesce((SELECT stage"
            " FROM stage_step WHERE contact_id = value ORDER BY since DESC, id DESC LIMIT 1), '')",
            values,
        ).fetchall()
        values["them"] = json.dumps([(contact_id, new_uid()) for (contact_id,) in rows])
        self._database.execute_sql(
            "INSERT INTO stage_step(contact_id, uid, stage, since) SELECT"
            " json_extract(value, '$[0]'), json_extract(value, '$[1]'), :stage, :day"
            " FROM json_each(:them)",
            values,
        )
        # Whoever took a step is not asked about it, nor reminded that they once declined it.
        self._database.execute_sql(
            f"DELETE FROM declined_stage WHERE contact_id IN {_THEM} AND stage = :stage", values
        )

    def history(self, contact_id: int) -> list[StageStep]:
        """Return the steps of a contact, the first one first."""
        return [
            StageStep(step_id, Stage(stage) if stage else None, date.fromisoformat(since))
            for step_id, stage, since in self._database.execute_sql(
                "SELECT id, stage, since FROM stage_step WHERE contact_id = ? ORDER BY since, id",
                (contact_id,),
            )
        ]

    def decline(self, contact_id: int, stage: Stage, on: date) -> None:
        """Write down that a suggested step was not wanted on a day."""
        self._database.execute_sql(
            "INSERT INTO declined_stage(contact_id, stage, declined_on) VALUES (?, ?, ?)"
            " ON CONFLICT (contact_id, stage) DO UPDATE SET declined_on = excluded.declined_on",
            (contact_id, stage.value, on.isoformat()),
        )

    def declined(self, contact_id: int) -> dict[Stage, date]:
        """Return the suggested steps that were not wanted, with the day of the last answer."""
        return {
            Stage(stage): date.fromisoformat(day)
            for stage, day in self._database.execute_sql(
                "SELECT stage, declined_on FROM declined_stage WHERE contact_id = ?", (contact_id,)
            )
        }
