"""Back from paper: which list one has in hand, then its rows, answered one after the other."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.back_from_paper.paper_rows import PaperRows
from notebook_app.gui.back_from_paper.paper_words import list_name
from notebook_app.gui.back_from_paper.which_list import OFFERED, WhichList
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.drop_hint import TAKES_PICTURES, TAKES_SCANS
from notebook_app.gui.frame.page import Page, PageState
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.empty_state import EmptyState
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.printed_list import PrintedCode
from notebook_app.services.answer_printed_row import find_printed_list, find_printed_row
from notebook_app.services.read_printed_code import list_of_code

_MOST_FIGURES = 9


class BackPage(Page):
    """The page with the key ``back-from-paper``.

    In the list D, N, M, L and S choose what came of a row, 1 to 5 the day of the next step, W and
    X lead to what was said and what is next, Enter writes it down and goes on. A row's code goes
    to it. Escape leaves: the line, the choice, the list, the page.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is read yet."""
        super().__init__(desk, parent)
        self.number: int | None = None
        self._places: dict[int, int] = {}
        self._wanted: int | None = None
        self.which = WhichList(desk)
        self.rows = PaperRows(desk)
        self.empty = EmptyState(
            self.tr("No list was printed yet"),
            self.tr(
                "Print a follow-up list and take it along. When you come back, what you wrote on"
                " it goes into the notebook here, row by row, with a key or two each."
            ),
            [(self.tr("Print a list…"), lambda: desk.ask(Act.PRINT))]
            if desk.offers(Act.PRINT)
            else [],
        )
        self.other_button = PlainButton(self.tr("Another list"), self.choose_list)
        self.other_button.setToolTip(self.tr("Escape"))
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        for widget in (self.which, self.rows, self.empty):
            self._stack.addWidget(widget)
        self.rows.left.connect(self.choose_list)
        self.which.number_chosen.connect(self.open_typed)
        self.which.list_chosen.connect(self.open_list)
        self.which.code_found.connect(self.open_code)
        self.which.nothing_found.connect(self._tell_nothing_found)
        self.setProperty(
            TAKES_PICTURES, self.tr("Drop a photo or a scan of the page to open its list")
        )
        self.setProperty(TAKES_SCANS, True)

    @property
    def title(self) -> str:
        """The words of the top bar."""
        return self.tr("Back from paper") if self.number is None else list_name(self.number)

    def top_bar_right(self) -> Sequence[QWidget]:
        """Return the way to the other lists."""
        return () if self.number is None else (self.other_button,)

    def begin(self, wanted: object = None) -> None:
        """Open the list with that number, or that of a code; without one go on where one was."""
        if isinstance(wanted, PrintedCode):
            self.open_code(wanted)
        elif isinstance(wanted, int):
            self.open_list(wanted)
        elif self.number is None:
            self._show_lists()
        self.focus_content()

    def open_typed(self, text: str) -> None:
        """Open the list that was typed, ``12``, or a row of it, ``12 17K``."""
        typed, _, code = text.strip().partition(" ")
        if not (typed.isascii() and typed.isdecimal()) or len(typed) > _MOST_FIGURES:
            self.which.complain(self.tr("Type the number that stands at the foot of the paper."))
            return
        notebook, number = self.desk.notebook, int(typed)
        try:
            find_printed_list(notebook, number)
            row = find_printed_row(notebook, number, code) if code.strip() else None
        except UserProblem as problem:
            self.which.complain(problem.one_line())
            return
        self.which.number.setText("")
        self.open_list(number, row.position if row else None)

    def open_code(self, code: PrintedCode) -> None:
        """Open the list of a code on paper, at the first row of its page."""
        try:
            printed = list_of_code(self.desk.notebook, code)
        except UserProblem as problem:
            self.choose_list()
            self.which.complain(problem.one_line())
            return
        self.open_list(printed.number, code.position)

    def open_list(self, number: int, position: int | None = None) -> None:
        """Show the rows of a list: at a position, where one was, or at the first without answer."""
        printed = self.desk.notebook.printed_lists.get(number)
        if printed is None:
            self.choose_list()
            return
        self._remember_place()
        self.number = number
        self.rows.show_list(printed, position or self._places.get(number))
        self._stack.setCurrentWidget(self.rows)
        self.title_changed.emit()
        self.top_bar_changed.emit()
        self.focus_content()

    def take_mime(self, data: QMimeData | None) -> bool:
        """Take a photo of a page that was dropped, also while another list is open."""
        return data is not None and self.which.take_mime(data)

    def choose_list(self) -> None:
        """Ask for another list."""
        self._remember_place()
        self.number = None
        self.rows.put_away()
        self._show_lists()
        self.title_changed.emit()
        self.top_bar_changed.emit()
        self.focus_content()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Follow what was done, here or elsewhere; after an undo go to the row it was about."""
        if changes is not None and not changes.touches(
            Changed.FOLLOW_UP, Changed.CONTACT, Changed.CONVERSATION, Changed.PRINTED
        ):
            return
        wanted, self._wanted = self._wanted, None
        if wanted is not None and self.desk.notebook.printed_lists.get(wanted) is not None:
            self.open_list(wanted)
        elif self.number is None:
            self._show_lists()
        elif self.desk.notebook.printed_lists.get(self.number) is None:
            # It may be another notebook by now: one went back to a backup.
            self.choose_list()
        else:
            self.rows.read(changes)

    def focus_content(self) -> None:
        """Listen to the keys."""
        reason = Qt.FocusReason.OtherFocusReason
        if self.number is not None:
            self.rows.view.setFocus(reason)
        elif self._stack.currentWidget() is self.which:
            self.which.number.setFocus(reason)
        elif self.empty.buttons:
            self.empty.buttons[0].setFocus(reason)

    def leaving(self) -> None:
        """Keep what is being written for the next time."""
        self.rows.keep_line()
        self._remember_place()

    def save_state(self) -> PageState:
        """Return which list is open, and on which row one is in each."""
        self._remember_place()
        rows = ",".join(f"{number}:{position}" for number, position in self._places.items())
        return {"list": str(self.number or ""), "rows": rows}

    def restore_state(self, state: PageState) -> None:
        """Go on there."""
        for place in state.get("rows", "").split(","):
            number, _, position = place.partition(":")
            if number.isdecimal() and position.isdecimal():
                self._places[int(number)] = int(position)
        wanted = state.get("list", "")
        self._wanted = int(wanted) if wanted.isdecimal() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to Today by Escape where no list is open."""
        if event.key() == Qt.Key.Key_Escape:
            self.desk.ask(Act.SHOW_TODAY)
        else:
            super().keyPressEvent(event)

    def _tell_nothing_found(self, words: str) -> None:
        if self._stack.currentWidget() is self.which:
            self.which.complain(words)
        else:
            self.desk.say(words)

    def _show_lists(self) -> None:
        lists = self.desk.notebook.printed_lists.recent(OFFERED)
        self.which.show_lists(lists)
        self._stack.setCurrentWidget(self.which if lists else self.empty)

    def _remember_place(self) -> None:
        position = self.rows.position
        if self.number is not None and position is not None:
            # The last one goes behind, so that the oldest are forgotten.
            self._places.pop(self.number, None)
            self._places[self.number] = position
            while len(self._places) > OFFERED:
                del self._places[next(iter(self._places))]
