"""A few people in a row, each leading to their page: whom an insight says to turn to."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import SMALL, TextRole, Tone
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.rows import ContactChoice

_LONGEST = 60


class PeopleLinks(QWidget):
    """Hides itself while there is nobody."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk, which opens people."""
        super().__init__(parent)
        self._desk = desk
        self.words = PlainLabel("", TextRole.BODY, Tone.MUTED)
        self.links: list[LinkButton] = []
        self._flow = FlowLayout(across=SMALL, down=0)
        self._flow.addWidget(self.words)
        holder = QVBoxLayout(self)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addLayout(self._flow)
        self.hide()

    def show_people(self, words: str, people: Sequence[ContactChoice]) -> None:
        """Show these, behind the words."""
        for link in self.links:
            self._flow.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links = []
        self.words.setText(words)
        for person in people:
            name = " ".join(person.name[:_LONGEST].split())
            link = LinkButton(name, partial(self._desk.open_contact, person.id))
            self.links.append(link)
            self._flow.addWidget(link)
            link.show()
        self.setVisible(bool(people))
