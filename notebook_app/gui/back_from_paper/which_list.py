"""Asks which list one has in hand: by its number, a picture of its code, or among the last ones."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.back_from_paper.paper_words import (
    list_name,
    printed_words,
    title_words,
    waiting_words,
)
from notebook_app.gui.back_from_paper.scanned_pages import Picture, look_for_code, pictures_of
from notebook_app.gui.capture.card_picture import holds_picture, pictures_in
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.importing.grey_picture import readable_endings
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TIGHT, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.card import Card, ScrollColumn
from notebook_app.gui.widgets.labels import ElidedLabel, FieldLabel, PlainLabel, SectionHeading
from notebook_app.gui.widgets.picture_input import keeps_paste
from notebook_app.gui.widgets.text_fields import LineField
from notebook_app.model.printed_list import PrintedCode, PrintedList
from notebook_app.services.importable_endings import PICTURE_ENDINGS, SCAN_ENDINGS

OFFERED = 12
_WIDE_EMS = 44


class WhichList(ScrollColumn):
    """``number_chosen`` carries what was typed, ``list_chosen`` a list's number, ``code_found``
    the ``PrintedCode`` of a picture; ``nothing_found`` says that there is none on it.
    """

    number_chosen = Signal(str)
    list_chosen = Signal(int)
    code_found = Signal(object)
    nothing_found = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is read before ``show_lists``."""
        super().__init__(parent)
        self._desk = desk
        self.number = _NumberField()
        self.number.setPlaceholderText(self.tr("12, or 12 17K for a row of it"))
        self.number.setAccessibleName(self.tr("Number of the list"))
        self.open_button = PrimaryButton(self.tr("Open"), self._open)
        self.picture_button = PlainButton(self.tr("A picture of the page…"), self.choose_picture)
        self.trouble = PlainLabel("", TextRole.SMALL, Tone.DANGER, wrap=True)
        self.trouble.hide()
        self.cards: list[Card] = []
        self._recent = QVBoxLayout()
        self._lay_out()
        self.number.returnPressed.connect(self._open)
        self.number.textChanged.connect(lambda _text: self.trouble.hide())
        self.number.picture_pasted.connect(self.take_mime)

    def show_lists(self, lists: Sequence[PrintedList]) -> None:
        """Offer the lists that were printed last."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.cards = [self._card(printed) for printed in lists[:OFFERED]]
        for card in self.cards:
            self._recent.addWidget(card)
            # Shown now, not by the layout in a moment.
            card.show()

    def complain(self, words: str) -> None:
        """Say what is wrong with what was typed or shown."""
        self.trouble.setText(words)
        self.trouble.show()
        self.number.setFocus()
        self.number.selectAll()

    def choose_picture(self) -> None:
        """Ask for a photograph or a scan of a page."""
        readable = (*readable_endings(PICTURE_ENDINGS), *SCAN_ENDINGS)
        endings = " ".join(f"*{ending}" for ending in readable)
        names, _kind = QFileDialog.getOpenFileNames(
            self,
            self.tr("A photo or a scan of the page"),
            "",
            self.tr("Pictures and PDF") + f" ({endings})",
        )
        if names:
            self._look(pictures_of([Path(name) for name in names]))

    def take_mime(self, data: QMimeData) -> bool:
        """Take pictures that were pasted or dropped; return whether there are any."""
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self._look(pictures_of(files))
            return True
        copied = pictures_in(data)
        if copied:
            name = self.tr("The picture that was copied")
            self._look([(name, lambda: copied[0]().data)])
        return bool(copied)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+V from the window while a picture is copied."""
        if keeps_paste(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a picture from the clipboard."""
        clipboard = QGuiApplication.clipboard().mimeData()
        if event.matches(QKeySequence.StandardKey.Paste) and holds_picture(clipboard):
            self.take_mime(clipboard)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is to be read in a column in the middle."""
        super().resizeEvent(event)
        beside = max(0, (self.width() - theme_of(self).em(_WIDE_EMS)) // 2)
        self.column.setContentsMargins(beside, 0, beside, 0)

    def _look(self, pictures: Sequence[Picture]) -> None:
        def found(code: PrintedCode | None) -> None:
            if code is None:
                self.nothing_found.emit(
                    self.tr(
                        "No code of a printed list can be made out there. Take the picture again,"
                        " straight on and in good light, or type the number."
                    )
                )
            else:
                self.code_found.emit(code)

        look_for_code(self._desk, pictures, found)

    def _open(self) -> None:
        self.number_chosen.emit(self.number.text())

    def _card(self, printed: PrintedList) -> Card:
        today, locale = self._desk.clock.today(), self.locale()
        card = Card(clickable=True)
        card.body.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        number, waiting = list_name(printed.number), waiting_words(printed, locale)
        when = printed_words(printed, today, locale)
        card.setAccessibleName(f"{number}, {printed.title}, {when}, {waiting}")
        first = QHBoxLayout()
        first.setSpacing(SMALL)
        first.addWidget(PlainLabel(number, TextRole.STRONG))
        tone = Tone.ACCENT if printed.waiting else Tone.MUTED
        first.addStretch(1)
        first.addWidget(PlainLabel(waiting, TextRole.SMALL_STRONG, tone))
        card.body.setSpacing(TIGHT)
        card.body.addLayout(first)
        card.body.addWidget(
            ElidedLabel(title_words(printed, today, locale), TextRole.SMALL, Tone.MUTED)
        )
        card.clicked.connect(lambda: self.list_chosen.emit(printed.number))
        return card

    def _lay_out(self) -> None:
        self.column.setSpacing(MEDIUM)
        card = Card()
        card.body.setSpacing(SMALL)
        card.body.addWidget(FieldLabel(self.tr("Which list do you have in &hand?"), self.number))
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.number, 1)
        row.addWidget(self.open_button)
        card.body.addLayout(row)
        card.body.addWidget(self.trouble)
        hint = self.tr(
            "Its number is at the foot of each page. Or drop, paste or choose a photo of the page:"
            " its square code says which list it is."
        )
        card.body.addWidget(PlainLabel(hint, TextRole.SMALL, Tone.MUTED, wrap=True))
        card.body.addWidget(self.picture_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(card)
        self.column.addWidget(SectionHeading(self.tr("Printed last")))
        self._recent.setSpacing(SMALL)
        self.column.addLayout(self._recent)


class _NumberField(LineField):
    """``picture_pasted`` carries what is on the clipboard, if that is a picture."""

    picture_pasted = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a picture that is pasted for what it is."""
        clipboard = QGuiApplication.clipboard().mimeData()
        if event.matches(QKeySequence.StandardKey.Paste) and holds_picture(clipboard):
            self.picture_pasted.emit(clipboard)
            return
        super().keyPressEvent(event)
