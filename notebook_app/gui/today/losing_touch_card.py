"""The card of somebody one is losing touch with."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from notebook_app.gui.follow_ups.forms import show_plan_form
from notebook_app.gui.follow_ups.reason_words import losing_touch_words
from notebook_app.gui.follow_ups.stored_photo import photo_loader
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.today.person_card import PersonCard
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.model.rows import LosingTouchRow


class LosingTouchCard(PersonCard):
    """Who, how often one wanted to be in touch, when one last was; with ``Plan…``."""

    def __init__(self, desk: Desk, row: LosingTouchRow, parent: QWidget | None = None) -> None:
        """Take the contact to show."""
        super().__init__(desk, parent)
        self._contact_id = row.contact_id
        words = losing_touch_words(row, desk.clock.today(), self.locale())
        self.avatar.show_stored(row.name, row.photo_id, photo_loader(desk.notebook))
        self.show_name(row.name)
        self.head.addStretch(1)
        self.second.setText(words)
        self.plan_button = PlainButton(self.tr("Plan…"), self.plan)
        self.plan_button.setToolTip(self.tr("Plan a follow-up (P)"))
        self.plan_button.setAccessibleName(self.tr("Plan: {name}").format(name=row.name))
        self.rest_button = PlainButton(self.tr("Let it rest"), self.let_rest)
        self.rest_button.setToolTip(self.tr("Ask for nothing until you speak again (R)"))
        self.rest_button.setAccessibleName(self.tr("Let it rest: {name}").format(name=row.name))
        self.add_button(self.rest_button)
        self.add_button(self.plan_button)
        self.setAccessibleName(f"{row.name}, {words}")
        self.clicked.connect(lambda: desk.open_contact(row.contact_id))
        self.listen({Qt.Key.Key_P: self.plan, Qt.Key.Key_R: self.let_rest})

    def plan(self) -> None:
        """Plan a follow-up with them."""
        show_plan_form(self.desk, self, contact_id=self._contact_id)

    def let_rest(self) -> None:
        """Ask for nothing with them until the next conversation."""
        # Loaded when it is first needed: the page is painted sooner.
        from notebook_app.services.let_rest import let_rest

        notebook, contact_id = self.desk.notebook, self._contact_id
        self.desk.perform(lambda: let_rest(notebook, [contact_id]))
