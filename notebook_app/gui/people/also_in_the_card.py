"""The lines of a contact's vCard that have no place elsewhere, folded away."""

from typing import Final

from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from notebook_app.gui.theme import TIGHT, theme_of
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.wrap_mode import wrap_mode

_HIGHEST_EMS: Final = 22
_LONGEST_LINE: Final = 2_000


class AlsoInTheCard(QWidget):
    """Says how many there are; shows them when asked."""

    def __init__(self, lines: tuple[str, ...], parent: QWidget | None = None) -> None:
        """Take the lines as they stand in the card."""
        super().__init__(parent)
        self._lines = lines
        self._field: QPlainTextEdit | None = None
        words = self.tr("Also in the card ({count})").format(count=len(lines))
        self.toggle = LinkButton(f"{words} ▾", self._unfold)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(TIGHT)
        self._column.addWidget(self.toggle)

    def _unfold(self) -> None:
        if self._field is None:
            self._field = QPlainTextEdit()
            self._field.setReadOnly(True)
            self._field.setFrameShape(QFrame.Shape.NoFrame)
            self._field.setAccessibleName(self.tr("Also in the card"))
            self._field.setFixedHeight(theme_of(self).em(_HIGHEST_EMS))
            text = "\n".join(line[:_LONGEST_LINE] for line in self._lines)
            self._field.setWordWrapMode(wrap_mode(text))
            self._field.setPlainText(text)
            self._column.addWidget(self._field)
        else:
            self._field.setVisible(self._field.isHidden())
