"""A few people in a row, each leading to their page: whom an insight says to turn to."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import SMALL, TextRole, Tone
from notebook_app.gui.widgets.buttons import LinkButton, without_key
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.rows import ContactChoice

_LONGEST = 60
_MOST = 6


class PeopleLinks(QWidget):
    """Hides itself while there is nobody; so many at most are named."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk, which opens people."""
        super().__init__(parent)
        self._desk = desk
        self._people: Sequence[ContactChoice] = ()
        self.words = PlainLabel("", TextRole.BODY, Tone.MUTED)
        # Made once: buttons that are made later come last when one goes on with Tab.
        self._links = [LinkButton("", partial(self._open, at)) for at in range(_MOST)]
        self._flow = FlowLayout(across=SMALL, down=0)
        self._flow.addWidget(self.words)
        for link in self._links:
            self._flow.addWidget(link)
        holder = QVBoxLayout(self)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addLayout(self._flow)
        self.hide()

    @property
    def links(self) -> Sequence[LinkButton]:
        """Those that are shown."""
        return self._links[: len(self._people)]

    def show_people(self, words: str, people: Sequence[ContactChoice]) -> None:
        """Show these, behind the words."""
        self._people = people[:_MOST]
        self.words.setText(words)
        for at, link in enumerate(self._links):
            link.setVisible(at < len(self._people))
            if at < len(self._people):
                name = " ".join(self._people[at].name[:_LONGEST].split())
                link.setText(without_key(name))
                link.setAccessibleName(name)
        self.setVisible(bool(people))

    def _open(self, at: int) -> None:
        self._desk.open_contact(self._people[at].id)
