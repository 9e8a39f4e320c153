"""One call as it is shown: whom, what was said before, the line for what is said now, the buttons.

It knows nothing of the round; what one wants done it tells by its signals.
"""

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from notebook_app.gui.conversations.line_context import line_context
from notebook_app.gui.conversations.written_line import WrittenLine
from notebook_app.gui.follow_ups.outcome_words import next_day_words
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.on_the_phone.call_card import CallCard
from notebook_app.gui.on_the_phone.call_notes import CallNotes
from notebook_app.gui.on_the_phone.round_words import progress_words
from notebook_app.gui.people.contact_head import call_address
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.card import Card, ScrollColumn
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.capture.circumstances import Circumstances
from notebook_app.model.conversation import Channel
from notebook_app.model.next_days import NextDay
from notebook_app.model.rows import FollowUpRow

_WIDE_EMS = 46


class CallSheet(ScrollColumn):
    """``done_wanted``, ``no_answer_wanted`` and ``later_wanted`` tell what came of the call."""

    done_wanted = Signal()
    no_answer_wanted = Signal()
    later_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; no call is shown yet."""
        super().__init__(parent)
        self._desk = desk
        self._row: FollowUpRow | None = None
        self.progress = PlainLabel("", TextRole.SMALL_STRONG, Tone.MUTED)
        self.card = CallCard(desk)
        self.notes = CallNotes(desk)
        self.line = WrittenLine(
            desk,
            lambda: line_context(desk, self._row.contact_id if self._row else None),
            self,
            Circumstances(channel=Channel.CALL),
        )
        self.line.text.setPlaceholderText(self.tr("What was said? Goes into the timeline (W)"))
        self.line.text.setAccessibleName(self.tr("What was said?"))
        self.done_button = PrimaryButton(self.tr("Done") + "  D", self.done_wanted.emit)
        self.no_answer_button = PlainButton(
            self.tr("No answer") + "  N", self.no_answer_wanted.emit
        )
        self.later_button = PlainButton(self.tr("Later") + " ▾  L", self.later_wanted.emit)
        self._lay_out()
        self.card.call_wanted.connect(lambda number: desk.open_url(call_address(number)))
        self.line.text.entered.connect(self.done_wanted)
        self.line.settled.connect(self.done_wanted)
        self.line.changed.connect(self._line_changed)
        self._line_changed()

    def show_call(self, row: FollowUpRow, place: int, total: int) -> None:
        """Show a call, the so manieth of so many, with the line that was begun for it before."""
        if self._row is None or row.id != self._row.id:
            self.put_by_line()
            self._row = row
            self.line.take_up(_key(row))
            self.verticalScrollBar().setValue(0)
        self._row = row
        self.card.show_row(row)
        self.notes.show_row(row)
        self.progress.setText(progress_words(place, total, self.locale()))
        for button, words in (
            (self.done_button, self.tr("Done: {name}")),
            (self.no_answer_button, self.tr("No answer: {name}")),
            (self.later_button, self.tr("Later: {name}")),
        ):
            button.setAccessibleName(words.format(name=row.contact_name))

    def put_away(self) -> None:
        """Show no call; what is being written waits."""
        self.put_by_line()
        self._row = None

    def put_by_line(self) -> None:
        """Keep what is being written for the next time."""
        if self._row is not None:
            self.line.put_by(_key(self._row))

    def say_next_day(self, day: NextDay, today: date) -> None:
        """Say when it is tried again after no answer."""
        words = next_day_words(day, today, self.locale())
        self.no_answer_button.setToolTip(self.tr("Try again {day} (N)").format(day=words))

    def offer_days(self, menu: QMenu) -> None:
        """Open a menu of other days at its button, ready for the keys."""
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.later_button.mapToGlobal(QPoint(0, self.later_button.height())))
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is to be read in a column in the middle."""
        super().resizeEvent(event)
        beside = max(LARGE, (self.width() - theme_of(self).em(_WIDE_EMS)) // 2)
        self.column.setContentsMargins(beside, LARGE, beside, LARGE)

    def _line_changed(self) -> None:
        self.line.fields.setVisible(not self.line.is_empty())

    def _lay_out(self) -> None:
        frame = Card()
        frame.body.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        frame.body.addWidget(self.line.text)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.done_button)
        buttons.addWidget(self.no_answer_button)
        buttons.addWidget(self.later_button)
        buttons.addStretch(1)
        self.leave_no_margin()
        self.column.setSpacing(MEDIUM)
        self.column.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addWidget(self.card)
        for part in (frame, self.line.chips, self.line.question, self.line.fields):
            self.column.addWidget(part)
        self.column.addLayout(buttons)
        # Last, since there may be much of it: the buttons stay where they are.
        self.column.addWidget(self.notes)


def _key(row: FollowUpRow) -> str:
    """Return the name under which a line that was left waits."""
    return f"call:{row.id}"
