"""Writes down a favour, or changes one: who did what for whom, about whom, when, thanked or not."""

from dataclasses import replace

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from notebook_app.gui.follow_ups.form_dialog import FormDialog
from notebook_app.gui.follow_ups.person_field import PersonField
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import MEDIUM, SMALL, TextRole
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.check_field import CheckField
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.date_field import DateField
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labelled import labelled
from notebook_app.gui.widgets.labels import FieldLabel, PlainLabel
from notebook_app.gui.widgets.text_fields import LineField
from notebook_app.model.offering import Direction, FavourDraft, FavourKind, FavourRow
from notebook_app.services.keep_favours import add_favour, delete_favour, update_favour


def show_favour_form(
    desk: Desk, parent: QWidget, *, contact_id: int = 0, favour_id: int | None = None
) -> None:
    """Open the form over the window of ``parent``, for a new favour or one that is there."""
    present = None if favour_id is None else desk.notebook.favours.get(favour_id)
    if favour_id is not None and present is None:
        desk.say(desk.tr("This favour is not there any more."))
        return
    FavourForm(desk, parent, present.draft.contact_id if present else contact_id, present).open()


class FavourForm(FormDialog):
    """The form; see ``show_favour_form``."""

    def __init__(
        self, desk: Desk, parent: QWidget, contact_id: int, present: FavourRow | None = None
    ) -> None:
        """Take with whom it is, and the favour to be changed."""
        title = self.tr("Change the favour") if present else self.tr("Give and take")
        super().__init__(desk, parent, title, self.tr("Save"))
        self._contact_id = contact_id
        self._present = present
        name = " ".join(desk.notebook.contacts.name_of(contact_id).split())[:80]
        self.kinds = {
            FavourKind.INTRODUCTION: Chip(self.tr("Introduction")),
            FavourKind.REFERRAL: Chip(self.tr("Referral of work")),
            FavourKind.HELP: Chip(self.tr("Help")),
        }
        self.directions = {
            Direction.RECEIVED: Chip(self.tr("{name} did it for me").format(name=name)),
            Direction.GIVEN: Chip(self.tr("I did it for {name}").format(name=name)),
        }
        self.about = PersonField(desk.notebook, self.tr("Whom it was about"))
        self.about.setPlaceholderText(self.tr("Who was introduced or sent, if anybody"))
        self.text = LineField()
        self.text.setPlaceholderText(self.tr("In a few words"))
        self.on = DateField(desk.clock.today, self.tr("When"))
        self.on.set_value(desk.clock.today())
        self.thanked = CheckField(self.tr("Thanks were said"))
        self.kinds[FavourKind.INTRODUCTION].setChecked(True)
        self.directions[Direction.RECEIVED].setChecked(True)
        self._lay_out(name)
        if present is not None:
            self._show(present.draft)
        self.kinds[FavourKind.INTRODUCTION].setFocus()

    def draft(self) -> FavourDraft | None:
        """Return what is written down; None, with a word about it, while something is unclear."""
        on = self.on.value()
        about = self.about.contact_id()
        if self.about.text().strip() and about is None:
            self.complain(
                self.tr("Nobody in the notebook is called that, or several are: choose one."),
                self.about,
            )
            return None
        if on is None:
            self.complain(self.tr("Choose a day, such as “today” or “last week”."), self.on)
            return None
        draft = FavourDraft(
            self._contact_id,
            next(kind for kind, chip in self.kinds.items() if chip.isChecked()),
            next(way for way, chip in self.directions.items() if chip.isChecked()),
            on,
            about,
            self.text.text().strip(),
        )
        before = self._present.draft if self._present else draft
        thanked_on = None
        if self.thanked.isChecked():
            thanked_on = before.thanked_on or self.desk.clock.today()
        return replace(
            draft,
            conversation_id=before.conversation_id,
            thanked_on=thanked_on,
            opportunity_id=before.opportunity_id,
            told_on=before.told_on,
        )

    def act(self) -> None:
        """Store it."""
        draft = self.draft()
        if draft is None:
            return
        notebook, present = self.desk.notebook, self._present
        if present is None:
            self.perform(lambda: add_favour(notebook, draft))
        else:
            self.perform(lambda: update_favour(notebook, present.id, draft))

    def delete(self) -> None:
        """Take it out; the window's message offers to undo it."""
        if self._present is not None:
            favour_id = self._present.id
            self.perform(lambda: delete_favour(self.desk.notebook, favour_id))

    def _show(self, draft: FavourDraft) -> None:
        self.kinds[draft.kind].setChecked(True)
        self.directions[draft.direction].setChecked(True)
        if draft.about_contact_id is not None:
            self.about.set_contact(draft.about_contact_id)
        self.text.setText(draft.text)
        self.on.set_value(draft.on)
        self.thanked.setChecked(draft.thanked_on is not None)
        self.buttons.insertWidget(0, PlainButton(self.tr("Delete"), self.delete))

    def _lay_out(self, name: str) -> None:
        self.body.addWidget(PlainLabel(name, TextRole.STRONG, wrap=True))
        for chips in (self.directions, self.kinds):
            group = QButtonGroup(self)
            holder = QWidget()
            flow = FlowLayout(holder, across=SMALL - 3, down=3)
            for chip in chips.values():
                group.addButton(chip)
                flow.addWidget(chip)
            self.body.addWidget(holder)
        self.body.addLayout(labelled(FieldLabel(self.tr("&About whom"), self.about), self.about))
        self.body.addLayout(labelled(FieldLabel(self.tr("&What"), self.text), self.text))
        beside = QHBoxLayout()
        beside.setSpacing(MEDIUM)
        beside.addLayout(labelled(FieldLabel(self.tr("&Day"), self.on.edit), self.on), 1)
        beside.addWidget(self.thanked, 1)
        self.body.addLayout(beside)
