"""Reads opportunities for reports: each time anew, or once for several reports of one page."""

from collections.abc import Iterable
from functools import cached_property
from typing import Final

from peewee import SqliteDatabase

from notebook_app.model.insights.figures import Case
from notebook_app.model.past_periods import Period
from notebook_app.storage.insights.cases import cases_of, introductions, read_cases, trashed
from notebook_app.storage.insights.spans import span_of

_GROWN: Final = (
    "SELECT coalesce(opportunity.event_id, conversation.event_id) AS grown_from, opportunity.id"
    " FROM opportunity LEFT JOIN conversation ON conversation.id = conversation_id"
    " WHERE grown_from IS NOT NULL"
)
_LATEST_FIRST: Final = (
    "SELECT opportunity.id, contact_id FROM opportunity"
    " WHERE id IN (SELECT opportunity_id FROM introducer) ORDER BY opened_on DESC, id DESC"
)
_BROUGHT_THEMSELVES: Final = (
    "SELECT DISTINCT opportunity.contact_id FROM introducer"
    " JOIN opportunity ON opportunity.id = opportunity_id"
    " AND opportunity.contact_id = introducer.contact_id"
    " WHERE opened_on BETWEEN :first AND :last ORDER BY 1"
)


class WorkReader:
    """Reads what a report asks for, and no more."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def introductions(self) -> dict[int, tuple[int, ...]]:
        """Return the introducers of all opportunities, the farthest first."""
        return introductions(self._database)

    def cases(
        self, period: Period, *, places: bool = False, brought: bool = False, chains: bool = False
    ) -> list[Case]:
        """Return the opportunities that began in a period; see ``read_cases``."""
        return read_cases(
            self._database,
            period,
            places=places,
            brought=brought,
            chains=self.introductions() if chains else None,
        )

    def cases_of(self, opportunity_ids: Iterable[int]) -> list[Case]:
        """Return some opportunities by their ids."""
        return cases_of(self._database, opportunity_ids)

    def grown(self) -> list[tuple[int, int]]:
        """Return events with the opportunities that grew from them, if any are in the trash too."""
        return self._database.execute_sql(_GROWN).fetchall()  # type: ignore[no-any-return]

    def brought_clients(self) -> list[tuple[int, int]]:
        """Return opportunities that somebody brought, with their clients; the latest first.

        Those of people in the trash are among them.
        """
        return self._database.execute_sql(_LATEST_FIRST).fetchall()  # type: ignore[no-any-return]

    def brought_themselves(self, period: Period) -> list[int]:
        """Return who is said to have brought themselves, by work that began in a period."""
        rows = self._database.execute_sql(_BROUGHT_THEMSELVES, span_of(period))
        return [contact_id for (contact_id,) in rows]


class KeptWorkReader(WorkReader):
    """Reads everything once and keeps it: for one page of several reports, never for longer."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook; nothing is read yet."""
        super().__init__(database)
        self._in_period: dict[Period, list[Case]] = {}

    @cached_property
    def _introductions(self) -> dict[int, tuple[int, ...]]:
        return introductions(self._database)

    @cached_property
    def _all(self) -> list[Case]:
        """All opportunities, also of people in the trash."""
        return read_cases(
            self._database, Period(), places=True, chains=self._introductions, also_trashed=True
        )

    @cached_property
    def _everything(self) -> list[Case]:
        away = trashed(self._database)
        return [case for case in self._all if case[1] not in away] if away else self._all

    @cached_property
    def _by_id(self) -> dict[int, Case]:
        return {case[0]: case for case in self._everything}

    def introductions(self) -> dict[int, tuple[int, ...]]:
        """Return the introducers of all opportunities, the farthest first."""
        return self._introductions

    def cases(
        self, period: Period, *, places: bool = False, brought: bool = False, chains: bool = False
    ) -> list[Case]:
        """Return the opportunities that began in a period, with all that is known of them."""
        found = self._in_period.get(period)
        if found is None:
            found = self._in_period[period] = _began_in(period, self._everything)
        return [case for case in found if case.via] if brought else found

    def cases_of(self, opportunity_ids: Iterable[int]) -> list[Case]:
        """Return some opportunities by their ids."""
        by_id = self._by_id
        return [by_id[each] for each in sorted(opportunity_ids) if each in by_id]

    def grown(self) -> list[tuple[int, int]]:
        """Return events with the opportunities that grew from them."""
        return [(case[9], case[0]) for case in self._everything if case[9] is not None]

    def brought_clients(self) -> list[tuple[int, int]]:
        """Return opportunities that somebody brought, with their clients; the latest first."""
        chains = self._introductions
        brought = [(case[6], case[0], case[1]) for case in self._all if case[0] in chains]
        brought.sort(reverse=True)
        return [(opportunity_id, client_id) for _, opportunity_id, client_id in brought]

    def brought_themselves(self, period: Period) -> list[int]:
        """Return who is said to have brought themselves, by work that began in a period."""
        chains = self._introductions
        own = [case for case in self._all if case[0] in chains and case[1] in chains[case[0]]]
        return sorted({case[1] for case in _began_in(period, own)})


def _began_in(period: Period, cases: list[Case]) -> list[Case]:
    first, last = period.first, period.last
    if first is not None:
        cases = [case for case in cases if case[6] >= first]
    if last is not None:
        cases = [case for case in cases if case[6] <= last]
    return cases
