"""The fields of an event: on its page with all there is to say, after the event only the few."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from notebook_app.gui.events.event_words import formality_words, involvement_words
from notebook_app.gui.follow_ups.money_words import amount_from, number_words
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import MEDIUM, SMALL, TIGHT, theme_of
from notebook_app.gui.widgets.chip_choice import ChipChoice
from notebook_app.gui.widgets.date_field import DateField
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import FieldLabel
from notebook_app.gui.widgets.text_fields import LineField, TextField
from notebook_app.gui.widgets.time_field import TimeField
from notebook_app.model.conversation import Formality
from notebook_app.model.event import EventDraft, Involvement

_OFFERED = 6
_MOST_PEOPLE = 9999
_NARROW_EM = 23


class EventFields(QWidget):
    """``changed`` is emitted as anything is changed by hand or by ``show_draft``."""

    changed = Signal()

    def __init__(self, desk: Desk, *, whole: bool = True, parent: QWidget | None = None) -> None:
        """Take the desk, and whether goal, cost and note are asked for as well."""
        super().__init__(parent)
        self._desk = desk
        self._whole = whole
        self._beginning = EventDraft("", desk.clock.today())
        em = theme_of(self).em
        self.name = LineField()
        self.name.setMaxLength(300)
        self.name.setPlaceholderText(self.tr("Chamber evening, breakfast club, street party…"))
        self.on = DateField(desk.clock.today, self.tr("On which day"))
        self.at = TimeField(self.tr("At what time"))
        self.place = self._known_words(self.tr("Town hall, Bean House…"))
        self.host = self._known_words(self.tr("Who invites?"))
        self.formality = ChipChoice(
            self.tr("Kind of occasion"), [(each, formality_words(each)) for each in Formality]
        )
        self.involvement = ChipChoice(
            self.tr("What I did there"), [(each, involvement_words(each)) for each in Involvement]
        )
        self.new_people = LineField()
        self.new_people.setMaxLength(4)
        self.new_people.setMaximumWidth(em(6))
        self.new_people.setPlaceholderText("3")
        self.goal = LineField()
        self.goal.setPlaceholderText(self.tr("Thank Elif in person, sit beside someone unknown…"))
        self.fee, self.currency, self.hours = LineField(), LineField(), LineField()
        for field, width in ((self.fee, 7), (self.currency, 5), (self.hours, 6)):
            field.setMaximumWidth(em(width))
        self.currency.setMaxLength(3)
        self.currency.setPlaceholderText("EUR")
        self.currency.setAccessibleName(self.tr("Currency"))
        self.note = TextField()
        self.note.setFixedHeight(em(7))
        self._lay_out()
        self._tell()

    def draft(self) -> EventDraft:
        """Return the event as it is written now, with the people it had."""
        few = replace(
            self._beginning,
            name=self.name.text(),
            on=self.on.value() or self._beginning.on,
            at=self.at.value(),
            place=self.place.text().strip(),
            host=self.host.text().strip(),
            formality=self.formality.value(),
            involvement=self.involvement.value(),
            goal_new_people=self._goal_people(),
        )
        if not self._whole:
            return few
        fee = _amount(self.fee)
        currency = self.currency.text().strip().upper()
        return replace(
            few,
            goal=self.goal.text().strip(),
            fee=fee,
            fee_currency="" if fee is None else currency or _own_currency(self),
            hours=_amount(self.hours),
            note=self.note.toPlainText().strip(),
        )

    def show_draft(self, draft: EventDraft) -> None:
        """Show an event."""
        self._beginning = draft
        locale = self.locale()
        self.name.setText(draft.name)
        self.name.setCursorPosition(0)
        self.on.set_value(draft.on)
        self.at.set_value(draft.at)
        for field, text in (
            (self.place, draft.place),
            (self.host, draft.host),
            (self.goal, draft.goal),
            (self.currency, draft.fee_currency),
        ):
            field.setText(text)
            field.setCursorPosition(0)
        self.formality.choose(draft.formality)
        self.involvement.choose(draft.involvement)
        self.new_people.setText(str(draft.goal_new_people or ""))
        self.fee.setText("" if draft.fee is None else number_words(draft.fee, locale))
        self.hours.setText("" if draft.hours is None else number_words(draft.hours, locale))
        self.note.setPlainText(draft.note)

    def is_changed(self) -> bool:
        """Return whether something was written since ``show_draft``."""
        return self.mistake() is not None or self.draft() != self._beginning

    def mistake(self) -> tuple[str, QWidget] | None:
        """Return what is missing or wrong, in words, and where; None if all is well."""
        if not self.name.text().strip():
            return self.tr("Give it a few words: what was it?"), self.name
        if self.on.value() is None:
            return self.tr("This is not a date."), self.on.edit
        if not self.at.is_right():
            return self.tr("This is not a time of day."), self.at
        people = self.new_people.text().strip()
        if people and not (people.isdecimal() and int(people) <= _MOST_PEOPLE):
            return self.tr("How many new people? Write a number."), self.new_people
        for field, words in (
            (self.fee, self.tr("This is not an amount of money.")),
            (self.hours, self.tr("This is not a number of hours.")),
        ):
            try:
                amount_from(field.text())
            except ValueError:
                return words, field
        return None

    def _goal_people(self) -> int | None:
        text = self.new_people.text().strip()
        return int(text) or None if text.isdecimal() else None

    def _known_words(self, example: str) -> LineField:
        field = LineField()
        field.setPlaceholderText(example)
        offered = QStringListModel(field)
        completer = QCompleter(offered, field)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        field.setCompleter(completer)
        events = self._desk.notebook.event_list

        def look_up(text: str) -> None:
            known = events.hosts_and_places(text.strip(), _OFFERED) if text.strip() else []
            offered.setStringList([words for words in known if words != text])

        field.textEdited.connect(look_up)
        return field

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(_labelled(FieldLabel(self.tr("&Name"), self.name), self.name))
        column.addWidget(
            _Pair(
                _labelled(FieldLabel(self.tr("&Day"), self.on.edit), self.on),
                _labelled(FieldLabel(self.tr("&Time"), self.at), self.at),
            )
        )
        column.addWidget(
            _Pair(
                _labelled(FieldLabel(self.tr("&Place"), self.place), self.place),
                _labelled(FieldLabel(self.tr("H&ost"), self.host), self.host),
            )
        )
        pills = FlowLayout(across=MEDIUM, down=TIGHT)
        pills.addWidget(self.formality)
        pills.addWidget(self.involvement)
        pills.addWidget(_goal_field(self.tr("&New people to meet"), self.new_people))
        column.addLayout(pills)
        if not self._whole:
            return
        column.addLayout(_labelled(FieldLabel(self.tr("&Goal in words"), self.goal), self.goal))
        costs = FlowLayout(across=MEDIUM, down=TIGHT)
        costs.addWidget(_goal_field(self.tr("&Fee"), self.fee, self.currency))
        costs.addWidget(_goal_field(self.tr("Ho&urs"), self.hours))
        column.addLayout(costs)
        column.addLayout(_labelled(FieldLabel(self.tr("No&te"), self.note), self.note))

    def lines(self) -> Sequence[QLineEdit]:
        """Return the fields of one line, in which Enter is "done"."""
        return (
            *(self.name, self.on.edit, self.at, self.place, self.host, self.new_people),
            *(self.goal, self.fee, self.currency, self.hours),
        )

    def _tell(self) -> None:
        for field in self.lines():
            field.textChanged.connect(self.changed)
        self.note.textChanged.connect(self.changed)
        self.formality.chosen.connect(self.changed)
        self.involvement.chosen.connect(self.changed)


def _amount(field: QLineEdit) -> Decimal | None:
    with suppress(ValueError):
        return amount_from(field.text())
    return None


def _own_currency(field: QWidget) -> str:
    locale = field.locale()
    return locale.currencySymbol(locale.CurrencySymbolFormat.CurrencyIsoCode) or "EUR"


def _labelled(label: QWidget, field: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(TIGHT - 1)
    column.addWidget(label)
    column.addWidget(field)
    return column


class _Pair(QWidget):
    """Two fields side by side, or one above the other where there is little room."""

    def __init__(self, one: QVBoxLayout, other: QVBoxLayout) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(MEDIUM)
        self._row.addLayout(one, 1)
        self._row.addLayout(other, 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).em(8), self._row.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme_of(self).em(_NARROW_EM)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        if self._row.direction() != (down if narrow else across):
            self._row.setDirection(down if narrow else across)
            self._row.setSpacing(SMALL if narrow else MEDIUM)


def _goal_field(words: str, *fields: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(TIGHT)
    row.addWidget(FieldLabel(words, fields[0]))
    for field in fields:
        row.addWidget(field)
    return holder
