"""One line about a conversation from anywhere: whom, where, what was said, what next."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from notebook_app.gui.conversations.line_context import line_context
from notebook_app.gui.conversations.line_help import show_line_help
from notebook_app.gui.conversations.written_line import WrittenLine
from notebook_app.gui.follow_ups.form_dialog import FormDialog
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import MEDIUM, SMALL, WIDE, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.capture.captured import CaptureContext
from notebook_app.services.log_captured_line import log_captured_line

_TEXT_EMS = 4.4
_WIDE_EMS = 54
_WIDEST_EMS = 72
_WIDER_EMS = 4
_HIGH_EMS = 22


def show_quick_log(desk: Desk, parent: QWidget | None, contact_id: int | None = None) -> None:
    """Open the line over the window of ``parent``, with one person or whoever it names."""
    QuickLog(desk, parent, contact_id).open()


class QuickLog(FormDialog):
    """The form of the line; a line that is left without saving waits for the next time."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        contact_id: int | None = None,
    ) -> None:
        """Take the desk and with whom it is, if that is known."""
        super().__init__(desk, parent, desk.tr("Log a conversation"), desk.tr("Save"))
        self._contact_id = contact_id
        self._key = f"line:{contact_id or ''}"
        self.line = WrittenLine(desk, self._context, self)
        self.line.text.setPlaceholderText(
            self.tr("Coffee with Carla @Bean House, son plays the cello #chamber !call next tue")
        )
        self.line.text.setMinimumHeight(theme_of(self).em(_TEXT_EMS))
        self.hint = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        frame = Card()
        frame.body.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        frame.body.addWidget(self.line.text)
        if contact_id is not None:
            name = desk.notebook.contacts.name_of(contact_id)
            self.body.addWidget(PlainLabel(self.tr("With {name}").format(name=name), wrap=True))
        self.body.setSpacing(SMALL)
        self.body.addWidget(frame)
        self.body.addWidget(self.line.chips)
        self.body.addWidget(self.line.question)
        self.body.addWidget(self.line.fields)
        below = QHBoxLayout()
        below.addWidget(self.hint, 1)
        below.addWidget(
            LinkButton(self.tr("What can I write?"), lambda: show_line_help(self)),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        self.body.addLayout(below)
        whole = LinkButton(self.tr("All fields…"), self._show_all_fields)
        self.buttons.insertWidget(0, whole)
        self.line.text.entered.connect(self.act)
        self.line.settled.connect(self.act)
        self.line.changed.connect(self._say)
        self.line.take_up(self._key)
        self.line.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def act(self) -> None:
        """Save, or ask what must be known before."""
        self.complain("")
        if self.line.is_empty():
            self.complain(self.tr("Write a few words about it."), self.line.text)
        elif not self.line.fields.on.is_right():
            self.complain(self.tr("This is not a date."), self.line.fields.on)
        elif (captured := self.line.settle()) is not None:
            if self._contact_id is None and not captured.people:
                self.complain(
                    self.tr("With whom? Write the name as well: “with Carla …”."), self.line.text
                )
                return
            notebook, granted = self.desk.notebook, self.line.fields.granted()
            self.perform(lambda: log_captured_line(notebook, captured, self._contact_id, granted))

    def _context(self) -> CaptureContext:
        return line_context(self.desk, self._contact_id)

    def _say(self) -> None:
        self.complain("")
        unread = self.line.reading.captured.unread
        self.hint.setText(
            unread[0]
            if unread
            else self.tr("@ where · # tag · ! what next and when · * to remember")
        )

    def reject(self) -> None:
        """Leave; what is written waits."""
        self.line.put_by(self._key)
        super().reject()

    def sizeHint(self) -> QSize:
        """Return room for the fields side by side, and a line of chips before there are any."""
        em = theme_of(self).em
        # They are wider when they show "Hairdresser" and "Sat 21 Nov" than they are at first.
        beside = self.line.fields.sizeHint().width() + 2 * WIDE + em(_WIDER_EMS)
        wide = max(em(_WIDE_EMS), min(beside, em(_WIDEST_EMS)))
        return super().sizeHint().expandedTo(QSize(wide, em(_HIGH_EMS)))

    def event(self, event: QEvent) -> bool:
        """Grow when something in it needs more room: another line, chips, a question."""
        if event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._grow)
        return super().event(event)

    def _grow(self) -> None:
        """Make room for what is shown and asked; never less than the user gave it."""
        layout = self.layout()
        if layout is None:
            return
        layout.activate()
        needed = layout.totalHeightForWidth(self.width())
        if self.isVisible() and needed > self.height():
            self.resize(self.width(), needed)

    def _show_all_fields(self) -> None:
        from notebook_app.gui.conversations.log_form import LogForm

        captured = self.line.captured()
        ids = [person.chosen for person in captured.people if person.chosen]
        if self._contact_id is not None:
            ids.insert(0, self._contact_id)
        form = LogForm(self.desk, self.parentWidget(), list(dict.fromkeys(ids)))
        form.text.setPlainText(captured.line)
        form.circumstances.show_draft(self.line.keep().fields or form.draft())
        self.line.begin()
        form.open()
        super().reject()
