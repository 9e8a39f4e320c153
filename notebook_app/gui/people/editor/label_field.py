"""A field for the label of a phone or an address: a usual one, or a word of one's own."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from notebook_app.gui.people.contact_words import label_words
from notebook_app.gui.theme import theme_of
from notebook_app.gui.widgets.choice_field import ChoiceField


class LabelField(ChoiceField):
    """Shows labels as words; ``label`` gives the stored one."""

    def __init__(self, labels: Sequence[str], name: str, parent: QWidget | None = None) -> None:
        """Take the usual labels and the field's name for screen readers."""
        super().__init__(parent)
        self._labels = labels
        self._stored = ""
        self._shown = ""
        self.setEditable(True)
        self.setInsertPolicy(ChoiceField.InsertPolicy.NoInsert)
        self.setAccessibleName(name)
        for label in labels:
            self.addItem(label_words(label), label)
        self.setCurrentIndex(-1)
        edit = self.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(self.tr("label"))
            edit.setAccessibleName(name)
        self.setFixedWidth(theme_of(self).em(10.5))
        self.show_label("")

    def show_label(self, label: str) -> None:
        """Show a stored label."""
        self._stored, self._shown = label, label_words(label)
        self.setCurrentText(self._shown)
        edit = self.lineEdit()
        if edit is not None:
            edit.setCursorPosition(0)

    def hint(self, words: str) -> None:
        """Show ``words`` while the field is empty."""
        edit = self.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(words)

    def label(self) -> str:
        """Return the label as it is stored; one that was not touched comes back as it was."""
        typed = self.currentText()
        if typed == self._shown:
            return self._stored
        folded = typed.strip().casefold()
        for label in self._labels:
            if folded in (label.casefold(), label_words(label).casefold()):
                return label
        return typed.strip()
