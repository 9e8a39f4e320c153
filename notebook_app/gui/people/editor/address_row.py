"""A row for a postal address: street over as many lines as it has, then town and country."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from notebook_app.gui.people.editor.field_rows import FieldRow
from notebook_app.gui.people.editor.label_field import LabelField
from notebook_app.gui.theme import TIGHT, theme_of
from notebook_app.model.contact import Address
from notebook_app.model.labels import ADDRESS_LABELS


class AddressRow(FieldRow[Address]):
    """Parts that are seldom used are shown only where they hold something."""

    def __init__(self, address: Address | None, parent: QWidget | None = None) -> None:
        """Take the address to show, or None for an empty row."""
        super().__init__(parent)
        self._address = address or Address(label=ADDRESS_LABELS[0])
        self.label = LabelField(ADDRESS_LABELS, self.tr("Address: label"))
        self.label.show_label(self._address.label)
        self.street = QPlainTextEdit(self._address.street)
        self.street.setPlaceholderText(self.tr("Street"))
        self.street.setAccessibleName(self.tr("Street"))
        self.street.setTabChangesFocus(True)
        self.street.document().setDocumentMargin(0)
        self.street.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lines = 1 + min(3, self._address.street.count("\n"))
        height = self.street.fontMetrics().lineSpacing() * lines + theme_of(self).em(1.25)
        self.street.setFixedHeight(height)
        self.parts: dict[str, QLineEdit] = {}
        for part, words in (
            ("po_box", self.tr("PO box")),
            ("extended", self.tr("Flat, floor")),
            ("postal_code", self.tr("Postcode")),
            ("city", self.tr("Town")),
            ("region", self.tr("Region")),
            ("country", self.tr("Country")),
        ):
            edit = QLineEdit(getattr(self._address, part))
            edit.setCursorPosition(0)
            edit.setPlaceholderText(words)
            edit.setAccessibleName(words)
            edit.textChanged.connect(self.changed)
            self.parts[part] = edit
        self._shown_street = self.street.toPlainText()
        self._shown = {part: edit.text() for part, edit in self.parts.items()}
        for part in ("po_box", "extended"):
            self.parts[part].setVisible(bool(self._shown[part]))
        self._grid = grid = QGridLayout()
        grid.setSpacing(TIGHT)
        grid.addWidget(self.parts["po_box"], 0, 0)
        grid.addWidget(self.parts["extended"], 0, 1)
        grid.addWidget(self.street, 1, 0, 1, 2)
        grid.addWidget(self.parts["postal_code"], 2, 0)
        grid.addWidget(self.parts["city"], 2, 1)
        grid.addWidget(self.parts["region"], 3, 0)
        grid.addWidget(self.parts["country"], 3, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        self.fields.addWidget(self.label)
        self.fields.setAlignment(self.label, Qt.AlignmentFlag.AlignTop)
        self.fields.addLayout(grid, 1)
        self.main_field = self.street
        self.street.textChanged.connect(self.changed)
        self.label.currentTextChanged.connect(self.changed)

    def put_below_each_other(self) -> None:
        """Give each part a line of its own, where two side by side would be cut."""
        order = ("po_box", "extended", "", "postal_code", "city", "region", "country")
        for line, part in enumerate(order):
            field = self.parts[part] if part else self.street
            self._grid.addWidget(field, line, 0, 1, 2)

    def value(self) -> Address | None:
        """Return the address, or None if no part of it holds anything."""
        street = self.street.toPlainText()
        kept = street == self._shown_street
        address = replace(
            self._address,
            label=self.label.label(),
            street=self._address.street if kept else street.strip(),
            po_box=self._part("po_box"),
            extended=self._part("extended"),
            postal_code=self._part("postal_code"),
            city=self._part("city"),
            region=self._part("region"),
            country=self._part("country"),
        )
        return address if address.lines() else None

    def _part(self, part: str) -> str:
        typed = self.parts[part].text()
        if typed == self._shown[part]:
            return str(getattr(self._address, part))
        return typed.strip()
