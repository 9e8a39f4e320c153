"""The figures of the side bar, and who fades."""

from datetime import date

from peewee import SqliteDatabase

from notebook_app.model.query.parse import parse_query
from notebook_app.model.query.ready_lists import (
    BIRTHDAYS,
    CLIENTS,
    NO_WAY_TO_REACH,
    NOT_FOLLOWED_UP,
    RECENTLY_ADDED,
)
from notebook_app.model.query.terms import PeopleQuery
from notebook_app.model.rows import Counts, LosingTouchRow
from notebook_app.storage.losing_touch import count_losing_touch, losing_touch
from notebook_app.storage.people_list import PeopleList


class OverviewStore:
    """Reads what Today and the side bar show."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def counts(self, today: date) -> Counts:
        """Return the figures beside the pages and lists."""
        day = today.isoformat()
        people = PeopleList(self._database)
        return Counts(
            due=self._count(
                "SELECT count(*) FROM follow_up JOIN contact ON contact.id = contact_id"
                " AND deleted_at IS NULL WHERE state = 'open' AND due_on <= ?",
                day,
            ),
            people=people.count(PeopleQuery(), today),
            coming_events=self._count("SELECT count(*) FROM event WHERE happens_on >= ?", day),
            open_opportunities=self._count(
                "SELECT count(*) FROM opportunity WHERE state = ?", "open"
            ),
            clients=people.count(parse_query(CLIENTS.query), today),
            losing_touch=count_losing_touch(self._database, today),
            not_followed_up=people.count(parse_query(NOT_FOLLOWED_UP.query), today),
            no_way_to_reach=people.count(parse_query(NO_WAY_TO_REACH.query), today),
            birthdays=people.count(parse_query(BIRTHDAYS.query), today),
            recently_added=people.count(parse_query(RECENTLY_ADDED.query), today),
        )

    def losing_touch(self, today: date, most: int = 20) -> list[LosingTouchRow]:
        """Return the contacts one is losing touch with, most overdue first."""
        return losing_touch(self._database, today, most)

    def _count(self, sql: str, value: str) -> int:
        return int(self._database.execute_sql(sql, (value,)).fetchone()[0])
