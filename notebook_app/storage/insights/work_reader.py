"""Reads opportunities for reports: each time anew, or once for several reports of one page."""

from collections.abc import Iterable
from functools import cached_property

from peewee import SqliteDatabase

from notebook_app.model.insights.figures import Case
from notebook_app.model.past_periods import Period
from notebook_app.storage.insights.cases import cases_of, introductions, read_cases


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


class KeptWorkReader(WorkReader):
    """Reads everything once and keeps it: for one page of several reports, never for longer."""

    @cached_property
    def _introductions(self) -> dict[int, tuple[int, ...]]:
        return introductions(self._database)

    @cached_property
    def _everything(self) -> dict[int, Case]:
        cases = read_cases(self._database, Period(), places=True, chains=self._introductions)
        return {case.id: case for case in cases}

    def introductions(self) -> dict[int, tuple[int, ...]]:
        """Return the introducers of all opportunities, the farthest first."""
        return self._introductions

    def cases(
        self, period: Period, *, places: bool = False, brought: bool = False, chains: bool = False
    ) -> list[Case]:
        """Return the opportunities that began in a period, with all that is known of them."""
        first, last = period.first, period.last
        return [
            case
            for case in self._everything.values()
            if (first is None or case.opened_on >= first)
            and (last is None or case.opened_on <= last)
            and (case.via or not brought)
        ]

    def cases_of(self, opportunity_ids: Iterable[int]) -> list[Case]:
        """Return some opportunities by their ids."""
        everything = self._everything
        return [everything[each] for each in sorted(opportunity_ids) if each in everything]
