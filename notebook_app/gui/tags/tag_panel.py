"""What can be changed of one tag: its name, its colour, how often to be in touch."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.editor.standing_fields import CadenceField
from notebook_app.gui.tags.colour_choice import ColourChoice
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.labels import FieldLabel, PlainLabel
from notebook_app.gui.widgets.text_fields import LineField
from notebook_app.model.tag import TagColour, TagRow
from notebook_app.services.change_tags import (
    TagTaken,
    colour_tag,
    delete_tag,
    join_tags,
    rename_tag,
    set_tag_cadence,
)


class TagPanel(QWidget):
    """Writes each change at once; the window's message takes it back."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; no tag is shown."""
        super().__init__(parent)
        self._desk = desk
        self.tag: TagRow | None = None
        self._taken: TagRow | None = None
        self.name = LineField()
        self.name.setMaxLength(200)
        self.rename_button = PlainButton(self.tr("Rename"), self.rename)
        self.trouble = PlainLabel("", TextRole.SMALL, Tone.DANGER, wrap=True)
        self.join_button = PlainButton("", self.join)
        self.colours = ColourChoice()
        self.cadence = CadenceField()
        self.carriers = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self.delete_button = PlainButton(self.tr("Delete this tag"), self.delete)
        self.delete_button.setToolTip(self.tr("Del. The people stay."))
        self._lay_out()
        self.name.returnPressed.connect(self.rename)
        self.name.textEdited.connect(lambda _text: self._say(None))
        self.colours.chosen.connect(self._colour)
        self.cadence.count.editingFinished.connect(self._set_cadence)
        self.cadence.unit.activated.connect(lambda _index: self._set_cadence())

    def show_tag(self, tag: TagRow) -> None:
        """Show a tag."""
        other = self.tag is None or self.tag.id != tag.id
        self.tag = tag
        if other or not self.name.hasFocus():
            self.name.setText(tag.name)
            self._say(None)
        self.colours.show_colour(tag.colour)
        self.cadence.show_cadence(tag.cadence)
        words = (
            self.tr("1 person has this tag")
            if tag.count == 1
            else self.tr("{count} people have this tag")
        )
        self.carriers.setText(words.format(count=self.locale().toString(tag.count)))

    def rename(self) -> None:
        """Give the tag the name that was typed; one that is taken is not joined by itself."""
        tag, name = self.tag, self.name.text()
        if tag is None or " ".join(name.split()) == tag.name:
            return
        self._say(None)
        notebook = self._desk.notebook
        self._desk.perform(lambda: rename_tag(notebook, tag.id, name), self._say)

    def join(self) -> None:
        """Put this tag together with the one that has the name."""
        tag, other = self.tag, self._taken
        if tag is None or other is None:
            return
        self._say(None)
        notebook = self._desk.notebook
        self._desk.write_many(
            tag.count,
            lambda progress: join_tags(notebook, tag.id, other.id, progress),
            self.tr("Joining the tags"),
        )

    def delete(self) -> None:
        """Take the tag away; the people stay."""
        tag, notebook = self.tag, self._desk.notebook
        if tag is not None:
            self._desk.write_many(
                tag.count,
                lambda progress: delete_tag(notebook, tag.id, progress),
                self.tr("Deleting the tag"),
            )

    def _colour(self, colour: TagColour) -> None:
        tag, notebook = self.tag, self._desk.notebook
        if tag is not None and colour is not tag.colour:
            self._desk.perform(lambda: colour_tag(notebook, tag.id, colour))

    def _set_cadence(self) -> None:
        tag, notebook = self.tag, self._desk.notebook
        cadence = self.cadence.cadence()
        if tag is not None and cadence != tag.cadence and not self.cadence.unread():
            self._desk.perform(lambda: set_tag_cadence(notebook, tag.id, cadence))

    def _say(self, problem: UserProblem | None) -> None:
        self._taken = problem.other if isinstance(problem, TagTaken) else None
        self.trouble.setText("" if problem is None else problem.one_line())
        self.trouble.setVisible(problem is not None)
        self.join_button.setVisible(self._taken is not None)
        if self._taken is not None and self.tag is not None:
            self.join_button.setText(self.tr("Join the two tags"))
            self.join_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        line = QHBoxLayout()
        line.setSpacing(SMALL)
        line.addWidget(self.name, 1)
        line.addWidget(self.rename_button)
        column.addWidget(FieldLabel(self.tr("&Name"), self.name))
        column.addLayout(line)
        column.addWidget(self.trouble)
        column.addWidget(self.join_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(MEDIUM)
        column.addWidget(PlainLabel(self.tr("Colour"), TextRole.SMALL, Tone.MUTED))
        column.addWidget(self.colours)
        column.addSpacing(MEDIUM)
        column.addWidget(FieldLabel(self.tr("&Keep in touch"), self.cadence.count))
        column.addWidget(self.cadence)
        column.addWidget(
            PlainLabel(
                self.tr("For those with this tag who have no rhythm of their own."),
                TextRole.SMALL,
                Tone.MUTED,
                wrap=True,
            )
        )
        column.addSpacing(LARGE)
        column.addWidget(self.carriers)
        column.addWidget(self.delete_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
