"""On the phone: whom to call now, what was said, and the next one."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from notebook_app.gui.follow_ups.forms import later_menu
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.page import Page
from notebook_app.gui.on_the_phone.call_round import CallResult, CallRound
from notebook_app.gui.on_the_phone.call_sheet import CallSheet
from notebook_app.gui.on_the_phone.round_words import end_words
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.empty_state import EmptyState
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.follow_up import FollowUpDraft, Outcome
from notebook_app.model.next_days import Distance, NextDay
from notebook_app.services.complete_follow_up import (
    complete_follow_up,
    conversation_from,
    try_again,
)
from notebook_app.services.next_days import usual_next_days

_HOLIDAYS_AFTER_MS = 60


class PhonePage(Page):
    """The page with the key ``on-the-phone``. D, N and L note what came of a call, C dials, W
    writes; Escape leaves, first the line and then the page."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is read yet."""
        super().__init__(desk, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.round = CallRound(desk.notebook)
        self._tomorrow: NextDay | None = None
        self.sheet = CallSheet(desk)
        self.leave_button = PlainButton(self.tr("Back to Today"), self.leave)
        self.leave_button.setToolTip(self.tr("Escape"))
        self.end = EmptyState("", "", [(self.tr("Back to Today"), self.leave)])
        self.more = EmptyState(
            "",
            "",
            [
                (self.tr("Go on with this week's calls"), self.take_week),
                (self.tr("Back to Today"), self.leave),
            ],
        )
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        for widget in (self.sheet, self.end, self.more):
            self._stack.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_HOLIDAYS_AFTER_MS)
        self._timer.timeout.connect(self._say_next_day)
        self.sheet.done_wanted.connect(self.done)
        self.sheet.no_answer_wanted.connect(self.no_answer)
        self.sheet.later_wanted.connect(self.later)

    @property
    def title(self) -> str:
        """The words of the top bar."""
        return self.tr("On the phone")

    def top_bar_right(self) -> Sequence[QWidget]:
        """Return the way out."""
        return (self.leave_button,)

    def begin(self) -> None:
        """Begin with what is due today."""
        self.sheet.put_by_line()
        self.round.begin()
        self._read()
        self.focus_content()

    def take_week(self) -> None:
        """Go on with the calls of the week."""
        self.round.take_week()
        self._read()
        self.focus_content()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Follow what was done, here or elsewhere."""
        if changes is None or changes.touches(
            Changed.FOLLOW_UP, Changed.CONTACT, Changed.CONVERSATION
        ):
            self._read()

    def focus_content(self) -> None:
        """Listen to the keys."""
        if self.round.shown is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            shown = self.more if self._stack.currentWidget() is self.more else self.end
            shown.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def leaving(self) -> None:
        """Keep what is being written for the next time."""
        self.sheet.put_by_line()

    def leave(self) -> None:
        """Go back to Today."""
        self.desk.ask(Act.SHOW_TODAY)

    def done(self) -> None:
        """They were reached: write it down, and show the next."""
        row = self.round.shown
        if row is None:
            return
        written, line = self.sheet.line, None
        if not written.is_empty() and (line := written.settle()) is None:
            return
        plan = FollowUpDraft(row.contact_id, row.kind, row.due, row.at, row.note, row.repeat)
        # What it was about is all that is known, where nothing is written; it was a conversation.
        text = written.text.toPlainText().strip() or row.note
        talk = conversation_from(plan, text, self.desk.clock.today())
        self._perform(
            CallResult.REACHED,
            partial(
                complete_follow_up,
                self.desk.notebook,
                row.id,
                talk,
                outcome=Outcome.REACHED,
                line=line,
            ),
        )

    def no_answer(self) -> None:
        """Note the attempt, and try again on the next day that is good."""
        row = self.round.shown
        if row is None:
            return
        written, line = self.sheet.line, None
        if not written.is_empty() and (line := written.settle()) is None:
            return
        again = self._next_day().day
        self._perform(
            CallResult.NO_ANSWER,
            partial(try_again, self.desk.notebook, row.id, Outcome.NO_ANSWER, again, line=line),
        )

    def later(self) -> None:
        """Offer other days."""
        row = self.round.shown
        if row is None:
            return
        self.sheet.offer_days(later_menu(self.desk, row.id, self.sheet.later_button))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the letters, and Escape."""
        acts = {
            Qt.Key.Key_D: self.done,
            Qt.Key.Key_N: self.no_answer,
            Qt.Key.Key_L: self.later,
            Qt.Key.Key_C: self.sheet.card.dial,
            Qt.Key.Key_W: self._write,
        }
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            if self.sheet.line.text.hasFocus():
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.leave()
        elif key in acts and not event.modifiers() and self.round.shown is not None:
            acts[key]()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing more for nobody."""
        super().hideEvent(event)
        self._timer.stop()

    def _write(self) -> None:
        self.sheet.line.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _perform(self, result: CallResult, act: "partial[ChangeSet]") -> None:
        line = self.sheet.line
        kept = line.keep()
        self.round.noted(result)
        # The line is empty before the next one is shown, so that nothing is kept of it.
        line.begin()
        if self.desk.perform(act) is None:
            self.round.forget()
            line.begin(kept)
            return
        # Whoever put this page up tells it of changes; a desk alone does not.
        self._read()
        self.focus_content()

    def _read(self) -> None:
        today = self.desk.clock.today()
        self.round.read(today)
        row = self.round.shown
        if row is None:
            self.sheet.put_away()
            self._show_end(today)
            return
        self.sheet.show_call(row, self.round.place, self.round.total)
        self._tomorrow = None
        self._timer.start()
        self._stack.setCurrentIndex(0)

    def _show_end(self, today: date) -> None:
        week = self.round.of_the_week(today)
        title, sentence = end_words(self.round.results(), week, self.locale())
        shown = self.more if week else self.end
        shown.say(title, sentence)
        self._stack.setCurrentWidget(shown)

    def _next_day(self) -> NextDay:
        if self._tomorrow is None:
            self._tomorrow = usual_next_days(self.desk.notebook)[Distance.TOMORROW]
        return self._tomorrow

    def _say_next_day(self) -> None:
        """Say when it is tried again, once the call is painted: holidays take a moment."""
        self.sheet.say_next_day(self._next_day(), self.desk.clock.today())
