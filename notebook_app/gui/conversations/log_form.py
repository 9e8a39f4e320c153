"""The form to write a conversation down, or to correct one: with whom, when, how, what was said."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.conversations.circumstances import Circumstances
from notebook_app.gui.conversations.people_field import PeopleField
from notebook_app.gui.follow_ups.form_dialog import FormDialog
from notebook_app.gui.follow_ups.kind_picker import KindPicker
from notebook_app.gui.follow_ups.next_day_picker import NextDayPicker
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import SMALL, theme_of
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.labels import FieldLabel
from notebook_app.gui.widgets.time_field import TimeField
from notebook_app.gui.widgets.wrap_mode import wrap_mode
from notebook_app.model.changes import ChangeSet
from notebook_app.model.conversation import Conversation, ConversationDraft
from notebook_app.model.follow_up import FollowUpDraft
from notebook_app.model.next_days import Distance
from notebook_app.services.log_conversation import (
    delete_conversation,
    log_conversation,
    update_conversation,
)
from notebook_app.services.log_with_new_people import log_with_new_people


def show_log_form(
    desk: Desk,
    parent: QWidget | None,
    *,
    contact_ids: Sequence[int] = (),
    conversation_id: int | None = None,
) -> None:
    """Open the form over the window of ``parent``.

    With ``conversation_id`` that conversation is changed; else one is written down, with the
    people in ``contact_ids`` already chosen.
    """
    present = None if conversation_id is None else desk.notebook.conversations.get(conversation_id)
    if conversation_id is not None and present is None:
        desk.say(desk.tr("This conversation is not there any more."))
        return
    LogForm(desk, parent, contact_ids, present).open()


class LogForm(FormDialog):
    """The form; see ``show_log_form``."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        contact_ids: Sequence[int] = (),
        present: Conversation | None = None,
    ) -> None:
        """Take who is in it already, or the conversation to change."""
        title = desk.tr("Log a conversation") if present is None else desk.tr("Conversation")
        super().__init__(desk, parent, title, desk.tr("Save"))
        self._present = present
        self._saving = False
        self.people = PeopleField(desk.notebook)
        self.circumstances = Circumstances(desk.clock.today)
        self.at = TimeField(self.tr("At what time"))
        self.place = QLineEdit()
        self.place.setPlaceholderText(self.tr("Bean House, the chamber…"))
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(self.tr("What did you talk about?"))
        self.text.setMinimumHeight(theme_of(self).em(8))
        self.kind = KindPicker(self.tr("None"))
        self.due = NextDayPicker(desk, self.tr("Follow up on which day"))
        self.due.choose(Distance.THREE_DAYS)
        self._lay_out()
        if present is not None:
            self._show(present.draft)
        else:
            self.people.choose(contact_ids)
        chosen = bool(self.people.people())
        (self.text if chosen else self.people.edit).setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> ConversationDraft:
        """Return the conversation as it is written now, without people who are not known yet."""
        fields = self.circumstances
        beginning = ConversationDraft((), "", self.desk.clock.today())
        if self._present is not None:
            beginning = self._present.draft
        setting = fields.chosen_setting()
        known = [person.contact_id for person in self.people.people() if person.contact_id]
        return replace(
            beginning,
            contact_ids=tuple(known),
            text=self.text.toPlainText(),
            on=fields.on.value() or beginning.on,
            at=self.at.value(),
            channel=fields.chosen_channel(),
            setting=setting,
            formality=beginning.formality if setting == beginning.setting else None,
            place=self.place.text().strip(),
            initiated_by=fields.chosen_initiator(),
        )

    def act(self) -> None:
        """Save, or say what is missing."""
        self.people.take_typed()
        people = self.people.people()
        if not people:
            self.complain(self.tr("Choose whom you spoke with."), self.people.edit)
        elif not self.circumstances.on.is_right():
            self.complain(self.tr("This is not a date."), self.circumstances.on)
        elif not self.at.is_right():
            self.complain(self.tr("This is not a time of day."), self.at)
        elif not self.text.toPlainText().strip():
            self.complain(self.tr("Write a few words about it."), self.text)
        elif self.kind.kind() is not None and self.due.value() is None:
            self.complain(self.tr("Choose when to follow up."), self.due)
        elif self._present is not None and (new_names := self._new_names()):
            self.show_problem(
                UserProblem(
                    self.tr("“{name}” is not in the notebook yet.").format(name=new_names[0]),
                    remedy=self.tr("Add the person first, or take the name out."),
                )
            )
        else:
            self._save()

    def reject(self) -> None:
        """Leave, but not while it is being written: what was typed may still be needed."""
        if not (self._saving and self.desk.is_writing()):
            super().reject()

    def _save(self) -> None:
        if self._saving and self.desk.is_writing():
            return
        write = self._writing()
        self._saving = True
        self.desk.write_many(
            len(self.people.people()),
            lambda _progress: write(),
            self.tr("Saving the conversation"),
            self.accept,
            self.show_problem,
        )
        if self._saving and self.isVisible():
            self.act_button.setEnabled(False)

    def show_problem(self, problem: UserProblem) -> None:
        """Show a trouble, and let the form be used again."""
        self._saving = False
        self.act_button.setEnabled(True)
        super().show_problem(problem)

    def _writing(self) -> Callable[[], ChangeSet]:
        """Return what writes the conversation as it is now; it asks no field, so any thread may."""
        notebook, draft, present = self.desk.notebook, self.draft(), self._present
        if present is not None:
            return lambda: update_conversation(notebook, present.id, draft)
        following = None
        kind, due = self.kind.kind(), self.due.value()
        if kind is not None and due is not None:
            first = draft.contact_ids[0] if draft.contact_ids else 0
            following = FollowUpDraft(first, kind, due)
        if new_names := self._new_names():
            return lambda: log_with_new_people(notebook, draft, new_names, following)
        return lambda: log_conversation(notebook, draft, following)

    def _new_names(self) -> list[str]:
        return [person.name for person in self.people.people() if person.contact_id is None]

    def _show(self, draft: ConversationDraft) -> None:
        self.people.choose(draft.contact_ids)
        self.circumstances.show_draft(draft)
        self.at.set_value(draft.at)
        self.place.setText(draft.place)
        self.text.setWordWrapMode(wrap_mode(draft.text))
        self.text.setPlainText(draft.text)

    def _lay_out(self) -> None:
        self.body.setSpacing(SMALL)
        self._field(self.tr("&With"), self.people)
        self._field(self.tr("&What was said"), self.text, stretch=1)
        self.body.addWidget(self.circumstances)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(FieldLabel(self.tr("&Place"), self.place))
        row.addWidget(self.place, 1)
        row.addWidget(FieldLabel(self.tr("T&ime"), self.at))
        self.at.setMaximumWidth(theme_of(self).em(9))
        row.addWidget(self.at)
        self.body.addLayout(row)
        if self._present is None:
            self._field(self.tr("Follow &up"), self.kind)
            self.body.addWidget(self.due)
            self.due.setVisible(False)
            self.kind.kind_changed.connect(lambda kind: self.due.setVisible(kind is not None))
        else:
            self.buttons.insertWidget(0, PlainButton(self.tr("Delete"), self._delete))

    def _field(self, words: str, field: QWidget, stretch: int = 0) -> None:
        self.body.addWidget(FieldLabel(words, field))
        self.body.addWidget(field, stretch)

    def _delete(self) -> None:
        present = self._present
        if present is not None:
            self.perform(lambda: delete_conversation(self.desk.notebook, present.id))
