"""The side of the dialog where one chooses which month or week goes on paper, and how."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.printing.calendar_choices import (
    CalendarChoices,
    CalendarSpan,
    remembered_calendar,
)
from notebook_app.gui.printing.calendar_job import step
from notebook_app.gui.printing.locale_calendar_words import LocaleCalendarWords
from notebook_app.gui.printing.paper import PAPERS
from notebook_app.gui.theme import MEDIUM, SMALL, TIGHT, TextRole
from notebook_app.gui.widgets.buttons import QuietButton
from notebook_app.gui.widgets.check_field import CheckField
from notebook_app.gui.widgets.choice_field import ChoiceField
from notebook_app.gui.widgets.labels import FieldLabel, PlainLabel, plain_tool_tip
from notebook_app.reports.calendar_week import week_days


class CalendarPanel(QWidget):
    """``changed`` says that ``choices`` or ``day`` would answer anew."""

    changed = Signal()

    def __init__(
        self,
        span: CalendarSpan,
        day: date,
        private: Sequence[str],
        settings: QSettings | None,
        parent: QWidget | None = None,
    ) -> None:
        """Take what to begin with, the tags that are never printed, and where choices are kept."""
        super().__init__(parent)
        self._settings = settings
        self._filling = False
        self._words = LocaleCalendarWords(self.locale())
        self.day = day
        self.span = ChoiceField()
        self.span.addItem(self.tr("A month"), CalendarSpan.MONTH.value)
        self.span.addItem(self.tr("A week"), CalendarSpan.WEEK.value)
        self.span.choose(span.value)
        self.back = QuietButton("‹", self.tr("The one before"), lambda: self.go(-1))
        self.onward = QuietButton("›", self.tr("The next one"), lambda: self.go(1))
        self.shown = PlainLabel("", TextRole.SMALL_STRONG, wrap=True)
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.paper = ChoiceField()
        for paper in PAPERS:
            self.paper.addItem(paper.name, paper.name)
        self.orientation = ChoiceField()
        self.orientation.addItem(self.tr("Upright"), False)
        self.orientation.addItem(self.tr("Across"), True)
        self.done = CheckField(self.tr("With what is &done"))
        self.notes = CheckField(self.tr("With &notes"))
        self.private = CheckField(self.tr("With people who have private &tags"))
        self.private.setToolTip(plain_tool_tip(", ".join(private)))
        self._lay_out()
        self.private.setVisible(bool(private))
        self._fill()
        self.span.currentIndexChanged.connect(lambda _index: self._fill())
        for field in (self.span, self.paper, self.orientation):
            field.currentIndexChanged.connect(lambda _index: self._tell())
        for box in (self.done, self.notes, self.private):
            box.toggled.connect(lambda _on: self._tell())

    def choices(self) -> CalendarChoices:
        """Return what is chosen."""
        return CalendarChoices(
            CalendarSpan(self.span.currentData()),
            str(self.paper.currentData()),
            bool(self.orientation.currentData()),
            self.done.isChecked(),
            self.notes.isChecked(),
            self.private.isChecked(),
        )

    def go(self, steps: int) -> None:
        """Go so many months or weeks on."""
        self.day = step(self.day, CalendarSpan(self.span.currentData()), steps)
        self._say_which()
        self._tell()

    def _fill(self) -> None:
        """Show how a page of this kind was printed last."""
        span = CalendarSpan(self.span.currentData())
        kept = remembered_calendar(self._settings, span, self.locale())
        self._filling = True
        self.paper.choose(kept.paper)
        self.orientation.choose(kept.lies)
        self.done.setChecked(kept.done)
        self.notes.setChecked(kept.notes)
        self.notes.setVisible(span is CalendarSpan.WEEK)
        self._say_which()
        self._filling = False

    def _say_which(self) -> None:
        if self.span.currentData() == CalendarSpan.MONTH.value:
            self.shown.setText(self._words.month(self.day))
            return
        first, last = week_days(self.day, self._words.first_weekday())
        start, end = self._words.short_day(first, last), self._words.short_day(last, date.min)
        self.shown.setText(f"{start} – {end}")

    def _tell(self) -> None:
        if not self._filling:
            self.changed.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        which = QHBoxLayout()
        which.setSpacing(SMALL)
        which.addWidget(self.back)
        which.addWidget(self.shown, 1)
        which.addWidget(self.onward)
        column.addWidget(FieldLabel(self.tr("&What"), self.span))
        column.addWidget(self.span)
        column.addLayout(which)
        column.addSpacing(TIGHT)
        for words, field in (
            (self.tr("Pa&per"), self.paper),
            (self.tr("&Orientation"), self.orientation),
        ):
            column.addWidget(FieldLabel(words, field))
            column.addWidget(field)
            column.addSpacing(TIGHT)
        column.addSpacing(MEDIUM)
        for box in (self.done, self.notes, self.private):
            column.addWidget(box)
        column.addStretch(1)
