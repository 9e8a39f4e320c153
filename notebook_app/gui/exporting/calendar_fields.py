"""What goes into a calendar file: which parts, of which time, and in what form."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from notebook_app.gui.theme import MEDIUM, SMALL, Tone
from notebook_app.gui.widgets.check_field import CheckField
from notebook_app.gui.widgets.date_field import DateField
from notebook_app.gui.widgets.labels import FieldLabel, PlainLabel
from notebook_app.services.export_calendar import (
    USUAL_PARTS,
    CalendarChoice,
    CalendarPart,
    CalendarWritten,
)


class CalendarFields(QWidget):
    """Boxes for the parts, two dates, and whether follow-ups go out as to-dos."""

    def __init__(self, today: Callable[[], date]) -> None:
        """Take who knows today's date."""
        super().__init__()
        words = {
            CalendarPart.OPEN: self.tr("&Follow-ups to do"),
            CalendarPart.DONE: self.tr("Follow-ups that are &done"),
            CalendarPart.BIRTHDAYS: self.tr("&Birthdays, every year"),
            CalendarPart.DATES: self.tr("&Anniversaries and other dates, every year"),
            CalendarPart.EVENTS: self.tr("E&vents"),
        }
        self.boxes = {part: CheckField(words[part]) for part in CalendarPart}
        for part, box in self.boxes.items():
            box.setChecked(part in USUAL_PARTS)
        self.to_dos = CheckField(self.tr("Follow-ups as &to-dos (most phones show none)"))
        self.start = DateField(today, self.tr("From which day on"), optional=True)
        self.end = DateField(today, self.tr("Until which day"), optional=True)
        for field in (self.start, self.end):
            field.edit.setPlaceholderText(self.tr("any day"))
        form = QFormLayout()
        form.setSpacing(MEDIUM)
        form.addRow(FieldLabel(self.tr("F&rom"), self.start.edit), self.start)
        form.addRow(FieldLabel(self.tr("&Until"), self.end.edit), self.end)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for box in self.boxes.values():
            column.addWidget(box)
        column.addWidget(self.to_dos)
        column.addLayout(form)
        column.addWidget(
            PlainLabel(
                self.tr(
                    "Read the new file into the same calendar later: what changed is updated, "
                    "and nothing is there twice. Events that came from a calendar stay there."
                ),
                tone=Tone.MUTED,
                wrap=True,
            )
        )

    def mistake(self) -> str:
        """Return what is missing or not understood; empty if all is clear."""
        if not any(box.isChecked() for box in self.boxes.values()):
            return self.tr("Choose what goes into the calendar.")
        for field in (self.start, self.end):
            if not field.is_right():
                field.setFocus()
                return self.tr("Write a day such as “today” or “in 3 months”, or nothing.")
        return ""

    def choice(self) -> CalendarChoice:
        """Return what to write."""
        parts = tuple(part for part, box in self.boxes.items() if box.isChecked())
        return CalendarChoice(parts, self.start.value(), self.end.value(), self.to_dos.isChecked())

    def done_words(self, outcome: CalendarWritten) -> str:
        """Return what to tell once the calendar is written."""
        one = self.tr("Exported 1 entry to {file}.")
        many = self.tr("Exported {count} entries to {file}.")
        return (one if outcome.count == 1 else many).format(
            count=f"{outcome.count:,}", file=outcome.path.name
        )
