"""Before you meet: what to know of one person, or of everyone expected at an event."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.knowing.briefing_card import BriefingCard
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.card import ScrollColumn
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.briefing import BriefedPerson
from notebook_app.services.prepare_briefing import prepare_briefing

_AT_ONCE: Final = 4
_READ_AT_ONCE: Final = 40
_MOMENT_MS: Final = 15


def show_briefing(desk: Desk, parent: QWidget, contact_ids: Sequence[int], title: str = "") -> None:
    """Open the briefing over ``parent``; of many people it is gathered beside the window."""

    def show(people: list[BriefedPerson]) -> None:
        BriefingDialog(desk, parent, people, title).open()

    notebook = desk.notebook
    if len(contact_ids) > _READ_AT_ONCE:
        desk.run_in_background(
            lambda _progress: prepare_briefing(notebook, contact_ids),
            show,
            desk.tr("Gathering what to know"),
            writes=False,
        )
        return
    try:
        people = prepare_briefing(notebook, contact_ids)
    except UserProblem as problem:
        desk.problem_met.emit(problem)
        return
    show(people)


class BriefingDialog(QDialog):
    """A card a person. Ctrl+P prints it, Escape closes."""

    def __init__(
        self, desk: Desk, parent: QWidget, people: Sequence[BriefedPerson], title: str = ""
    ) -> None:
        """Take the desk, who asked, the people, and the event's name if it is for one."""
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._people = people
        self._title = title
        self.setWindowTitle(self.tr("Before you meet"))
        self.heading = PlainLabel(self._heading(), TextRole.TITLE, wrap=True)
        self.question = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self.cards: list[BriefingCard] = []
        self._scroll = ScrollColumn()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._filling = QTimer(self)
        self._filling.setSingleShot(True)
        self._filling.setInterval(_MOMENT_MS)
        self._filling.timeout.connect(self._fill)
        self.ask_button = PlainButton(self.tr("A good &question"), self.ask_another)
        self.print_button = PlainButton(self.tr("&Print…"), self.print_it)
        self.print_button.setToolTip(self.tr("Ctrl+P"))
        self.close_button = PrimaryButton(self.tr("Close"), self.accept)
        self.close_button.setDefault(True)
        self._asked: set[str] = set()
        self._lay_out()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self.print_it)
        desk.contact_wanted.connect(self._leave)
        self._fill()
        self.ask_another()
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_another(self) -> None:
        """Show a good question to ask them, and another one each time."""
        from random import choice

        offered = [each.text for each in self._desk.notebook.questions.offered()]
        fresh = [text for text in offered if text not in self._asked]
        if not fresh:
            self._asked.clear()
            fresh = offered
        text = choice(fresh) if fresh else ""
        self._asked.add(text)
        self.question.setText(self.tr("You could ask: {question}").format(question=text))
        self.question.setVisible(bool(text))
        self.ask_button.setVisible(bool(text))

    def print_it(self) -> None:
        """Show it as it will be on paper."""
        from notebook_app.gui.printing.document_dialog import DocumentDialog
        from notebook_app.gui.printing.locale_date_words import LocaleDateWords
        from notebook_app.reports.briefing import briefing

        today = self._desk.clock.today()
        document = briefing(
            self._people,
            today,
            LocaleDateWords(self.locale()),
            title=self._title or self.tr("Before you meet"),
        )
        name = f"{self.tr('Briefing')} {today.isoformat()}"
        DocumentDialog(self._desk, self, document, name, "briefing").open()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing more for nobody."""
        super().hideEvent(event)
        self._filling.stop()

    def _heading(self) -> str:
        if self._title:
            return self._title[:200]
        if len(self._people) == 1:
            return self.tr("Before you meet {name}").format(name=self._people[0].name[:120])
        count = self.locale().toString(len(self._people))
        return self.tr("Before you meet {count} people").format(count=count)

    def _fill(self) -> None:
        start = len(self.cards)
        for person in self._people[start : start + _AT_ONCE]:
            card = BriefingCard(self._desk, person)
            self._scroll.column.addWidget(card)
            self.cards.append(card)
        if len(self.cards) < len(self._people):
            self._filling.start()

    def _leave(self, _contact_id: int) -> None:
        if self.isVisible():
            self.accept()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(LARGE, LARGE, LARGE, 0)
        head.setSpacing(SMALL)
        head.addWidget(self.heading)
        head.addWidget(self.question)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(LARGE, 0, LARGE, LARGE)
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.ask_button)
        buttons.addStretch(1)
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addLayout(buttons)
        theme = theme_of(self)
        room = self.screen().availableSize() * 0.9
        self.resize(QSize(theme.em(46), theme.em(52)).boundedTo(room))
