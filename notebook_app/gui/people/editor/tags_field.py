"""A field for tags: pills of those that are on, and a line to put on more."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from notebook_app.gui.theme import TIGHT
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.chip_line import ChipLine
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.model.name_form import folded

_LONGEST = 40


class TagsField(QWidget):
    """Enter or a comma puts the typed tag on; Backspace in an empty line takes the last one off."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self._tags: list[str] = []
        self.edit = ChipLine()
        self.edit.setAccessibleName(self.tr("Tags"))
        self.edit.setPlaceholderText(self.tr("Put a tag on"))
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._completed, Qt.ConnectionType.QueuedConnection)
        self.edit.setCompleter(completer)
        self.edit.entered.connect(self.take_typed)
        self.edit.back.connect(self._drop_last)
        self.edit.textEdited.connect(lambda _text: self.changed.emit())
        self._chips = FlowLayout(across=0, down=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(self._chips)
        column.addWidget(self.edit)
        self.setFocusProxy(self.edit)

    def show_tags(self, tags: Sequence[str], known: Sequence[str]) -> None:
        """Show the tags that are on; ``known`` are offered while typing."""
        self._known.setStringList(list(known))
        self.edit.clear()
        self._tags = list(tags)
        self._show()

    def tags(self) -> tuple[str, ...]:
        """Return the tags that are on, with one that is typed and not yet put on."""
        typed = " ".join(self.edit.text().split())
        return tuple(self._with(typed))

    def take_typed(self) -> None:
        """Put the typed tag on."""
        typed = " ".join(self.edit.text().split())
        self.edit.clear()
        self._tags = self._with(typed)
        self._show()
        self.changed.emit()

    def _completed(self, tag: str) -> None:
        self.edit.setText(tag)
        self.take_typed()

    def _with(self, tag: str) -> list[str]:
        known = next(
            (name for name in self._known.stringList() if folded(name) == folded(tag)), tag
        )
        if not tag or any(folded(name) == folded(tag) for name in self._tags):
            return list(self._tags)
        return [*self._tags, known]

    def _drop_last(self) -> None:
        if self._tags:
            self._drop(self._tags[-1])

    def _drop(self, tag: str) -> None:
        self._tags.remove(tag)
        self._show()
        self.edit.setFocus()
        self.changed.emit()

    def _show(self) -> None:
        self._chips.clear()
        for tag in self._tags:
            shown = tag if len(tag) <= _LONGEST else f"{tag[:_LONGEST]}…"
            chip = Chip(f"{shown}  ✕", checkable=False)
            chip.setAccessibleName(self.tr("{tag}: take off").format(tag=tag))
            chip.clicked.connect(lambda _on=False, which=tag: self._drop(which))
            self._chips.addWidget(chip)
        self.updateGeometry()
