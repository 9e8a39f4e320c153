"""An answer that the timeline suggests: its number, what it says, and why."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.opportunities.opportunity_words import came_words
from notebook_app.gui.theme import MEDIUM, TextRole, Tone
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.origin import OriginProposal

_LONGEST = 300


class ProposalButton(Card):
    """A click, or Enter on it, takes the answer."""

    def __init__(
        self,
        number: int,
        proposal: OriginProposal,
        names: Sequence[str],
        take: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        """Take the number that is its key, the answer, who is in its chain, and what takes it."""
        super().__init__(clickable=True, highlighted=number == 1, parent=parent)
        came = came_words(proposal.draft.source, names, proposal.draft.came_by)
        self.words = PlainLabel(came[:_LONGEST], TextRole.STRONG, wrap=True)
        self.why = PlainLabel(proposal.reason[:_LONGEST], TextRole.SMALL, Tone.MUTED, wrap=True)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.why)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(PlainLabel(str(number), TextRole.STRONG, Tone.ACCENT))
        row.addLayout(column, 1)
        self.body.addLayout(row)
        self.setAccessibleName(f"{number}: {came}. {proposal.reason}")
        self.clicked.connect(take)
