"""The card of somebody with whom an act is proposed on Today."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from notebook_app.gui.follow_ups.forms import show_plan_form
from notebook_app.gui.follow_ups.proposal_words import act_words, proposal_words
from notebook_app.gui.follow_ups.stored_photo import photo_loader
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.today.person_card import PersonCard
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.services.let_rest import let_rest
from notebook_app.services.propose_follow_ups import Proposal, plan_proposal


class JustMetCard(PersonCard):
    """Who, and what is proposed; with ``Plan``, ``Other…`` and ``Let it rest``."""

    def __init__(self, desk: Desk, proposal: Proposal, parent: QWidget | None = None) -> None:
        """Take what is proposed."""
        super().__init__(desk, parent)
        self.proposal = proposal
        today = desk.clock.today()
        self.avatar.show_stored(proposal.name, proposal.photo_id, photo_loader(desk.notebook))
        self.show_name(proposal.name)
        self.head.addStretch(1)
        self.second.setText(act_words(proposal, today, self.locale()))
        self.rest_button = PlainButton(self.tr("Let it rest"), self.rest)
        self.rest_button.setToolTip(self.tr("Propose nothing until you speak again (R)"))
        self.other_button = PlainButton(self.tr("Other…"), self.other)
        self.other_button.setToolTip(self.tr("Plan something else (O)"))
        self.plan_button = PlainButton(self.tr("Plan"), self.plan)
        self.plan_button.setToolTip(self.tr("Plan it so (P)"))
        for button in (self.rest_button, self.other_button, self.plan_button):
            button.setAccessibleName(f"{button.text()}: {proposal.name}")
            self.add_button(button)
        self.setAccessibleName(proposal_words(proposal, today, self.locale()))
        self.clicked.connect(lambda: desk.open_contact(proposal.contact_id))
        keys = {Qt.Key.Key_P: self.plan, Qt.Key.Key_O: self.other, Qt.Key.Key_R: self.rest}
        self.listen(keys)

    def plan(self) -> None:
        """Plan what is proposed."""
        self.desk.perform(partial(plan_proposal, self.desk.notebook, self.proposal))

    def other(self) -> None:
        """Plan something else with them."""
        due = self.proposal.due
        show_plan_form(self.desk, self, contact_id=self.proposal.contact_id, due=due)

    def rest(self) -> None:
        """Propose nothing until they speak again."""
        self.desk.perform(partial(let_rest, self.desk.notebook, [self.proposal.contact_id]))
