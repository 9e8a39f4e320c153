"""``report losing-touch``: with whom one is losing touch, most urgent first."""

from argparse import Namespace

from notebook_app.cli.json_document import Json
from notebook_app.cli.report_making import MadeReport
from notebook_app.model.past_periods import Period
from notebook_app.model.rows import LosingTouchRow
from notebook_app.reports.insights.losing_touch import losing_touch_document
from notebook_app.storage.notebook import Notebook

_HEADER = [
    *("person", "stage", "cadence", "last conversation", "last topic"),
    *("ideal day", "latest day", "days late"),
]


def losing_touch(notebook: Notebook, period: Period, _options: Namespace) -> MadeReport:
    """Make the report on those whose ideal day to be in touch was in a period.

    Its last day is that of the report, today unless it is given.
    """
    today = notebook.clock.today()
    on = period.last or today
    found = notebook.overview.losing_touch(on, -1)
    rows = [row for row in found if period.first is None or row.ideal >= period.first]
    return MadeReport(
        period,
        [_json(row) for row in rows],
        len(rows),
        {},
        [_HEADER, *(_cells(row) for row in rows)],
        lambda words: losing_touch_document(rows, on, today, words),
    )


def _cells(row: LosingTouchRow) -> list[str]:
    last = row.last_conversation
    return [
        row.name,
        row.stage.value if row.stage else "",
        row.cadence,
        last.isoformat() if last else "",
        row.last_topic,
        row.ideal.isoformat(),
        row.latest.isoformat(),
        str(row.days_late),
    ]


def _json(row: LosingTouchRow) -> Json:
    last = row.last_conversation
    return {
        "contact": {"id": row.contact_id, "name": row.name},
        "stage": row.stage.value if row.stage else None,
        "cadence": row.cadence,
        "last_conversation": last.isoformat() if last else None,
        "last_topic": row.last_topic or None,
        "ideal": row.ideal.isoformat(),
        "latest": row.latest.isoformat(),
        "days_late": row.days_late,
    }
