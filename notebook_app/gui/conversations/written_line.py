"""A line about a conversation while it is written: text, chips, circumstances, open questions.

The parts are laid out by whoever shows them; here they are kept in step.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from notebook_app.gui.conversations.growing_text import GrowingText
from notebook_app.gui.conversations.line_fields import LineFields
from notebook_app.gui.conversations.line_question import LineQuestion
from notebook_app.gui.conversations.line_reading import SOMEBODY_NEW, Corrections, LineReading
from notebook_app.gui.conversations.name_offers import NameOffers
from notebook_app.gui.conversations.piece_chips_row import PieceChips
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.capture.captured import (
    CaptureContext,
    CapturedLine,
    NamedPerson,
    Piece,
    PieceKind,
)
from notebook_app.model.capture.circumstances import Circumstances
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.name_form import folded


@dataclass(slots=True)
class KeptLine:
    """A line that was not saved yet, with everything that was said about it."""

    text: str
    corrections: Corrections = field(default_factory=Corrections)
    fields: ConversationDraft | None = None
    by_hand: frozenset[str] = frozenset()


class WrittenLine(QObject):
    """``changed`` is emitted as it is written, ``settled`` when it can be saved after questions."""

    changed = Signal()
    settled = Signal()

    def __init__(
        self,
        desk: Desk,
        context: Callable[[], CaptureContext],
        parent: QObject | None = None,
        granted: Circumstances | None = None,
    ) -> None:
        """Take the desk and what lines are read with.

        ``granted`` are the circumstances where a line does not say; None for those used last.
        """
        super().__init__(parent)
        self._desk = desk
        self._always = granted
        self._looked_at: set[str] = set()
        self._usual: Circumstances | None = None
        self.text = GrowingText(self.tr("What did you talk about?"))
        self.chips = PieceChips(desk.clock.today)
        self.fields = LineFields(desk.clock.today)
        self.question = LineQuestion()
        self.offers = NameOffers(lambda: desk.notebook, self.text)
        self.reading = LineReading(context)
        self.text.textChanged.connect(self._read)
        self.text.installEventFilter(self)
        self.chips.taken_back.connect(self._take_back)
        self.chips.person_chosen.connect(self._choose)
        self.question.answered.connect(self._answer)
        self.question.nobody.connect(self._only_text)
        self.question.left.connect(self.text.setFocus)

    def grant(self, circumstances: Circumstances) -> None:
        """Take these circumstances for granted from the next line on."""
        self._always = circumstances

    def begin(self, kept: KeptLine | None = None) -> None:
        """Begin another line: an empty one, or one that was written before."""
        self._looked_at = set()
        self._usual = None
        self.question.hide()
        self.offers.put_away()
        self.reading.begin(kept.corrections if kept else None)
        self.fields.begin()
        if kept is not None and kept.fields is not None:
            self.fields.take_up(kept.fields, kept.by_hand)
        self.text.setPlainText(kept.text if kept else "")
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)
        self._read()

    def keep(self) -> KeptLine:
        """Return the line as it stands, to be begun again later."""
        granted = self.fields.granted()
        fields = ConversationDraft(
            (),
            "",
            on=granted.on or self._desk.clock.today(),
            channel=granted.channel,
            setting=granted.setting,
            initiated_by=granted.initiated_by,
        )
        return KeptLine(
            self.text.toPlainText(), self.reading.corrections, fields, self.fields.by_hand()
        )

    def put_by(self, name: str) -> None:
        """Let what is written, if something is, wait under a name until ``take_up``."""
        if not self.is_empty():
            self._desk.left_unsaved[name] = self.keep()

    def take_up(self, name: str) -> None:
        """Begin what waits under a name, or an empty line."""
        kept = self._desk.left_unsaved.pop(name, None)
        self.begin(kept if isinstance(kept, KeptLine) else None)

    def is_empty(self) -> bool:
        """Return whether nothing is written."""
        return not self.text.toPlainText().strip()

    def captured(self) -> CapturedLine:
        """Return what the line says, corrected by what was set by hand."""
        return self.fields.correct(self.reading.captured)

    def settle(self) -> CapturedLine | None:
        """Return what is to be saved, or ask what must be known before and return None."""
        self.offers.put_away()
        person = self._asked_about()
        if person is not None:
            self.question.ask(person)
            return None
        self.question.hide()
        return self.captured()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let F6, F7 and F8 change how, where, and who began."""
        if (
            watched is self.text
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
        ):
            change = {
                Qt.Key.Key_F6: self.fields.next_channel,
                Qt.Key.Key_F7: self.fields.next_setting,
                Qt.Key.Key_F8: self.fields.next_initiator,
            }.get(Qt.Key(event.key()))
            if change is not None:
                change()
                return True
        return False

    def _asked_about(self) -> NamedPerson | None:
        return next(
            (
                person
                for person in self.reading.captured.people
                if person.is_unclear
                or (person.is_new and folded(person.name) not in self._looked_at)
            ),
            None,
        )

    def _read(self) -> None:
        self.question.hide()
        self._show(self.reading.read(self.text.toPlainText()))

    def _show(self, captured: CapturedLine) -> None:
        self.chips.show_line(captured)
        self.fields.follow(captured, self._granted())
        self.changed.emit()

    def _granted(self) -> Circumstances:
        """Return what was noted last today, looked up with a line's first letter."""
        if self._always is not None:
            return self._always
        if self.is_empty():
            return Circumstances()
        if self._usual is None:
            from notebook_app.services.read_capture_line import usual_circumstances

            self._usual = usual_circumstances(self._desk.notebook, self._desk.clock.today())
        return self._usual

    def _take_back(self, piece: Piece) -> None:
        self._show(self.reading.take_back(piece))
        self.text.setFocus()

    def _choose(self, name: str, contact_id: int) -> None:
        if contact_id == SOMEBODY_NEW:
            self._looked_at.add(folded(name))
        self._show(self.reading.choose(name, contact_id))
        self.text.setFocus()

    def _answer(self, name: str, contact_id: int) -> None:
        self._choose(name, contact_id)
        self._go_on()

    def _only_text(self, person: NamedPerson) -> None:
        for piece in self.reading.captured.pieces:
            if piece.kind is PieceKind.PERSON and piece.start == person.start:
                self._take_back(piece)
                break
        self._go_on()

    def _go_on(self) -> None:
        self.question.hide()
        if self.settle() is not None:
            self.settled.emit()
