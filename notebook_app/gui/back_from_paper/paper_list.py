"""One printed list on the screen: how much of it is back, its rows, and the code one types."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.back_from_paper.code_keys import CodeKeys
from notebook_app.gui.back_from_paper.paper_delegate import PaperDelegate
from notebook_app.gui.back_from_paper.paper_model import PaperModel
from notebook_app.gui.back_from_paper.paper_view import PaperView
from notebook_app.gui.back_from_paper.paper_words import progress_words, title_words
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone
from notebook_app.gui.widgets.labels import ElidedLabel, PlainLabel
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.printed_list import PaperRow, PrintedList


class PaperList(QWidget):
    """``came_to`` carries the line of the view that one is on."""

    came_to = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; no list is shown yet."""
        super().__init__(parent)
        self._desk = desk
        self._code = CodeKeys()
        self.printed: PrintedList | None = None
        self.heading = ElidedLabel("", TextRole.SMALL, Tone.MUTED)
        self.progress = PlainLabel("", TextRole.SMALL_STRONG, Tone.MUTED)
        self.hint = PlainLabel(self.tr("a code leads to its row"), TextRole.SMALL, Tone.MUTED)
        self.typed = PlainLabel("", TextRole.SMALL_STRONG, Tone.ACCENT)
        self.model = PaperModel(desk.clock.today, self)
        self.view = PaperView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(PaperDelegate(self.view, desk.clock.today))
        self._lay_out()
        self.setFocusProxy(self.view)
        self.view.came_to.connect(self.came_to)

    def show_list(self, printed: PrintedList, position: int | None) -> None:
        """Show a list, at a position, or where the first row is without an answer."""
        self.printed = printed
        self.forget_code()
        self.model.show(self._desk.notebook.printed_lists.rows(printed.number))
        line = self.model.line_of(position) if position is not None else None
        if line is None:
            line = self.model.first_waiting() or 0
        self._say()
        self.view.go_to(line)
        self.came_to.emit(line)

    def put_away(self) -> None:
        """Show no list."""
        self.printed = None
        self.model.show([])

    def read(self, changes: ChangeSet | None) -> None:
        """Read the rows again that changes touch; after an undo go to the one it was about."""
        if self.printed is None:
            return
        before, number = self.model.rows, self.printed.number
        lists = self._desk.notebook.printed_lists
        people = changes.of(Changed.CONTACT) if changes else frozenset()
        follow_ups = changes.of(Changed.FOLLOW_UP) if changes else frozenset()
        if people or follow_ups:
            self.model.replace_some(lists.rows(number, self.model.about(people, follow_ups)))
        else:
            self.model.show(lists.rows(number))
        self._say()
        undone = [
            at
            for at, (old, new) in enumerate(zip(before, self.model.rows, strict=False))
            if old.answer is not None and new.answer is not old.answer
        ]
        if changes is not None and changes.everything and undone:
            self.view.go_to(undone[0])

    def current(self) -> PaperRow | None:
        """Return the row one is on."""
        return self.model.row_at(self.view.line())

    @property
    def code(self) -> str:
        """The part of a code that is typed."""
        return self._code.typed

    def take_sign(self, sign: str) -> str:
        """Take a sign of a code; return the code if that ended it, else an empty text."""
        code = self._code.take(sign)
        self._show_typed()
        return code

    def take_back_sign(self) -> None:
        """Take the last sign of the code back."""
        self._code.take_back()
        self._show_typed()

    def forget_code(self) -> bool:
        """Forget the part of a code that is typed; return whether there was one."""
        was = self._code.begin()
        self._show_typed()
        return was

    def _show_typed(self) -> None:
        typed = self._code.typed
        self.typed.setText(self.tr("Row {code}…").format(code=typed) if typed else "")
        self.hint.setVisible(not typed)

    def _say(self) -> None:
        if self.printed is not None:
            today, locale = self._desk.clock.today(), self.locale()
            self.heading.setText(title_words(self.printed, today, locale))
            self.progress.setText(
                progress_words(self.model.waiting(), self.model.rowCount(), locale)
            )

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.addWidget(self.progress)
        first.addStretch(1)
        first.addWidget(self.hint)
        first.addWidget(self.typed)
        head = QVBoxLayout()
        head.setContentsMargins(LARGE, MEDIUM, MEDIUM, 0)
        head.setSpacing(0)
        head.addLayout(first)
        head.addWidget(self.heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(head)
        column.addWidget(self.view, 1)
