"""What an import would do with one card: which fields change, or why it can't be read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from notebook_app.gui.importing.state_words import BADGES, state_words
from notebook_app.gui.theme import SMALL, TextRole, Tone
from notebook_app.gui.widgets.badge import Badge
from notebook_app.gui.widgets.card import Card, ScrollColumn
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading
from notebook_app.model.card_merge import FieldChange
from notebook_app.services.import_plan import CardState, PlannedCard

_LONGEST_SHOWN = 4000
_LONGEST_RAW = 20_000


class CardView(ScrollColumn):
    """Shows one planned card, or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("The chosen card"))

    def show_card(self, card: PlannedCard | None, contents: Sequence[FieldChange] = ()) -> None:
        """Show a card in place of the last one, with all that stands in it if that is given."""
        self.clear()
        if card is None:
            return
        self.column.addWidget(
            PlainLabel(card.name or self.tr("No name"), TextRole.NAME, wrap=True, selectable=True)
        )
        if card.second_line:
            self.column.addWidget(PlainLabel(card.second_line, tone=Tone.MUTED, wrap=True))
        badge = Badge(state_words(card.state), BADGES[card.state])
        self.column.addWidget(badge, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addSpacing(SMALL)
        self.column.addWidget(PlainLabel(self._sentence(card), wrap=True))
        if card.changes:
            self._add_changes(self.tr("What changes"), card.changes)
        if card.kept:
            self._add_changes(self.tr("Changed by you, and stays as it is"), card.kept)
        if contents:
            self._add_contents(contents)
        if card.raw:
            self._add_raw(card.raw)
        where = self.tr("Card {number} of {file}, from line {line}")
        words = where.format(number=card.place, file=card.source, line=card.line)
        self.column.addWidget(PlainLabel(words, TextRole.SMALL, Tone.MUTED, wrap=True))

    def _sentence(self, card: PlannedCard) -> str:
        if card.state is CardState.UNREADABLE:
            return card.reason + " " + self.tr("It is kept in a file beside the notebook.")
        return {
            CardState.NEW: self.tr("Is not in the notebook yet and will be added."),
            CardState.CHANGED: self.tr("Is in the notebook; the card knows something new."),
            CardState.UNCHANGED: self.tr("Is in the notebook just so; nothing is to be done."),
        }[card.state]

    def _add_changes(self, heading: str, changes: Sequence[FieldChange]) -> None:
        self.column.addSpacing(SMALL)
        self.column.addWidget(SectionHeading(heading))
        for change in changes:
            panel = Card()
            panel.body.addWidget(PlainLabel(change.field, TextRole.SMALL, Tone.MUTED))
            if change.old:
                old = PlainLabel(change.old[:_LONGEST_SHOWN], tone=Tone.MUTED, wrap=True)
                font = old.font()
                font.setStrikeOut(True)
                old.setFont(font)
                old.setAccessibleName(self.tr("Before: {text}").format(text=old.text()))
                panel.body.addWidget(old)
            if change.new:
                panel.body.addWidget(
                    PlainLabel(change.new[:_LONGEST_SHOWN], wrap=True, selectable=True)
                )
            self.column.addWidget(panel)

    def _add_contents(self, contents: Sequence[FieldChange]) -> None:
        self.column.addSpacing(SMALL)
        panel = Card()
        last = ""
        for item in contents:
            if item.field != last:
                panel.body.addWidget(PlainLabel(item.field, TextRole.SMALL, Tone.MUTED))
            last = item.field
            text = item.new[:_LONGEST_SHOWN]
            panel.body.addWidget(PlainLabel(text, wrap=True, selectable=True))
        self.column.addWidget(panel)

    def _add_raw(self, raw: str) -> None:
        self.column.addSpacing(SMALL)
        self.column.addWidget(SectionHeading(self.tr("As it stands in the file")))
        text = QPlainTextEdit(raw[:_LONGEST_RAW])
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        text.setAccessibleName(self.tr("The card as it stands in the file"))
        self.column.addWidget(text)
