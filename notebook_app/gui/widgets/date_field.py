"""A field for a date as people type it, which says at once what it understood."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from notebook_app.gui.theme import MEDIUM, TIGHT, TextRole, Tone
from notebook_app.gui.widgets.buttons import QuietButton
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.gui.widgets.text_fields import LineField
from notebook_app.model.date_words import parse_date


def read_date(text: str, today: date, locale: QLocale) -> date | None:
    """Return what ``text`` means: words or ISO first, then the locale's own forms.

    A form with a year of two digits means the year nearest to ``today``.
    """
    found = parse_date(text, today)
    if found is not None:
        return found
    stripped = text.strip()
    for kind in (QLocale.FormatType.ShortFormat, QLocale.FormatType.LongFormat):
        form = locale.dateFormat(kind)
        full = form if "yyyy" in form else form.replace("yy", "yyyy")
        for pattern in (full, full.replace("yyyy", "yy")):
            read = locale.toDate(stripped, pattern, today.year - 50)
            if read.isValid():
                return date(read.year(), read.month(), read.day())
    return None


class DateField(QWidget):
    """Takes ``tomorrow``, ``next tuesday``, ``in 2 weeks``, ISO and the locale's dates.

    Beside the text stands what was understood. Up and Down go a day on or back, the button (or
    Alt+Down) opens a calendar. ``value_changed`` carries a ``date``, or None for a text that is
    empty or not understood.
    """

    value_changed = Signal(object)

    def __init__(
        self,
        today: Callable[[], date],
        name: str = "",
        *,
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Take who knows today's date, and the field's name for screen readers.

        An ``optional`` field may stay empty; else an empty one counts as not understood.
        """
        super().__init__(parent)
        self._today = today
        self._optional = optional
        self._value: date | None = None
        self.edit = LineField()
        self.edit.setAccessibleName(name or self.tr("Date"))
        self.edit.setPlaceholderText(self.tr("tomorrow, next tuesday, 24 Nov…"))
        self.edit.textChanged.connect(self._read)
        self._understood = PlainLabel("", TextRole.SMALL, Tone.MUTED)
        self._open = QuietButton("▾", self.tr("Choose from a calendar"), self.open_calendar)
        self._open.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._open.setCursor(Qt.CursorShape.ArrowCursor)
        inner = QHBoxLayout(self.edit)
        inner.setContentsMargins(0, 0, 3, 0)
        inner.setSpacing(0)
        inner.addStretch(1)
        inner.addWidget(self._understood)
        inner.addWidget(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def value(self) -> date | None:
        """Return the date that is meant, or None."""
        return self._value

    def set_value(self, value: date | None) -> None:
        """Show ``value`` in the locale's short form, or nothing."""
        self.edit.setText("" if value is None else self._short(value))

    def is_right(self) -> bool:
        """Return whether there is a date, or nothing in an optional field."""
        return self._value is not None or (self._optional and not self.edit.text().strip())

    def open_calendar(self) -> None:
        """Show a calendar below the field; a click or Enter in it takes the day."""
        from notebook_app.gui.widgets.calendar_popup import CalendarPopup

        def take(day: date) -> None:
            self.set_value(day)
            self.edit.setFocus()

        popup = CalendarPopup(self._value or self._today(), self.edit.accessibleName(), self)
        popup.taken.connect(take)
        popup.show_below(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go a day on or back, or open the calendar."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            self.set_value((self._value or self._today()) + timedelta(days=step))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what was understood only where it leaves room for the text."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        button = self._open.sizeHint().width()
        said = self._understood.sizeHint().width() if self._understood.text() else 0
        text = self.edit.fontMetrics().horizontalAdvance(self.edit.text())
        fits = text + said + button + 4 * MEDIUM <= self.width()
        self._understood.setVisible(bool(said) and fits)
        end = button + TIGHT + (said if fits else 0)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            self.edit.setTextMargins(end, 0, 0, 0)
        else:
            self.edit.setTextMargins(0, 0, end, 0)

    def _read(self, text: str) -> None:
        before = self._value
        self._value = read_date(text, self._today(), self.locale())
        wrong = bool(text.strip()) and self._value is None
        if self._value is not None:
            self._understood.setText(self._long(self._value))
        else:
            self._understood.setText(self.tr("not a date yet") if wrong else "")
        self._understood.set_tone(Tone.DANGER if wrong else Tone.MUTED)
        self.edit.setAccessibleDescription(self._understood.text())
        self._make_room()
        if self._value != before:
            self.value_changed.emit(self._value)

    def _short(self, value: date) -> str:
        if self.locale().language() == QLocale.Language.C:
            return value.isoformat()  # where no country is set, Qt would write "22 11 2026"
        form = self.locale().dateFormat(QLocale.FormatType.ShortFormat)
        full = form if "yyyy" in form else form.replace("yy", "yyyy")
        return self.locale().toString(QDate(value.year, value.month, value.day), full)

    def _long(self, value: date) -> str:
        form = "ddd d MMM" if value.year == self._today().year else "ddd d MMM yyyy"
        return self.locale().toString(QDate(value.year, value.month, value.day), form)
