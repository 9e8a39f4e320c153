"""What one last talked about with whom one calls, and what to remember of them."""

from PySide6.QtWidgets import QWidget

from notebook_app.gui.follow_ups.due_words import ago_words
from notebook_app.gui.follow_ups.reason_words import one_line
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import SMALL, TIGHT, TextRole
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading
from notebook_app.model.rows import EntryKind, FollowUpRow

_TOPICS = 3
_FACTS = 5


class CallNotes(Card):
    """Hidden where nothing was noted."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is shown yet."""
        super().__init__(parent=parent)
        self._desk = desk
        self.body.setSpacing(TIGHT)

    def show_row(self, row: FollowUpRow) -> None:
        """Show what was noted of whom the call is with."""
        while (item := self.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        notebook, today = self._desk.notebook, self._desk.clock.today()
        talks = notebook.timeline.page(row.contact_id, 0, _TOPICS, (EntryKind.CONVERSATION,))
        facts = notebook.remembered.of(row.contact_id)[:_FACTS]
        topics = []
        for talk in talks:
            ago = ago_words(talk.on, today, self.locale())
            topics.append(f"{ago}: {one_line(talk.text) or one_line(talk.title)}")
        self._part(self.tr("What you last talked about"), topics)
        self._part(self.tr("To remember"), [one_line(fact.text) for fact in facts])
        self.setVisible(bool(topics or facts))

    def _part(self, heading: str, lines: list[str]) -> None:
        if not lines:
            return
        if self.body.count():
            self.body.addSpacing(SMALL)
        labels: list[PlainLabel] = [SectionHeading(heading)]
        labels += [PlainLabel(line, TextRole.SMALL, wrap=True) for line in lines]
        for label in labels:
            self.body.addWidget(label)
            # Shown now, not by the layout in a moment.
            label.show()
