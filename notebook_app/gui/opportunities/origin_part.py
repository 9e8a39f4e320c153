"""“How did they come?” on a person's page: the answer, a proposal for it, or the form in place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.due_words import short_day
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.opportunities.opportunity_words import came_words
from notebook_app.gui.opportunities.work_reading import WorkReading
from notebook_app.gui.people.long_text import breakable
from notebook_app.gui.theme import MEDIUM, TIGHT, TextRole, Tone
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading
from notebook_app.model.origin import OriginDraft

if TYPE_CHECKING:
    # Loaded when somebody writes.
    from notebook_app.gui.opportunities.origin_form import OriginForm


class OriginPart(QWidget):
    """``settled`` is emitted when the form is closed, saved or not."""

    settled = Signal()

    def __init__(self, desk: Desk, reading: WorkReading, parent: QWidget | None = None) -> None:
        """Take what is known."""
        super().__init__(parent)
        self._desk = desk
        self._reading = reading
        self.form: OriginForm | None = None
        self.words = PlainLabel("", wrap=True)
        self.why = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self.yes = LinkButton(self.tr("Yes, so it was"), self.accept)
        self.change = LinkButton(self.tr("Change…"), self.edit)
        self.unknown = LinkButton(self.tr("I don't know"), self.give_up)
        self.forget = LinkButton(self.tr("Forget"), self._forget)
        self._links = QWidget()
        flow = FlowLayout(self._links, across=MEDIUM, down=2)
        for link in (self.yes, self.change, self.unknown, self.forget):
            flow.addWidget(link)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(TIGHT, 0, TIGHT, 0)
        self._column.setSpacing(TIGHT)
        self._column.addWidget(SectionHeading(self.tr("How did they come?")))
        for widget in (self.words, self.why, self._links):
            self._column.addWidget(widget)
        self._show()

    def accept(self) -> None:
        """Take the proposal for the answer."""
        self._set(self._reading.proposals[0].draft)

    def give_up(self) -> None:
        """Write down that one looked back and does not know."""
        self._set(OriginDraft(self._reading.contact_id, None))

    def edit(self) -> None:
        """Open the form in the place of the words."""
        if self.form is not None:
            return
        from notebook_app.gui.opportunities.origin_form import OriginForm

        reading = self._reading
        draft = OriginDraft(reading.contact_id, None)
        if reading.origin is not None:
            draft = reading.origin.draft
        elif reading.proposals:
            draft = reading.proposals[0].draft
        self.form = OriginForm(self._desk, draft)
        self.form.saved.connect(self._close)
        self.form.left.connect(self._close)
        for widget in (self.words, self.why, self._links):
            widget.hide()
        self._column.addWidget(self.form)
        self.form.show()
        self.form.source.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            self._column.removeWidget(form)
            form.hide()
            form.deleteLater()
        self._show()
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)
        self.settled.emit()

    def _set(self, draft: OriginDraft) -> None:
        from notebook_app.services.set_origin import set_origin

        notebook = self._desk.notebook
        self._desk.perform(lambda: set_origin(notebook, draft))

    def _forget(self) -> None:
        from notebook_app.services.set_origin import forget_origin

        contact_id, notebook = self._reading.contact_id, self._desk.notebook
        self._desk.perform(lambda: forget_origin(notebook, contact_id))

    def _show(self) -> None:
        reading, today = self._reading, self._desk.clock.today()
        origin, proposal = reading.origin, next(iter(reading.proposals), None)
        if origin is not None:
            draft = origin.draft
            came = came_words(draft.source, reading.chain, draft.came_by)
            parts = [came or self.tr("You looked back and don't know any more.")]
            parts += [reading.event[:200]] if reading.event else []
            if draft.came_on is not None:
                parts.append(short_day(draft.came_on, today, self.locale()))
            self.words.setText(breakable(" · ".join(parts)))
            self.why.setText("")
        elif proposal is not None:
            draft = proposal.draft
            names = self._desk.notebook.contacts.names_of(draft.via)
            came = came_words(draft.source, names, draft.came_by)
            self.words.setText(breakable(self.tr("{answer}?").format(answer=came)))
            self.why.setText(breakable(proposal.reason))
        else:
            self.words.setText(self.tr("Not said yet."))
            self.why.setText("")
        known = origin is not None
        self.words.show()
        self.why.setVisible(bool(self.why.text()))
        self._links.show()
        self.yes.setVisible(not known and proposal is not None)
        self.change.setText(self.tr("Change…") if known else self.tr("Otherwise…"))
        if not known and proposal is None:
            self.change.setText(self.tr("Write it down…"))
        self.unknown.setVisible(not known)
        self.forget.setVisible(known)
