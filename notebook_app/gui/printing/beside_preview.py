"""How the dialogs that print stand: what is chosen at the side, the pages beside, buttons below."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from notebook_app.gui.printing.pages_dialog import PagesDialog
from notebook_app.gui.printing.preview_bar import PreviewBar
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, theme_of


def stand_beside_preview(
    dialog: PagesDialog,
    panel: QWidget,
    state: QWidget,
    *,
    width_em: float,
    size_em: tuple[float, float],
) -> None:
    """Lay ``dialog`` out with ``panel`` at the side; ``state`` says what is shown, in the last row.

    ``width_em`` is that of the side, which scrolls where a large font meets a small screen.
    """
    theme = theme_of(dialog)
    side = QScrollArea()
    side.setWidget(panel)
    side.setWidgetResizable(True)
    side.setFrameShape(QFrame.Shape.NoFrame)
    side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    side.setFixedWidth(theme.em(width_em))
    panel.setAutoFillBackground(False)
    side.viewport().setAutoFillBackground(False)
    pages = QVBoxLayout()
    pages.setSpacing(SMALL)
    pages.addWidget(PreviewBar(dialog.preview))
    pages.addWidget(dialog.preview, 1)
    across = QHBoxLayout()
    across.setSpacing(LARGE)
    across.addWidget(side)
    across.addLayout(pages, 1)
    last = QHBoxLayout()
    last.setSpacing(SMALL)
    last.addWidget(state, 1)
    for button in (dialog.close_button, dialog.save_button, dialog.print_button):
        last.addWidget(button)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
    column.setSpacing(MEDIUM)
    column.addLayout(across, 1)
    column.addWidget(dialog.trouble)
    column.addWidget(dialog.missing)
    column.addLayout(last)
    room = dialog.screen().availableSize() * 0.9
    wide, high = size_em
    dialog.resize(QSize(theme.em(wide), theme.em(high)).boundedTo(room))
