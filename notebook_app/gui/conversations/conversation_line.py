"""One line to write down what was said with somebody, saved by Enter.

What it was understood as shows below while one writes, with the circumstances. What is written
for somebody stays theirs until it is saved, whoever is shown meanwhile.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.conversations.written_line import KeptLine, WrittenLine
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import MEDIUM, SMALL, TIGHT, TextRole, Tone
from notebook_app.gui.widgets.buttons import PrimaryButton, QuietButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.capture.captured import CaptureContext
from notebook_app.services.log_captured_line import log_captured_line

_LONGEST_BESIDE = 200
"""Letters; a longer text leaves no room for the hint in any window."""


class ConversationLine(Card):
    """Logs conversations with the contact that is shown."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nobody is shown yet."""
        super().__init__(parent=parent)
        self._desk = desk
        self._contact_id: int | None = None
        self._unsaved: dict[int, tuple[KeptLine, bool]] = {}
        self.line = WrittenLine(desk, self._context, self)
        self.text = self.line.text
        self.fields = self.line.fields
        self.hint = PlainLabel(
            self.tr("Enter to save · !tue to follow up"), TextRole.SMALL, Tone.MUTED
        )
        self.unread = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self.unread.hide()
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.more = QuietButton("▾", self.tr("Day, channel, setting, who began"), self._toggle)
        self.save = PrimaryButton(self.tr("Save"), self.log)
        self.save.setToolTip(self.tr("Enter"))
        line = QHBoxLayout()
        line.setSpacing(SMALL)
        line.addWidget(self.text, 1)
        line.addWidget(self.hint)
        line.addWidget(self.more)
        beside = QHBoxLayout()
        beside.setSpacing(SMALL)
        beside.addWidget(self.fields, 1)
        beside.addWidget(self.save, 0, Qt.AlignmentFlag.AlignBottom)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(TIGHT)
        below.addWidget(self.line.chips)
        below.addWidget(self.unread)
        below.addWidget(self.line.question)
        below.addLayout(beside)
        self.body.setContentsMargins(MEDIUM + 2, SMALL - 1, SMALL, SMALL - 1)
        self.body.addLayout(line)
        self.body.addWidget(self._below)
        self._below.hide()
        self.text.entered.connect(self.log)
        self.line.settled.connect(self.log)
        self.line.changed.connect(self._say)
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
        self._show(self._unsaved.get(contact_id))

    def keep(self) -> None:
        """Keep what is written for the contact that is shown."""
        if self._contact_id is None:
            return
        if self.line.is_empty():
            self._unsaved.pop(self._contact_id, None)
        else:
            self._unsaved[self._contact_id] = (self.line.keep(), not self._below.isHidden())

    def unsaved_texts(self) -> dict[int, str]:
        """Return what was written and not saved, by contact."""
        self.keep()
        return {contact_id: kept.text for contact_id, (kept, _open) in self._unsaved.items()}

    def take_unsaved_texts(self, texts: dict[int, str]) -> None:
        """Take up what was written and not saved before the program ended."""
        for contact_id, text in texts.items():
            self._unsaved[contact_id] = (KeptLine(text), False)

    def log(self) -> None:
        """Save the conversation and all that its line asks for, or ask what must be known."""
        contact_id = self._contact_id
        if contact_id is None or self.line.is_empty():
            return
        if not self.fields.on.is_right():
            self._unfold(True)
            self.fields.on.setFocus()
            return
        captured = self.line.settle()
        if captured is None:
            self._unfold(True)
            return
        notebook, granted = self._desk.notebook, self.fields.granted()
        # The field is empty before the pages are told, so that no page sees both.
        kept = (self.line.keep(), not self._below.isHidden())
        self._unsaved.pop(contact_id, None)
        self._show(None)
        saved = self._desk.perform(
            lambda: log_captured_line(notebook, captured, contact_id, granted)
        )
        if saved is None:
            self._show(kept)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Escape in an unchanged line fold the fields, and Ctrl+Enter save."""
        if watched is self.text and isinstance(event, QKeyEvent):
            if event.type() != QEvent.Type.KeyPress:
                return super().eventFilter(watched, event)
            unused = self.line.is_empty() and not self._below.isHidden()
            if event.key() == Qt.Key.Key_Escape and unused:
                self._unfold(False)
                return True
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.log()
                return True
        return super().eventFilter(watched, event)

    def _context(self) -> CaptureContext:
        from notebook_app.gui.conversations.line_context import line_context

        return line_context(self._desk, self._contact_id)

    def _show(self, kept: tuple[KeptLine, bool] | None) -> None:
        self.line.begin(kept[0] if kept else None)
        self._unfold(kept is not None and kept[1])
        self._say()

    def _say(self) -> None:
        unread = self.line.reading.captured.unread
        self.unread.setText(unread[0] if unread else "")
        self.unread.setVisible(bool(unread))
        self.save.setEnabled(not self.line.is_empty())
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the hint only where it leaves room for the question."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        written = self.text.toPlainText() or self.text.placeholderText()
        length = self.text.fontMetrics().horizontalAdvance(written[:_LONGEST_BESIDE])
        needed = length + self.hint.sizeHint().width() + self.more.sizeHint().width() + 5 * MEDIUM
        self.hint.setVisible("\n" not in written and needed <= self.width())

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
        if not inside and popup is None and self.line.is_empty():
            self._unfold(False)
