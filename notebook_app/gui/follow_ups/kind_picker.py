"""Chooses the kind of a follow-up: a row of pills, each with a letter."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.kind_words import KIND_LETTERS, kind_name
from notebook_app.gui.theme import SMALL, TextRole, theme_of
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.model.follow_up import FollowUpKind


class LetterChip(Chip):
    """A pill whose letter is underlined; Alt and the letter choose it from anywhere."""

    def __init__(self, text: str, letter: str, parent: QWidget | None = None) -> None:
        """Take the words and the letter, which should occur in them."""
        super().__init__(text, parent=parent)
        self.letter = letter
        self.keys = QKeySequence(f"Alt+{letter}")
        shown = self.keys.toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{text} ({shown})")

    def take(self) -> None:
        """Be chosen by a key."""
        self.setChecked(True)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill and a line under the letter."""
        super().paintEvent(event)
        place = self.words.upper().find(self.letter)
        theme = theme_of(self)
        metrics = theme.metrics(TextRole.BADGE)
        if place < 0 or self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            return
        start = (self.width() - metrics.horizontalAdvance(self.words)) // 2
        start += metrics.horizontalAdvance(self.words[:place])
        end = start + metrics.horizontalAdvance(self.words[place])
        y = (self.height() + metrics.ascent() - metrics.descent()) // 2 + 2
        painter = QPainter(self)
        painter.setPen(QPen(theme.color("accent" if self.isChecked() else "neutral"), 1))
        painter.drawLine(QPoint(start, y), QPoint(end - 1, y))


class KindPicker(QWidget):
    """Pills of which one is chosen; ``kind_changed`` carries the kind, or None for none.

    Inside the row the letter alone is enough, and arrows go from pill to pill.
    """

    kind_changed = Signal(object)

    def __init__(self, none_words: str = "", parent: QWidget | None = None) -> None:
        """Take the words of a pill for "none", which comes first; without words there is none."""
        super().__init__(parent)
        self._kinds: Sequence[FollowUpKind | None] = (
            *([None] if none_words else []),
            *FollowUpKind,
        )
        self._group = QButtonGroup(self)
        self.chips: dict[FollowUpKind | None, LetterChip] = {}
        holder = QVBoxLayout(self)
        holder.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(across=2)
        for number, kind in enumerate(self._kinds):
            words, letter = (
                (none_words, "N") if kind is None else (kind_name(kind), KIND_LETTERS[kind])
            )
            chip = LetterChip(words, letter)
            self.chips[kind] = chip
            # Not the button's own shortcut, which presses it for a tenth of a second first.
            QShortcut(chip.keys, self, chip.take)
            self._group.addButton(chip, number)
            flow.addWidget(chip)
        holder.addLayout(flow)
        self.choose(self._kinds[0])
        self._group.idToggled.connect(self._toggled)
        self.setFocusProxy(self.chips[self._kinds[0]])
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setContentsMargins(0, 0, 0, SMALL // 2)

    def kind(self) -> FollowUpKind | None:
        """Return the kind that is chosen."""
        return self._kinds[self._group.checkedId()]

    def choose(self, kind: FollowUpKind | None) -> None:
        """Choose a kind."""
        self.chips[kind].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a letter as the kind it stands for."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        for chip in self.chips.values():
            if plain and event.text().upper() == chip.letter:
                chip.take()
                return
        super().keyPressEvent(event)

    def _toggled(self, number: int, on: bool) -> None:
        if on:
            self.setFocusProxy(self.chips[self._kinds[number]])
            self.kind_changed.emit(self._kinds[number])
