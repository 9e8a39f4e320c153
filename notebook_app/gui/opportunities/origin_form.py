"""How somebody came, written down in place: the source, the chain, what it grew from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.opportunities.chain_field import ChainField
from notebook_app.gui.opportunities.grown_from_field import GrownFromField
from notebook_app.gui.opportunities.opportunity_words import source_meaning, source_words
from notebook_app.gui.theme import SMALL, TIGHT, TextRole, Tone
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.choice_field import ChoiceField
from notebook_app.gui.widgets.date_field import DateField
from notebook_app.gui.widgets.labels import FieldLabel, PlainLabel
from notebook_app.gui.widgets.text_fields import LineField
from notebook_app.model.opportunity import REFERRALS, Source
from notebook_app.model.origin import OriginDraft
from notebook_app.services.set_origin import set_origin


class OriginForm(QWidget):
    """``saved`` and ``left`` say that it is done with. Ctrl+Enter saves, Escape goes back."""

    saved = Signal()
    left = Signal()

    def __init__(self, desk: Desk, draft: OriginDraft, parent: QWidget | None = None) -> None:
        """Take the desk and what is known or proposed."""
        super().__init__(parent)
        self._desk = desk
        self._draft = draft
        self.source = ChoiceField()
        for source in Source:
            self.source.addItem(source_words(source), source)
        self.source.addItem(self.tr("I don't know any more"), None)
        self.meaning = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self.chain = ChainField(desk.notebook)
        self.came_by = LineField()
        self.came_by.setMaxLength(300)
        self.came_by.setPlaceholderText(self.tr("The advert in the town paper, an article…"))
        self.grown_from = GrownFromField(desk, self._people)
        self.came_on = DateField(desk.clock.today, self.tr("When"), optional=True)
        self.trouble = PlainLabel("", tone=Tone.DANGER, wrap=True)
        self.save_button = PrimaryButton(self.tr("Save"), self.save)
        self.save_button.setToolTip(self.tr("Ctrl+Enter"))
        self.back_button = PlainButton(self.tr("Cancel"), self.left.emit)
        self.back_button.setToolTip(self.tr("Escape"))
        self._parts: dict[str, QWidget] = {}
        self._lay_out()
        self._show(draft)
        self.source.currentIndexChanged.connect(lambda _at: self._fit())
        self.chain.changed.connect(self._fit)
        for field in (self.came_by, self.came_on.edit):
            field.returnPressed.connect(self.save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self.save)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def draft(self) -> OriginDraft:
        """Return what is written now."""
        data = self.source.currentData()
        return OriginDraft(
            self._draft.contact_id,
            None if data is None else Source(data),
            self.chain.via(),
            self.came_by.text().strip(),
            self.grown_from.event_id,
            self.grown_from.conversation_id,
            self.came_on.value(),
        )

    def save(self) -> bool:
        """Save, or say what is wrong; return whether it was saved."""
        if self.chain.add.text().strip() and not self.chain.take_typed():
            self._say(self.tr("Nobody in the notebook is called that."))
            self.chain.add.setFocus()
            return False
        if not self.came_on.is_right():
            self._say(self.tr("This is not a date."))
            self.came_on.setFocus()
            return False
        draft, notebook = self.draft(), self._desk.notebook
        changes = self._desk.perform(lambda: set_origin(notebook, draft), self._tell)
        if changes is not None:
            self.saved.emit()
        return changes is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _people(self) -> list[int]:
        return [self._draft.contact_id, *self.chain.via()]

    def _tell(self, problem: UserProblem) -> None:
        self._say(problem.one_line())

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    def _show(self, draft: OriginDraft) -> None:
        self.source.setCurrentIndex(max(0, self.source.findData(draft.source)))
        self.chain.show_chain(draft.via)
        self.came_by.setText(draft.came_by)
        self.grown_from.show_source(draft.conversation_id, draft.event_id)
        self.came_on.set_value(draft.came_on)
        self._fit()

    def _fit(self) -> None:
        """Show only what matters for the source."""
        self._say("")
        data = self.source.currentData()
        source = None if data is None else Source(data)
        self.meaning.setText("" if source is None else source_meaning(source))
        self.meaning.setVisible(source is not None)
        self._parts["chain"].setVisible(source in REFERRALS or bool(self.chain.via()))
        by_something = source is not None and source not in REFERRALS
        self._parts["came by"].setVisible(by_something or bool(self.came_by.text()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.source)
        self.source.setAccessibleName(self.tr("How did they come?"))
        column.addWidget(self.meaning)
        for key, words, buddy, field in (
            ("chain", self.tr("Through whom?"), self.chain.add, self.chain),
            ("came by", self.tr("By what?"), self.came_by, self.came_by),
            ("grown", self.tr("It began with"), self.grown_from.choose, self.grown_from),
            ("on", self.tr("When"), self.came_on.edit, self.came_on),
        ):
            holder = QWidget()
            inner = QVBoxLayout(holder)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(TIGHT - 1)
            inner.addWidget(FieldLabel(words, buddy))
            inner.addWidget(field)
            self._parts[key] = holder
            column.addWidget(holder)
        column.addWidget(self.trouble)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.save_button)
        column.addLayout(buttons)
