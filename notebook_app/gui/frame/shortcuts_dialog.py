"""All keys on one sheet: those of the menus, read from them, and those of the pages."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from notebook_app.gui.frame.page_keys import page_keys
from notebook_app.gui.theme import LARGE, SMALL, WIDE, Tone, theme_of
from notebook_app.gui.widgets.card import ScrollColumn
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading


class ShortcutsDialog(QDialog):
    """Shows what the keys do."""

    def __init__(self, shortcuts: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Take pairs of (what it does, its keys)."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        sheet = ScrollColumn()
        sheet.column.addLayout(_grid(shortcuts))
        for part in page_keys():
            sheet.column.addSpacing(SMALL)
            sheet.column.addWidget(SectionHeading(part.where))
            sheet.column.addLayout(_grid(part.keys))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, LARGE)
        column.addWidget(sheet, 1)
        column.addWidget(buttons)
        buttons.setContentsMargins(LARGE, 0, LARGE, 0)
        em = theme_of(self).em()
        self.resize(em * 30, min(em * 36, self.screen().availableGeometry().height() * 3 // 4))


def _grid(shortcuts: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(WIDE)
    grid.setVerticalSpacing(SMALL)
    for row, (words, keys) in enumerate(shortcuts):
        grid.addWidget(PlainLabel(words, wrap=True), row, 0)
        grid.addWidget(PlainLabel(keys, tone=Tone.MUTED), row, 1)
    grid.setColumnStretch(0, 1)
    return grid
