"""How the dialogs that print one thing stand: the pages, and below them what little is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.printing.pages_dialog import PagesDialog
from notebook_app.gui.printing.preview_bar import PreviewBar
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, theme_of

_WIDE_EMS = 58
_HIGH_EMS = 60


def stand_below_preview(
    dialog: PagesDialog, chosen: Sequence[QWidget], buttons: Sequence[QWidget]
) -> None:
    """Lay ``dialog`` out; the last row has what can be ``chosen``, then "Close" and ``buttons``."""
    theme = theme_of(dialog)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
    column.setSpacing(MEDIUM)
    column.addWidget(PreviewBar(dialog.preview))
    column.addWidget(dialog.preview, 1)
    column.addWidget(dialog.trouble)
    column.addWidget(dialog.missing)
    last = QHBoxLayout()
    last.setSpacing(SMALL)
    for widget in chosen:
        last.addWidget(widget)
    last.addStretch(1)
    for button in (dialog.close_button, *buttons):
        last.addWidget(button)
    column.addLayout(last)
    room = dialog.screen().availableSize() * 0.9
    dialog.resize(QSize(theme.em(_WIDE_EMS), theme.em(_HIGH_EMS)).boundedTo(room))
