"""Completes a follow-up in one small step: what happened, a line about it, and what comes next."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QWidget

from notebook_app.gui.conversations.line_context import line_context
from notebook_app.gui.conversations.written_line import WrittenLine
from notebook_app.gui.follow_ups.due_words import short_day
from notebook_app.gui.follow_ups.form_dialog import FormDialog
from notebook_app.gui.follow_ups.kind_picker import KindPicker
from notebook_app.gui.follow_ups.kind_words import kind_with
from notebook_app.gui.follow_ups.known_words import known_words
from notebook_app.gui.follow_ups.next_day_picker import NextDayPicker
from notebook_app.gui.follow_ups.note_steps import NoteSteps
from notebook_app.gui.follow_ups.outcome_picker import OutcomePicker
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import MEDIUM, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.check_field import CheckField
from notebook_app.gui.widgets.labels import ElidedLabel, PlainLabel, SectionHeading
from notebook_app.model.capture.captured import CapturedLine
from notebook_app.model.capture.circumstances import Circumstances
from notebook_app.model.changes import ChangeSet
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.follow_up import (
    STILL_OPEN,
    FollowUpDraft,
    FollowUpKind,
    FollowUpState,
    NoteState,
    Outcome,
)
from notebook_app.model.ladder import KINDS, Rung
from notebook_app.model.next_days import AGAIN, Distance, nearest_distance
from notebook_app.model.rows import FollowUpRow
from notebook_app.services.complete_follow_up import (
    complete_follow_up,
    conversation_from,
    conversation_told,
    try_again,
    usual_outcome,
)
from notebook_app.services.plan_follow_up import coming_day, set_note_state
from notebook_app.services.propose_follow_ups import KEEPING_IN_TOUCH, rung_after

_WIDE_EMS = 52


def show_complete_form(desk: Desk, parent: QWidget | None, follow_up_id: int) -> None:
    """Open the form over the window of ``parent``; a follow-up that is closed is only told of."""
    row = desk.notebook.follow_ups.row(follow_up_id)
    if row is None or row.state is not FollowUpState.OPEN:
        desk.say(desk.tr("This follow-up is not open any more."))
        return
    CompleteForm(desk, parent, row).open()


class CompleteForm(FormDialog):
    """The form; see ``show_complete_form``. A line that is left without saving waits."""

    def __init__(self, desk: Desk, parent: QWidget | None, row: FollowUpRow) -> None:
        """Take the open follow-up."""
        title = kind_with(row.kind, row.contact_name[:200])
        super().__init__(desk, parent, self.tr("Done"), self.tr("Done"))
        self._row = row
        self._key = f"done:{row.id}"
        plan = FollowUpDraft(row.contact_id, row.kind, row.due, row.at, row.note, row.repeat)
        self._usual = conversation_from(plan, "", desk.clock.today())
        self.heading = ElidedLabel(title, TextRole.STRONG)
        self.outcomes = OutcomePicker()
        self.outcomes.choose(usual_outcome(row.kind))
        granted = Circumstances(channel=self._usual.channel, setting=self._usual.setting)
        self.line = WrittenLine(desk, lambda: line_context(desk, row.contact_id), self, granted)
        self.text = self.line.text
        self.text.setAccessibleName(self.tr("What happened?"))
        self.text.setPlaceholderText(self.tr("What happened? Goes into the timeline"))
        self.on = self.line.fields.on
        self.channel = self.line.fields.channel
        self.next_heading = SectionHeading(self.tr("And next?"))
        self.next_kind = KindPicker(self.tr("Nothing"))
        self.next_when = NextDayPicker(desk, self.tr("Next on which day"))
        self.keep = CheckField(self.tr("&Keep in touch every 3 months from now on"))
        self.ladder = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self.repeats = PlainLabel(self._repeat_words(), TextRole.SMALL, Tone.MUTED, wrap=True)
        self.steps: NoteSteps | None = None
        self._next_rung: Rung | None = None
        self._lay_out()
        self.next_when.choose(Distance.TWO_WEEKS)
        self._propose()
        self._show_parts()
        self.outcomes.outcome_changed.connect(self._outcome_changed)
        self.next_kind.kind_changed.connect(lambda _kind: self._show_parts())
        self.text.entered.connect(self.act)
        self.line.settled.connect(self.act)
        self.line.changed.connect(self._line_changed)
        self.line.take_up(self._key)
        self.text.setFocus()

    def conversation(self) -> ConversationDraft | None:
        """Return what is to be logged, or None if nothing was written down."""
        if self.line.is_empty() or self.on.value() is None:
            return None
        fields, text = self.line.fields, self.text.toPlainText().strip()
        return conversation_told(self._usual, text, fields.granted(), fields.by_hand())

    def following(self) -> FollowUpDraft | None:
        """Return the next follow-up that was chosen, or None."""
        kind, due = self.next_kind.kind(), self.next_when.value()
        if kind is None or due is None:
            return None
        rung = self._next_rung
        on_ladder = rung.value if rung is not None and KINDS.get(rung) is kind else ""
        return FollowUpDraft(self._row.contact_id, kind, due, rung=on_ladder)

    def act(self) -> None:
        """Complete it, or put it off, with what was written and chosen."""
        self.complain("")
        again = self.outcomes.outcome() in STILL_OPEN
        if self.on.value() is None:
            self.complain(self.tr("On which day was it? Write it as “today”."), self.on)
        elif (again or self.next_kind.kind() is not None) and self.next_when.value() is None:
            self.complain(self.tr("Choose a day for the next step."), self.next_when)
        elif self.line.is_empty():
            self.perform(self._written(None))
        elif (line := self.line.settle()) is not None:
            self.perform(self._written(line))

    def reject(self) -> None:
        """Leave; what is written waits."""
        self.line.put_by(self._key)
        super().reject()

    def sizeHint(self) -> QSize:
        """Return room for the circumstances and the days side by side."""
        column, width = self.layout(), theme_of(self).em(_WIDE_EMS)
        height = column.totalHeightForWidth(width) if column is not None else 0
        return QSize(width, max(height, self.minimumSizeHint().height()))

    def _written(self, line: CapturedLine | None) -> Callable[[], ChangeSet]:
        notebook, row_id, on = self.desk.notebook, self._row.id, self.on.value()
        outcome, due = self.outcomes.outcome(), self.next_when.value()
        if outcome in STILL_OPEN and due is not None:
            return partial(try_again, notebook, row_id, outcome, due, on=on, line=line)
        conversation, following = self.conversation(), self.following()
        return partial(
            complete_follow_up,
            notebook,
            row_id,
            conversation,
            following,
            on,
            outcome=outcome,
            line=line,
            cadence=KEEPING_IN_TOUCH if self._keeps() and self.keep.isChecked() else None,
        )

    def _take_step(self, step: NoteState) -> None:
        if step is NoteState.POSTED:
            self.outcomes.choose(Outcome.DONE)
            self.act()
            return
        notebook, follow_up_id = self.desk.notebook, self._row.id
        self.perform(lambda: set_note_state(notebook, follow_up_id, step))

    def _propose(self) -> None:
        """Begin with the following rung of the ladder, if this stood on one."""
        proposal = rung_after(self.desk.notebook, self._row.contact_id, self._row.rung)
        if proposal is None:
            return
        self._next_rung = proposal.rung
        self.keep.setChecked(True)
        self.ladder.setText(self.tr("The next step with somebody you have just met:"))
        if proposal.rung in KINDS:
            self.next_kind.choose(KINDS[proposal.rung])
            today = self.desk.clock.today()
            self.next_when.choose(nearest_distance(today, proposal.due))

    def _keeps(self) -> bool:
        return self._next_rung is Rung.KEEP and self.outcomes.outcome() not in STILL_OPEN

    def _outcome_changed(self, outcome: Outcome) -> None:
        if outcome in AGAIN:
            self.next_when.choose(AGAIN[outcome])
        self._show_parts()

    def _line_changed(self) -> None:
        self.complain("")
        QTimer.singleShot(0, self, self._fit)

    def _show_parts(self) -> None:
        again = self.outcomes.outcome() in STILL_OPEN
        kind: FollowUpKind | None = self.next_kind.kind()
        self.act_button.setText(self.tr("Try again") if again else self.tr("Done"))
        self.next_heading.setText(self.tr("Again on") if again else self.tr("And next?"))
        self.line.fields.setVisible(not again)
        self.next_kind.setVisible(not again)
        self.next_when.setVisible(again or kind is not None)
        self.repeats.setVisible(not again and bool(self.repeats.text()))
        self.ladder.setVisible(not again and bool(self.ladder.text()))
        self.keep.setVisible(self._keeps())
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """Be as high as what is shown now."""
        layout = self.layout()
        if layout is not None and self.isVisible():
            layout.activate()
            needed = max(layout.totalHeightForWidth(self.width()), self.minimumSizeHint().height())
            self.resize(self.width(), needed)

    def _lay_out(self) -> None:
        self.body.setSpacing(SMALL)
        self.body.addWidget(self.heading)
        if about := known_words(self._row, self.desk.clock.today(), self.locale()):
            self.body.addWidget(PlainLabel(about, TextRole.SMALL, Tone.MUTED, wrap=True))
        if self._row.note_state is not None:
            self.steps = NoteSteps(self._row.note_state)
            self.steps.step_taken.connect(self._take_step)
            self.body.addWidget(self.steps)
        self.body.addWidget(self.outcomes)
        frame = Card()
        frame.body.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        frame.body.addWidget(self.text)
        parts: tuple[QWidget, ...] = (
            frame,
            self.line.chips,
            self.line.question,
            self.line.fields,
            self.next_heading,
            self.repeats,
            self.ladder,
            self.keep,
            self.next_kind,
            self.next_when,
        )
        for part in parts:
            self.body.addWidget(part)

    def _repeat_words(self) -> str:
        """Return when a repeating follow-up comes again, or nothing."""
        today = self.desk.clock.today()
        coming = coming_day(self.desk.notebook, self._row.id, today)
        if coming is None:
            return ""
        return self.tr("It repeats: again on {day}, unless you choose something else.").format(
            day=short_day(coming, today, self.locale())
        )
