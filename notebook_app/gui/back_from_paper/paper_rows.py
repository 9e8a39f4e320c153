"""The rows of one printed list beside the one that is being answered, and the keys for both."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.back_from_paper.paper_list import PaperList
from notebook_app.gui.back_from_paper.paper_words import ANSWER_LETTERS
from notebook_app.gui.back_from_paper.row_panel import RowPanel
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import LARGE, MEDIUM, theme_of
from notebook_app.model.changes import ChangeSet
from notebook_app.model.printed_list import PaperAnswer, PrintedList, Standing
from notebook_app.services.answer_printed_row import (
    answer_printed_row,
    find_printed_row,
    why_not,
)

_NARROW_EMS = 36
_LETTERS: Mapping[str, PaperAnswer] = {letter: answer for answer, letter in ANSWER_LETTERS.items()}


class PaperRows(QWidget):
    """``left`` is emitted when Escape leads out of the list."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; no list is shown yet."""
        super().__init__(parent)
        self._desk = desk
        self.list = PaperList(desk)
        self.model, self.view = self.list.model, self.list.view
        self.panel = RowPanel(desk)
        self._lay_out()
        self.setFocusProxy(self.list)
        self.list.came_to.connect(self._come_to)
        self.panel.entered.connect(self.write)
        self.panel.person_wanted.connect(desk.open_contact)
        self.panel.line.text.installEventFilter(self)

    @property
    def position(self) -> int | None:
        """The position on the paper of the row one is on."""
        return None if self.panel.row is None else self.panel.row.position

    def show_list(self, printed: PrintedList, position: int | None) -> None:
        """Show a list, at a position, or where the first row is without an answer."""
        self.keep_line()
        self.list.show_list(printed, position)

    def put_away(self) -> None:
        """Show no list; what is being written waits."""
        self.panel.show_row(None)
        self.list.put_away()

    def read(self, changes: ChangeSet | None = None) -> None:
        """Read the rows again that changes touch; after an undo go to the one it was about."""
        if self.list.printed is not None:
            self.list.read(changes)
            self.panel.follow(self.list.current())

    def keep_line(self) -> None:
        """Keep what is being written for the next time."""
        self.panel.put_by_line()

    def write(self) -> None:
        """Write down what is chosen and said of the row, and go on to the next."""
        row = self.panel.row
        if row is None:
            return
        line = self.view.line()
        if self.panel.is_blank() or row.standing is not Standing.OPEN:
            self._go_on(line + 1)
            return
        written = self.panel.written()
        if written is None:
            return
        kept = self.panel.line.keep()
        # The line is empty before the next one is shown, so that nothing is kept of it.
        self.panel.line.begin()
        notebook = self._desk.notebook
        act = partial(answer_printed_row, notebook, row.list_number, row.position, written)
        if self._desk.perform(act) is None:
            self.panel.line.begin(kept)
            return
        if self.model.row_at(line) == row:
            # Whoever put the page up tells it of changes; a desk alone does not.
            self.read()
        following = self.model.first_waiting(line)
        self._go_on(line + 1 if following is None else following)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the letters and figures of the list, Enter and Escape."""
        key = Qt.Key(event.key())
        beside = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        plain = not event.modifiers() & ~beside
        if key is Qt.Key.Key_Escape:
            self._leave_one()
        elif not self.view.hasFocus() or not plain:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key is Qt.Key.Key_Backspace:
            self.list.take_back_sign()
        elif not self._take_sign(event.text()):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go back from the line to the list by Escape."""
        if (
            watched is self.panel.line.text
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list its share; above the row where they have no room side by side."""
        super().resizeEvent(event)
        em, side = theme_of(self).em, self.list
        side.setMinimumSize(0, 0)
        side.setMaximumSize(self.maximumSize())
        if self.width() < em(_NARROW_EMS):
            self._parts.setDirection(QBoxLayout.Direction.TopToBottom)
            side.setMaximumHeight(self.height() // 3)
        else:
            self._parts.setDirection(QBoxLayout.Direction.LeftToRight)
            side.setFixedWidth(max(em(19), min(em(38), self.width() * 2 // 5)))

    def _take_sign(self, sign: str) -> bool:
        if self.list.code or (_is_figure(sign) and not self.panel.choose_day(int(sign))):
            if code := self.list.take_sign(sign):
                self._go_to_code(code)
            return bool(sign)
        letter, row = sign.upper(), self.panel.row
        if letter in _LETTERS and row is not None:
            self.panel.choose(_LETTERS[letter])
            if reason := why_not(row):
                self._desk.say(f"{row.code}: {reason}")
            return True
        if letter == "W":
            return self.panel.go_to_said()
        if letter == "X":
            return self.panel.go_to_next()
        return _is_figure(sign)

    def _enter(self) -> None:
        if self.list.code:
            words = self.tr("Type the letter behind {number} too: it tells a misread number.")
            self._desk.say(words.format(number=self.list.code))
            return
        self.write()

    def _go_to_code(self, code: str) -> None:
        assert self.list.printed is not None
        try:
            row = find_printed_row(self._desk.notebook, self.list.printed.number, code)
        except UserProblem as problem:
            self._desk.problem_met.emit(problem)
            return
        line = self.model.line_of(row.position)
        if line is not None:
            self.view.go_to(line)

    def _leave_one(self) -> None:
        """Leave what one is in, the innermost first."""
        if self.list.forget_code():
            return
        if not self.view.hasFocus():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.panel.drop_choice():
            self.left.emit()

    def _come_to(self, line: int) -> None:
        row = self.model.row_at(line)
        if row != self.panel.row:
            self.panel.show_row(row)

    def _go_on(self, line: int) -> None:
        if line < self.model.rowCount():
            self.view.go_to(line)
        else:
            self.panel.show_row(self.panel.row)
            waiting = self.model.waiting()
            count = self.locale().toString(waiting)
            words = self.tr("That was the last row; {count} are still open.")
            if waiting == 1:
                words = self.tr("That was the last row; one is still open.")
            if waiting:
                self._desk.say(words.format(count=count))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        held = QVBoxLayout()
        held.setContentsMargins(MEDIUM, MEDIUM, LARGE, MEDIUM)
        held.addWidget(self.panel)
        self._parts = QHBoxLayout(self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(0)
        self._parts.addWidget(self.list)
        self._parts.addLayout(held, 1)


def _is_figure(sign: str) -> bool:
    return sign.isascii() and sign.isdigit()
