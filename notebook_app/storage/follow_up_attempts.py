"""Stores each time that a follow-up was tried without being done."""

from datetime import date

from peewee import SqliteDatabase

from notebook_app.model.follow_up import Attempt, Outcome
from notebook_app.model.identifiers import new_uid
from notebook_app.storage.tables.happening_tables import FollowUpAttemptTable


class AttemptStore:
    """Reads and writes attempts. Writing belongs into a ``Notebook.change``."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def insert(self, follow_up_id: int, on: date, outcome: Outcome, text: str = "") -> int:
        """Store an attempt and return its row id."""
        insert = FollowUpAttemptTable.insert(
            uid=new_uid(),
            follow_up_id=follow_up_id,
            tried_on=on.isoformat(),
            outcome=outcome.value,
            text=text.strip(),
        )
        return int(insert.execute(self._database))

    def of(self, follow_up_id: int) -> list[Attempt]:
        """Return the attempts at a follow-up, the latest first."""
        rows = self._database.execute_sql(
            "SELECT id, tried_on, outcome, text FROM follow_up_attempt WHERE follow_up_id = ?"
            " ORDER BY tried_on DESC, id DESC",
            (follow_up_id,),
        )
        return [
            Attempt(row_id, follow_up_id, date.fromisoformat(on), Outcome(outcome), text)
            for row_id, on, outcome, text in rows
        ]
