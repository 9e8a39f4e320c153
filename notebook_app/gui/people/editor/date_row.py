"""A row for an anniversary or another date of a contact's own."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from notebook_app.gui.people.editor.field_rows import FieldRow
from notebook_app.gui.people.editor.label_field import LabelField
from notebook_app.gui.people.editor.partial_date_field import PartialDateField
from notebook_app.model.contact import OwnDate
from notebook_app.model.labels import DATE_LABELS


class DateRow(FieldRow[OwnDate]):
    """A label and a date, with a year or without one."""

    def __init__(
        self, own: OwnDate | None, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        """Take the date to show, or None for an empty row."""
        super().__init__(parent)
        self.label = LabelField(DATE_LABELS, self.tr("Date: label"))
        self.label.show_label(DATE_LABELS[0] if own is None else own.label)
        self.date = PartialDateField(today, self.tr("Date"))
        self.date.show_date(None if own is None else own.date)
        self.fields.addWidget(self.label)
        self.fields.addWidget(self.date, 1)
        self.main_field = self.date
        self.date.changed.connect(self.changed)
        self.label.currentTextChanged.connect(self.changed)

    def value(self) -> OwnDate | None:
        """Return the date, or None without one."""
        day = self.date.value()
        return None if day is None else OwnDate(self.label.label(), day)

    def unread(self) -> str:
        """Return label and text if the text is no date."""
        unread = self.date.unread()
        return f"{self.label.currentText().strip() or self.tr('Date')}: {unread}" if unread else ""
