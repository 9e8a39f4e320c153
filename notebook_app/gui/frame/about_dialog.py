"""What this program is, and where the notebook lies."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from notebook_app import __version__
from notebook_app.gui.theme import MEDIUM, WIDE, TextRole, Tone, theme_of
from notebook_app.gui.widgets.labels import PlainLabel


class AboutDialog(QDialog):
    """Shows the name, the version and the notebook's path, which can be copied."""

    def __init__(self, notebook: Path, parent: QWidget | None = None) -> None:
        """Take the path of the open notebook."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Contact Notebook"))
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(MEDIUM)
        column.addWidget(PlainLabel(self.tr("Contact Notebook"), TextRole.TITLE))
        column.addWidget(PlainLabel(__version__, tone=Tone.MUTED, selectable=True))
        column.addWidget(
            PlainLabel(
                self.tr(
                    "The people you get your work through: whom you met, what was said,"
                    " and what to do next."
                ),
                wrap=True,
            )
        )
        column.addWidget(PlainLabel(self.tr("Your notebook is this one file:"), tone=Tone.MUTED))
        column.addWidget(PlainLabel(str(notebook), wrap=True, selectable=True))
        column.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.resize(theme_of(self).em(34), self.sizeHint().height())
