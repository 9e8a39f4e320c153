"""Which event it was: one of the notebook, proposed or found by its name, or a new one."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.events.event_fields import EventFields
from notebook_app.gui.events.event_words import when_words
from notebook_app.gui.follow_ups.due_words import ago_words, short_day
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import SMALL, TIGHT, TextRole, Tone
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import ElidedLabel, PlainLabel
from notebook_app.model.capture.captured import EventChoice
from notebook_app.model.event import Event, EventDraft
from notebook_app.model.name_form import folded

_OFFERED = 6
_LOOKED_AT = 30
_ID = int(Qt.ItemDataRole.UserRole)
_LONGEST = 60


class EventChoiceCard(Card):
    """``changed`` is emitted as another event is chosen or written, ``entered`` to go on."""

    changed = Signal()
    entered = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is chosen."""
        super().__init__(parent=parent)
        self._desk = desk
        self._event: Event | None = None
        self.fields = EventFields(desk, whole=False)
        self._offered = QStandardItemModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated[QModelIndex].connect(  # type: ignore[index]
            self._take, Qt.ConnectionType.QueuedConnection
        )
        self.fields.name.setCompleter(completer)
        self.fields.name.textEdited.connect(self._look_up)
        self._proposals = FlowLayout(across=0, down=0)
        self.proposals: list[Chip] = []
        self.chosen_name = ElidedLabel("", TextRole.STRONG)
        self.chosen_about = ElidedLabel("", TextRole.SMALL, Tone.MUTED)
        self.other_button = PlainButton(self.tr("Another event"), self.begin_other)
        self._lay_out()
        self.fields.changed.connect(self.changed)
        for field in self.fields.lines():
            field.returnPressed.connect(self._entered)

    @property
    def event_id(self) -> int | None:
        """The event of the notebook that is chosen, or None for a new one."""
        return None if self._event is None else self._event.id

    def draft(self) -> EventDraft:
        """Return the event as it is stored, or as it is written now."""
        return self.fields.draft() if self._event is None else self._event.draft

    def mistake(self) -> tuple[str, QWidget] | None:
        """Return what is missing of a new event, in words, and where; None if all is well."""
        return None if self._event is not None else self.fields.mistake()

    def propose(self) -> EventChoice | None:
        """Offer the events of today and yesterday, and return the likeliest."""
        found = self._near()
        self._proposals.clear()
        self.proposals = []
        today = self._desk.clock.today()
        for choice in found:
            name = " ".join(choice.name.split())[:_LONGEST]
            day = ago_words(choice.on, today, self.locale())
            chip = Chip(f"{name} · {day}", checkable=False)
            chip.clicked.connect(lambda _on=False, event_id=choice.id: self.choose(event_id))
            self._proposals.addWidget(chip)
            self.proposals.append(chip)
        self._proposed.setVisible(bool(found))
        return found[0] if found else None

    def choose(self, event_id: int) -> bool:
        """Choose an event of the notebook; return whether it is there."""
        event = self._desk.notebook.events.get(event_id)
        if event is None:
            return False
        self._event = event
        today = self._desk.clock.today()
        self.chosen_name.setText(event.draft.name[:300])
        about = (when_words(event.draft, today, self.locale()), event.draft.place[:100])
        self.chosen_about.setText(" · ".join(part for part in about if part))
        self._show(chosen=True)
        self.changed.emit()
        return True

    def write_new(self, draft: EventDraft | None = None) -> None:
        """Write a new event from its name on."""
        self._event = None
        self.fields.show_draft(draft or EventDraft("", self._desk.clock.today()))
        self._show(chosen=False)
        self.changed.emit()

    def begin_other(self) -> None:
        """Choose or write another one than the chosen."""
        self.write_new()
        self.propose()
        self.fields.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Go to the name, or to what chooses another one."""
        target: QWidget = self.fields.name if self._event is None else self.other_button
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _near(self) -> list[EventChoice]:
        today = self._desk.clock.today()
        events = self._desk.notebook.event_list
        return [*events.on_day(today), *events.latest_before(today, 2)]

    def _entered(self) -> None:
        popup = self.fields.name.completer().popup()
        if popup is not None and popup.isVisible():
            if popup.currentIndex().isValid():
                return  # Enter takes what is marked.
            popup.hide()
            # The list gives the keys back to the field first.
            QTimer.singleShot(0, self, self.entered.emit)
            return
        self.entered.emit()

    def _look_up(self, text: str) -> None:
        today = self._desk.clock.today()
        found = self._desk.notebook.event_list.complete(text, today, _LOOKED_AT)
        words = folded(text).split()
        # The words may also stand in its place or note, but here one writes a name.
        named = [
            choice
            for choice in found
            if choice.on <= today and all(word in folded(choice.name) for word in words)
        ]
        self._offered.clear()
        for choice in named[:_OFFERED]:
            day = short_day(choice.on, today, self.locale())
            name = " ".join(choice.name.split())[:_LONGEST]
            item = QStandardItem(f"{name} · {day}")
            item.setData(choice.id, _ID)
            self._offered.appendRow(item)
        QTimer.singleShot(0, self, self._unmark)

    def _unmark(self) -> None:
        """Mark no offer by itself: Enter would take it for what was typed, and unseen at that."""
        popup = self.fields.name.completer().popup()
        if popup is not None:
            popup.setCurrentIndex(QModelIndex())

    def _take(self, index: QModelIndex) -> None:
        event_id = index.data(_ID)
        if isinstance(event_id, int) and self.choose(event_id):
            self.entered.emit()

    def _show(self, *, chosen: bool) -> None:
        self._chosen.setVisible(chosen)
        self._writing.setVisible(not chosen)

    def _lay_out(self) -> None:
        self._chosen, self._writing, self._proposed = QWidget(), QWidget(), QWidget()
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self.chosen_name)
        names.addWidget(self.chosen_about)
        row = QHBoxLayout(self._chosen)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addLayout(names, 1)
        row.addWidget(self.other_button)
        near = QVBoxLayout(self._proposed)
        near.setContentsMargins(0, 0, 0, 0)
        near.setSpacing(TIGHT)
        near.addWidget(PlainLabel(self.tr("Was it one of these?"), TextRole.SMALL, Tone.MUTED))
        near.addLayout(self._proposals)
        column = QVBoxLayout(self._writing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._proposed)
        column.addWidget(self.fields)
        self.body.addWidget(self._chosen)
        self.body.addWidget(self._writing)
        self._proposed.hide()
        self._show(chosen=False)
