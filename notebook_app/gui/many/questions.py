"""The two short questions that an act on several people may ask: which tag, which rhythm."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from notebook_app.gui.follow_ups.form_dialog import FormDialog
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.editor.standing_fields import CadenceField
from notebook_app.gui.widgets.labels import FieldLabel
from notebook_app.gui.widgets.text_fields import LineField
from notebook_app.model.contact import Cadence


class TagQuestion(FormDialog):
    """Asks for a tag: one of those that there are, or a new one."""

    def __init__(
        self, desk: Desk, parent: QWidget | None, who: str, chosen: Callable[[str], object]
    ) -> None:
        """Take for whom it is, in words, and what to do with the tag's name."""
        super().__init__(desk, parent, self.tr("Tag {who}").format(who=who), self.tr("Add the tag"))
        self._chosen = chosen
        self.name = LineField()
        self.name.setMaxLength(200)
        self.name.setPlaceholderText(self.tr("A tag you have, or a new word"))
        completer = QCompleter(desk.notebook.tags.names(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        self.body.addWidget(FieldLabel(self.tr("&Tag"), self.name))
        self.body.addWidget(self.name)
        self.name.setFocus()

    def act(self) -> None:
        """Hand the name on."""
        name = self.name.text().strip()
        if not name:
            self.complain(self.tr("Write a tag first."), self.name)
            return
        self.accept()
        self._chosen(name)


class RhythmQuestion(FormDialog):
    """Asks how often to be in touch."""

    def __init__(
        self, desk: Desk, parent: QWidget | None, who: str, chosen: Callable[[Cadence], object]
    ) -> None:
        """Take with whom, in words, and what to do with the answer."""
        title = self.tr("Keep in touch with {who}").format(who=who)
        super().__init__(desk, parent, title, self.tr("Set the rhythm"))
        self._chosen = chosen
        self.cadence = CadenceField()
        self.cadence.show_cadence(None)
        self.body.addWidget(FieldLabel(self.tr("&How often"), self.cadence.count))
        self.body.addWidget(self.cadence)
        self.cadence.count.setFocus()

    def act(self) -> None:
        """Hand the rhythm on."""
        cadence = self.cadence.cadence()
        if cadence is None:
            self.complain(self.tr("Write a number from 1 to 999."), self.cadence.count)
            return
        self.accept()
        self._chosen(cadence)
