"""Reads what a year was like between people; see model/insights/year_report.py for the rules."""

import json
from datetime import date
from typing import Any, Final

from peewee import SqliteDatabase

from notebook_app.model.contact import Stage
from notebook_app.model.insights.year_report import LEAST_TALK, Stepped, TalkedWith
from notebook_app.storage.insights.cases import names_of
from notebook_app.storage.insights.spans import TRASHED

_BEFORE: Final = (
    "coalesce((SELECT before.times FROM touch_year AS before"
    " WHERE before.year = :year - 1 AND before.contact_id = now.contact_id), 0)"
)
_TALKED: Final = f"FROM touch_year AS now WHERE year = :year AND contact_id NOT IN {TRASHED}"
_MOST_TALKED: Final = (
    f"SELECT contact_id, times, {_BEFORE} {_TALKED} ORDER BY times DESC, contact_id"
)
# So many times as many as the year before, both as far as this one has come.
_GREW: Final = (
    f"SELECT contact_id, times, {_BEFORE} AS times_before FROM touch_year AS now"
    f" WHERE year = :year AND times >= {LEAST_TALK} AND contact_id NOT IN {TRASHED}"
    " AND times * :whole >= 2 * times_before * :passed"
    " AND EXISTS (SELECT 1 FROM last_touch"
    "  WHERE last_touch.contact_id = now.contact_id AND first_on < :first)"
    " ORDER BY times - times_before DESC, times DESC, contact_id"
)
_FADED: Final = (
    "SELECT contact_id, coalesce((SELECT now.times FROM touch_year AS now"
    "  WHERE now.year = :year AND now.contact_id = before.contact_id), 0) AS now_times,"
    " times FROM touch_year AS before"
    f" WHERE year = :year - 1 AND times >= {LEAST_TALK} * :whole / :passed"
    f" AND times * :passed >= {LEAST_TALK} * :whole AND contact_id NOT IN {TRASHED}"
    " AND 2 * now_times * :whole <= times * :passed"
    " ORDER BY times - now_times DESC, now_times, contact_id"
)
_FIRST_TALKS: Final = (
    "SELECT event_id, trim(setting), json_group_array(met.contact_id) FROM ("
    " SELECT contact_id, (SELECT conversation_id FROM conversation_contact AS link"
    "   WHERE link.contact_id = last_touch.contact_id AND link.happened_on = first_on"
    "   ORDER BY happened_at, conversation_id LIMIT 1) AS conversation_id"
    "  FROM last_touch WHERE first_on BETWEEN :first AND :last"
    f"  AND contact_id NOT IN {TRASHED}) AS met"
    " CROSS JOIN conversation ON conversation.id = met.conversation_id GROUP BY 1, 2"
)
_STEPS: Final = (
    "SELECT contact_id, stage, coalesce((SELECT earlier.stage"
    "  FROM stage_step AS earlier WHERE earlier.contact_id = step.contact_id"
    "  AND (earlier.since, earlier.id) < (step.since, step.id)"
    "  ORDER BY earlier.since DESC, earlier.id DESC LIMIT 1), '')"
    " FROM stage_step AS step WHERE step.since BETWEEN :first AND :last"
    f" AND contact_id NOT IN {TRASHED} ORDER BY step.since, step.id"
)
_STAGES: Final = {stage.value: rank for rank, stage in enumerate(Stage, 1)}


class YearReader:
    """Reads one year; ``passed`` of its ``whole`` days are over, today included."""

    def __init__(self, database: SqliteDatabase, year: int, today: date) -> None:
        """Take the open notebook, the year, and today."""
        self._database = database
        first, last = date(year, 1, 1), date(year, 12, 31)
        whole = (last - first).days + 1
        passed = min(max((today - first).days + 1, 1), whole)
        self.running = today <= last
        self._values: dict[str, object] = {
            "year": year,
            "first": first.isoformat(),
            "last": last.isoformat(),
            "whole": whole,
            "passed": passed,
        }

    def talked_with(self, most: int) -> tuple[tuple[TalkedWith, ...], int]:
        """Return those one spoke with most often, and with how many one spoke."""
        (count,) = self._database.execute_sql(f"SELECT count(*) {_TALKED}", self._values).fetchone()
        rows = self._rows(f"{_MOST_TALKED} LIMIT {most}")
        return self._named(rows), count

    def grew(self, most: int) -> tuple[tuple[TalkedWith, ...], int]:
        """Return those known before with whom one spoke much more often, and how many."""
        rows = self._rows(_GREW)
        return self._named(rows[:most]), len(rows)

    def faded(self, most: int) -> tuple[tuple[TalkedWith, ...], int]:
        """Return those with whom one spoke much less, and how many."""
        rows = self._rows(_FADED)
        return self._named(rows[:most]), len(rows)

    def first_talks(self) -> list[tuple[int | None, str, tuple[int, ...]]]:
        """Return whom one first spoke to, by the event and setting of that conversation.

        Of several on the first day it is the one without a time, or the earliest.
        """
        return [
            (event_id, setting, tuple(sorted(json.loads(people))))
            for event_id, setting, people in self._rows(_FIRST_TALKS)
        ]

    def stepped_up(self, most: int) -> tuple[tuple[Stepped, ...], int]:
        """Return those who stand higher at the end of the year than before it, and how many."""
        ends: dict[int, tuple[str, str]] = {}
        for contact_id, stage, before in self._rows(_STEPS):
            ends[contact_id] = ends[contact_id][0] if contact_id in ends else before, stage
        up = [
            (contact_id, begin, end)
            for contact_id, (begin, end) in ends.items()
            if _STAGES.get(end, 0) > _STAGES.get(begin, 0)
        ]
        up.sort(key=lambda step: (-_STAGES[step[2]], step[0]))
        names = names_of(self._database, (contact_id for contact_id, _, _ in up[:most]))
        return tuple(
            Stepped(contact_id, names[contact_id], Stage(begin) if begin else None, Stage(end))
            for contact_id, begin, end in up[:most]
        ), len(up)

    def _rows(self, sql: str) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = self._database.execute_sql(sql, self._values).fetchall()
        return rows

    def _named(self, rows: list[tuple[int, int, int]]) -> tuple[TalkedWith, ...]:
        names = names_of(self._database, (row[0] for row in rows))
        return tuple(TalkedWith(row[0], names[row[0]], row[1], row[2]) for row in rows)
