"""Edits one of many: a phone, an address, a date, a related person, a field of one's own."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from notebook_app.gui.people.editor.address_row import AddressRow
from notebook_app.gui.people.editor.date_row import DateRow
from notebook_app.gui.people.editor.field_rows import FieldRow
from notebook_app.gui.people.in_place.spot import Spot, with_item
from notebook_app.gui.people.in_place.spot_editor import SpotEditor
from notebook_app.model.contact import ContactDraft


class ItemEditor(SpotEditor):
    """A row of the form, its label above its text, in the place of the item."""

    def __init__(
        self,
        spot: Spot,
        before: Any | None,
        row: FieldRow[Any],
        remark_on: Callable[[Any], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Take the spot, its item (None to add one), its row, and what points out mistakes."""
        super().__init__(parent)
        self._spot = spot
        self._before = before
        self._removed = False
        self._remark_on = remark_on
        self.row = row
        row.fields.setDirection(QBoxLayout.Direction.TopToBottom)
        if isinstance(row, AddressRow):
            row.put_below_each_other()
        row.up.hide()
        row.remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.remove.setVisible(before is not None)
        row.remove_wanted.connect(self._remove)
        row.changed.connect(self._look)
        self.column.addWidget(row)
        self.main_field = row.main_field.focusProxy() or row.main_field

    def apply(self, draft: ContactDraft) -> ContactDraft:
        """Put the item as it is now into the draft; a date that can't be read goes to the note."""
        if isinstance(self.row, DateRow) and (unread := self.row.unread()) and not self._removed:
            return with_note_line(draft, unread)
        value = None if self._removed else self.row.value()
        if value == self._before:
            return draft
        return with_item(draft, self._spot, self._before, value)

    def begin(self) -> None:
        """Begin, and point out what was a mistake before."""
        super().begin()
        self._look()

    def _remove(self) -> None:
        self._removed = True
        self.committed.emit(0)

    def _look(self) -> None:
        value = self.row.value()
        if self._remark_on is not None:
            self.remark("" if value is None else self._remark_on(value))


def with_note_line(draft: ContactDraft, line: str) -> ContactDraft:
    """Return the draft with a line more in its note."""
    note = "\n".join(part for part in (draft.details.note, line) if part)
    return replace(draft, details=replace(draft.details, note=note))
