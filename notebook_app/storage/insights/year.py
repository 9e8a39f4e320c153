"""Reads what a year was like between people; see model/insights/year_report.py for the rules."""

import json
from datetime import date
from heapq import nsmallest
from typing import Any, Final

from peewee import SqliteDatabase

from notebook_app.model.contact import Stage
from notebook_app.model.insights.year_report import LEAST_TALK, Stepped, TalkedWith
from notebook_app.storage.insights.cases import names_of
from notebook_app.storage.insights.spans import TRASHED

_COUNT_TALKED: Final = (
    "SELECT (SELECT count(*) FROM touch_year WHERE year = :year)"
    f" - (SELECT count(*) FROM touch_year WHERE year = :year AND contact_id IN {TRASHED})"
)
_MOST_TALKED: Final = (
    "SELECT contact_id, times, coalesce((SELECT before.times FROM touch_year AS before"
    "  WHERE before.year = :year - 1 AND before.contact_id = now.contact_id), 0)"
    f" FROM touch_year AS now WHERE year = :year AND contact_id NOT IN {TRASHED}"
    " ORDER BY times DESC, contact_id"
)
# Joins, since SQLite would look a subquery's answer up anew wherever its name stands.
# So many times as many as the year before, both as far as this one has come. Whoever one spoke
# with the year before was known; only of others it is looked up.
_GREW: Final = (
    "SELECT now.contact_id, now.times AS times, coalesce(before.times, 0) AS earlier"
    " FROM touch_year AS now"
    " LEFT JOIN touch_year AS before"
    "  ON before.year = :year - 1 AND before.contact_id = now.contact_id"
    f" WHERE now.year = :year AND now.times >= {LEAST_TALK} AND now.contact_id NOT IN {TRASHED}"
    " AND now.times * :whole >= 2 * coalesce(before.times, 0) * :passed"
    " AND (before.times > 0 OR EXISTS (SELECT 1 FROM last_touch"
    "  WHERE last_touch.contact_id = now.contact_id AND first_on < :first))"
)
_FADED: Final = (
    "SELECT before.contact_id, coalesce(now.times, 0) AS times, before.times AS earlier"
    " FROM touch_year AS before"
    " LEFT JOIN touch_year AS now ON now.year = :year AND now.contact_id = before.contact_id"
    f" WHERE before.year = :year - 1 AND before.times >= {LEAST_TALK} * :whole / :passed"
    f" AND before.times * :passed >= {LEAST_TALK} * :whole"
    f" AND before.contact_id NOT IN {TRASHED}"
    " AND 2 * coalesce(now.times, 0) * :whole <= before.times * :passed"
)
# Day by day, as they stand in the index; to group them by place would sort thousands of people.
_FIRST_TALKS: Final = (
    "SELECT event_id, setting, group_concat(contact_id) FROM first_talk"
    f" WHERE day BETWEEN :first AND :last AND contact_id NOT IN {TRASHED}"
    " GROUP BY day, event_id, setting"
)
_STEPS: Final = (
    "SELECT contact_id, stage FROM stage_step WHERE since BETWEEN :first AND :last"
    f" AND contact_id NOT IN {TRASHED} ORDER BY since, id"
)
_STEPS_BEFORE: Final = (
    "SELECT contact_id, stage FROM stage_step WHERE since < :first ORDER BY since, id"
)
_STAGES: Final = {stage.value: rank for rank, stage in enumerate(Stage, 1)}


FirstTalks = tuple[int | None, str, tuple[int, ...]]
"""An event and a setting, and whom one first spoke to there."""


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
        (count,) = self._rows(_COUNT_TALKED)[0]
        rows = self._rows(f"{_MOST_TALKED} LIMIT {most}")
        return self._named(rows), count

    def grew(self, most: int) -> tuple[tuple[TalkedWith, ...], int]:
        """Return those known before with whom one spoke much more often, and how many."""
        return self._first(_GREW, "times - earlier DESC, times DESC, contact_id", most)

    def faded(self, most: int) -> tuple[tuple[TalkedWith, ...], int]:
        """Return those with whom one spoke much less, and how many."""
        return self._first(_FADED, "earlier - times DESC, times, contact_id", most)

    def first_talks(self) -> list[FirstTalks]:
        """Return whom one first spoke to, by the event and setting of that conversation.

        Of several on the first day it is the one without a time, or the earliest.
        """
        people: dict[tuple[int | None, str], list[str]] = {}
        for event_id, setting, ids in self._rows(_FIRST_TALKS):
            people.setdefault((event_id, setting), []).append(ids)
        return [
            (event_id, setting.strip(), tuple(json.loads(f"[{','.join(ids)}]")))
            for (event_id, setting), ids in people.items()
        ]

    def stepped_up(self, most: int) -> tuple[tuple[Stepped, ...], int]:
        """Return those who stand higher at the end of the year than before it, and how many."""
        before = dict(self._rows(_STEPS_BEFORE))
        up = [
            (contact_id, before.get(contact_id, ""), end)
            for contact_id, end in dict(self._rows(_STEPS)).items()
            if _STAGES.get(end, 0) > _STAGES.get(before.get(contact_id, ""), 0)
        ]
        shown = nsmallest(most, up, key=lambda step: (-_STAGES[step[2]], step[0]))
        names = names_of(self._database, (contact_id for contact_id, _, _ in shown))
        return tuple(
            Stepped(contact_id, names[contact_id], Stage(begin) if begin else None, Stage(end))
            for contact_id, begin, end in shown
        ), len(up)

    def _first(self, sql: str, order: str, most: int) -> tuple[tuple[TalkedWith, ...], int]:
        """Return the first of those that are found, and how many these are; both in one walk."""
        rows = self._rows(
            f"WITH found AS MATERIALIZED ({sql}) SELECT *, (SELECT count(*) FROM found) FROM found"
            f" ORDER BY {order} LIMIT {most}"
        )
        return self._named([row[:3] for row in rows]), rows[0][3] if rows else 0

    def _rows(self, sql: str) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = self._database.execute_sql(sql, self._values).fetchall()
        return rows

    def _named(self, rows: list[tuple[Any, ...]]) -> tuple[TalkedWith, ...]:
        names = names_of(self._database, (row[0] for row in rows))
        return tuple(TalkedWith(row[0], names[row[0]], row[1], row[2]) for row in rows)
