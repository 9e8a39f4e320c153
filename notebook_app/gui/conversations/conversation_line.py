"""One line to write down what was said with somebody, saved by Enter.

More about the conversation unfolds below while one writes. What is written for somebody stays
theirs until it is saved, whoever is shown meanwhile.
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from notebook_app.gui.conversations.circumstances import Circumstances
from notebook_app.gui.conversations.growing_text import GrowingText
from notebook_app.gui.conversations.line_words import read_line
from notebook_app.gui.follow_ups.due_words import short_day
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import MEDIUM, SMALL, TextRole, Tone
from notebook_app.gui.widgets.buttons import PrimaryButton, QuietButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.follow_up import FollowUpDraft
from notebook_app.services.log_conversation import log_conversation


@dataclass(slots=True)
class _Unsaved:
    draft: ConversationDraft
    unfolded: bool


class ConversationLine(Card):
    """Logs conversations with the contact that is shown."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nobody is shown yet."""
        super().__init__(parent=parent)
        self._desk = desk
        self._contact_id: int | None = None
        self._unsaved: dict[int, _Unsaved] = {}
        self.text = GrowingText(self.tr("What did you talk about?"))
        self.hint = PlainLabel("", TextRole.SMALL, Tone.MUTED)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.more = QuietButton("▾", self.tr("Day, channel, setting, who began"), self._toggle)
        self.circumstances = Circumstances(desk.clock.today)
        self.save = PrimaryButton(self.tr("Save"), self.log)
        self.save.setToolTip(self.tr("Enter"))
        line = QHBoxLayout()
        line.setSpacing(SMALL)
        line.addWidget(self.text, 1)
        line.addWidget(self.hint)
        line.addWidget(self.more)
        below = QHBoxLayout()
        below.setSpacing(SMALL)
        below.addWidget(self.circumstances, 1)
        below.addWidget(self.save, 0, Qt.AlignmentFlag.AlignBottom)
        self._below = QWidget()
        self._below.setLayout(below)
        below.setContentsMargins(0, 0, 0, 0)
        self.body.setContentsMargins(MEDIUM + 2, SMALL - 1, SMALL, SMALL - 1)
        self.body.addLayout(line)
        self.body.addWidget(self._below)
        self._below.hide()
        self.text.entered.connect(self.log)
        self.text.textChanged.connect(self._say)
        self.text.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    def show_contact(self, contact_id: int, given_name: str) -> None:
        """Show the line of a contact, with what was written for them and not saved."""
        self.text.setPlaceholderText(
            self.tr("What did you talk about with {name}?").format(name=given_name)
            if given_name
            else self.tr("What did you talk about?")
        )
        self._make_room()
        if contact_id == self._contact_id:
            return
        self.keep()
        self._contact_id = contact_id
        kept = self._unsaved.get(contact_id)
        self._show(kept)

    def keep(self) -> None:
        """Keep what is written for the contact that is shown."""
        if self._contact_id is None:
            return
        if self.text.toPlainText().strip():
            self._unsaved[self._contact_id] = _Unsaved(self.draft(), not self._below.isHidden())
        else:
            self._unsaved.pop(self._contact_id, None)

    def unsaved_texts(self) -> dict[int, str]:
        """Return what was written and not saved, by contact."""
        self.keep()
        return {contact_id: kept.draft.text for contact_id, kept in self._unsaved.items()}

    def take_unsaved_texts(self, texts: dict[int, str]) -> None:
        """Take up what was written and not saved before the program ended."""
        for contact_id, text in texts.items():
            draft = ConversationDraft((contact_id,), text, self._desk.clock.today())
            self._unsaved[contact_id] = _Unsaved(draft, False)

    def draft(self) -> ConversationDraft:
        """Return the conversation as it is written now."""
        fields = self.circumstances
        return ConversationDraft(
            contact_ids=() if self._contact_id is None else (self._contact_id,),
            text=self.text.toPlainText(),
            on=fields.on.value() or self._desk.clock.today(),
            channel=fields.chosen_channel(),
            setting=fields.chosen_setting(),
            initiated_by=fields.chosen_initiator(),
        )

    def log(self) -> None:
        """Save the conversation, and the follow-up that its line asks for."""
        contact_id = self._contact_id
        if contact_id is None or not self.text.toPlainText().strip():
            return
        if not self.circumstances.on.is_right():
            self._unfold(True)
            self.circumstances.on.setFocus()
            return
        read = read_line(self.text.toPlainText(), self._desk.clock.today())
        draft = replace(self.draft(), text=read.text)
        follow_up = None
        if read.due is not None:
            follow_up = FollowUpDraft(contact_id, read.kind, read.due, note=read.note)
        notebook = self._desk.notebook
        # The field is empty before the pages are told, so that no page sees both.
        kept = _Unsaved(self.draft(), not self._below.isHidden())
        self._unsaved.pop(contact_id, None)
        self._show(None)
        if self._desk.perform(lambda: log_conversation(notebook, draft, follow_up)) is None:
            self._show(kept)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Escape in an unchanged line fold the fields, and Ctrl+Enter save."""
        if watched is self.text and isinstance(event, QKeyEvent):
            if event.type() != QEvent.Type.KeyPress:
                return super().eventFilter(watched, event)
            unused = not self.text.toPlainText().strip() and not self._below.isHidden()
            if event.key() == Qt.Key.Key_Escape and unused:
                self._unfold(False)
                return True
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.log()
                return True
        return super().eventFilter(watched, event)

    def _show(self, kept: _Unsaved | None) -> None:
        self.text.setPlainText("" if kept is None else kept.draft.text)
        if kept is None:
            self.circumstances.begin()
        else:
            self.circumstances.show_draft(kept.draft)
        self._unfold(kept is not None and kept.unfolded)
        self._say()

    def _say(self) -> None:
        line = self.text.toPlainText()
        read = read_line(line, self._desk.clock.today())
        if read.due is not None:
            day = short_day(read.due, self._desk.clock.today(), self.locale())
            self.hint.setText(self.tr("Enter saves · follow up {day}").format(day=day))
        else:
            self.hint.setText(self.tr("Enter to save · !tue to follow up"))
        self.save.setEnabled(bool(line.strip()))
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the hint only where it leaves room for the question."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        asked = self.text.fontMetrics().horizontalAdvance(self.text.placeholderText())
        needed = asked + self.hint.sizeHint().width() + self.more.sizeHint().width() + 5 * MEDIUM
        typing = bool(self.text.toPlainText())
        self.hint.setVisible(typing or needed <= self.width())

    def _toggle(self) -> None:
        self._unfold(self._below.isHidden())

    def _unfold(self, unfolded: bool) -> None:
        self._below.setVisible(unfolded)
        self.more.setText("▴" if unfolded else "▾")

    def _focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        inside = now is not None and (now is self or self.isAncestorOf(now))
        self.set_highlighted(inside and now is self.text)
        if now is self.text:
            self._unfold(True)
        elif not inside and not self._below.isHidden():
            QTimer.singleShot(0, self, self._fold_if_unused)

    def _fold_if_unused(self) -> None:
        focus = QApplication.focusWidget()
        popup = QApplication.activePopupWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        if not inside and popup is None and not self.text.toPlainText().strip():
            self._unfold(False)
