"""The last printed list whose rows did not all come back yet, and the way to bring them back."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from notebook_app.gui.back_from_paper.paper_words import list_name, progress_words
from notebook_app.gui.follow_ups.reason_words import one_line
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import TIGHT, TextRole
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading

_REMINDED_DAYS = 21


class PaperCard(Card):
    """Hidden where no list of the last three weeks has rows left to answer."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is read before ``read``."""
        super().__init__(parent=parent)
        self._desk = desk
        self._number = 0
        self.words = PlainLabel("", TextRole.SMALL, wrap=True)
        self.answer = LinkButton(self.tr("Write down what came back…"), self._go)
        self.answer.setToolTip(self.tr("Ctrl+Shift+B"))
        self.body.setSpacing(TIGHT)
        self.body.addWidget(SectionHeading(self.tr("On paper")))
        self.body.addWidget(self.words)
        self.body.addWidget(self.answer, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def read(self) -> None:
        """Look for such a list."""
        printed = None
        if self._desk.offers(Act.BACK_FROM_PAPER):
            since = self._desk.clock.today() - timedelta(days=_REMINDED_DAYS)
            printed = self._desk.notebook.printed_lists.last_waiting(since)
        self.setVisible(printed is not None)
        if printed is not None:
            self._number = printed.number
            left = progress_words(printed.waiting, printed.rows, self.locale())
            title = one_line(printed.title)[:120]
            self.words.setText(f"{list_name(printed.number)} · {title} · {left}")

    def _go(self) -> None:
        self._desk.ask(Act.BACK_FROM_PAPER, self._number)
