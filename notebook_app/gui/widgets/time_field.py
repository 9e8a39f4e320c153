"""A field for a time of day as people type it: ``9``, ``14:30``, ``2.30 pm``, or nothing."""

import re
from datetime import time
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from notebook_app.gui.widgets.text_fields import LineField

_TIME: Final = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h ]?(?P<minute>\d{2}))? ?(?P<half>am|pm|a\.m\.|p\.m\.)?"
)


def read_time(text: str) -> time | None:
    """Return the time of day that ``text`` means, or None."""
    words = " ".join(text.lower().split())
    found = {"noon": time(12), "midnight": time(0)}.get(words)
    if found is not None:
        return found
    match = _TIME.fullmatch(words)
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"].startswith("p") else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


class TimeField(LineField):
    """An optional time of day; ``value_changed`` carries a ``time`` or None."""

    value_changed = Signal(object)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        """Take the field's name for screen readers."""
        super().__init__(parent)
        self._value: time | None = None
        self.setAccessibleName(name or self.tr("Time"))
        self.setPlaceholderText(self.tr("any time"))
        self.textChanged.connect(self._read)
        self.editingFinished.connect(self._tidy)

    def value(self) -> time | None:
        """Return the time that is meant, or None."""
        return self._value

    def set_value(self, value: time | None) -> None:
        """Show ``value`` as ``14:30``, or nothing."""
        self.setText("" if value is None else value.strftime("%H:%M"))

    def is_right(self) -> bool:
        """Return whether the field is empty or holds a time."""
        return self._value is not None or not self.text().strip()

    def _read(self, text: str) -> None:
        before = self._value
        self._value = read_time(text)
        wrong = not self.is_right()
        if wrong != bool(self.property("wrong")):
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)
        if self._value != before:
            self.value_changed.emit(self._value)

    def _tidy(self) -> None:
        if self._value is not None:
            self.set_value(self._value)
