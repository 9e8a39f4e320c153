"""Reads who brought whom; see model/insights/chains.py for the rule."""

from typing import Final

from peewee import SqliteDatabase

from notebook_app.model.insights.chains import ChainForest, forest, full_chains, named_forest
from notebook_app.model.insights.money import Rates
from notebook_app.model.past_periods import Period
from notebook_app.storage.insights.cases import count_left_out, names_of
from notebook_app.storage.insights.spans import span_of
from notebook_app.storage.insights.work_reader import WorkReader

_ORIGINS: Final = (
    "SELECT origin.contact_id, origin_introducer.contact_id FROM origin_introducer"
    " JOIN origin ON origin.id = origin_id"
    " ORDER BY origin_id, position, origin_introducer.id"
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


def brought_by(
    database: SqliteDatabase, chains: dict[int, tuple[int, ...]]
) -> dict[int, tuple[int, ...]]:
    """Return by whom people were brought, the farthest first; ``chains`` are of opportunities.

    How they became a client goes first, then their first opportunity that somebody brought.
    """
    found: dict[int, tuple[int, ...]] = {}
    for opportunity_id, contact_id in database.execute_sql(_LATEST_FIRST):
        via = tuple(person for person in chains[opportunity_id] if person != contact_id)
        if via:
            found[contact_id] = via
    origins: dict[int, list[int]] = {}
    for contact_id, introducer_id in database.execute_sql(_ORIGINS):
        if introducer_id != contact_id:
            origins.setdefault(contact_id, []).append(introducer_id)
    found.update({contact_id: tuple(via) for contact_id, via in origins.items()})
    return found


def chain_forest(
    database: SqliteDatabase, work: WorkReader, period: Period, *, most: int, rates: Rates | None
) -> ChainForest:
    """Return the most valuable chains of the opportunities that began in a period."""
    cases = work.cases(period, brought=True, chains=True)
    chains, circles = full_chains(cases, brought_by(database, work.introductions()))
    span = span_of(period)
    circles += [(one, one) for (one,) in database.execute_sql(_BROUGHT_THEMSELVES, span)]
    left_out = count_left_out(database, period)
    trees, named = forest(period, chains, circles, most=most, left_out=left_out, rates=rates)
    return named_forest(trees, names_of(database, named))
