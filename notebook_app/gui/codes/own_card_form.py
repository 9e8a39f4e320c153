"""Asks which contact is the user, once; their card is a key away from then on."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from notebook_app.gui.follow_ups.form_dialog import FormDialog
from notebook_app.gui.follow_ups.person_field import PersonField
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import TextRole, Tone
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.services.own_card import choose_own_contact


class OwnCardForm(FormDialog):
    """Calls ``then`` with the row id of the chosen contact."""

    def __init__(self, desk: Desk, parent: QWidget, then: Callable[[int], object]) -> None:
        """Take the desk, who asked, and what comes then."""
        super().__init__(desk, parent, desk.tr("My card"), desk.tr("That is me"))
        self._then = then
        self.person = PersonField(desk.notebook, self.tr("Your own name"))
        self.person.setPlaceholderText(self.tr("Begin to type your own name"))
        self.body.addWidget(PlainLabel(self.tr("Which of them is you?"), TextRole.TITLE))
        self.body.addWidget(
            PlainLabel(
                self.tr(
                    "Your card is shown as a QR code then, for others to photograph, and printed"
                    " on cards. It holds what stands on your own page in the notebook."
                ),
                tone=Tone.MUTED,
                wrap=True,
            )
        )
        self.body.addWidget(self.person)
        if desk.offers(Act.ADD_PERSON):
            self.body.addWidget(LinkButton(self.tr("I am not in it yet: add me"), self._add))

    def act(self) -> None:
        """Remember who it is, and show the card."""
        contact_id = self.person.contact_id()
        if contact_id is None:
            self.complain(self.tr("Choose a name from the list."), self.person)
            return
        if self.perform(lambda: choose_own_contact(self.desk.notebook, contact_id)):
            self._then(contact_id)

    def _add(self) -> None:
        self.reject()
        self.desk.ask(Act.ADD_PERSON)
