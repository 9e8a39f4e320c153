"""The head of an event as one reads it: what, when, where, how it was meant and how it went."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.events.event_words import (
    cost_words,
    formality_words,
    involvement_words,
    when_words,
)
from notebook_app.gui.events.goal_bar import GoalBar
from notebook_app.gui.follow_ups.due_words import due_words
from notebook_app.gui.theme import MEDIUM, SMALL, TIGHT, TextRole, Tone
from notebook_app.gui.widgets.badge import Badge, BadgeKind
from notebook_app.gui.widgets.buttons import MenuButton, PlainButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.conversation import Formality
from notebook_app.model.event import EventDraft


class EventHead(QWidget):
    """What the buttons ask for: ``edit_wanted``, ``capture_wanted`` and so on."""

    edit_wanted = Signal()
    capture_wanted = Signal()
    briefing_wanted = Signal()
    delete_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty head."""
        super().__init__(parent)
        self.name = PlainLabel("", TextRole.NAME, wrap=True, selectable=True)
        self.when = PlainLabel("", wrap=True, selectable=True)
        self.where = PlainLabel("", tone=Tone.MUTED, wrap=True, selectable=True)
        self.badges = FlowLayout()
        self.capture_button = PlainButton(
            self.tr("Write down who you met…"), self.capture_wanted.emit
        )
        self.briefing_button = PlainButton(
            self.tr("Before you meet them…"), self.briefing_wanted.emit
        )
        self.edit_button = PlainButton(self.tr("Edit"), self.edit_wanted.emit)
        self.edit_button.setToolTip(self.tr("Enter in the list, or F2"))
        self.more_button = MenuButton(self.tr("More"))
        self.print_choice = self.more_button.add_choice(
            self.tr("Print sheet…"), self.print_wanted.emit
        )
        self.more_button.add_choice(self.tr("Delete this event"), self.delete_wanted.emit)
        self.goal_card = Card()
        self.goal = PlainLabel("", wrap=True, selectable=True)
        self.bar = GoalBar()
        self.note = PlainLabel("", tone=Tone.MUTED, wrap=True, selectable=True)
        self._lay_out()

    def show_event(self, draft: EventDraft, met: int, today: date) -> None:
        """Show an event at which ``met`` new people were met."""
        locale, to_come = self.locale(), draft.on >= today
        self.name.setText(draft.name)
        self.when.setText(when_words(draft, today, locale))
        host = self.tr("invited by {host}").format(host=draft.host) if draft.host else ""
        self.where.setText(" · ".join(part for part in (draft.place, host) if part))
        self.where.setVisible(bool(self.where.text()))
        organised = draft.formality is Formality.ORGANISED
        badges = [
            (
                formality_words(draft.formality).lower(),
                BadgeKind.NEUTRAL if organised else BadgeKind.BLUE,
            ),
            (involvement_words(draft.involvement, to_come=to_come).lower(), BadgeKind.NEUTRAL),
            (cost_words(draft, locale), BadgeKind.NEUTRAL),
        ]
        if to_come:
            near = due_words(draft.on, None, today, locale)
            badges.insert(0, (near, BadgeKind.AMBER))
        self._show_badges(badges)
        counts = met > 0 or (bool(draft.goal_new_people) and not draft.on > today)
        goal = draft.goal or self._hoped(draft) if not counts else draft.goal
        self.goal.setText(goal)
        self.goal.setVisible(bool(goal))
        self.bar.setVisible(counts)
        self.bar.show_result(draft.goal_new_people, met)
        self.goal_card.setVisible(counts or bool(goal))
        self.note.setText(draft.note)
        self.note.setVisible(bool(draft.note))
        self.capture_button.setVisible(not draft.on > today)
        self.briefing_button.setVisible(to_come and bool(draft.expected))

    def _hoped(self, draft: EventDraft) -> str:
        count = draft.goal_new_people
        if not count:
            return ""
        if count == 1:
            return self.tr("Meet 1 new person")
        return self.tr("Meet {count} new people").format(count=self.locale().toString(count))

    def _show_badges(self, badges: Sequence[tuple[str, BadgeKind]]) -> None:
        self.badges.clear()
        for words, kind in badges:
            if words:
                self.badges.addWidget(Badge(words, kind))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self.name)
        column.addWidget(self.when)
        column.addWidget(self.where)
        column.addSpacing(TIGHT)
        column.addLayout(self.badges)
        column.addSpacing(SMALL)
        row = FlowLayout(across=SMALL, down=SMALL)
        row.addWidget(self.capture_button)
        row.addWidget(self.briefing_button)
        row.addWidget(self.edit_button)
        row.addWidget(self.more_button)
        column.addLayout(row)
        column.addSpacing(MEDIUM)
        inside = self.goal_card.body
        inside.addWidget(PlainLabel(self.tr("Goal"), TextRole.SMALL, Tone.MUTED))
        inside.addWidget(self.goal)
        inside.addWidget(self.bar)
        column.addWidget(self.goal_card)
        column.addWidget(self.note)
