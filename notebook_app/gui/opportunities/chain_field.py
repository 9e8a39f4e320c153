"""The people through whom somebody came, in their order, each of whom can be moved or taken out."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.person_field import PersonField
from notebook_app.gui.theme import TIGHT, TextRole, Tone
from notebook_app.gui.widgets.buttons import QuietButton
from notebook_app.gui.widgets.labels import ElidedLabel, PlainLabel
from notebook_app.storage.notebook import Notebook


class ChainRow(QWidget):
    """One person of the chain. Alt+Up and Alt+Down move them, Delete takes them out."""

    def __init__(
        self,
        name: str,
        act: Callable[[int | None], None],
        *,
        first: bool,
        last: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Take the name, and what moves them by -1 or +1, or with None takes them out."""
        super().__init__(parent)
        short = " ".join(name[:60].split())
        self.up = QuietButton("↑", self.tr("Move {name} up").format(name=short), lambda: act(-1))
        self.down = QuietButton("↓", self.tr("Move {name} down").format(name=short), lambda: act(1))
        self.out = QuietButton(
            "×", self.tr("Take {name} out").format(name=short), lambda: act(None)
        )
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT)
        row.addWidget(ElidedLabel(name[:200]), 1)
        for button in (self.up, self.down, self.out):
            row.addWidget(button)
        # As shortcuts: a button takes the arrows for itself.
        for keys, button in (("Alt+Up", self.up), ("Alt+Down", self.down), ("Delete", self.out)):
            shortcut = QShortcut(QKeySequence(keys), self, button.click)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)


class ChainField(QWidget):
    """``changed`` is emitted when somebody is added, moved or taken out."""

    changed = Signal()

    def __init__(self, notebook: Notebook, parent: QWidget | None = None) -> None:
        """Take the notebook to look people up in."""
        super().__init__(parent)
        self._notebook = notebook
        self._via: list[int] = []
        self.rows: list[ChainRow] = []
        self.words = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self.words.setText(self.tr("The farthest first: Ann, who knows Bob, who sent them."))
        self.add = PersonField(notebook, self.tr("Who sent them?"))
        self.add.setPlaceholderText(self.tr("Add somebody: begin to type a name"))
        self.add.person_changed.connect(self._chosen)
        self.add.returnPressed.connect(self.take_typed)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(self._list)
        column.addWidget(self.add)
        column.addWidget(self.words)
        self.setFocusProxy(self.add)

    def via(self) -> tuple[int, ...]:
        """Return who is in the chain, the farthest first."""
        return tuple(self._via)

    def show_chain(self, via: Sequence[int]) -> None:
        """Show a chain."""
        self._via = list(via)
        self.add.setText("")
        self._show()

    def take_typed(self) -> bool:
        """Add whom the typed name means; return whether anybody was added."""
        contact_id = self.add.contact_id()
        if contact_id is None:
            return False
        self._put(contact_id)
        return True

    def _chosen(self, contact_id: object) -> None:
        # While one types, a name that fits may be the beginning of another one's.
        if isinstance(contact_id, int) and not self.add.isModified():
            # Later: the completer writes the name into the field once more.
            QTimer.singleShot(0, self, lambda: self._put(contact_id))

    def _put(self, contact_id: int) -> None:
        self.add.setText("")
        if contact_id not in self._via:
            self._via.append(contact_id)
            self._show()
            self.changed.emit()

    def _move(self, at: int, step: int | None) -> None:
        contact_id = self._via.pop(at)
        if step is not None:
            self._via.insert(at + step, contact_id)
        self._show()
        to = self.rows[at + step] if step is not None else None
        if to is not None:
            button = to.up if to.up.isEnabled() and (step == -1) else to.down
            (button if button.isEnabled() else to.out).setFocus()
        else:
            self.add.setFocus()
        self.changed.emit()

    def _show(self) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        names = self._notebook.contacts.names_of(self._via)
        last = len(names) - 1
        self.rows = [
            ChainRow(
                f"{at + 1}. {name}",
                partial(self._move, at),
                first=at == 0,
                last=at == last,
            )
            for at, name in enumerate(names)
        ]
        for row in self.rows:
            self._list.addWidget(row)
            row.show()
