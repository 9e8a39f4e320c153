"""The dialog that owns up to an error of ours, with a report to copy."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from notebook_app.gui.theme import MEDIUM, SMALL, WIDE, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.labels import PlainLabel


class BugDialog(QDialog):
    """Shows one report; nothing in it is sent anywhere."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        """Take the text of the report."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong"))
        self._text = QPlainTextEdit(report)
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("Report"))
        self.copy_button = PlainButton(self.tr("&Copy the report"), self._copy)
        close = PrimaryButton(self.tr("Go on working"), self.accept)
        close.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(MEDIUM)
        column.addWidget(PlainLabel(self.tr("That was our mistake, not yours."), TextRole.TITLE))
        column.addWidget(
            PlainLabel(
                self.tr(
                    "The program ran into an error of its own. Your notebook is intact, and you"
                    " can go on working. If you tell us about it, please add this report; it is"
                    " not sent by itself."
                ),
                tone=Tone.MUTED,
                wrap=True,
            )
        )
        column.addWidget(self._text, 1)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.copy_button)
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)
        em = theme_of(self).em()
        self.resize(em * 48, em * 32)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())
        self.copy_button.setText(self.tr("Copied"))
