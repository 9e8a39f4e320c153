"""The row above the preview: which page, and how large."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from notebook_app.gui.printing.page_preview import PagePreview
from notebook_app.gui.theme import SMALL, TextRole, Tone
from notebook_app.gui.widgets.buttons import QuietButton
from notebook_app.gui.widgets.labels import PlainLabel


class PreviewBar(QWidget):
    """Buttons for a ``PagePreview``; its own keys do the same."""

    def __init__(self, preview: PagePreview, parent: QWidget | None = None) -> None:
        """Take the preview to steer."""
        super().__init__(parent)
        self._preview = preview
        self.page_words = PlainLabel("", TextRole.SMALL, Tone.MUTED)
        self.zoom_words = PlainLabel("", TextRole.SMALL, Tone.MUTED)
        self.back = QuietButton("‹", self.tr("Page before (Page Up)"), lambda: self._turn(-1))
        self.on = QuietButton("›", self.tr("Next page (Page Down)"), lambda: self._turn(1))
        self.smaller = QuietButton("−", self.tr("Smaller (−)"), preview.zoom_out)
        self.larger = QuietButton("+", self.tr("Larger (+)"), preview.zoom_in)
        self.whole = QuietButton(
            self.tr("Whole page"), self.tr("Show a whole page (0)"), lambda: preview.set_zoom(0)
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        for widget in (self.back, self.page_words, self.on):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.smaller, self.zoom_words, self.larger, self.whole):
            row.addWidget(widget)
        preview.page_changed.connect(lambda _page: self._tell())
        preview.zoom_changed.connect(lambda _zoom: self._tell())
        self._tell()

    def _turn(self, pages: int) -> None:
        self._preview.show_page(self._preview.page + pages)

    def _tell(self) -> None:
        page, count = self._preview.page, self._preview.page_count
        self.page_words.setText(
            self.tr("Page {page} of {pages}").format(page=page, pages=count) if count else ""
        )
        self.zoom_words.setText(f"{round(self._preview.zoom * 100)} %" if count else "")
        self.back.setEnabled(page > 1)
        self.on.setEnabled(page < count)
        for button in (self.smaller, self.larger, self.whole):
            button.setEnabled(count > 0)
