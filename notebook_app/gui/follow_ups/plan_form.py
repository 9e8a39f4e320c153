"""Plans a follow-up, or changes one: with whom, what, when, how often."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from PySide6.QtWidgets import QHBoxLayout, QWidget

from notebook_app.gui.follow_ups.form_dialog import FormDialog
from notebook_app.gui.follow_ups.kind_picker import KindPicker
from notebook_app.gui.follow_ups.next_day_picker import NextDayPicker
from notebook_app.gui.follow_ups.note_lines import NoteLines
from notebook_app.gui.follow_ups.person_field import PersonField
from notebook_app.gui.follow_ups.remind_field import RemindField
from notebook_app.gui.follow_ups.repeat_field import LengthField, RepeatField
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import MEDIUM, SMALL, TextRole
from notebook_app.gui.widgets.avatar import Avatar
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.check_field import CheckField
from notebook_app.gui.widgets.labelled import labelled
from notebook_app.gui.widgets.labels import ElidedLabel, FieldLabel, PlainLabel
from notebook_app.gui.widgets.time_field import TimeField
from notebook_app.model.follow_up import FollowUp, FollowUpDraft
from notebook_app.model.name_form import names_list
from notebook_app.model.next_days import Distance
from notebook_app.services.move_occurrence import divide_repeat, draft_from
from notebook_app.services.plan_follow_up import (
    delete_follow_up,
    plan_follow_up,
    update_follow_up,
)
from notebook_app.services.plan_for_many import plan_for_many


def show_plan_form(
    desk: Desk,
    parent: QWidget | None,
    *,
    contact_id: int | None = None,
    contact_ids: Sequence[int] = (),
    due: date | None = None,
    at: time | None = None,
    minutes: int | None = None,
    follow_up_id: int | None = None,
    from_day: date | None = None,
    note: str = "",
) -> None:
    """Open the form over the window of ``parent``.

    With ``follow_up_id`` that follow-up is changed; else one is planned, with ``contact_id`` if
    it is clear with whom, on ``due`` if it is clear when; or one with each of ``contact_ids``.
    With ``from_day``, the day by its rule of one to come, it is changed from then on only. A
    ``note`` is written down for a new one, to be changed.
    """
    present = None if follow_up_id is None else desk.notebook.follow_ups.get(follow_up_id)
    if follow_up_id is not None and present is None:
        desk.say(desk.tr("This follow-up is not there any more."))
        return
    if present is not None and from_day is not None:
        present = replace(present, draft=draft_from(desk.notebook, present.id, from_day))
    if len(contact_ids) == 1:
        contact_id, contact_ids = contact_ids[0], ()
    form = PlanForm(
        desk, parent, contact_id=contact_id, contact_ids=contact_ids, due=due, present=present
    )
    form.begin(at, minutes, from_day)
    if present is None:
        form.note.setPlainText(note)
    form.open()


class PlanForm(FormDialog):
    """The form; see ``show_plan_form``."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        *,
        contact_id: int | None = None,
        contact_ids: Sequence[int] = (),
        due: date | None = None,
        present: FollowUp | None = None,
    ) -> None:
        """Take with whom and when if that is clear, or the follow-up to be changed."""
        title = self.tr("Change the follow-up") if present else self.tr("Plan a follow-up")
        super().__init__(desk, parent, title, self.tr("Save") if present else self.tr("Plan"))
        self._present = present
        self._contact_ids = contact_ids
        self._contact_id = present.draft.contact_id if present else contact_id
        if contact_ids:
            self._contact_id = contact_ids[0]
        self.person = PersonField(desk.notebook, self.tr("With whom"))
        self.kind = KindPicker()
        self.when = NextDayPicker(desk, self.tr("On which day"))
        self.time = TimeField(self.tr("At what time"))
        self.length = LengthField(self.tr("How long it takes"))
        self.repeating = RepeatField(desk.clock.today)
        self.repeat = self.repeating.choice
        self.note = NoteLines(2, self.tr("What for"))
        self.note.setPlaceholderText(self.tr("What it is about, if you want to remember it"))
        self.note.entered.connect(self.act)
        self.promised = CheckField(self.tr("I &promised it"))
        self.promised.setToolTip(self.tr("Promised things come first on their day"))
        self.remind = RemindField()
        self._from_day: date | None = None
        self.when.value_changed.connect(lambda _day: self.repeating.show_start(self.when.value()))
        if due is None and present is None:
            self.when.choose(Distance.TOMORROW)
        else:
            self.when.set_value(due)
        self.repeating.show_start(self.when.value())
        self._lay_out()
        self.repeating.changed.connect(lambda: self.adjustSize() if self.isVisible() else None)
        if present is not None:
            self._show(present)
        first = self.person if self._contact_id is None else self.kind
        first.setFocus()

    def begin(self, at: time | None, minutes: int | None, from_day: date | None) -> None:
        """Show a time and how long it takes, or change what repeats from a day to come on only."""
        self._from_day = from_day
        if at is not None:
            self.time.set_value(at)
        if minutes is not None:
            self.length.set_value(minutes)

    def draft(self) -> FollowUpDraft | None:
        """Return what is planned; None, with a word about it, while something is missing."""
        contact_id = self._contact_id or self.person.contact_id()
        due = self.when.value()
        kind = self.kind.kind()
        if contact_id is None or kind is None:
            said = self.person.text().strip()
            self.complain(
                self.tr("Nobody in the notebook is called that, or several are: choose one.")
                if said
                else self.tr("Choose a person first."),
                self.person,
            )
            return None
        if due is None:
            self.complain(self.tr("Choose a day, such as “tomorrow” or “in 2 weeks”."), self.when)
            return None
        if not self.time.is_right():
            self.complain(self.tr("The time is not clear: write it as 14:30."), self.time)
            return None
        rule = self.repeating.rule(due)
        if rule is None:
            words = self.tr("Say after how many times, or on which day, it ends.")
            asked = self.repeating.until if self.repeating.until.isVisible() else None
            self.complain(words, asked or self.repeating.times)
            return None
        # What this form does not ask for stays as it is.
        beginning = FollowUpDraft(contact_id, kind, due)
        if self._present is not None:
            beginning = self._present.draft
            if beginning.kind is not kind:
                beginning = replace(beginning, rung="")
        at = self.time.value()
        return replace(
            beginning,
            contact_id=contact_id,
            kind=kind,
            due=due,
            at=at,
            note=self.note.toPlainText().strip(),
            repeat=rule,
            minutes=self.length.value() if at is not None else None,
            promised=self.promised.isChecked(),
            remind_minutes=self.remind.value(),
        )

    def act(self) -> None:
        """Plan it, or store what was changed."""
        draft = self.draft()
        if draft is None:
            return
        notebook, present, ids = self.desk.notebook, self._present, self._contact_ids
        if ids:
            self.accept()
            self.desk.write_many(
                len(ids),
                lambda progress: plan_for_many(notebook, ids, draft, progress),
                self.tr("Planning the follow-ups"),
            )
        elif present is None:
            self.perform(lambda: plan_follow_up(notebook, draft))
        elif self._from_day is not None:
            first = self._from_day
            self.perform(lambda: divide_repeat(notebook, present.id, draft, first))
        else:
            self.perform(lambda: update_follow_up(notebook, present.id, draft))

    def delete(self) -> None:
        """Take the follow-up out; the window's message offers to undo it."""
        if self._present is not None:
            follow_up_id = self._present.id
            self.perform(lambda: delete_follow_up(self.desk.notebook, follow_up_id))

    def _show(self, present: FollowUp) -> None:
        draft = present.draft
        self.kind.choose(draft.kind)
        self.when.set_value(draft.due)
        self.time.set_value(draft.at)
        self.note.setPlainText(draft.note)
        self.promised.setChecked(draft.promised)
        self.remind.set_value(draft.remind_minutes)
        self.length.set_value(draft.minutes)
        self.repeating.show_rule(draft.repeat, present.scheduled_on or draft.due, draft.due)
        self.buttons.insertWidget(0, PlainButton(self.tr("Delete"), self.delete))

    def _lay_out(self) -> None:
        self.body.addWidget(self._who())
        self.body.addWidget(self.kind)
        self.body.addLayout(labelled(FieldLabel(self.tr("&Day"), self.when.field.edit), self.when))
        beside = QHBoxLayout()
        beside.setSpacing(MEDIUM)
        beside.addLayout(labelled(FieldLabel(self.tr("&At"), self.time), self.time), 1)
        beside.addLayout(labelled(FieldLabel(self.tr("&For"), self.length), self.length), 1)
        self.body.addLayout(beside)
        repeat = FieldLabel(self.tr("&Repeat"), self.repeat)
        self.body.addLayout(labelled(repeat, self.repeating))
        self.body.addLayout(labelled(FieldLabel(self.tr("&What for"), self.note), self.note))
        last = QHBoxLayout()
        last.addWidget(self.promised, 1)
        last.addWidget(self.remind, 1)
        self.body.addLayout(last)

    def _who(self) -> QWidget:
        if self._contact_id is None:
            return self.person
        name = self.desk.notebook.contacts.name_of(self._contact_id)
        if self._contact_ids:
            names = self.desk.notebook.contacts.names_of(self._contact_ids)
            words = self.tr("With each of {count} people: {names}")
            listed = words.format(count=f"{len(names):,}", names=names_list(names))
            return PlainLabel(listed, TextRole.STRONG, wrap=True)
        who = QWidget()
        avatar = Avatar(2.2)
        avatar.show_person(name)
        row = QHBoxLayout(who)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(avatar)
        row.addWidget(ElidedLabel(name[:200], TextRole.STRONG), 1)
        return who
