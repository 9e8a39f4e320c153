"""``report favours``: help, introductions and referrals, both ways, and what thanks wait."""

from argparse import Namespace

from notebook_app.cli.json_document import Json
from notebook_app.cli.report_making import MadeReport
from notebook_app.model.offering import FavourRow
from notebook_app.model.past_periods import Period
from notebook_app.reports.insights.favours import favours_document
from notebook_app.storage.notebook import Notebook

_HEADER = ["day", "direction", "kind", "person", "about", "note", "thanked on"]


def favours(notebook: Notebook, period: Period, _options: Namespace) -> MadeReport:
    """Make the report on the favours of a period, the latest first."""
    rows = notebook.favours.between(period.first, period.last)
    today = notebook.clock.today()
    return MadeReport(
        period,
        [_json(row) for row in rows],
        len(rows),
        {},
        [_HEADER, *(_cells(row) for row in rows)],
        lambda words: favours_document(rows, period, today, words),
    )


def _cells(row: FavourRow) -> list[str]:
    draft = row.draft
    return [
        draft.on.isoformat(),
        draft.direction.value,
        draft.kind.value,
        row.contact_name,
        row.about_name,
        draft.text,
        draft.thanked_on.isoformat() if draft.thanked_on else "",
    ]


def _json(row: FavourRow) -> Json:
    draft = row.draft
    about = {"id": draft.about_contact_id, "name": row.about_name}
    return {
        "id": row.id,
        "uid": row.uid,
        "contact": {"id": draft.contact_id, "name": row.contact_name},
        "kind": draft.kind.value,
        "direction": draft.direction.value,
        "date": draft.on.isoformat(),
        "about": about if row.about_name else None,
        "text": draft.text or None,
        "thanked_on": draft.thanked_on.isoformat() if draft.thanked_on else None,
    }
