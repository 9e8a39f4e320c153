"""A proposal on a person's page: what to do next, planned with one key."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from notebook_app.gui.follow_ups.forms import show_plan_form
from notebook_app.gui.follow_ups.proposal_words import proposal_words
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import SMALL, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.services.let_rest import let_rest
from notebook_app.services.propose_follow_ups import Proposal, plan_proposal

_NARROW_EMS = 34


class ProposalPanel(Card):
    """``Plan``, ``Other…`` and ``Let it rest`` under the question."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is proposed yet."""
        super().__init__(parent=parent)
        self._desk = desk
        self.proposal: Proposal | None = None
        self.words = PlainLabel("", wrap=True)
        self.rest = PlainButton(self.tr("Let it rest"), self._rest)
        self.other = PlainButton(self.tr("Other…"), self._other)
        self.plan = PrimaryButton(self.tr("Pla&n"), self._plan)
        self.plan.setToolTip(self.tr("Alt+N"))
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        for button in (self.rest, self.other, self.plan):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(SMALL + 2)
        self._row.addWidget(self.words, 1)
        self._row.addLayout(buttons)
        self.body.addLayout(self._row)

    def show_proposal(self, proposal: Proposal) -> None:
        """Ask whether it is to be so."""
        self.proposal = proposal
        today = self._desk.clock.today()
        self.words.setText(proposal_words(proposal, today, self.locale()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where there is no room beside them."""
        super().resizeEvent(event)
        narrow = self.width() < theme_of(self).em(_NARROW_EMS)
        below = QBoxLayout.Direction.TopToBottom
        self._row.setDirection(below if narrow else QBoxLayout.Direction.LeftToRight)

    def _plan(self) -> None:
        notebook, proposal = self._desk.notebook, self.proposal
        if proposal is not None:
            self._desk.perform(lambda: plan_proposal(notebook, proposal))

    def _other(self) -> None:
        if self.proposal is not None:
            show_plan_form(
                self._desk, self, contact_id=self.proposal.contact_id, due=self.proposal.due
            )

    def _rest(self) -> None:
        notebook, proposal = self._desk.notebook, self.proposal
        if proposal is not None:
            self._desk.perform(lambda: let_rest(notebook, [proposal.contact_id]))
