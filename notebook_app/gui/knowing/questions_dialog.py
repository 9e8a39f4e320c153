"""Good questions to ask: one at a time, the user's own among them, each hidden with a key."""

from functools import partial
from random import Random

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.knowing.fact_line import FactField
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, WIDE, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import LinkButton, PlainButton, PrimaryButton
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.good_questions import Question


class QuestionsDialog(QDialog):
    """Space asks another one; the order is a new one each time it is opened."""

    def __init__(self, desk: Desk, parent: QWidget, seed: int | None = None) -> None:
        """Take the desk and who asked; a ``seed`` makes the order the same each time."""
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("A good question"))
        self._desk = desk
        self._chance = Random(seed)
        self._left: list[Question] = []
        self.question: Question | None = None
        self.words = PlainLabel("", TextRole.TITLE, wrap=True, selectable=True)
        self.hint = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self.another = PrimaryButton(self.tr("&Another one"), self.ask_another)
        self.another.setToolTip(self.tr("Space"))
        self.edit_button = LinkButton(self.tr("In my words"), self.edit)
        self.hide_button = LinkButton(self.tr("Not this one any more"), self.put_away)
        self.add_button = LinkButton(self.tr("+ One of my own"), self.add)
        self.show_button = LinkButton("", self.show_hidden)
        self.field: FactField | None = None
        self._changing: Question | None = None
        self._lay_out()
        self.ask_another()
        self.another.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_another(self) -> None:
        """Show another question; each comes once before any comes again."""
        offered = {question.text: question for question in self._desk.notebook.questions.offered()}
        self._left = [question for question in self._left if question.text in offered]
        before = self.question
        if not self._left:
            self._left = [each for each in offered.values() if each != before]
            self._chance.shuffle(self._left)
        self._show(self._left.pop() if self._left else next(iter(offered.values()), None))

    def edit(self) -> None:
        """Say this one in other words."""
        if self.question is not None:
            self._open_field(self.question.text, self.question)

    def add(self) -> None:
        """Add one of one's own."""
        self._open_field("", None)

    def put_away(self) -> None:
        """Offer this one no longer, and show another."""
        from notebook_app.services.keep_questions import hide_question, remove_question

        question = self.question
        if question is None:
            return
        act = hide_question if question.id is None else remove_question
        if self._desk.perform(lambda: act(self._desk.notebook, question.text)) is not None:
            self.ask_another()

    def show_hidden(self) -> None:
        """Offer all hidden ones again."""
        from notebook_app.services.keep_questions import show_question

        notebook = self._desk.notebook
        for question in notebook.questions.all():
            if question.hidden:
                self._desk.perform(partial(show_question, notebook, question.text))
        self._show(self.question)

    def _open_field(self, text: str, changing: Question | None) -> None:
        self._close_field()
        self._changing = changing
        self.field = FactField(text)
        self.field.setAccessibleName(self.tr("Question"))
        self.field.setPlaceholderText(self.tr("What would you like to ask people?"))
        self.field.said.connect(self._said)
        self.field.left.connect(self._close_field)
        self._column.insertWidget(self._column.indexOf(self.words) + 1, self.field)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _said(self, words: str) -> None:
        from notebook_app.services.keep_questions import add_question, change_question

        notebook, changing = self._desk.notebook, self._changing
        if changing is None:
            self._desk.perform(lambda: add_question(notebook, words))
        else:
            self._desk.perform(lambda: change_question(notebook, changing.text, words))
        self._close_field()
        said = " ".join(words.split())
        found = [each for each in notebook.questions.offered() if each.text == said]
        self._show(found[0] if found else self.question)

    def _close_field(self) -> None:
        if self.field is None:
            return
        field, self.field = self.field, None
        self._column.removeWidget(field)
        field.hide()
        field.deleteLater()
        self.another.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, question: Question | None) -> None:
        self.question = question
        everything = self._desk.notebook.questions.all()
        hidden = sum(each.hidden for each in everything)
        self.words.setText(question.text if question else self.tr("All questions are hidden."))
        own = question is not None and question.id is not None
        self.hint.setText(
            self.tr("One of your own.")
            if own
            else self.tr("Be interested in others: ask, and let them talk.")
        )
        self.hide_button.setText(self.tr("Take out") if own else self.tr("Not this one any more"))
        self.another.setEnabled(len(everything) - hidden > 1)
        self.edit_button.setEnabled(question is not None)
        self.hide_button.setEnabled(question is not None)
        self.show_button.setVisible(hidden > 0)
        self.show_button.setText(
            self.tr("Offer the {count} hidden ones again").format(count=hidden)
        )

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        self._column.setSpacing(MEDIUM)
        self._column.addWidget(self.words)
        self._column.addWidget(self.hint)
        self._column.addStretch(1)
        links = QHBoxLayout()
        links.setSpacing(MEDIUM)
        for link in (self.edit_button, self.hide_button, self.add_button):
            links.addWidget(link)
        links.addStretch(1)
        self._column.addLayout(links)
        self._column.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignLeft)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addStretch(1)
        buttons.addWidget(PlainButton(self.tr("Close"), self.accept))
        buttons.addWidget(self.another)
        self._column.addLayout(buttons)
        theme = theme_of(self)
        self.setMinimumSize(theme.em(34), theme.em(18))
        QShortcut(QKeySequence("Ctrl+N"), self, self.add)
