"""Which calendar is printed, and how it was printed last; month and week remember their own."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QLocale, QSettings

from notebook_app.foundation.record import record
from notebook_app.gui.printing.paper import PAPERS, Paper, find_paper, usual_paper

_GROUP: Final = "print-calendar"


class CalendarSpan(StrEnum):
    """How much of the calendar is on the page."""

    MONTH = "month"
    WEEK = "week"


@record
class CalendarChoices:
    """One kind of page: its paper and how it lies, and what is on it.

    ``notes`` counts for weeks alone. Without ``private`` people with tags that are never printed
    are left out.
    """

    span: CalendarSpan = CalendarSpan.MONTH
    paper: str = "A4"
    lies: bool = True
    done: bool = False
    notes: bool = True
    private: bool = False

    def sheet(self) -> Paper:
        """Return the sheet as it lies."""
        paper = find_paper(self.paper)
        return paper.across() if self.lies else paper


def usual_choices(span: CalendarSpan, locale: QLocale | None = None) -> CalendarChoices:
    """Return how one usually prints it: a month across, a week upright."""
    return CalendarChoices(span, usual_paper(locale), lies=span is CalendarSpan.MONTH)


def remembered_calendar(
    settings: QSettings | None, span: CalendarSpan, locale: QLocale
) -> CalendarChoices:
    """Return how it was printed last; whatever can't be understood is as usual."""
    usual = usual_choices(span, locale)
    if settings is None:
        return usual

    def ticked(name: str, otherwise: bool) -> bool:
        kept = str(settings.value(f"{_GROUP}/{span.value}/{name}", ""))
        return {"yes": True, "no": False}.get(kept, otherwise)

    paper = str(settings.value(f"{_GROUP}/{span.value}/paper", ""))
    return CalendarChoices(
        span,
        paper if paper in {each.name for each in PAPERS} else usual.paper,
        ticked("lies", usual.lies),
        ticked("done", usual.done),
        ticked("notes", usual.notes),
        # Never by itself: a page to hang up is seen by everybody.
        private=False,
    )


def remember_calendar(settings: QSettings | None, choices: CalendarChoices) -> None:
    """Keep how it was printed for the next time."""
    if settings is None:
        return
    settings.setValue(f"{_GROUP}/{choices.span.value}/paper", choices.paper)
    for name, value in (("lies", choices.lies), ("done", choices.done), ("notes", choices.notes)):
        settings.setValue(f"{_GROUP}/{choices.span.value}/{name}", "yes" if value else "no")
