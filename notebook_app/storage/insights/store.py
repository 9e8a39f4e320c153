"""All that the reports read, by the reports' names."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Final

from peewee import SqliteDatabase

from notebook_app.model.insights.balance_report import BalanceRow
from notebook_app.model.insights.chains import ChainForest
from notebook_app.model.insights.clients import ClientSources
from notebook_app.model.insights.days import activity_in, mix_in
from notebook_app.model.insights.event_costs import EventCosts
from notebook_app.model.insights.figures import Case
from notebook_app.model.insights.mix_report import MixAct, MixPlan, MixReport
from notebook_app.model.insights.money import Rates
from notebook_app.model.insights.periods import Stretch, period_before
from notebook_app.model.insights.services_report import ClientServices, Heard, ServicesReport
from notebook_app.model.insights.sources import By, SourcesReport, sources_report
from notebook_app.model.insights.year_report import YearReport
from notebook_app.model.past_periods import Period
from notebook_app.model.rows import ContactChoice
from notebook_app.storage.insights import cases, chains, clients, days, event_costs, services
from notebook_app.storage.insights.spans import TRASHED
from notebook_app.storage.insights.work_reader import KeptWorkReader, WorkReader
from notebook_app.storage.insights.year_report import year_report

_PLACES: Final = frozenset({By.EVENT, By.SETTING, By.FORMALITY})
_CHAINS: Final = frozenset({By.PERSON, By.FIRST_PERSON, By.GROUP})

_ONCE_MET: Final = (
    "SELECT contact.id, display_name, organization FROM last_touch"
    " JOIN contact ON contact.id = contact_id AND deleted_at IS NULL"
    " WHERE first_on BETWEEN ? AND ? AND times = 1 AND NOT EXISTS"
    "  (SELECT 1 FROM follow_up WHERE follow_up.contact_id = contact.id AND state = 'open')"
    " ORDER BY first_on DESC, contact.id DESC LIMIT ?"
)
_NEW: Final = (
    "SELECT contact_id FROM last_touch WHERE first_on BETWEEN ? AND ?"
    f" AND contact_id NOT IN {TRASHED} ORDER BY first_on DESC, contact_id DESC"
)
_AGAIN: Final = (
    "SELECT link.contact_id, count(*) - (first_on BETWEEN :first AND :last) AS again"
    " FROM conversation INDEXED BY conversation_by_day"
    " CROSS JOIN conversation_contact AS link ON link.conversation_id = conversation.id"
    " JOIN last_touch ON last_touch.contact_id = link.contact_id"
    " WHERE conversation.happened_on BETWEEN :first AND :last"
    f" AND link.contact_id NOT IN {TRASHED} GROUP BY link.contact_id HAVING again > 0"
    " ORDER BY again DESC, link.contact_id"
)
_WITH: Final = (
    "SELECT conversation.id FROM conversation_contact AS link"
    " JOIN conversation ON conversation.id = link.conversation_id"
    " WHERE link.contact_id = ? AND conversation.happened_on BETWEEN ? AND ?"
    " ORDER BY conversation.happened_on DESC, conversation.id DESC"
)
_MET_AT: Final = (
    "SELECT contact_id, count(*) FROM event_contact"
    " WHERE event_id IN (SELECT wanted.value FROM json_each(?) AS wanted) AND presence = 'met'"
    f" AND contact_id NOT IN {TRASHED} GROUP BY contact_id ORDER BY max(event_contact.id) DESC"
)
_BEGUN: Final = (
    "SELECT id FROM conversation INDEXED BY conversation_by_day"
    " WHERE happened_on BETWEEN :first AND :last AND initiated_by IS :begun"
    " AND NOT (EXISTS (SELECT 1 FROM conversation_contact AS link"
    "   WHERE link.conversation_id = conversation.id)"
    "  AND NOT EXISTS (SELECT 1 FROM conversation_contact AS link"
    f"   WHERE link.conversation_id = conversation.id AND link.contact_id NOT IN {TRASHED}))"
    " ORDER BY happened_on DESC, id DESC"
)


class InsightStore:
    """Reads; it writes nothing. What the figures mean stands in model/insights."""

    def __init__(self, database: SqliteDatabase, work: WorkReader | None = None) -> None:
        """Take the open notebook, and how work is read; each time anew unless it is said."""
        self._database = database
        self._work = work or WorkReader(database)

    def at_once(self) -> "InsightStore":
        """Return a store for several reports of one page: work is read once and kept in it.

        To be let go of when the page is read, since it sees no later change.
        """
        return InsightStore(self._database, KeptWorkReader(self._database))

    def sources(self, by: By, period: Period, *, against_before: bool = False) -> SourcesReport:
        """Return where the opportunities that began in a period come from.

        ``against_before`` is of no effect for a period without ends, which nothing comes before.
        """

        def read(of: Period) -> list[Case]:
            return self._work.cases(of, places=by in _PLACES, chains=by in _CHAINS)

        earlier = period_before(period) if against_before else None
        now, then = read(period), read(earlier) if earlier is not None else []
        both = [*now, *then]
        labels = cases.labels_of(
            self._database,
            (person for case in both for person in (*case.via[:1], *case.via[-1:]))
            if by in _CHAINS
            else (),
            (case.event_id for case in both if case.event_id is not None) if by is By.EVENT else (),
            _tagged(by, both),
        )
        return sources_report(
            by,
            period,
            now,
            labels,
            left_out=cases.count_left_out(self._database, period),
            before=None if earlier is None else (earlier, then),
        )

    def clients(self, period: Period) -> ClientSources:
        """Return how the clients who came in a period came, and all the work with them."""
        return clients.client_sources(self._database, self._work, period)

    def event_costs(self, period: Period, today: date) -> EventCosts:
        """Return what the events of a period cost, and what came of them."""
        return event_costs.event_costs(self._database, self._work, period, today)

    def chains(self, period: Period, most: int, rates: Rates | None = None) -> ChainForest:
        """Return who brought whom, for the opportunities that began in a period."""
        return chains.chain_forest(self._database, self._work, period, most=most, rates=rates)

    def activity(self, parts: Sequence[Stretch]) -> list[BalanceRow]:
        """Return what was done in stretches that follow each other."""
        if not parts:
            return []
        first, last = parts[0].first, parts[-1].last
        return activity_in(
            parts,
            days.new_by_day(self._database, first, last),
            days.touches_by_day(self._database, first, last),
            days.talks_by_day(self._database, first, last, places=False),
        )

    def conversations_left_out(self, first: date, last: date) -> int:
        """Return how many conversations were only with people in the trash."""
        return days.count_only_trashed(self._database, first, last)

    def new_people(self, first: date, last: date) -> list[int]:
        """Return whom one first spoke to in a time, the latest first."""
        rows = self._database.execute_sql(_NEW, (first.isoformat(), last.isoformat()))
        return [contact_id for (contact_id,) in rows]

    def strengthened(self, first: date, last: date) -> list[tuple[int, int]]:
        """Return with whom one spoke again in a time, and how often, the most often first."""
        rows = self._database.execute_sql(
            _AGAIN, {"first": first.isoformat(), "last": last.isoformat()}
        )
        return [(contact_id, times) for contact_id, times in rows]

    def conversations_begun(self, first: date, last: date, begun_by: str | None) -> list[int]:
        """Return the conversations that ``me`` or ``them`` began (None: not said), latest first."""
        rows = self._database.execute_sql(
            _BEGUN, {"first": first.isoformat(), "last": last.isoformat(), "begun": begun_by}
        )
        return [conversation_id for (conversation_id,) in rows]

    def conversations_with(self, contact_id: int, first: date, last: date) -> list[int]:
        """Return the conversations with somebody in a time, latest first."""
        values = (contact_id, first.isoformat(), last.isoformat())
        return [found for (found,) in self._database.execute_sql(_WITH, values)]

    def met_only_once(self, first: date, last: date, most: int) -> list[ContactChoice]:
        """Return whom one first spoke to in a time and never again, with nothing planned."""
        rows = self._database.execute_sql(_ONCE_MET, (first.isoformat(), last.isoformat(), most))
        return [ContactChoice(*row) for row in rows]

    def mix(self, first: date, last: date, today: date, plans: Sequence[MixPlan] = ()) -> MixReport:
        """Return how one's acts were mixed between two days."""
        return mix_in(
            first,
            last,
            days.talks_by_day(self._database, first, last, asked_for=False),
            done=days.done_by_day(self._database, first, last),
            events=days.event_days(self._database, first, last, today),
            plans=plans,
        )

    def mix_acts(self, first: date, last: date, today: date) -> list[MixAct]:
        """Return the very acts of the mix between two days, the latest first."""
        from notebook_app.storage.insights.mix_acts import mix_acts

        return mix_acts(self._database, first, last, today)

    def met_at(self, event_ids: Sequence[int]) -> list[tuple[int, int]]:
        """Return who was new at events, and at how many of them, the latest first."""
        rows = self._database.execute_sql(_MET_AT, (json.dumps(list(event_ids)),))
        return [(contact_id, times) for contact_id, times in rows]

    def services(self) -> ServicesReport:
        """Return each service with how many clients know of it."""
        return services.services_report(self._database)

    def client_ids(self, service_id: int | None = None, heard: Heard | None = None) -> list[int]:
        """Return clients by their names: all, or those who stand so with a service."""
        return services.client_ids(self._database, service_id, heard)

    def matrix(self, report: ServicesReport, contact_ids: Sequence[int]) -> list[ClientServices]:
        """Return rows of the matrix for some clients, in the order given."""
        return services.matrix(self._database, report, contact_ids)

    def year(
        self, year: int, today: date, most: int = 10, rates: Rates | None = None
    ) -> YearReport:
        """Return what a calendar year was like; each list has at most ``most`` lines."""
        return year_report(self._database, year, today, most, rates)


def _tagged(by: By, of: Sequence[Case]) -> list[int]:
    if by is By.CLIENT_GROUP:
        return [case.client_id for case in of]
    return [case.via[-1] for case in of if case.via] if by is By.GROUP else []
