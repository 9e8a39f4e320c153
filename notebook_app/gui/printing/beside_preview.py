"""How the dialogs that print stand: what is chosen at the side, the pages beside, buttons below."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from notebook_app.gui.printing.page_preview import PagePreview
from notebook_app.gui.printing.preview_bar import PreviewBar
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, theme_of


def stand_beside_preview(
    dialog: QDialog,
    panel: QWidget,
    preview: PagePreview,
    *,
    trouble: QWidget,
    missing: QWidget | None = None,
    foot: Sequence[QWidget],
    width_em: float,
    size_em: tuple[float, float],
) -> None:
    """Lay ``dialog`` out; ``foot`` are the words at the start of the last row, then its buttons.

    ``missing`` says for which scripts there is no font.
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
    pages.addWidget(PreviewBar(preview))
    pages.addWidget(preview, 1)
    across = QHBoxLayout()
    across.setSpacing(LARGE)
    across.addWidget(side)
    across.addLayout(pages, 1)
    last = QHBoxLayout()
    last.setSpacing(SMALL)
    for number, widget in enumerate(foot):
        last.addWidget(widget, 0 if number else 1)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
    column.setSpacing(MEDIUM)
    column.addLayout(across, 1)
    column.addWidget(trouble)
    if missing is not None:
        column.addWidget(missing)
    column.addLayout(last)
    room = dialog.screen().availableSize() * 0.9
    wide, high = size_em
    dialog.resize(QSize(theme.em(wide), theme.em(high)).boundedTo(room))
