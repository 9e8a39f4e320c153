"""One person's line while it is written: the text, what it was understood as, the card."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.capture.capture_state import KeptCard, KeptPerson
from notebook_app.gui.capture.line_text import LineText
from notebook_app.gui.conversations.line_reading import LineReading
from notebook_app.gui.conversations.name_offers import NameOffers
from notebook_app.gui.conversations.piece_chips_row import PieceChips
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import MEDIUM, SMALL, TIGHT, TextRole, Tone, theme_of
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.capture.captured import CaptureContext, CapturedLine, Piece

_LONGEST_NAME = 40


class PersonRow(Card):
    """``changed`` is emitted as the line, a correction or the card changes."""

    changed = Signal()
    typed = Signal()

    def __init__(
        self,
        desk: Desk,
        context: Callable[[], CaptureContext],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        """Take the desk, what lines are read with, and who knows the day."""
        super().__init__(parent=parent)
        self._desk = desk
        self._today = today
        self.cards: tuple[KeptCard, ...] = ()
        self.next_step = ""
        self.rest = False
        self.reading = LineReading(context)
        self.number = PlainLabel("", TextRole.SMALL, Tone.MUTED)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.number.setFixedWidth(theme_of(self).em(1.9))
        self.text = LineText(self.tr("Whom did you meet? One person a line"))
        self.offers: NameOffers | None = None
        self.chips: PieceChips | None = None
        self._card_chips: list[Chip] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(TIGHT - 1)
        self._lines.addWidget(self.text)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._lines, 1)
        self.body.setContentsMargins(SMALL, SMALL, MEDIUM, SMALL)
        self.body.addLayout(row)
        self.text.setPlaceholderText(self.tr("Carla Mendes, Bean House, son plays the cello…"))
        self.text.textChanged.connect(self._text_changed)
        self.text.focused.connect(self.set_highlighted)

    @property
    def captured(self) -> CapturedLine:
        """What the line says, as it was read last."""
        return self.reading.captured

    def show_number(self, number: int) -> None:
        """Show which line it is, counted from 1."""
        self.number.setText(self.locale().toString(number))

    def is_empty(self) -> bool:
        """Return whether there is neither text nor a card."""
        return not self.text.toPlainText().strip() and not self.cards

    def begin(self, kept: KeptPerson) -> None:
        """Show a line that was written before; it is read when somebody asks for it."""
        self.reading.begin(kept.corrections)
        self.cards, self.next_step, self.rest = kept.cards, kept.next_step, kept.rest
        self.text.blockSignals(True)
        self.text.setPlainText(kept.text)
        self.text.blockSignals(False)
        self._show_cards()

    def keep(self) -> KeptPerson:
        """Return the line as it stands."""
        return KeptPerson(
            self.text.toPlainText(),
            self.reading.corrections,
            self.cards,
            self.next_step,
            self.rest,
        )

    def read(self) -> None:
        """Read the line as it stands and show what it says."""
        self._show(self.reading.read(self.text.toPlainText()))

    def read_anew(self) -> None:
        """Read the line again with all that was said about it, as when people changed."""
        self.reading.begin(self.reading.corrections)
        self.read()

    def choose(self, name: str, contact_id: int) -> None:
        """Say who is meant by a name."""
        self._show(self.reading.choose(name, contact_id))
        self.changed.emit()

    def put_card(self, card: KeptCard) -> None:
        """Put a card on the line, beside those it has; the same one is there once."""
        if card not in self.cards:
            self.cards = (*self.cards, card)
        self._show_cards()
        self.changed.emit()

    def take_off(self, card: KeptCard) -> None:
        """Take a card off the line."""
        self.cards = tuple(each for each in self.cards if each != card)
        self._show_cards()
        self.changed.emit()

    def offer_names(self) -> None:
        """Offer names, tags and places from now on, once one writes here."""
        if self.offers is None:
            self.offers = NameOffers(lambda: self._desk.notebook, self.text)

    def _text_changed(self) -> None:
        self.typed.emit()
        self.changed.emit()

    def _show(self, captured: CapturedLine) -> None:
        if self.chips is None:
            if not captured.pieces:
                return
            self.chips = PieceChips(self._today)
            self.chips.taken_back.connect(self._take_back)
            self.chips.person_chosen.connect(self.choose)
            self._lines.insertWidget(1, self.chips)
        self.chips.show_line(captured)

    def _take_back(self, piece: Piece) -> None:
        self._show(self.reading.take_back(piece))
        self.changed.emit()

    def _show_cards(self) -> None:
        for chip in self._card_chips:
            chip.hide()
            chip.deleteLater()
        self._card_chips = []
        for card in self.cards:
            words = (
                self.tr("Everything on the card's code")
                if card.raw
                else self.tr("Picture: {name}").format(name=card.name[:_LONGEST_NAME])
            )
            chip = Chip(f"{words}  ✕", checkable=False)
            chip.setAccessibleName(self.tr("{card}: take it off").format(card=words))
            chip.setToolTip(self.tr("Take it off"))
            chip.clicked.connect(lambda _checked=False, each=card: self.take_off(each))
            self._lines.addWidget(chip)
            self._card_chips.append(chip)
