"""A card of the review: who, new or known, what was said and what comes next, one key each."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.conversations.line_reading import SOMEBODY_NEW
from notebook_app.gui.follow_ups.due_words import due_kind, due_words
from notebook_app.gui.follow_ups.kind_words import KIND_LETTERS, kind_name
from notebook_app.gui.theme import MEDIUM, SMALL, TIGHT, TextRole, Tone, theme_of
from notebook_app.gui.widgets.badge import Badge, BadgeKind
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import ElidedLabel, PlainLabel
from notebook_app.model.capture.captured import NamedPerson
from notebook_app.model.capture.review_entry import OFFERED_KINDS, ReviewEntry
from notebook_app.model.ladder import due_after_event

_LONGEST = 60
_NUMBERED = 9
_SAID = 400


class ReviewCard(Card):
    """Keys: a letter takes what comes next, R lets it rest, a figure says who is meant.

    ``person_chosen`` carries a name and a row id (or 0 for somebody new), ``step_chosen`` a kind
    of follow-up, ``rest_chosen`` nothing; ``back_wanted`` asks for the line, ``moved`` carries
    +1 or -1.
    """

    person_chosen = Signal(str, int)
    step_chosen = Signal(object)
    rest_chosen = Signal()
    back_wanted = Signal()
    moved = Signal(int)

    def __init__(
        self, entry: ReviewEntry, event_on: date, today: date, parent: QWidget | None = None
    ) -> None:
        """Take the line, the day of the event, and today."""
        super().__init__(clickable=True, parent=parent)
        self._event_on = event_on
        self._today = today
        self.entry = entry
        self._inside: QWidget | None = None
        self._keys: dict[str, Callable[[], object]] = {}
        self.body.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        self.clicked.connect(self.setFocus)
        self.show_entry(entry)

    def show_entry(self, entry: ReviewEntry) -> None:
        """Show the line anew, as after a choice."""
        self.entry = entry
        if self._inside is not None:
            self.body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._keys = {}
        self._inside = QWidget()
        self.body.addWidget(self._inside)
        self._fill(self._inside)
        self._inside.show()
        self.setAccessibleName(self._spoken())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the choices, move with the arrows and Enter."""
        act = self._keys.get(event.text().upper()) if event.text() else None
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        match event.key():
            case _ if act is not None and plain:
                act()
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter if plain:
                self.moved.emit(1)
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case Qt.Key.Key_F2:
                self.back_wanted.emit()
            case _:
                # Not the card's own Enter and Space, which would be clicks.
                QWidget.keyPressEvent(self, event)

    def _fill(self, inside: QWidget) -> None:
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        name = ElidedLabel(self._name(), TextRole.STRONG)
        name.setMinimumWidth(min(name.sizeHint().width(), theme_of(self).em(7)))
        head.addWidget(name)
        about = self._about()
        if about:
            head.addWidget(ElidedLabel(about, TextRole.SMALL, Tone.MUTED))
        head.addWidget(Badge(*self._standing()))
        head.addStretch(1)
        for words, kind in self._plans():
            head.addWidget(Badge(words, kind))
        column.addLayout(head)
        text = " ".join(self.entry.captured.text.split())
        if text and self.entry.person is not None:
            shown = text if len(text) <= _SAID else text[:_SAID] + "…"
            column.addWidget(PlainLabel(shown, tone=Tone.MUTED, wrap=True))
        choices = FlowLayout(across=0, down=0)
        self._offer(choices)
        if choices.count():
            column.addLayout(choices)

    def _offer(self, choices: FlowLayout) -> None:
        entry = self.entry
        if entry.person is None:
            self._chip(choices, self.tr("Back to the line"), "F2", self.back_wanted.emit)
            return
        unclear = entry.unclear
        if unclear is not None:
            self._offer_people(choices, unclear)
            return
        if not entry.captured.follow_ups:
            for kind in OFFERED_KINDS:
                chip = self._chip(
                    choices,
                    kind_name(kind),
                    KIND_LETTERS[kind],
                    partial(self.step_chosen.emit, kind),
                )
                chip.setChecked(entry.next_step is kind)
            chip = self._chip(choices, self.tr("Let it rest"), "R", self.rest_chosen.emit)
            chip.setChecked(entry.rest)

    def _offer_people(self, choices: FlowLayout, person: NamedPerson) -> None:
        for number, choice in enumerate(person.choices[:_NUMBERED], 1):
            about = " · ".join(part for part in (choice.name, choice.organization) if part)
            self._chip(
                choices,
                about[:_LONGEST],
                str(number),
                partial(self.person_chosen.emit, person.name, choice.id),
            )
        self._chip(
            choices,
            self.tr("Somebody new"),
            "N",
            lambda: self.person_chosen.emit(person.name, SOMEBODY_NEW),
        )

    def _chip(self, choices: FlowLayout, words: str, key: str, act: Callable[[], object]) -> Chip:
        chip = Chip(f"{key}  {words}")
        chip.setAccessibleName(self.tr("{words}, key {key}").format(words=words, key=key))
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.clicked.connect(lambda _on=False: act())
        choices.addWidget(chip)
        if len(key) == 1:
            self._keys[key] = act
        return chip

    def _name(self) -> str:
        person = self.entry.person
        if person is None:
            return " ".join(self.entry.captured.line.split())[:_LONGEST]
        names = [_shown(each) for each in self.entry.captured.people]
        return ", ".join(names)[: 4 * _LONGEST]

    def _about(self) -> str:
        captured, person = self.entry.captured, self.entry.person
        choices = () if person is None else person.choices
        known = [each.organization for each in choices if person and each.id == person.chosen]
        parts = (captured.title, captured.organization or "".join(known))
        return " · ".join(part for part in parts if part)[: 2 * _LONGEST]

    def _standing(self) -> tuple[str, BadgeKind]:
        person = self.entry.person
        if person is None:
            return self.tr("names nobody"), BadgeKind.DANGER
        if self.entry.unclear is not None:
            return self.tr("which one?"), BadgeKind.AMBER
        if person.is_new:
            return self.tr("new"), BadgeKind.ACCENT
        return self.tr("known"), BadgeKind.BLUE

    def _plans(self) -> list[tuple[str, BadgeKind]]:
        locale, captured = self.locale(), self.entry.captured
        plans = [
            (
                f"{kind_name(each.kind)} · {due_words(each.due, each.at, self._today, locale)}",
                due_kind(each.due, self._today),
            )
            for each in captured.follow_ups
        ]
        if self.entry.next_step is not None:
            due = due_after_event(self._event_on, self._today)
            words = due_words(due, None, self._today, locale)
            plans.append((f"{kind_name(self.entry.next_step)} · {words}", BadgeKind.AMBER))
        if self.entry.rest:
            plans.append((self.tr("rests"), BadgeKind.NEUTRAL))
        if self.entry.has_card:
            plans.append((self.tr("card"), BadgeKind.NEUTRAL))
        plans += [(f"#{tag}", BadgeKind.NEUTRAL) for tag in captured.tags[:4]]
        return plans

    def _spoken(self) -> str:
        parts = [self._name(), self._standing()[0], *(words for words, _kind in self._plans())]
        if self.entry.needs_step and self.entry.person is not None:
            parts.append(self.tr("no next step"))
        return ", ".join(parts)


def _shown(person: NamedPerson) -> str:
    chosen = next((each for each in person.choices if each.id == person.chosen), None)
    return " ".join((chosen.name if chosen else person.name).split())
