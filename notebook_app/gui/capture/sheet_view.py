"""The sheet one writes on after an event: which event it was, then one line a person."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.capture.event_choice import EventChoiceCard
from notebook_app.gui.capture.people_lines import PeopleLines
from notebook_app.gui.capture.person_row import PersonRow
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import LARGE, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.card import ScrollColumn
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading
from notebook_app.model.capture.captured import CaptureContext

_WIDEST_EM = 70


class SheetView(ScrollColumn):
    """``card_wanted`` asks for a picture of a card from a file."""

    card_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        context: Callable[[], CaptureContext],
        parent: QWidget | None = None,
    ) -> None:
        """Take the desk and what lines are read with."""
        super().__init__(parent)
        self.event_card = EventChoiceCard(desk)
        self.lines = PeopleLines(desk, context, desk.clock.today)
        self.card_button = PlainButton(self.tr("Photo of a card…"), self.card_wanted.emit)
        self.card_button.setToolTip(
            self.tr("For the line you are in (Alt+C); it can be dropped or pasted there too")
        )
        self.trouble = PlainLabel("", tone=Tone.DANGER, wrap=True)
        self.expect_button = PlainButton(self.tr("Put them down as expected"))
        self.expect_button.hide()
        self.trouble.hide()
        hint = PlainLabel(
            self.tr(
                "One person a line: the name first, then what you talked about. #tag, !call next "
                "tue and @place are understood. Enter begins the next line; Enter once more, or "
                "Ctrl+Enter, shows it all before it is saved."
            ),
            TextRole.SMALL,
            Tone.MUTED,
            wrap=True,
        )
        holder = QWidget()
        holder.setMaximumWidth(theme_of(self).em(_WIDEST_EM))
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SMALL)
        inside.addWidget(SectionHeading(self.tr("Where were you?")))
        inside.addWidget(self.event_card)
        inside.addSpacing(SMALL)
        inside.addWidget(SectionHeading(self.tr("Whom did you meet?")))
        inside.addWidget(hint)
        inside.addWidget(self.lines)
        row = QHBoxLayout()
        row.addWidget(self.card_button)
        row.addStretch(1)
        inside.addLayout(row)
        inside.addWidget(self.trouble)
        expect = QHBoxLayout()
        expect.addWidget(self.expect_button)
        expect.addStretch(1)
        inside.addLayout(expect)
        self.column.addWidget(holder)
        self.lines.came_to.connect(self._show_row)
        self.event_card.entered.connect(self.lines.focus_last)
        self.lines.left_upwards.connect(self.event_card.focus_first)

    def say(self, words: str, *, expect: bool = False) -> None:
        """Say what is wrong, and offer to expect people instead of having met them."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        self.expect_button.setVisible(expect)
        if words:
            self.ensureWidgetVisible(self.expect_button if expect else self.trouble, 0, LARGE)

    def _show_row(self, row: PersonRow) -> None:
        self.ensureWidgetVisible(row, 0, LARGE)
