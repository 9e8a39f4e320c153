"""Reads who brought whom; see model/insights/chains.py for the rule."""

from typing import Final

from peewee import SqliteDatabase

from notebook_app.model.insights.chains import ChainForest, forest, full_chains, named_forest
from notebook_app.model.insights.money import Rates
from notebook_app.model.past_periods import Period
from notebook_app.storage.insights.cases import count_left_out, names_of
from notebook_app.storage.insights.work_reader import WorkReader

_ORIGINS: Final = (
    "SELECT origin.contact_id, origin_introducer.contact_id FROM origin_introducer"
    " JOIN origin ON origin.id = origin_id"
    " ORDER BY origin_id, position, origin_introducer.id"
)


def brought_by(database: SqliteDatabase, work: WorkReader) -> dict[int, tuple[int, ...]]:
    """Return by whom people were brought, the farthest first.

    How they became a client goes first, then their first opportunity that somebody brought.
    """
    chains = work.introductions()
    found: dict[int, tuple[int, ...]] = {}
    for opportunity_id, contact_id in work.brought_clients():
        via = chains[opportunity_id]
        if contact_id in via:
            via = tuple(person for person in via if person != contact_id)
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
    chains, circles = full_chains(cases, brought_by(database, work))
    circles += [(one, one) for one in work.brought_themselves(period)]
    left_out = count_left_out(database, period)
    trees, named = forest(period, chains, circles, most=most, left_out=left_out, rates=rates)
    return named_forest(trees, names_of(database, named))
