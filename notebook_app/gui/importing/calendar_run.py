"""From calendar files to events: read, look, agree, write; each step can be cancelled."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.importing.calendar_preview import CalendarPreview
from notebook_app.services.calendar_plan import CalendarPlan, EventState
from notebook_app.services.card_sources import CardSource, source_name
from notebook_app.services.import_calendar import (
    CalendarImported,
    import_calendar,
    plan_calendar,
)


def preview_calendars(desk: Desk, parent: QWidget, files: Sequence[CardSource]) -> None:
    """Read calendar files in the background and show what importing them would do."""

    def read(progress: Progress) -> CalendarPlan:
        return plan_calendar(desk.notebook, files, progress)

    def show(plan: CalendarPlan) -> None:
        CalendarPreview(plan, partial(_carry_out, desk, plan), parent).open()

    title = _words("Reading {file}").format(file=source_name(files[0]))
    desk.run_in_background(read, show, title, writes=False)


def _carry_out(desk: Desk, plan: CalendarPlan, take_out: bool, taken: frozenset[int]) -> None:
    def write(progress: Progress) -> CalendarImported:
        return import_calendar(desk.notebook, plan, progress, take_out=take_out, taken=taken)

    def done(outcome: CalendarImported) -> None:
        desk.announce(outcome.changes)
        bad = outcome.plan.counts()[EventState.BAD]
        if bad and outcome.changes.label:
            words = _words("{label}. {count} could not be read.")
            said = words.format(label=outcome.changes.label, count=f"{bad:,}")
            desk.said.emit(said, outcome.changes.can_undo)

    desk.run_in_background(write, done, _words("Importing events"))


def _words(text: str) -> str:
    return QCoreApplication.translate("CalendarImport", text)
