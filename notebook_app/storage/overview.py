"""The figures of the side bar, and who fades."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

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
from notebook_app.model.rows import ContactChoice, Counts, LosingTouchRow
from notebook_app.storage.losing_touch import count_losing_touch, losing_touch
from notebook_app.storage.people_list import PeopleList

if TYPE_CHECKING:
    from notebook_app.model.balance import Balance
    from notebook_app.model.offering import UntoldService


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
            clients=people.count(parse_query(CLIENTS.query), today),
            losing_touch=count_losing_touch(self._database, today),
            not_followed_up=people.count(parse_query(NOT_FOLLOWED_UP.query), today),
            no_way_to_reach=people.count(parse_query(NO_WAY_TO_REACH.query), today),
            birthdays=people.count(parse_query(BIRTHDAYS.query), today),
            recently_added=people.count(parse_query(RECENTLY_ADDED.query), today),
            open_opportunities=self._count(
                "SELECT count(*) FROM opportunity WHERE state = ? AND contact_id NOT IN"
                " (SELECT id FROM contact WHERE deleted_at IS NOT NULL)",
                "open",
            ),
        )

    def losing_touch(self, today: date, most: int = 20) -> list[LosingTouchRow]:
        """Return the contacts one is losing touch with, most overdue first."""
        return losing_touch(self._database, today, most)

    def balance(self, first: date, last: date) -> "Balance":
        """Return whom one met anew in a time against whom one spoke to again."""
        from notebook_app.storage.balance import balance

        return balance(self._database, first, last)

    def untold_services(self, services: int = 2, most: int = 5) -> "list[UntoldService]":
        """Return services of which clients never heard, each with some of these clients."""
        from notebook_app.storage.untold import untold_services

        return untold_services(self._database, services, most)

    def untold_people(
        self, service: "UntoldService", start: int, most: int
    ) -> "list[ContactChoice]":
        """Return some of those who never heard of a service, without the first ``start``."""
        from notebook_app.storage.untold import untold_people

        return untold_people(self._database, service, start, most)

    def given_names(self, contact_ids: Sequence[int]) -> dict[int, str]:
        """Return what one calls those of these people whose given name is known."""
        marks = ", ".join("?" * len(contact_ids))
        rows = self._database.execute_sql(
            "SELECT id, coalesce(nullif(nickname, ''), given_name) FROM contact"
            f" WHERE id IN ({marks})",
            tuple(contact_ids),
        )
        return {contact_id: name for contact_id, name in rows if name}

    def _count(self, sql: str, value: str) -> int:
        return int(self._database.execute_sql(sql, (value,)).fetchone()[0])
