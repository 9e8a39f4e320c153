"""A field for a birthday or another date, with a year or without one, typed as people do."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from notebook_app.gui.people.short_dates import qt_date
from notebook_app.gui.theme import SMALL, TextRole, Tone
from notebook_app.gui.widgets.date_field import read_date
from notebook_app.gui.widgets.labels import ElidedLabel
from notebook_app.model.partial_date import PartialDate

_NUMBERS: Final = re.compile(r"(\d{1,2})\s?[./-]\s?(\d{1,2})[./-]?")
_NAMED: Final = re.compile(
    r"(\d{1,2})(?:\.|st|nd|rd|th)? ?([^\W\d_]{3,})\.?|([^\W\d_]{3,})\.? (\d{1,2})"
)
_LEAP_YEAR: Final = 2000


def read_partial_date(text: str, today: date, locale: QLocale) -> PartialDate | None:
    """Return the date that ``text`` means: ISO, the locale's forms, ``14 March`` without a year.

    A year of two digits is the nearest one that is not in the future.
    """
    stripped = " ".join(text.split())
    found = PartialDate.parse(stripped) or _without_year(stripped, locale)
    if found is not None or not re.search(r"\d", stripped):
        return found
    read = read_date(stripped, today, locale)
    if read is None:
        return None
    if read > today and str(read.year) not in stripped:
        return PartialDate(read.month, read.day, read.year - 100)
    return PartialDate(read.month, read.day, read.year)


def partial_date_words(value: PartialDate, locale: QLocale) -> str:
    """Return ``14 March 1980``, or ``14 March`` without a year."""
    form = "d MMMM" if value.year is None else "d MMMM yyyy"
    return locale.toString(qt_date(date(value.year or _LEAP_YEAR, value.month, value.day)), form)


def _without_year(text: str, locale: QLocale) -> PartialDate | None:
    try:
        if match := _NUMBERS.fullmatch(text):
            form = locale.dateFormat(QLocale.FormatType.ShortFormat)
            month_first = form.find("M") < form.find("d")
            one, two = int(match[1]), int(match[2])
            return PartialDate(one, two) if month_first else PartialDate(two, one)
        if match := _NAMED.fullmatch(text):
            day, name = (match[1], match[2]) if match[1] else (match[4], match[3])
            months = [month for month in range(1, 13) if _is_month(name.casefold(), month, locale)]
            return PartialDate(months[0], int(day)) if len(months) == 1 else None
    except ValueError:
        return None
    return None


def _is_month(name: str, month: int, locale: QLocale) -> bool:
    names = {
        each.monthName(month, QLocale.FormatType.LongFormat).casefold()
        for each in (locale, QLocale(QLocale.Language.English))
    }
    return any(known.startswith(name) for known in names)


class PartialDateField(QWidget):
    """Says beside the text what it understood; a text that is no date stays to be mended."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], name: str, parent: QWidget | None = None) -> None:
        """Take who knows today's date, and the field's name for screen readers."""
        super().__init__(parent)
        self._today = today
        self._before: PartialDate | None = None
        self._shown = ""
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(self.tr("14 March, or 14 March 1980"))
        self.said = ElidedLabel("", TextRole.SMALL, Tone.MUTED)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.edit, 3)
        row.addWidget(self.said, 2)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._read)

    def show_date(self, value: PartialDate | None) -> None:
        """Show a date, or nothing."""
        self._before = value
        self._shown = "" if value is None else partial_date_words(value, self.locale())
        self.edit.setText(self._shown)

    def value(self) -> PartialDate | None:
        """Return the date that is meant, or None."""
        text = self.edit.text()
        if text == self._shown:
            return self._before
        return read_partial_date(text, self._today(), self.locale()) if text.strip() else None

    def unread(self) -> str:
        """Return the text if it is no date."""
        text = self.edit.text().strip()
        return text if text and self.value() is None else ""

    def _read(self, _text: str) -> None:
        wrong = bool(self.unread())
        value = self.value()
        if wrong:
            self.said.setText(self.tr("not a date yet; goes to the note"))
        elif value is not None and self.edit.text() != self._shown:
            self.said.setText(partial_date_words(value, self.locale()))
        else:
            self.said.setText("")
        self.said.set_tone(Tone.DANGER if wrong else Tone.MUTED)
        self.edit.setAccessibleDescription(self.said.text())
        if wrong != bool(self.edit.property("wrong")):
            self.edit.setProperty("wrong", wrong)
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)
        self.changed.emit()
