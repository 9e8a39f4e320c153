"""What work or a client grew from: a conversation or an event, chosen from the timeline."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from notebook_app.gui.follow_ups.due_words import short_day
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import TIGHT, theme_of
from notebook_app.gui.widgets.buttons import MenuButton, QuietButton, without_key
from notebook_app.gui.widgets.labels import ElidedLabel
from notebook_app.model.rows import EntryKind, TimelineEntry

_OFFERED = 12
_EVENTS_OFFERED = 5
_EVENT_DAYS = 60
_LONGEST = 70
_NARROW_EM = 19


class GrownFromField(QWidget):
    """``changed`` is emitted when something else is chosen."""

    changed = Signal()

    def __init__(
        self, desk: Desk, people: Callable[[], Sequence[int]], parent: QWidget | None = None
    ) -> None:
        """Take the desk, and who knows whose timelines may tell of it."""
        super().__init__(parent)
        self._desk = desk
        self._people = people
        self.conversation_id: int | None = None
        self.event_id: int | None = None
        self.words = ElidedLabel("")
        self.forget_button = QuietButton("×", self.tr("It grew from nothing named"), self.forget)
        self.choose = MenuButton(self.tr("Choose"))
        self.choose.setAccessibleName(self.tr("Choose the conversation or event it grew from"))
        self.choose.choices().aboutToShow.connect(self._fill)
        named = QHBoxLayout()
        named.setSpacing(TIGHT)
        named.addWidget(self.words, 1)
        named.addWidget(self.forget_button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(TIGHT)
        self._row.addLayout(named, 1)
        self._row.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.choose)

    def minimumSizeHint(self) -> QSize:
        """Return the width that is enough with the button below the words."""
        return QSize(self.choose.minimumSizeHint().width(), self._row.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the button below the words where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < theme_of(self).em(_NARROW_EM)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(down if narrow else across)

    def show_source(self, conversation_id: int | None, event_id: int | None) -> None:
        """Show what it grew from; None for neither."""
        self.conversation_id, self.event_id = conversation_id, event_id
        parts = []
        notebook, today = self._desk.notebook, self._desk.clock.today()
        if conversation_id is not None:
            conversation = notebook.conversations.get(conversation_id)
            if conversation is not None:
                draft = conversation.draft
                day = short_day(draft.on, today, self.locale())
                parts.append(f"{day}: {' '.join(draft.text[:200].split())}")
        if event_id is not None:
            event = notebook.events.get(event_id)
            if event is not None:
                day = short_day(event.draft.on, today, self.locale())
                parts.append(f"{event.draft.name[:200]}, {day}")
        self.words.setText(" · ".join(parts) or self.tr("Nothing named"))
        self.forget_button.setVisible(bool(parts))

    def forget(self) -> None:
        """Let it have grown from nothing that is named."""
        self._take(None, None)
        self.choose.setFocus()

    def _take(self, conversation_id: int | None, event_id: int | None) -> None:
        self.show_source(conversation_id, event_id)
        self.changed.emit()

    def _fill(self) -> None:
        menu = self.choose.choices()
        menu.clear()
        for entry in self._entries():
            words = without_key(self._entry_words(entry))
            menu.addAction(words).triggered.connect(
                lambda _on=False, chosen=entry: self._choose(chosen)
            )
        today = self._desk.clock.today()
        events = self._desk.notebook.event_list.latest_before(today, _EVENT_DAYS)
        known = {entry.id for entry in self._entries() if entry.kind is EntryKind.EVENT}
        others = [event for event in events if event.id not in known][:_EVENTS_OFFERED]
        if others:
            menu.addSeparator()
        for event in others:
            day = short_day(event.on, today, self.locale())
            words = without_key(f"{event.name[:_LONGEST]}, {day}")
            menu.addAction(words).triggered.connect(
                lambda _on=False, event_id=event.id: self._take(None, event_id)
            )
        if menu.isEmpty():
            menu.addAction(self.tr("Nothing is written down with them yet")).setEnabled(False)

    def _entries(self) -> list[TimelineEntry]:
        kinds = (EntryKind.CONVERSATION, EntryKind.EVENT)
        found: dict[tuple[EntryKind, int], TimelineEntry] = {}
        for contact_id in self._people():
            for entry in self._desk.notebook.timeline.page(contact_id, 0, _OFFERED, kinds):
                found.setdefault(entry.key, entry)
        newest = sorted(found.values(), key=lambda entry: entry.on, reverse=True)
        return newest[:_OFFERED]

    def _entry_words(self, entry: TimelineEntry) -> str:
        day = short_day(entry.on, self._desk.clock.today(), self.locale())
        said = " ".join(entry.text[:200].split())
        words = f"{entry.title}: {said}" if said and entry.kind is not EntryKind.EVENT else ""
        return f"{day} · {(words or entry.title)[:_LONGEST]}"

    def _choose(self, entry: TimelineEntry) -> None:
        if entry.kind is EntryKind.EVENT:
            self._take(None, entry.id)
            return
        conversation = self._desk.notebook.conversations.get(entry.id)
        self._take(entry.id, conversation.draft.event_id if conversation else None)
