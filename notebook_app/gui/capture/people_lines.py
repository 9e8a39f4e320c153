"""The growing list of lines, one for each person; a few are made and read at a time."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.capture.capture_state import KeptPerson
from notebook_app.gui.capture.person_row import PersonRow
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import TIGHT
from notebook_app.gui.widgets.grouped_column import GroupedColumn
from notebook_app.model.capture.captured import CaptureContext

_SLICE_SECONDS = 0.008


class PeopleLines(QWidget):
    """``changed`` is emitted as something is written, ``came_to`` carries the row one is in.

    ``done`` is Enter in the last line while it is empty. ``picture_came`` carries a row and a
    ``QMimeData``.
    """

    changed = Signal()
    came_to = Signal(object)
    left_upwards = Signal()
    done = Signal()
    picture_came = Signal(object, object)

    def __init__(
        self,
        desk: Desk,
        context: Callable[[], CaptureContext],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        """Take the desk, what lines are read with, and who knows the day."""
        super().__init__(parent)
        self._desk = desk
        self._context = context
        self._today = today
        self.rows: list[PersonRow] = []
        self._waiting: deque[KeptPerson] = deque()
        self._unread: deque[PersonRow] = deque()
        self._place = 0
        self._column = GroupedColumn(TIGHT + 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._column)
        self._work = QTimer(self)
        self._work.setInterval(0)
        self._work.timeout.connect(self._work_on)
        self._insert(0, KeptPerson(""))

    def people(self) -> list[KeptPerson]:
        """Return all lines in their order, those still to be made too."""
        kept = [row.keep() for row in self.rows]
        return [*kept[: self._place], *self._waiting, *kept[self._place :]]

    def show_people(self, people: Iterable[KeptPerson]) -> None:
        """Show other lines, and an empty one at the end."""
        self._waiting.clear()
        self._unread.clear()
        self._column.clear()
        self.rows = []
        self._insert(0, KeptPerson(""))
        self._add(0, list(people))

    def finish(self) -> None:
        """Make and read at once what still waits."""
        while self._waiting:
            self._make_one()
        while self._unread:
            self._unread.popleft().read_anew()
        self._column.show_all()
        self._work.stop()

    def read_anew(self) -> None:
        """Read all lines again soon, as when a name may mean somebody else now."""
        self._unread = deque(row for row in self.rows if not row.is_empty())
        self._work.start()

    def filled(self) -> list[PersonRow]:
        """Return the rows that say something, read."""
        self.finish()
        return [row for row in self.rows if not row.is_empty()]

    def focus_last(self) -> None:
        """Go to the first empty line, at the end if there is none before."""
        row = next((row for row in self.rows if row.is_empty()), self.rows[-1])
        self._focus(row)

    def focus_first(self) -> None:
        """Go to the first line."""
        self._focus(self.rows[0])

    def focus_row(self, row: PersonRow) -> None:
        """Go to a line."""
        self._focus(row)

    def current(self) -> PersonRow:
        """Return the row that one writes in, else the last one."""
        focus = self.window().focusWidget()
        for row in self.rows:
            if focus is not None and (row is focus or row.isAncestorOf(focus)):
                return row
        return self.rows[-1]

    def add_after(self, row: PersonRow) -> PersonRow:
        """Return a new empty line below a row."""
        return self._insert(self.rows.index(row) + 1, KeptPerson(""))

    def _focus(self, row: PersonRow) -> None:
        row.offer_names()
        row.text.setFocus(Qt.FocusReason.TabFocusReason)
        self.came_to.emit(row)

    def _entered(self, row: PersonRow) -> None:
        place = self.rows.index(row)
        if row.is_empty() and place == len(self.rows) - 1:
            # Enter once more when everybody is written down.
            if len(self.rows) > 1:
                self.done.emit()
            return
        if place + 1 == len(self.rows) or not self.rows[place + 1].is_empty():
            self._insert(place + 1, KeptPerson(""))
        self._focus(self.rows[place + 1])

    def _stepped(self, row: PersonRow, step: int) -> None:
        place = self.rows.index(row) + step
        if 0 <= place < len(self.rows):
            self._focus(self.rows[place])
        elif place < 0:
            self.left_upwards.emit()

    def _cleared(self, row: PersonRow) -> None:
        place = self.rows.index(row)
        if len(self.rows) == 1 or row.cards:
            return
        self._focus(self.rows[place - 1 if place else 1])
        self.rows.remove(row)
        if row in self._unread:
            self._unread.remove(row)
        if self._place > place:
            self._place -= 1
        self._column.remove(row)
        self._number(place)
        self.changed.emit()

    def _pasted(self, row: PersonRow, lines: Sequence[str]) -> None:
        self.finish()
        self._add(self.rows.index(row) + 1, [KeptPerson(line) for line in lines])
        self.changed.emit()

    def _add(self, place: int, people: Sequence[KeptPerson]) -> None:
        self._place = place
        self._waiting = deque(people)
        self._work.start()

    def _work_on(self) -> None:
        until = time.perf_counter() + _SLICE_SECONDS
        while time.perf_counter() < until:
            if self._waiting:
                self._make_one()
            elif self._unread:
                self._unread.popleft().read_anew()
            else:
                self._column.show_all()
                self._work.stop()
                return

    def _make_one(self) -> None:
        self._insert(self._place, self._waiting.popleft(), later=True)
        self._place += 1

    def _insert(self, place: int, kept: KeptPerson, *, later: bool = False) -> PersonRow:
        row = PersonRow(self._desk, self._context, self._today)
        row.begin(kept)
        if later:
            row.read()
        row.typed.connect(lambda: self._typed(row))
        row.changed.connect(self.changed)
        row.text.entered.connect(lambda: self._entered(row))
        row.text.stepped.connect(lambda step: self._stepped(row, step))
        row.text.cleared.connect(lambda: self._cleared(row))
        row.text.lines_pasted.connect(lambda lines: self._pasted(row, lines))
        row.text.picture_came.connect(lambda data: self._picture(row, data))
        self.rows.insert(place, row)
        if later:
            self._column.insert_later(place, row)
        else:
            self._column.insert(place, row)
        if place == len(self.rows) - 1:
            row.show_number(place + 1)
        else:
            self._number(place)
        return row

    def _typed(self, row: PersonRow) -> None:
        row.offer_names()
        row.read()

    def _picture(self, row: PersonRow, data: QMimeData) -> None:
        self.picture_came.emit(row, data)

    def _number(self, start: int) -> None:
        for number in range(start, len(self.rows)):
            self.rows[number].show_number(number + 1)
