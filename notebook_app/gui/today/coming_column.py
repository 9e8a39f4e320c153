"""What comes besides follow-ups: the next event and the birthdays of a week."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.due_words import due_words, short_day, time_words
from notebook_app.gui.follow_ups.reason_words import one_line
from notebook_app.gui.follow_ups.stored_photo import photo_loader
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import MEDIUM, SMALL, TIGHT, TextRole, Tone
from notebook_app.gui.today.more_button import MoreButton
from notebook_app.gui.widgets.avatar import Avatar
from notebook_app.gui.widgets.buttons import LinkButton, PlainButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.labels import ElidedLabel, PlainLabel, SectionHeading
from notebook_app.model.event import Event
from notebook_app.model.rows import CalendarEntry, CalendarKind

_BIRTHDAYS_AHEAD_DAYS = 7
_BIRTHDAYS_SHOWN = 6
_NAMED = 4


class ComingColumn(QWidget):
    """Cards that are there only if they have something to say."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is read before ``read``."""
        super().__init__(parent)
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(MEDIUM - 2)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def is_empty(self) -> bool:
        """Return whether nothing is coming."""
        return self._column.count() == 0

    def read(self, today: date) -> None:
        """Read what is coming and show it."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._show_just_been(today)
        self._show_event(today)
        self._show_birthdays(today)

    def _show_just_been(self, today: date) -> None:
        """Offer to write down whom one met, that evening and the day after."""
        if not self._desk.offers(Act.CAPTURE_EVENT):
            return
        for event_id, name in self._desk.notebook.events.just_been(today):
            card = self._card(self.tr("Whom did you meet?"))
            card.body.addWidget(PlainLabel(one_line(name), TextRole.SMALL_STRONG, wrap=True))
            button = PlainButton(
                self.tr("Write down who you met…"),
                partial(self._desk.ask, Act.CAPTURE_EVENT, event_id),
            )
            button.setToolTip(self.tr("Ctrl+Shift+E"))
            card.body.addWidget(button)

    def _show_event(self, today: date) -> None:
        event = self._desk.notebook.events.next_after(today)
        if event is None:
            return
        draft = event.draft
        when = short_day(draft.on, today, self.locale())
        if draft.at is not None:
            when = f"{when} {time_words(draft.at, self.locale())}"
        card = self._card(self.tr("Next event"))
        if self._desk.offers(Act.SHOW_EVENT):
            name = LinkButton(
                one_line(draft.name)[:60], lambda: self._desk.ask(Act.SHOW_EVENT, event.id)
            )
            card.body.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            card.body.addWidget(PlainLabel(one_line(draft.name), TextRole.SMALL_STRONG, wrap=True))
        place = " · ".join(part for part in (when, one_line(draft.place)) if part)
        card.body.addWidget(PlainLabel(place, TextRole.SMALL, wrap=True))
        self._show_expected(card, event)
        if draft.goal:
            goal = self.tr("Goal: {goal}").format(goal=one_line(draft.goal))
            card.body.addWidget(PlainLabel(goal, TextRole.SMALL, Tone.MUTED, wrap=True))

    def _show_expected(self, card: Card, event: Event) -> None:
        """Say who is expected, and offer what to know of them before."""
        ids = event.draft.expected
        if not ids:
            return
        named = [
            one_line(name)[:60] for name in self._desk.notebook.contacts.names_of(ids[:_NAMED])
        ]
        words = self.tr("Expected: {names}").format(names=", ".join(named))
        card.body.addWidget(PlainLabel(words, TextRole.SMALL, wrap=True))
        more = MoreButton(self.tr("Expected"), lambda: self._desk.ask(Act.SHOW_EVENT, event.id))
        card.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        more.show_count(len(ids) - len(named))
        if self._desk.offers(Act.BRIEFING):
            title = one_line(event.draft.name)
            brief = LinkButton(
                self.tr("Before you meet them…"),
                lambda: self._desk.ask(Act.BRIEFING, list(ids), title),
            )
            card.body.addWidget(brief, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_birthdays(self, today: date) -> None:
        until = today + timedelta(days=_BIRTHDAYS_AHEAD_DAYS)
        entries = self._desk.notebook.calendar.birthdays(today, until)
        if not entries:
            return
        card = self._card(self.tr("Birthdays"))
        for entry in entries[:_BIRTHDAYS_SHOWN]:
            card.body.addLayout(self._birthday(entry, today))
        more = len(entries) - _BIRTHDAYS_SHOWN
        if more > 0:
            query = f"birthday:<={_BIRTHDAYS_AHEAD_DAYS}d"
            button = MoreButton(self.tr("Birthdays"), lambda: self._desk.ask(Act.FIND, query))
            card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            button.show_count(more)

    def _birthday(self, entry: CalendarEntry, today: date) -> QHBoxLayout:
        assert entry.kind is CalendarKind.BIRTHDAY
        avatar = Avatar(2.0)
        avatar.show_stored(entry.title, entry.photo_id, photo_loader(self._desk.notebook))
        name = LinkButton(entry.title[:60], lambda: self._desk.open_contact(entry.id))
        name.setMinimumWidth(name.fontMetrics().averageCharWidth() * 8)
        words = due_words(entry.on, None, today, self.locale())
        if entry.years:
            years = self.locale().toString(entry.years)
            words = self.tr("{day}, turns {years}").format(day=words, years=years)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(avatar)
        row.addWidget(name)
        row.addWidget(ElidedLabel(words, TextRole.SMALL, Tone.MUTED), 1)
        return row

    def _card(self, heading: str) -> Card:
        card = Card()
        card.body.setSpacing(TIGHT)
        card.body.addWidget(SectionHeading(heading))
        card.body.addSpacing(TIGHT)
        self._column.addWidget(card)
        return card
