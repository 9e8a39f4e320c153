"""The name as one field that splits into its parts by itself, and the parts on demand."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from notebook_app.gui.theme import SMALL, TIGHT
from notebook_app.gui.widgets.buttons import QuietButton
from notebook_app.gui.widgets.labels import FieldLabel
from notebook_app.model.contact import ContactDetails, ContactKind, NameParts
from notebook_app.model.name_form import joined_name, split_name

_PARTS: Final = (
    "prefix",
    "given",
    "additional",
    "family",
    "suffix",
    "phonetic_given",
    "phonetic_family",
    "maiden",
)


class NameFields(QWidget):
    """Parts follow the whole name until one of them is written by hand, and then it follows them.

    A shown name that was never made of its parts stays what it is when a part is changed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make empty fields with the parts folded away."""
        super().__init__(parent)
        self._details = ContactDetails()
        self._shown: dict[str, str] = {}
        self._box = QWidget()
        self._whole_touched = False
        self._parts_touched = False
        self.whole = QLineEdit()
        self.whole.setAccessibleName(self.tr("Name"))
        self.whole.setPlaceholderText(self.tr("Name"))
        self.toggle = QuietButton("▾", self.tr("Title, given and family name, nickname…"))
        self.toggle.clicked.connect(lambda _on=False: self.unfold(self._box.isHidden()))
        self.nickname = QLineEdit()
        self.parts = {part: QLineEdit() for part in _PARTS}
        self._lay_out()
        self.whole.textEdited.connect(self._whole_edited)
        self.nickname.textEdited.connect(lambda _text: self.changed.emit())
        for edit in self.parts.values():
            edit.textEdited.connect(self._part_edited)
        self.setFocusProxy(self.whole)

    def show_details(self, details: ContactDetails) -> None:
        """Show the name of a contact."""
        self._details = details
        self._whole_touched = self._parts_touched = False
        self.whole.setText(details.display_name)
        self.nickname.setText(details.nickname)
        self._show_parts(details.name)
        self._shown = {"whole": self.whole.text(), "nickname": self.nickname.text()}
        name = details.name
        rare = any((name.prefix, name.additional, name.suffix, details.nickname))
        self.unfold(rare or any((name.phonetic_given, name.phonetic_family, name.maiden)))

    def into(self, details: ContactDetails) -> ContactDetails:
        """Return ``details`` with the name as it is now."""
        nickname = self._details.nickname
        if self.nickname.text() != self._shown.get("nickname", ""):
            nickname = self.nickname.text().strip()
        parts, whole = self._details.name, self._details.display_name
        if self._parts_touched or self._whole_touched:
            if details.kind is ContactKind.PERSON or self._parts_touched:
                parts = self._typed_parts()
            whole = self.whole.text().strip()
        return replace(details, display_name=whole, name=parts, nickname=nickname)

    def unfold(self, unfolded: bool) -> None:
        """Show the parts, or fold them away."""
        self._box.setVisible(unfolded)
        self.toggle.setText("▴" if unfolded else "▾")

    def _typed_parts(self) -> NameParts:
        return NameParts(**{part: edit.text().strip() for part, edit in self.parts.items()})

    def _show_parts(self, name: NameParts) -> None:
        for part, edit in self.parts.items():
            edit.setText(getattr(name, part))

    def _whole_edited(self, text: str) -> None:
        self._whole_touched = True
        if not self._parts_touched and self._details.kind is ContactKind.PERSON:
            before = self._details.name
            split = split_name(text)
            # What one field cannot say stays: phonetic forms, and a title or suffix within it.
            split = replace(
                split,
                phonetic_given=before.phonetic_given,
                phonetic_family=before.phonetic_family,
                maiden=before.maiden,
            )
            self._show_parts(self._without_affixes(text, before) or split)
        self.changed.emit()

    def _without_affixes(self, text: str, before: NameParts) -> NameParts | None:
        """Split what stands between a title and a suffix that are still there."""
        if not (before.prefix or before.suffix):
            return None
        middle = text.strip()
        if not (middle.startswith(before.prefix) and middle.endswith(before.suffix)):
            return None
        middle = middle[len(before.prefix) : len(middle) - len(before.suffix)].strip()
        return replace(
            split_name(middle),
            prefix=before.prefix,
            suffix=before.suffix,
            phonetic_given=before.phonetic_given,
            phonetic_family=before.phonetic_family,
            maiden=before.maiden,
        )

    def _part_edited(self, _text: str) -> None:
        own_words = self._details.display_name not in ("", joined_name(self._details.name))
        if not own_words and not (self._whole_touched and not self._parts_touched):
            self.whole.setText(joined_name(self._typed_parts()))
        self._parts_touched = True
        self.changed.emit()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(TIGHT)
        first.addWidget(self.whole, 1)
        first.addWidget(self.toggle)
        grid = QGridLayout(self._box)
        grid.setContentsMargins(0, TIGHT, 0, 0)
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(TIGHT)
        fields = (
            (self.tr("Given name"), self.parts["given"]),
            (self.tr("Family name"), self.parts["family"]),
            (self.tr("Title"), self.parts["prefix"]),
            (self.tr("Suffix"), self.parts["suffix"]),
            (self.tr("Middle names"), self.parts["additional"]),
            (self.tr("Nickname"), self.nickname),
            (self.tr("Name at birth"), self.parts["maiden"]),
            (self.tr("Given name, as spoken"), self.parts["phonetic_given"]),
            (self.tr("Family name, as spoken"), self.parts["phonetic_family"]),
        )
        for number, (words, edit) in enumerate(fields):
            row, across = divmod(number, 2)
            grid.addWidget(FieldLabel(words, edit), row * 2, across)
            grid.addWidget(edit, row * 2 + 1, across)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(self._box)
