"""The card of an entry beside the month: who, what, and, while it is chosen, what to do with it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.calendar.entry_acts import EntryActs
from notebook_app.gui.calendar.entry_look import (
    about_words,
    can_complete,
    can_move,
    look_of,
    repeat_words,
    spoken_words,
)
from notebook_app.gui.calendar.glyph_disc import GlyphDisc
from notebook_app.gui.follow_ups.due_words import due_words
from notebook_app.gui.follow_ups.forms import show_complete_form
from notebook_app.gui.follow_ups.stored_photo import photo_loader
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.long_text import breakable
from notebook_app.gui.theme import SMALL, TextRole, Tone
from notebook_app.gui.widgets.avatar import Avatar
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.rows import CalendarEntry, CalendarKind

_LONGEST_WORD = 12


class EntryCard(Card):
    """A click or the focus chooses it; Enter or another click opens the person.

    ``chosen`` carries the entry; ``step_wanted`` +1 or -1 for Down and Up.
    """

    chosen = Signal(object)
    step_wanted = Signal(int)

    def __init__(
        self,
        desk: Desk,
        entry: CalendarEntry,
        *,
        by_day: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Take the entry; ``by_day`` if its day is not said elsewhere, as for late ones."""
        super().__init__(clickable=True, parent=parent)
        self.entry = entry
        self._desk = desk
        self._entry_acts = EntryActs(desk, self)
        today = desk.clock.today()
        look = look_of(entry, today, self.locale())
        about = about_words(entry, self.locale())
        if by_day:
            due = due_words(entry.on, None, today, self.locale())
            about = " · ".join(part for part in (about.split(" · ")[0], due) if part)
        name = PlainLabel(_breakable(entry.title[:200]), TextRole.STRONG, wrap=True)
        about = _breakable(about)
        words = PlainLabel(about, TextRole.SMALL, Tone.MUTED, wrap=True)
        for label in (name, words):
            # A word longer than the column is cut rather than making the column wider.
            label.setMinimumWidth(1)
        if look.repeats:
            about = f"{about} · {repeat_words(look)}"
            words.setText(about)
        if look.done:
            words.setText(self.tr("{about} · done").format(about=about))
            name.set_tone(Tone.MUTED)
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addWidget(name)
        lines.addWidget(words)
        row = QHBoxLayout()
        row.setSpacing(SMALL + 2)
        row.addWidget(self._picture(entry), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        self.body.addLayout(row)
        self._acts: QWidget | None = None
        self._only_choose = False
        self.setAccessibleName(spoken_words(entry, today, self.locale()))
        self.clicked.connect(self._clicked)

    @property
    def acts(self) -> QWidget | None:
        """The row of buttons, if the card was ever chosen and something can be done."""
        return self._acts

    def show_chosen(self, chosen: bool) -> None:
        """Show or hide what can be done with the entry."""
        if chosen and self._acts is None and can_complete(self.entry):
            self._acts = self._make_acts()
            self.body.addWidget(self._acts)
        if self._acts is not None:
            self._acts.setVisible(chosen)
        self.set_highlighted(chosen)

    def open_done(self) -> None:
        """Ask what happened."""
        if can_complete(self.entry):
            show_complete_form(self._desk, self, self.entry.id)

    def open_later(self, place: QPoint | None = None) -> None:
        """Offer other days, at ``place`` on the screen or below the card."""
        if can_move(self.entry):
            below = self.mapToGlobal(QPoint(SMALL, self.height()))
            self._entry_acts.offer(self.entry, place or below)

    def open_person(self) -> None:
        """Show whom it is about, or the event."""
        if self.entry.contact_id is not None:
            self._desk.open_contact(self.entry.contact_id)
        elif self.entry.kind is CalendarKind.EVENT:
            self._desk.ask(Act.SHOW_EVENT, self.entry.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be the chosen one when the keys come here."""
        super().focusInEvent(event)
        self._only_choose = event.reason() is Qt.FocusReason.MouseFocusReason
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.chosen.emit(self.entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step to another card, or do what a letter stands for."""
        acts = {Qt.Key.Key_D: self.open_done, Qt.Key.Key_L: self.open_later}
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step_wanted.emit(1 if key is Qt.Key.Key_Down else -1)
        elif key in acts and not event.modifiers():
            acts[key]()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer other days under the pointer."""
        self.open_later(event.globalPos())

    def _clicked(self) -> None:
        # The click that brought the focus shows what can be done; another one opens.
        if self._only_choose:
            self._only_choose = False
            self.chosen.emit(self.entry)
        else:
            self.open_person()

    def _picture(self, entry: CalendarEntry) -> QWidget:
        if entry.contact_id is None:
            return GlyphDisc(entry.kind)
        avatar = Avatar(2.3)
        avatar.show_stored(entry.title, entry.photo_id, photo_loader(self._desk.notebook))
        return avatar

    def _make_acts(self) -> QWidget:
        acts = QWidget()
        done = PlainButton(self.tr("Done…"), self.open_done)
        done.setToolTip(self.tr("Write down what happened, and plan what comes next (D)"))
        later = PlainButton(self.tr("Later") + " ▾", lambda: self._later_below(later))
        later.setToolTip(self.tr("Another day, or not at all (L)"))
        row = FlowLayout(acts, across=SMALL + 2)
        row.addWidget(done)
        row.addWidget(later)
        return acts

    def _later_below(self, button: PlainButton) -> None:
        self.open_later(button.mapToGlobal(QPoint(0, button.height())))


def _breakable(text: str) -> str:
    """Return text whose long words can break; at a hyphen they can anyway."""
    return "-".join(breakable(part, _LONGEST_WORD) for part in text.split("-"))
