"""Rows of one text with a label: phones, e-mails, links, related people."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QLineEdit, QWidget

from notebook_app.gui.people.editor.field_rows import FieldRow
from notebook_app.gui.people.editor.label_field import LabelField

Thing = TypeVar("Thing")


class LabelledRow(FieldRow[Thing], Generic[Thing]):
    """A label and a text; a thing whose row was not touched comes back as it was."""

    def __init__(
        self,
        thing: Thing,
        text: str,
        label: str,
        *,
        labels: Sequence[str],
        name: str,
        put: Callable[[Thing, str, str], Thing],
        parent: QWidget | None = None,
    ) -> None:
        """Take the thing with its text and label, and what puts new ones into it."""
        super().__init__(parent)
        self._thing = thing
        self._before = (text, label)
        self._put = put
        self.label = LabelField(labels, f"{name}: {self.tr('label')}")
        self.label.show_label(label)
        self.text = QLineEdit(text)
        self.text.setCursorPosition(0)
        self.text.setAccessibleName(name)
        self._shown = self.text.text()
        self.fields.addWidget(self.label)
        self.fields.addWidget(self.text, 1)
        self.main_field = self.text
        self.text.textChanged.connect(self.changed)
        self.label.currentTextChanged.connect(self.changed)

    def value(self) -> Thing | None:
        """Return the thing as it is now, or None without a text."""
        typed = self.text.text()
        text = self._before[0] if typed == self._shown else typed.strip()
        if not text:
            return None
        now = (text, self.label.label())
        return self._thing if now == self._before else self._put(self._thing, *now)
