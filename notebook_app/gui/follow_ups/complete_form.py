"""Completes a follow-up in one small step: what happened, and what comes next."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QHBoxLayout, QWidget

from notebook_app.gui.follow_ups.channel_words import channel_name
from notebook_app.gui.follow_ups.due_words import ago_words, short_day
from notebook_app.gui.follow_ups.form_dialog import FormDialog
from notebook_app.gui.follow_ups.kind_picker import KindPicker
from notebook_app.gui.follow_ups.kind_words import kind_with
from notebook_app.gui.follow_ups.note_lines import NoteLines
from notebook_app.gui.follow_ups.note_steps import NoteSteps
from notebook_app.gui.follow_ups.when_picker import WhenPicker
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import MEDIUM, TextRole, Tone
from notebook_app.gui.widgets.choice_field import ChoiceField
from notebook_app.gui.widgets.date_field import DateField
from notebook_app.gui.widgets.labels import ElidedLabel, FieldLabel, PlainLabel, SectionHeading
from notebook_app.model.conversation import Channel, ConversationDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind, FollowUpState, NoteState
from notebook_app.model.recurrence import next_due
from notebook_app.model.rows import FollowUpRow
from notebook_app.services.complete_follow_up import complete_follow_up, conversation_from
from notebook_app.services.plan_follow_up import set_note_state


def show_complete_form(desk: Desk, parent: QWidget | None, follow_up_id: int) -> None:
    """Open the form over the window of ``parent``; a follow-up that is closed is only told of."""
    row = desk.notebook.follow_ups.row(follow_up_id)
    if row is None or row.state is not FollowUpState.OPEN:
        desk.say(desk.tr("This follow-up is not open any more."))
        return
    CompleteForm(desk, parent, row).open()


class CompleteForm(FormDialog):
    """The form; see ``show_complete_form``."""

    def __init__(self, desk: Desk, parent: QWidget | None, row: FollowUpRow) -> None:
        """Take the open follow-up."""
        title = kind_with(row.kind, row.contact_name[:200])
        super().__init__(desk, parent, self.tr("Done"), self.tr("Done"))
        self._row = row
        today = desk.clock.today()
        self._plan = FollowUpDraft(row.contact_id, row.kind, row.due, row.at, row.note, row.repeat)
        self.heading = ElidedLabel(title, TextRole.STRONG)
        self.text = NoteLines(3, self.tr("What happened?"))
        self.text.setPlaceholderText(self.tr("What happened? Goes into the timeline"))
        self.text.entered.connect(self.act)
        self.on = DateField(desk.clock.today, self.tr("On which day"))
        self.on.set_value(today)
        self.channel = ChoiceField()
        for channel in Channel:
            self.channel.addItem(channel_name(channel), channel)
        self.channel.choose(conversation_from(self._plan, "", today).channel)
        self.next_kind = KindPicker(self.tr("Nothing"))
        self.next_when = WhenPicker(desk.clock.today, self.tr("Next on which day"))
        self.next_when.set_value(today + timedelta(days=14))
        self.next_when.hide()
        self.next_kind.kind_changed.connect(self._offer_day)
        self.steps: NoteSteps | None = None
        self._lay_out()
        self.text.setFocus()

    def conversation(self) -> ConversationDraft | None:
        """Return what is to be logged, or None if nothing was written down."""
        text = self.text.toPlainText().strip()
        on = self.on.value()
        if not text or on is None:
            return None
        draft = conversation_from(self._plan, text, on)
        channel = Channel(self.channel.currentData())
        # The setting was guessed from the kind; by another channel it is no longer true.
        setting = draft.setting if channel is draft.channel else ""
        return replace(draft, channel=channel, setting=setting)

    def following(self) -> FollowUpDraft | None:
        """Return the next follow-up that was chosen, or None."""
        kind, due = self.next_kind.kind(), self.next_when.value()
        if kind is None or due is None:
            return None
        return FollowUpDraft(self._row.contact_id, kind, due)

    def act(self) -> None:
        """Complete it, with what was written and chosen."""
        on = self.on.value()
        if on is None:
            self.complain(self.tr("On which day was it? Write it as “today”."), self.on)
            return
        if self.next_kind.kind() is not None and self.next_when.value() is None:
            self.complain(self.tr("Choose a day for the next step."), self.next_when)
            return
        conversation, following = self.conversation(), self.following()
        notebook, follow_up_id = self.desk.notebook, self._row.id
        self.perform(
            lambda: complete_follow_up(notebook, follow_up_id, conversation, following, on)
        )

    def _take_step(self, step: NoteState) -> None:
        if step is NoteState.POSTED:
            self.act()
            return
        notebook, follow_up_id = self.desk.notebook, self._row.id
        self.perform(lambda: set_note_state(notebook, follow_up_id, step))

    def _offer_day(self, kind: FollowUpKind | None) -> None:
        self.next_when.setVisible(kind is not None)
        self.resize(self.width(), self.sizeHint().height())

    def _lay_out(self) -> None:
        self.body.addWidget(self.heading)
        if about := self._about():
            self.body.addWidget(PlainLabel(about, TextRole.SMALL, Tone.MUTED, wrap=True))
        if self._row.note_state is not None:
            self.steps = NoteSteps(self._row.note_state)
            self.steps.step_taken.connect(self._take_step)
            self.body.addWidget(self.steps)
        self.body.addWidget(self.text)
        beside = QHBoxLayout()
        beside.setSpacing(MEDIUM)
        beside.addWidget(FieldLabel(self.tr("&Day"), self.on.edit))
        beside.addWidget(self.on, 3)
        beside.addWidget(FieldLabel(self.tr("&By"), self.channel))
        beside.addWidget(self.channel, 2)
        self.body.addLayout(beside)
        self.body.addWidget(SectionHeading(self.tr("And next?")))
        if repeats := self.repeat_words():
            self.body.addWidget(PlainLabel(repeats, TextRole.SMALL, Tone.MUTED, wrap=True))
        self.body.addWidget(self.next_kind)
        self.body.addWidget(self.next_when)

    def _about(self) -> str:
        row = self._row
        spoke = ""
        if row.last_conversation is not None:
            ago = ago_words(row.last_conversation, self.desk.clock.today(), self.locale())
            spoke = self.tr("last spoke {ago}").format(ago=ago)
        return " · ".join(part for part in (" ".join(row.note.split())[:300], spoke) if part)

    def repeat_words(self) -> str:
        """Return when a repeating follow-up comes again, or nothing."""
        today = self.desk.clock.today()
        coming = next_due(self._row.repeat, self._row.due, after=max(self._row.due, today))
        if coming is None:
            return ""
        return self.tr("It repeats: again on {day}, unless you choose something else.").format(
            day=short_day(coming, today, self.locale())
        )
