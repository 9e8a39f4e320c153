"""A field for several people, completed as one types; somebody unknown can be added by name."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from notebook_app.gui.theme import TIGHT, theme_of
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.chip_line import ChipLine
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.model.name_form import folded
from notebook_app.model.rows import ContactChoice
from notebook_app.storage.notebook import Notebook

_OFFERED = 8
_NAME = int(Qt.ItemDataRole.UserRole)
_ID = _NAME + 1
_LONGEST = 40
_CHIPS = 20


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a conversation; ``contact_id`` is None for a name that is not known yet."""

    name: str
    contact_id: int | None


class PeopleField(QWidget):
    """``changed`` is emitted when somebody is added or taken out."""

    changed = Signal()

    def __init__(self, notebook: Notebook, parent: QWidget | None = None) -> None:
        """Take the notebook to look people up in."""
        super().__init__(parent)
        self._notebook = notebook
        self._people: list[Person] = []
        self._choices: list[ContactChoice] = []
        self.edit = ChipLine()
        self.edit.setPlaceholderText(self.tr("Whom did you speak with?"))
        self.edit.setAccessibleName(self.tr("People"))
        self._offered = QStandardItemModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCompletionRole(_NAME)
        completer.activated[QModelIndex].connect(  # type: ignore[index]
            self._take, Qt.ConnectionType.QueuedConnection
        )
        self.edit.setCompleter(completer)
        self.edit.textEdited.connect(self._look_up)
        self.edit.entered.connect(self.take_typed)
        self.edit.back.connect(self._drop_last)
        self._chips = FlowLayout(across=0, down=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(self._chips)
        column.addWidget(self.edit)
        self.setFocusProxy(self.edit)

    def people(self) -> list[Person]:
        """Return who was chosen, in that order; half-typed names do not count."""
        return list(self._people)

    def choose(self, contact_ids: Sequence[int]) -> None:
        """Choose people of the notebook in place of those chosen before."""
        names = self._notebook.contacts.names_of(contact_ids)
        self._people = [
            Person(name, contact_id)
            for contact_id, name in zip(contact_ids, names, strict=True)
            if name
        ]
        self._show()

    def take_typed(self) -> bool:
        """Choose whom the typed name means, new if nobody is called so.

        Returns False if nothing was typed.
        """
        typed = " ".join(self.edit.text().split())
        if not typed:
            return False
        named = [choice for choice in self._choices if folded(choice.name) == folded(typed)]
        candidates = named or self._choices
        if len(named) == 1 or len(candidates) == 1:
            self._add(Person(candidates[0].name, candidates[0].id))
        else:
            self._add(Person(typed, None))
        return True

    def _look_up(self, text: str) -> None:
        self._choices = self._notebook.contacts.complete(text, _OFFERED)
        self._offered.clear()
        for choice in self._choices:
            words = " · ".join(part for part in (choice.name, choice.organization) if part)
            self._offer(words, choice.name, choice.id)
        typed = " ".join(text.split())
        if typed and not any(folded(choice.name) == folded(typed) for choice in self._choices):
            self._offer(self.tr("Add “{name}” as a new person").format(name=typed), typed, None)

    def _offer(self, words: str, name: str, contact_id: int | None) -> None:
        item = QStandardItem(words)
        item.setData(name, _NAME)
        item.setData(contact_id, _ID)
        self._offered.appendRow(item)

    def _take(self, index: QModelIndex) -> None:
        name, contact_id = index.data(_NAME), index.data(_ID)
        if isinstance(name, str):
            self._add(Person(name, contact_id if isinstance(contact_id, int) else None))

    def _add(self, person: Person) -> None:
        self.edit.clear()
        self._choices = []
        if person not in self._people:
            self._people.append(person)
            self._show()
            self.changed.emit()

    def _drop_last(self) -> None:
        if self._people:
            self._drop(self._people[-1])

    def _drop(self, person: Person) -> None:
        self._people.remove(person)
        self._show()
        self.changed.emit()
        self.edit.setFocus()

    def _drop_others(self) -> None:
        del self._people[_CHIPS:]
        self._show()
        self.changed.emit()
        self.edit.setFocus()

    def _show(self) -> None:
        self._chips.clear()
        for person in self._people[:_CHIPS]:
            name = " ".join(person.name.split())
            shown = name if len(name) <= _LONGEST else name[:_LONGEST] + "…"
            words = (
                shown
                if person.contact_id is not None
                else self.tr("{name} (new)").format(name=shown)
            )
            chip = Chip(f"{words}  ✕", checkable=False)
            chip.setAccessibleName(self.tr("{name}: take out").format(name=name))
            chip.setToolTip(self.tr("Take out"))
            chip.clicked.connect(lambda _checked=False, who=person: self._drop(who))
            self._chips.addWidget(chip)
        if len(self._people) > _CHIPS:
            words = self.tr("and {count} others").format(count=f"{len(self._people) - _CHIPS:,}")
            others = Chip(f"{words}  ✕", checkable=False)
            others.setAccessibleName(self.tr("{others}: take out").format(others=words))
            others.clicked.connect(lambda _checked=False: self._drop_others())
            self._chips.addWidget(others)
        self.edit.setPlaceholderText(
            self.tr("Somebody else?") if self._people else self.tr("Whom did you speak with?")
        )
        self.setMinimumHeight(0)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Return True: many people take more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the chips and the field."""
        chips = self._chips.heightForWidth(width) + TIGHT if self._people else 0
        return chips + self.edit.sizeHint().height() + theme_of(self).em(0.1)
