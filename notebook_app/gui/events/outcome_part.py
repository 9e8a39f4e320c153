"""What came of an event later: talk, follow-ups and work, each leading to its person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.events.event_words import opportunity_words
from notebook_app.gui.follow_ups.due_words import due_kind, due_words, short_day
from notebook_app.gui.follow_ups.kind_words import kind_name
from notebook_app.gui.follow_ups.money_words import money_words
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import MEDIUM, SMALL, TIGHT, TextRole, Tone, theme_of
from notebook_app.gui.widgets.badge import Badge, BadgeKind
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.labels import ElidedLabel, PlainLabel, SectionHeading
from notebook_app.model.event_rows import EventOutcome, LaterAct, LaterTalk, LaterWork
from notebook_app.model.follow_up import FollowUpState
from notebook_app.model.opportunity import OpportunityState
from notebook_app.model.rows import EntryKind

_BADGES = {
    OpportunityState.OPEN: BadgeKind.AMBER,
    OpportunityState.WON: BadgeKind.ACCENT,
    OpportunityState.LOST: BadgeKind.NEUTRAL,
}
_WORK_SHOWN = 20
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class _Line:
    """One thing that came of it: whose, what, a quiet word, and its badge."""

    contact_id: int
    kind: EntryKind
    entry_id: int
    name: str
    what: str
    beside: str
    badge: str
    badge_kind: BadgeKind


class OutcomePart(QWidget):
    """Nothing at all while nothing came of it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is shown yet."""
        super().__init__(parent)
        self._desk = desk
        self.cards: list[Card] = []
        self.summary = PlainLabel("", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(TIGHT + 2)
        self._column.addWidget(SectionHeading(self.tr("What came of it")))
        self._column.addWidget(self.summary)
        self._list = QVBoxLayout()
        self._list.setSpacing(TIGHT + 2)
        self._column.addLayout(self._list)

    def show_outcome(self, outcome: EventOutcome, today: date) -> None:
        """Show what came of an event until today."""
        self.setVisible(not outcome.is_empty)
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.cards = []
        if outcome.is_empty:
            return
        self.summary.setText(self._summed_up(outcome))
        lines = [
            *(self._work(each) for each in outcome.work[:_WORK_SHOWN]),
            *(self._act(each, today) for each in outcome.acts),
            *(self._talk(each, today) for each in outcome.newest_talks),
        ]
        for line in lines:
            card = self._card(line)
            self.cards.append(card)
            self._list.addWidget(card)
            card.show()
        more = self._more(outcome)
        if more:
            self._list.addWidget(PlainLabel(more, TextRole.SMALL, Tone.MUTED, wrap=True))

    def _summed_up(self, outcome: EventOutcome) -> str:
        number = self.locale().toString
        parts: list[str] = []
        for count, one, many in (
            (outcome.talks, self.tr("1 conversation since"), self.tr("{n} conversations since")),
            (outcome.done, self.tr("1 follow-up done"), self.tr("{n} follow-ups done")),
            (outcome.open, self.tr("1 still to do"), self.tr("{n} still to do")),
        ):
            if count:
                parts.append(one if count == 1 else many.format(n=number(count)))
        for state in (OpportunityState.WON, OpportunityState.OPEN, OpportunityState.LOST):
            sums = [
                money_words(value, currency, self.locale())
                for (of_state, currency), value in sorted(outcome.values.items())
                if of_state is state
            ]
            if sums:
                parts.append(f"{' + '.join(sums)} {opportunity_words(state)}")
        return " · ".join(parts)

    def _more(self, outcome: EventOutcome) -> str:
        hidden = (
            max(0, outcome.talks - len(outcome.newest_talks))
            + max(0, outcome.done + outcome.open - len(outcome.acts))
            + max(0, len(outcome.work) - _WORK_SHOWN)
        )
        if not hidden:
            return ""
        count = self.locale().toString(hidden)
        return self.tr("and {count} more, on the pages of these people").format(count=count)

    def _work(self, work: LaterWork) -> _Line:
        value = "" if work.value is None else money_words(work.value, work.currency, self.locale())
        badge = " ".join(part for part in (value, opportunity_words(work.state)) if part)
        return _Line(
            work.contact_id,
            EntryKind.OPPORTUNITY,
            work.id,
            work.name,
            work.title,
            "",
            badge,
            _BADGES[work.state],
        )

    def _act(self, act: LaterAct, today: date) -> _Line:
        is_open = act.state is FollowUpState.OPEN
        badge = (
            due_words(act.on, None, today, self.locale())
            if is_open
            else self.tr("done {day}").format(day=short_day(act.on, today, self.locale()))
        )
        kind = due_kind(act.on, today) if is_open else BadgeKind.NEUTRAL
        what = kind_name(act.kind)
        return _Line(
            act.contact_id,
            EntryKind.FOLLOW_UP,
            act.id,
            act.name,
            what,
            act.note,
            badge,
            kind,
        )

    def _talk(self, talk: LaterTalk, today: date) -> _Line:
        day = short_day(talk.on, today, self.locale())
        return _Line(
            talk.contact_id,
            EntryKind.CONVERSATION,
            talk.id,
            talk.name,
            talk.title,
            talk.text,
            day,
            BadgeKind.NEUTRAL,
        )

    def _card(self, line: _Line) -> Card:
        card = Card(clickable=True)
        card.body.setContentsMargins(MEDIUM, SMALL - 2, SMALL, SMALL - 2)
        card.body.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        name = ElidedLabel(line.name[:_LONGEST], TextRole.STRONG)
        name.setMinimumWidth(min(name.sizeHint().width(), theme_of(self).em(6)))
        head.addWidget(name)
        head.addWidget(ElidedLabel(line.what[:_LONGEST]), 1)
        head.addWidget(Badge(line.badge, line.badge_kind))
        card.body.addLayout(head)
        if line.beside:
            card.body.addWidget(ElidedLabel(line.beside[:_LONGEST], TextRole.SMALL, Tone.MUTED))
        words: Sequence[str] = (line.name, line.what, line.beside, line.badge)
        card.setAccessibleName(", ".join(part for part in words if part))
        card.clicked.connect(lambda: self._open(line))
        return card

    def _open(self, line: _Line) -> None:
        if line.kind is EntryKind.OPPORTUNITY and self._desk.offers(Act.SHOW_OPPORTUNITY):
            self._desk.ask(Act.SHOW_OPPORTUNITY, line.entry_id)
        elif self._desk.offers(Act.SHOW_ENTRY):
            self._desk.ask(Act.SHOW_ENTRY, line.contact_id, line.kind, line.entry_id)
        else:
            self._desk.open_contact(line.contact_id)
