"""The review before everything is saved: unclear names, people without a next step, the rest."""

import time
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.capture.review_card import ReviewCard
from notebook_app.gui.events.event_words import when_words
from notebook_app.gui.events.goal_bar import GoalBar
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TIGHT, TextRole, Tone, theme_of
from notebook_app.gui.widgets.card import ScrollColumn
from notebook_app.gui.widgets.grouped_column import GroupedColumn
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading
from notebook_app.model.capture.review_entry import ReviewEntry, new_people
from notebook_app.model.event import EventDraft
from notebook_app.model.follow_up import FollowUpKind

_SLICE_SECONDS = 0.012
_WIDEST_EM = 70


class ReviewView(ScrollColumn):
    """``person_chosen``, ``step_chosen``, ``rest_chosen``, ``line_wanted`` carry a line's number.

    ``settled`` is emitted when one goes on from the last card.
    """

    person_chosen = Signal(int, str, int)
    step_chosen = Signal(int, object)
    rest_chosen = Signal(int)
    line_wanted = Signal(int)
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty review."""
        super().__init__(parent)
        self.cards: list[ReviewCard] = []
        self._numbers: dict[ReviewCard, int] = {}
        self._waiting: list[tuple[SectionHeading | None, int]] = []
        self._entries: list[ReviewEntry] = []
        self._draft: EventDraft | None = None
        self._met_before = 0
        self._made = 0
        self._today = date.min
        self.name = PlainLabel("", TextRole.NAME, wrap=True)
        self.about = PlainLabel("", tone=Tone.MUTED, wrap=True)
        self.bar = GoalBar()
        self.hint = PlainLabel(
            self.tr(
                "A letter chooses what comes next, R lets it rest; not everyone gets a follow-up. "
                "Enter goes on, Ctrl+Enter saves, Escape goes back."
            ),
            TextRole.SMALL,
            Tone.MUTED,
            wrap=True,
        )
        self._list = GroupedColumn(TIGHT + 2)
        holder = QWidget()
        holder.setMaximumWidth(theme_of(self).em(_WIDEST_EM))
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SMALL)
        for widget in (self.name, self.about, self.bar, self.hint):
            inside.addWidget(widget)
        inside.addSpacing(SMALL)
        inside.addWidget(self._list)
        self.column.addWidget(holder)
        self._work = QTimer(self)
        self._work.setInterval(0)
        self._work.timeout.connect(self._work_on)

    def show_review(
        self,
        draft: EventDraft,
        met_before: int,
        entries: Sequence[ReviewEntry],
        today: date,
    ) -> None:
        """Show the lines of an event at which ``met_before`` new people were met already."""
        self._draft, self._met_before, self._today = draft, met_before, today
        self._entries = list(entries)
        self.name.setText(draft.name)
        parts = (when_words(draft, today, self.locale()), draft.place)
        self.about.setText(" · ".join(part for part in parts if part))
        self._clear()
        groups: list[tuple[str, list[int]]] = [
            (self.tr("Who is meant?"), []),
            (self.tr("Met, but without a next step"), []),
            (self.tr("All set"), []),
        ]
        for number, entry in enumerate(self._entries):
            unclear = entry.person is None or entry.unclear is not None
            group = 0 if unclear else 1 if entry.needs_step else 2
            groups[group][1].append(number)
        for heading, numbers in groups:
            for place, number in enumerate(numbers):
                words = f"{heading}  {self.locale().toString(len(numbers))}"
                self._waiting.append((None if place else SectionHeading(words), number))
        self._show_goal()
        self._work_on()
        if self._waiting:
            self._work.start()

    def update_entry(self, number: int, entry: ReviewEntry) -> None:
        """Show a line anew after a choice; its card stays where it is."""
        self._entries[number] = entry
        for card, of_card in self._numbers.items():
            if of_card == number:
                card.show_entry(entry)
        self._show_goal()

    def finish(self) -> None:
        """Make at once what still waits."""
        while self._waiting:
            self._make_one()
        self._list.show_all()
        self._work.stop()

    def focus_first(self) -> bool:
        """Go to the first card that needs something, else to the first; False if there is none."""
        card = next((each for each in self.cards if each.entry.needs_something), None)
        if card is None:
            return False
        self._focus(card)
        return True

    def go_on(self, number: int) -> None:
        """Go to the next card that needs something after the one of a line; else be settled."""
        self.finish()
        place = next(at for at, card in enumerate(self.cards) if self._numbers[card] == number)
        later = [*self.cards[place + 1 :], *self.cards[:place]]
        card = next((each for each in later if each.entry.needs_something), None)
        if card is None:
            self.settled.emit()
        else:
            self._focus(card)

    def focus_number(self, number: int) -> None:
        """Go to the card of a line."""
        self.finish()
        for card, of_card in self._numbers.items():
            if of_card == number:
                self._focus(card)

    def _focus(self, card: ReviewCard) -> None:
        card.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(card, 0, LARGE)

    def _show_goal(self) -> None:
        draft = self._draft
        if draft is not None:
            self.bar.show_result(
                draft.goal_new_people, self._met_before + new_people(self._entries)
            )

    def _clear(self) -> None:
        self._waiting = []
        self._numbers = {}
        self.cards = []
        self._list.clear()
        self._made = 0

    def _work_on(self) -> None:
        until = time.perf_counter() + _SLICE_SECONDS
        while self._waiting and time.perf_counter() < until:
            self._make_one()
        if not self._waiting:
            self._list.show_all()
            self._work.stop()

    def _make_one(self) -> None:
        heading, number = self._waiting.pop(0)
        draft = self._draft
        if draft is None:
            return
        if heading is not None:
            if self.cards:
                heading.setContentsMargins(0, MEDIUM, 0, 0)
            self._add(heading)
        card = ReviewCard(self._entries[number], draft.on, self._today)
        card.person_chosen.connect(
            lambda name, contact_id: self.person_chosen.emit(number, name, contact_id)
        )
        card.step_chosen.connect(lambda kind: self._step_chosen(number, kind))
        card.rest_chosen.connect(lambda: self.rest_chosen.emit(number))
        card.back_wanted.connect(lambda: self.line_wanted.emit(number))
        card.moved.connect(lambda step: self._moved(card, step))
        self._numbers[card] = number
        self.cards.append(card)
        self._add(card)

    def _add(self, widget: QWidget) -> None:
        self._list.insert_later(self._made, widget)
        self._made += 1

    def _step_chosen(self, number: int, kind: FollowUpKind) -> None:
        self.step_chosen.emit(number, kind)

    def _moved(self, card: ReviewCard, step: int) -> None:
        place = self.cards.index(card) + step
        if place >= len(self.cards):
            self.settled.emit()
        elif place >= 0:
            self._focus(self.cards[place])
