"""What an import would do with one card: which fields change, or why it can't be read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from notebook_app.gui.importing.card_choices import ConflictChoice, PersonChoice
from notebook_app.gui.importing.fixed_font import fixed_font
from notebook_app.gui.importing.state_words import badge_of
from notebook_app.gui.theme import SMALL, TextRole, Tone
from notebook_app.gui.widgets.badge import Badge
from notebook_app.gui.widgets.card import Card, ScrollColumn
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading
from notebook_app.model.card_merge import EVERY_FIELD, FieldChange, Merged
from notebook_app.services.import_choices import CardChoice
from notebook_app.services.import_plan import Candidate, CardState, PlannedCard

_LONGEST_SHOWN = 4000
_LONGEST_RAW = 20_000
_LONGEST_NAME = 400
# Each is a label of its own; a card with 100,000 numbers would hold the window up for a minute.
_MOST_SHOWN = 200


class CardView(ScrollColumn):
    """Shows one planned card, or nothing, and asks what is open about it.

    Signals:
        person_chosen: the id of the contact that the card is of, or None for somebody new.
        theirs_chosen: the fields where the card's value is taken.
    """

    person_chosen = Signal(object)
    theirs_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("The chosen card"))
        self.person: PersonChoice | None = None
        self.conflicts: list[ConflictChoice] = []
        self._theirs: frozenset[str] = frozenset()

    def show_card(
        self,
        card: PlannedCard | None,
        contents: Sequence[FieldChange] = (),
        choice: CardChoice | None = None,
        joining: Merged | None = None,
    ) -> None:
        """Show a card in place of the last one.

        ``contents`` is all that stands in it, ``joining`` what it makes of the contact that the
        user chose for it.
        """
        self.clear()
        self.person, self.conflicts = None, []
        if card is None:
            return
        choice = choice or CardChoice()
        self.column.addWidget(
            PlainLabel(
                card.name[:_LONGEST_NAME] or self.tr("No name"),
                TextRole.NAME,
                wrap=True,
                selectable=True,
            )
        )
        if card.second_line:
            second_line = card.second_line[:_LONGEST_NAME]
            self.column.addWidget(PlainLabel(second_line, tone=Tone.MUTED, wrap=True))
        self.column.addWidget(Badge(*badge_of(card, choice)), 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addSpacing(SMALL)
        self.column.addWidget(PlainLabel(self._sentence(card, choice), wrap=True))
        known = card.state is CardState.CHANGED and card.contact_id is not None
        if not card.on_list and (card.candidates or known):
            self._add_person(card, choice)
        changes = joining.changes if joining else card.changes
        kept = joining.kept if joining else card.kept
        if choice.as_new:
            changes, kept = (), ()
        if changes:
            self._add_changes(self.tr("What changes"), changes)
        if kept:
            self._add_conflicts(kept, choice)
        if contents:
            self._add_contents(contents)
        if card.raw:
            self._add_raw(card.raw)
        where = self.tr("Card {number} of {file}, from line {line}")
        words = where.format(number=card.place, file=card.source, line=card.line)
        self.column.addWidget(PlainLabel(words, TextRole.SMALL, Tone.MUTED, wrap=True))

    def _sentence(self, card: PlannedCard, choice: CardChoice) -> str:
        if card.state is CardState.UNREADABLE:
            kept = self.tr("It is set aside, so that you can mend it and try again.")
            if card.set_aside:
                kept = self.tr("It is among the cards set aside already.")
            return f"{card.reason[:_LONGEST_SHOWN]} {kept}"
        if choice.leave_out:
            return self.tr("Stays out of the notebook. Tick it to take it in.")
        if card.on_list and card.state is CardState.CHANGED:
            return self.tr("Is in the notebook; the list they are on becomes a tag.")
        if choice.contact_id is not None:
            return self.tr("Joins the person you chose, and is known as theirs from now on.")
        if card.state is CardState.POSSIBLE and not choice.as_new:
            return self.tr("May be someone you know. Who is it? Unanswered, they are added as new.")
        return {
            CardState.NEW: self.tr("Is not in the notebook yet and will be added."),
            CardState.CHANGED: self.tr("Is in the notebook; the card knows something new."),
            CardState.UNCHANGED: self.tr("Is in the notebook just so; nothing is to be done."),
        }[CardState.NEW if choice.as_new else card.effect(choice)]

    def _add_person(self, card: PlannedCard, choice: CardChoice) -> None:
        self.column.addSpacing(SMALL)
        candidates: Sequence[Candidate] = card.candidates
        chosen = choice.contact_id
        if not candidates and card.contact_id is not None:
            candidates = (Candidate(card.contact_id, card.known_as or card.name, ()),)
            chosen = None if choice.as_new else card.contact_id
        self.column.addWidget(SectionHeading(self.tr("Who is it?")))
        self.person = PersonChoice(candidates, chosen)
        self.person.chosen.connect(self.person_chosen)
        self.column.addWidget(self.person)

    def _add_conflicts(self, kept: Sequence[FieldChange], choice: CardChoice) -> None:
        self.column.addSpacing(SMALL)
        heading = self.tr("Different here. Yours stays, unless you choose the card's")
        self.column.addWidget(PlainLabel(heading, TextRole.STRONG, wrap=True))
        fields = {change.field for change in kept}
        all_of_them = EVERY_FIELD in choice.theirs
        self._theirs = frozenset(fields if all_of_them else fields & choice.theirs)
        for change in kept:
            conflict = ConflictChoice(change, change.field in self._theirs)
            conflict.chosen.connect(self._conflict_chosen)
            self.conflicts.append(conflict)
            self.column.addWidget(conflict)

    def _conflict_chosen(self, field: str, takes: bool) -> None:
        self._theirs = self._theirs | {field} if takes else self._theirs - {field}
        self.theirs_chosen.emit(self._theirs)

    def _add_changes(self, heading: str, changes: Sequence[FieldChange]) -> None:
        self.column.addSpacing(SMALL)
        self.column.addWidget(SectionHeading(heading))
        for change in changes[:_MOST_SHOWN]:
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
        self._add_more(len(changes))

    def _add_contents(self, contents: Sequence[FieldChange]) -> None:
        self.column.addSpacing(SMALL)
        panel = Card()
        last = ""
        for item in contents[:_MOST_SHOWN]:
            if item.field != last:
                panel.body.addWidget(PlainLabel(item.field, TextRole.SMALL, Tone.MUTED))
            last = item.field
            text = item.new[:_LONGEST_SHOWN]
            panel.body.addWidget(PlainLabel(text, wrap=True, selectable=True))
        self.column.addWidget(panel)
        self._add_more(len(contents))

    def _add_more(self, count: int) -> None:
        """Say how many lines are not shown."""
        if count > _MOST_SHOWN:
            more = self.locale().toString(count - _MOST_SHOWN)
            words = self.tr("… and {count} more").format(count=more)
            self.column.addWidget(PlainLabel(words, tone=Tone.MUTED, wrap=True))

    def _add_raw(self, raw: str) -> None:
        self.column.addSpacing(SMALL)
        self.column.addWidget(SectionHeading(self.tr("As it stands in the file")))
        text = QPlainTextEdit(raw[:_LONGEST_RAW])
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setFont(fixed_font())
        text.setAccessibleName(self.tr("The card as it stands in the file"))
        self.column.addWidget(text)
