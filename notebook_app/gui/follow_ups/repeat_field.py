"""How often something repeats and when that ends, its next days in words, and how long it takes."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.due_words import short_day
from notebook_app.gui.follow_ups.repeat_choices import (
    Repeat,
    repeat_name,
    repeat_of,
    repeat_rule,
    short_month_words,
)
from notebook_app.gui.theme import SMALL, TIGHT, TextRole, Tone, theme_of
from notebook_app.gui.widgets.choice_field import ChoiceField
from notebook_app.gui.widgets.date_field import DateField
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.gui.widgets.text_fields import LineField
from notebook_app.model.recurrence import next_due
from notebook_app.model.rule_shift import weekday_of_month

_END: Final = re.compile(r";(?:COUNT=(?P<count>\d+)|UNTIL=(?P<until>\d{8})[TZ\d]*)(?=;|$)")
_BY_WEEKDAY: Final = "weekday of the month"
_BY_LAST: Final = "last weekday of the month"
_WEEKDAY_PLACE: Final = len(Repeat) - 1
_TOLD: Final = 3
_LENGTHS: Final = (15, 30, 45, 60, 90, 120, 180, 240)


class RepeatField(QWidget):
    """``changed`` is emitted when the rule is another one. ``choice`` says how often."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        """Take who knows today."""
        super().__init__(parent)
        self._today = today
        self._start: date | None = today()
        self._before = ""
        self._stored: tuple[str, date, tuple[object, ...]] | None = None
        self._last_was_chosen = False
        self.choice = ChoiceField()
        self.choice.setAccessibleName(self.tr("How often it repeats"))
        for repeat in Repeat:
            self.choice.addItem(repeat_name(repeat), repeat)
        self.choice.insertItem(_WEEKDAY_PLACE, "", _BY_WEEKDAY)
        self.end = ChoiceField()
        self.end.setAccessibleName(self.tr("When it ends"))
        for words, data in (
            (self.tr("without end"), ""),
            (self.tr("so many times"), "count"),
            (self.tr("until a day"), "until"),
        ):
            self.end.addItem(words, data)
        self.times = LineField("5")
        self.times.setValidator(QIntValidator(1, 999, self.times))
        self.times.setFixedWidth(theme_of(self).em(4))
        self.times.setAccessibleName(self.tr("How many times"))
        self.until = DateField(today, self.tr("Until which day"))
        self.words = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self._lay_out()
        self.choice.currentIndexChanged.connect(self._note_choice)
        for signal in (
            self.choice.currentIndexChanged,
            self.end.currentIndexChanged,
            self.times.textChanged,
            self.until.value_changed,
        ):
            signal.connect(lambda *_value: self._show())

    def show_start(self, start: date | None) -> None:
        """Take the day on which it begins."""
        self._start = start
        self._show()

    def show_rule(self, rule: str, start: date, due: date) -> None:
        """Show a stored rule, begun on ``start``, of what stands on ``due``.

        It stays as it is until something of it or the day is changed.
        """
        self._start = start
        self._offer_weekdays(start)
        ended = _END.search(rule)
        plain = _END.sub("", rule)
        repeat = repeat_of(plain)
        if repeat is not None:
            self.choice.choose(repeat)
        elif plain in (found := _weekday_rules(start)).values():
            self.choice.choose(next(data for data, each in found.items() if each == plain))
        else:
            self._before = plain
            self.choice.addItem(self.tr("As before"), plain)
            self.choice.choose(plain)
        if ended is not None and ended["count"]:
            self.end.choose("count")
            self.times.setText(ended["count"])
        elif ended is not None:
            self.end.choose("until")
            self.until.set_value(date.fromisoformat(ended["until"]))
        self._stored = rule, due, self._chosen()
        self._show()

    def rule(self, start: date) -> str | None:
        """Return the rule begun on ``start``, empty for never; None while its end is missing."""
        if self._stored is not None and self._stored[1:] == (start, self._chosen()):
            return self._stored[0]
        chosen = str(self.choice.currentData())
        if not chosen:
            return ""
        if chosen in (_BY_WEEKDAY, _BY_LAST):
            rule = _weekday_rules(start)[chosen]
        elif chosen == self._before:
            rule = chosen
        else:
            rule = repeat_rule(Repeat(chosen), start)
        if self.end.currentData() == "count":
            count = int(self.times.text() or 0)
            return f"{rule};COUNT={count}" if count else None
        if self.end.currentData() == "until":
            until = self.until.value()
            return None if until is None else f"{rule};UNTIL={until:%Y%m%d}"
        return rule

    def _note_choice(self) -> None:
        self._last_was_chosen = self.choice.currentData() == _BY_LAST

    def _chosen(self) -> tuple[object, ...]:
        end = self.end.currentData()
        ends = {"count": self.times.text(), "until": self.until.value()}
        return str(self.choice.currentData()), end, ends.get(str(end))

    def _show(self) -> None:
        start = self._start
        if start is not None:
            self._offer_weekdays(start)
        repeats = bool(self.choice.currentData())
        self.end.setVisible(repeats)
        self.times.setVisible(repeats and self.end.currentData() == "count")
        self.until.setVisible(repeats and self.end.currentData() == "until")
        words = self._told(start) if repeats and start is not None else ""
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.changed.emit()

    def _told(self, start: date) -> str:
        rule = self.rule(start)
        if rule is None:
            return ""
        days: list[date] = []
        day: date | None = start
        try:
            while day is not None and len(days) < _TOLD:
                day = next_due(rule, start, day)
                days += [day] if day is not None else []
            last = next_due(rule, start, days[-1]) if days else None
        except ValueError:
            return ""
        listed = ", ".join(short_day(each, self._today(), self.locale()) for each in days)
        if not days:
            return self.tr("It does not come again after that.")
        words = self.tr("Then {days}").format(days=listed)
        words += "…" if last is not None else self.tr("; no more after that")
        words = words if last is not None else f"{words}."
        return " ".join(part for part in (words, short_month_words(rule, start)) if part)

    def _offer_weekdays(self, start: date) -> None:
        """Offer the weekday of the month, and the last one only on a day that is one."""
        offered = self._weekday_words(start)
        with QSignalBlocker(self.choice):
            there = self.choice.findData(_BY_LAST)
            if _BY_LAST in offered and there < 0:
                self.choice.insertItem(_WEEKDAY_PLACE + 1, "", _BY_LAST)
                # On its way from one last Friday to another a day passes by others.
                if self._last_was_chosen:
                    self.choice.choose(_BY_LAST)
            elif _BY_LAST not in offered and there >= 0:
                if self.choice.currentIndex() == there:
                    self.choice.choose(_BY_WEEKDAY)
                self.choice.removeItem(there)
            for data, words in offered.items():
                self.choice.setItemText(self.choice.findData(data), words)

    def _weekday_words(self, start: date) -> dict[str, str]:
        day = self.locale().standaloneDayName(start.isoweekday())
        patterns = (
            self.tr("Every month on the first {day}"),
            self.tr("Every month on the second {day}"),
            self.tr("Every month on the third {day}"),
            self.tr("Every month on the fourth {day}"),
            self.tr("In months with a fifth {day}"),
        )
        words = {_BY_WEEKDAY: patterns[(start.day - 1) // 7].format(day=day)}
        if _BY_LAST in _weekday_rules(start):
            words[_BY_LAST] = self.tr("Every month on the last {day}").format(day=day)
        return words

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.choice, 2)
        row.addWidget(self.end, 1)
        row.addWidget(self.times)
        row.addWidget(self.until, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(row)
        column.addWidget(self.words)
        self.setFocusProxy(self.choice)


def _weekday_rules(start: date) -> dict[str, str]:
    weekday = weekday_of_month(start)[-2:]
    number = (start.day - 1) // 7 + 1
    rules = {_BY_WEEKDAY: f"FREQ=MONTHLY;BYDAY={number}{weekday}"}
    if start.day > monthrange(start.year, start.month)[1] - 7:
        rules[_BY_LAST] = f"FREQ=MONTHLY;BYDAY=-1{weekday}"
    return rules


class LengthField(ChoiceField):
    """How long something takes; not known at first."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Take the field's name for screen readers."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.addItem(self.tr("any length"), None)
        for minutes in _LENGTHS:
            self._add(minutes)

    def value(self) -> int | None:
        """Return the minutes, or None."""
        data = self.currentData()
        return None if data is None else int(data)

    def set_value(self, minutes: int | None) -> None:
        """Show how many minutes it takes, also ones that are not offered."""
        if minutes is None:
            self.setCurrentIndex(0)
            return
        if self.findData(minutes) < 0:
            self._add(minutes)
        self.choose(minutes)

    def _add(self, minutes: int) -> None:
        hours, rest = divmod(minutes, 60)
        number = self.locale().toString
        words = self.tr("{count} min").format(count=number(minutes))
        if hours and not rest:
            words = self.tr("{count} h").format(count=number(hours))
        elif hours:
            words = self.tr("{hours} h {count} min").format(hours=number(hours), count=number(rest))
        self.addItem(words, minutes)
