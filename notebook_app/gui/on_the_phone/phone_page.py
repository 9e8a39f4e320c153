"""On the phone: whom to call now, what was said, and the next one."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from notebook_app.gui.conversations.line_context import line_context
from notebook_app.gui.conversations.written_line import KeptLine, WrittenLine
from notebook_app.gui.follow_ups.forms import later_menu
from notebook_app.gui.follow_ups.outcome_words import next_day_words
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.page import Page
from notebook_app.gui.on_the_phone.call_card import CallCard
from notebook_app.gui.on_the_phone.call_notes import CallNotes
from notebook_app.gui.on_the_phone.call_round import CallResult, CallRound
from notebook_app.gui.on_the_phone.round_words import end_words, progress_words
from notebook_app.gui.people.contact_head import call_address
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.card import Card, ScrollColumn
from notebook_app.gui.widgets.empty_state import EmptyState
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.capture.circumstances import Circumstances
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.conversation import Channel
from notebook_app.model.follow_up import FollowUpDraft, Outcome
from notebook_app.model.next_days import Distance, NextDay
from notebook_app.services.complete_follow_up import (
    complete_follow_up,
    conversation_from,
    try_again,
)
from notebook_app.services.next_days import usual_next_days

_HOLIDAYS_AFTER_MS = 60
_WIDE_EMS = 46


class PhonePage(Page):
    """The page with the key ``on-the-phone``. D, N and L note what came of a call, C dials, W
    writes; Escape leaves, first the line and then the page."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is read yet."""
        super().__init__(desk, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.round = CallRound(desk.notebook)
        self._line_of: int | None = None
        self._tomorrow: NextDay | None = None
        self.progress = PlainLabel("", TextRole.SMALL_STRONG, Tone.MUTED)
        self.card = CallCard(desk)
        self.notes = CallNotes(desk)
        self.line = WrittenLine(
            desk,
            lambda: line_context(desk, self.round.shown.contact_id if self.round.shown else None),
            self,
            Circumstances(channel=Channel.CALL),
        )
        self.line.text.setPlaceholderText(self.tr("What was said? Goes into the timeline (W)"))
        self.line.text.setAccessibleName(self.tr("What was said?"))
        self.done_button = PrimaryButton(self.tr("Done") + "  D", self.done)
        self.no_answer_button = PlainButton(self.tr("No answer") + "  N", self.no_answer)
        self.later_button = PlainButton(self.tr("Later") + " ▾  L", self.later)
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
        self._lay_out()
        self.card.call_wanted.connect(lambda number: desk.open_url(call_address(number)))
        self.line.text.entered.connect(self.done)
        self.line.settled.connect(self.done)
        self.line.changed.connect(self._line_changed)
        self._line_changed()

    @property
    def title(self) -> str:
        """The words of the top bar."""
        return self.tr("On the phone")

    def top_bar_right(self) -> Sequence[QWidget]:
        """Return the way out."""
        return (self.leave_button,)

    def begin(self) -> None:
        """Begin with what is due today."""
        self._keep_line()
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
        self._keep_line()

    def leave(self) -> None:
        """Go back to Today."""
        self.desk.ask(Act.SHOW_TODAY)

    def done(self) -> None:
        """They were reached: write it down, and show the next."""
        row = self.round.shown
        if row is None:
            return
        line = None
        if not self.line.is_empty() and (line := self.line.settle()) is None:
            return
        plan = FollowUpDraft(row.contact_id, row.kind, row.due, row.at, row.note, row.repeat)
        # What it was about is all that is known, where nothing is written; it was a conversation.
        text = self.line.text.toPlainText().strip() or row.note
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
        line = None
        if not self.line.is_empty() and (line := self.line.settle()) is None:
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
        menu = later_menu(self.desk, row.id, self.later_button)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.later_button.mapToGlobal(QPoint(0, self.later_button.height())))
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the letters, and Escape."""
        acts = {
            Qt.Key.Key_D: self.done,
            Qt.Key.Key_N: self.no_answer,
            Qt.Key.Key_L: self.later,
            Qt.Key.Key_C: self.card.dial,
            Qt.Key.Key_W: self._write,
        }
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            if self.line.text.hasFocus():
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is to be read in a column in the middle."""
        super().resizeEvent(event)
        beside = max(LARGE, (self.width() - theme_of(self).em(_WIDE_EMS)) // 2)
        self._scroll.column.setContentsMargins(beside, LARGE, beside, LARGE)

    def _line_changed(self) -> None:
        self.line.fields.setVisible(not self.line.is_empty())

    def _write(self) -> None:
        self.line.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _perform(self, result: CallResult, act: "partial[ChangeSet]") -> None:
        kept = self.line.keep()
        self.round.noted(result)
        # The line is empty before the next one is shown, so that nothing is kept of it.
        self.line.begin()
        if self.desk.perform(act) is None:
            self.round.forget()
            self.line.begin(kept)
            return
        # Whoever put this page up tells it of changes; a desk alone does not.
        self._read()
        self.focus_content()

    def _read(self) -> None:
        today = self.desk.clock.today()
        self.round.read(today)
        row = self.round.shown
        if row is None:
            self._keep_line()
            self._line_of = None
            self._show_end(today)
            return
        if row.id != self._line_of:
            self._keep_line()
            self._line_of = row.id
            kept = self.desk.left_unsaved.pop(self._key(row.id), None)
            self.line.begin(kept if isinstance(kept, KeptLine) else None)
            self._scroll.verticalScrollBar().setValue(0)
        self.card.show_row(row)
        self.notes.show_row(row)
        self.progress.setText(progress_words(self.round.place, self.round.total, self.locale()))
        for button, words in (
            (self.done_button, self.tr("Done: {name}")),
            (self.no_answer_button, self.tr("No answer: {name}")),
            (self.later_button, self.tr("Later: {name}")),
        ):
            button.setAccessibleName(words.format(name=row.contact_name))
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
        day = next_day_words(self._next_day(), self.desk.clock.today(), self.locale())
        self.no_answer_button.setToolTip(self.tr("Try again {day} (N)").format(day=day))

    def _keep_line(self) -> None:
        if self._line_of is not None and not self.line.is_empty():
            self.desk.left_unsaved[self._key(self._line_of)] = self.line.keep()

    def _key(self, follow_up_id: int) -> str:
        return f"call:{follow_up_id}"

    def _lay_out(self) -> None:
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_HOLIDAYS_AFTER_MS)
        self._timer.timeout.connect(self._say_next_day)
        frame = Card()
        frame.body.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        frame.body.addWidget(self.line.text)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.done_button)
        buttons.addWidget(self.no_answer_button)
        buttons.addWidget(self.later_button)
        buttons.addStretch(1)
        self._scroll = ScrollColumn()
        self._scroll.leave_no_margin()
        column = self._scroll.column
        column.setSpacing(MEDIUM)
        column.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.card)
        for part in (frame, self.line.chips, self.line.question, self.line.fields):
            column.addWidget(part)
        column.addLayout(buttons)
        # Last, since there may be much of it: the buttons stay where they are.
        column.addWidget(self.notes)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        for widget in (self._scroll, self.end, self.more):
            self._stack.addWidget(widget)
