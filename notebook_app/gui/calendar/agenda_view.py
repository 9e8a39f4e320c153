"""The agenda: day by day what there is, onwards without an end in sight, and back on demand."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from notebook_app.gui.calendar.agenda_delegate import AgendaDelegate
from notebook_app.gui.calendar.agenda_model import AgendaModel, DayLine, EarlierLine, Line
from notebook_app.gui.calendar.entry_look import can_complete, can_move
from notebook_app.gui.follow_ups.forms import show_complete_form
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.calendar_filter import CalendarFilter
from notebook_app.model.rows import CalendarEntry, CalendarKind

Index = QModelIndex | QPersistentModelIndex


class AgendaView(QListView):
    """``selected`` carries the day of the current line and its entry, or None on a heading."""

    selected = Signal(object, object)
    menu_wanted = Signal(object, QPoint)

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        narrowed: Callable[[], CalendarFilter] = CalendarFilter,
    ) -> None:
        """Take the desk, and who knows what is shown; nothing is read before it is first shown."""
        super().__init__(parent)
        self._desk = desk
        self._begun = False
        self.agenda = AgendaModel(desk, self, narrowed)
        self.setModel(self.agenda)
        self.setItemDelegate(AgendaDelegate(desk, self))
        self.setAccessibleName(self.tr("Agenda"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._open)

    def go_to(self, day: date) -> None:
        """Show a day on top."""
        if not self.agenda.covers(day):
            self.agenda.begin(day)
        self._begun = True
        row = self.agenda.row_of(day)
        if row is not None:
            index = self.agenda.index(row)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
            current = self._line(self.currentIndex())
            if not (isinstance(current, CalendarEntry) and current.on == day):
                self.setCurrentIndex(index)

    def reread(self) -> None:
        """Read the days shown again and stay where one was."""
        if not self._begun:
            return
        row, value = self.currentIndex().row(), self.verticalScrollBar().value()
        self.agenda.reread()
        self.setCurrentIndex(self.agenda.index(min(row, self.agenda.rowCount() - 1)))
        self.verticalScrollBar().setValue(value)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which day and entry the keys are on."""
        super().currentChanged(current, previous)
        line = self._line(current)
        if isinstance(line, (CalendarEntry, DayLine)):
            self.selected.emit(line.on, line if isinstance(line, CalendarEntry) else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, complete or postpone the current entry."""
        index = self.currentIndex()
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._clicked(index)
            self._open(index)
        elif key is Qt.Key.Key_D and not event.modifiers():
            self._done(index)
        elif key is Qt.Key.Key_L and not event.modifiers():
            self._later(index, self.visualRect(index).center())
        elif event.text().isalpha() and not event.modifiers():
            # Letters belong to the page; a list would search for them in its lines.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer other days for the entry under the pointer."""
        self._later(self.indexAt(event.pos()), event.pos())

    def _line(self, index: Index) -> Line | None:
        return self.agenda.line(index.row()) if index.isValid() else None

    def _clicked(self, index: QModelIndex) -> None:
        if not isinstance(self._line(index), EarlierLine):
            return
        came = self.agenda.go_back()
        if came:
            last = self.agenda.index(came)
            self.scrollTo(last, QAbstractItemView.ScrollHint.PositionAtBottom)
            self.setCurrentIndex(last)
        else:
            self._desk.say(self.tr("There is nothing earlier."))

    def _open(self, index: QModelIndex) -> None:
        line = self._line(index)
        if not isinstance(line, CalendarEntry):
            return
        if line.contact_id is not None:
            self._desk.open_contact(line.contact_id)
        elif line.kind is CalendarKind.EVENT:
            self._desk.ask(Act.SHOW_EVENT, line.id)

    def _done(self, index: QModelIndex) -> None:
        line = self._line(index)
        if isinstance(line, CalendarEntry) and can_complete(line):
            show_complete_form(self._desk, self, line.id)

    def _later(self, index: QModelIndex, at: QPoint) -> None:
        line = self._line(index)
        if isinstance(line, CalendarEntry) and can_move(line):
            self.menu_wanted.emit(line, self.viewport().mapToGlobal(at))
