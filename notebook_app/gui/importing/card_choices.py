"""Where the user decides about one card: who it is, and whose text stays where two differ."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from notebook_app.gui.importing.state_words import likeness_words
from notebook_app.gui.theme import SMALL, TIGHT, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import without_key
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.check_field import RoundField
from notebook_app.gui.widgets.labels import PlainLabel, plain_tool_tip
from notebook_app.model.card_merge import FieldChange
from notebook_app.services.import_plan import Candidate

_LONGEST_SHOWN = 4000
_NOBODY = 0


class PersonChoice(Card):
    """The people whom a card may be of, and somebody new.

    Signals:
        chosen: the id of the contact, or None for somebody new.
    """

    chosen = Signal(object)

    def __init__(
        self,
        candidates: Sequence[Candidate],
        contact_id: int | None,
        parent: QWidget | None = None,
    ) -> None:
        """Take the candidates and who is chosen now."""
        super().__init__(parent=parent)
        self._group = QButtonGroup(self)
        self.fields: dict[int | None, RoundField] = {}
        for candidate in candidates:
            why = ", ".join(likeness_words(likeness) for likeness in candidate.why)
            self._add(candidate.contact_id, candidate.name, why)
        self._add(None, self.tr("Somebody new"), "")
        self.fields.get(contact_id, self.fields[None]).setChecked(True)
        self._group.idClicked.connect(
            lambda which: self.chosen.emit(None if which == _NOBODY else which)
        )

    def _add(self, contact_id: int | None, words: str, why: str) -> None:
        field = RoundField(without_key(_cut(words)))
        field.setToolTip(plain_tool_tip(words))
        field.setAccessibleName(f"{words}, {why}" if why else words)
        self._group.addButton(field, _NOBODY if contact_id is None else contact_id)
        self.fields[contact_id] = field
        self.body.addWidget(field)
        if why:
            reason = PlainLabel(
                self.tr("Has {why}").format(why=why), TextRole.SMALL, Tone.MUTED, wrap=True
            )
            reason.setContentsMargins(theme_of(self).em(1.2) + SMALL + 2, 0, 0, TIGHT)
            self.body.addWidget(reason)


class ConflictChoice(Card):
    """A field that was changed here and on the phone: mine stays, or the card's is taken.

    Signals:
        chosen: the field and whether the card's is taken.
    """

    chosen = Signal(str, bool)

    def __init__(self, change: FieldChange, takes: bool, parent: QWidget | None = None) -> None:
        """Take the field with both values, and which is chosen now."""
        super().__init__(parent=parent)
        self.body.addWidget(PlainLabel(change.field, TextRole.SMALL, Tone.MUTED))
        self.mine = self._add(self.tr("Keep mine"), change.old, not takes)
        self.theirs = self._add(self.tr("Take the card's"), change.new, takes)
        self.theirs.setEnabled(bool(change.new))
        field = change.field
        self.theirs.toggled.connect(lambda on: self.chosen.emit(field, on))

    def _add(self, words: str, value: str, on: bool) -> RoundField:
        field = RoundField(words)
        field.setChecked(on)
        field.setAccessibleName(f"{words}: {value}")
        text = PlainLabel(
            value[:_LONGEST_SHOWN] or self.tr("nothing"),
            tone=Tone.INK if value else Tone.MUTED,
            wrap=True,
            selectable=True,
        )
        text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        text.setContentsMargins(theme_of(self).em(1.2) + SMALL + 2, 0, 0, TIGHT)
        pair = QVBoxLayout()
        pair.setSpacing(0)
        pair.addWidget(field)
        pair.addWidget(text)
        self.body.addLayout(pair)
        return field


def _cut(words: str) -> str:
    theme = theme_of()
    metrics: QFontMetrics = theme.metrics(TextRole.BODY)
    one_line = " ".join(words[:_LONGEST_SHOWN].split())
    return metrics.elidedText(one_line, Qt.TextElideMode.ElideRight, theme.em(17))
