"""What the user offers, to be written down and changed: a line for each service."""

from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from notebook_app.gui.follow_ups.form_dialog import FormDialog
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.check_field import CheckField
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.gui.widgets.text_fields import LineField
from notebook_app.services.keep_services import ServiceDraft, save_services

_NAME_LENGTH = 120
_WORDS_LENGTH = 500


class ServiceLine:
    """The fields of one service."""

    def __init__(self, draft: ServiceDraft) -> None:
        """Show a service, or empty fields for a new one."""
        self.id = draft.id
        self.name, self.description = LineField(), LineField()
        self.name.setMaxLength(_NAME_LENGTH)
        self.description.setMaxLength(_WORDS_LENGTH)
        self.name.setText(draft.name)
        self.description.setText(draft.description)
        self.description.setCursorPosition(0)
        self.retired = CheckField("")
        self.retired.setChecked(draft.retired)
        self.retired.setEnabled(draft.id is not None)

    def draft(self) -> ServiceDraft | None:
        """Return what was written; None for a new line that is empty."""
        name, words = self.name.text().strip(), self.description.text().strip()
        if self.id is None and not name and not words:
            return None
        return ServiceDraft(self.id, name, words, self.retired.isChecked())


class ServicesForm(FormDialog):
    """Enter in the last line begins another one; what is no longer offered stays known."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Take the desk and who asked."""
        super().__init__(desk, parent, desk.tr("My services"), desk.tr("Save"))
        self.lines: list[ServiceLine] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(SMALL)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        titles = (self.tr("Name"), self.tr("In a few words"), self.tr("No longer offered"))
        for column, words in enumerate(titles):
            self._grid.addWidget(PlainLabel(words, TextRole.SMALL, Tone.MUTED), 0, column)
        self._titles = titles
        for service in desk.notebook.offerings.services(retired=True):
            self._add(ServiceDraft(service.id, service.name, service.description, service.retired))
        self._add(ServiceDraft(None, ""))
        holder = QWidget()
        holder.setLayout(self._grid)
        scroll = QScrollArea()
        scroll.setWidget(holder)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setMinimumHeight(theme_of(self).em(22))
        self.body.addWidget(scroll, 1)
        self.buttons.insertWidget(0, PlainButton(self.tr("&Another one"), self.add_line))
        self.setMinimumWidth(theme_of(self).em(60))
        self.lines[-1 if len(self.lines) == 1 else 0].name.setFocus()

    def add_line(self) -> None:
        """Begin another service."""
        self._add(ServiceDraft(None, ""))
        self.lines[-1].name.setFocus()

    def act(self) -> None:
        """Store them all as one change."""
        drafts = [draft for line in self.lines if (draft := line.draft()) is not None]
        for line in self.lines:
            draft = line.draft()
            if draft is not None and not draft.name:
                self.complain(self.tr("Give it a name, in a few words."), line.name)
                return
        stored = [
            ServiceDraft(each.id, each.name, each.description, each.retired)
            for each in self.desk.notebook.offerings.services(retired=True)
        ]
        if drafts == stored:
            self.accept()
            return
        self.perform(lambda: save_services(self.desk.notebook, drafts))

    def _add(self, draft: ServiceDraft) -> None:
        line = ServiceLine(draft)
        at = len(self.lines) + 1
        for column, field in enumerate((line.name, line.description, line.retired)):
            spoken = f"{self._titles[column]}, {draft.name or self.tr('a new one')}"
            field.setAccessibleName(spoken)
            self._grid.addWidget(field, at, column)
        self._grid.setRowStretch(at, 0)
        self._grid.setRowStretch(at + 1, 1)
        self.lines.append(line)
