"""What a line was understood as, in chips below it; each can be corrected or taken back."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from notebook_app.gui.conversations.line_reading import SOMEBODY_NEW
from notebook_app.gui.conversations.piece_words import PieceChip, piece_chips
from notebook_app.gui.widgets.buttons import without_key
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.model.capture.captured import CapturedLine


class PieceChips(QWidget):
    """``taken_back`` carries a ``Piece``, ``person_chosen`` a name and a row id (0: new)."""

    taken_back = Signal(object)
    person_chosen = Signal(str, int)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        """Take who knows the day; nothing is shown yet."""
        super().__init__(parent)
        self._today = today
        self._shown: list[PieceChip] = []
        self._flow = FlowLayout(self, across=0, down=0)
        self.chips: list[Chip] = []
        self.hide()

    def show_line(self, captured: CapturedLine) -> None:
        """Show what a line says; chips stay as long as they say the same."""
        wanted = list(piece_chips(captured, self._today(), self.locale()))
        if [(each.words, each.person) for each in wanted] != [
            (each.words, each.person) for each in self._shown
        ]:
            self._make(wanted)
        self._shown = wanted
        self.setVisible(bool(wanted))

    def _make(self, wanted: Sequence[PieceChip]) -> None:
        self._flow.clear()
        self.chips = []
        for number, each in enumerate(wanted):
            choosable = each.person is not None
            chip = Chip(f"{each.words}  {'▾' if choosable else '✕'}", checkable=False)
            if choosable:
                chip.setToolTip(self.tr("Somebody else?"))
                chip.setAccessibleName(self.tr("{words}: choose").format(words=each.words))
            else:
                chip.setToolTip(self.tr("Keep it as text"))
                chip.setAccessibleName(self.tr("{words}: keep it as text").format(words=each.words))
            chip.clicked.connect(partial(self._clicked, number))
            self._flow.addWidget(chip)
            self.setTabOrder(self.chips[-1] if self.chips else self._reached_before(), chip)
            self.chips.append(chip)
        self.updateGeometry()

    def _reached_before(self) -> QWidget:
        """Return what Tab reaches before the chips, which come after all else when they are made.

        Widgets that Tab does not reach, as this row, are no place to go on from for Qt.
        """
        before: QWidget = self.previousInFocusChain() or self
        while before is not self and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            before = before.previousInFocusChain() or self
        return before

    def _clicked(self, number: int, _checked: bool = False) -> None:
        if self._shown[number].person is None:
            self.taken_back.emit(self._shown[number].piece)
        else:
            self._ask(number)

    def _ask(self, number: int) -> None:
        each = self._shown[number]
        person = each.person
        if person is None:
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for choice in person.choices:
            words = " · ".join(part for part in (choice.name, choice.organization) if part)
            action = menu.addAction(without_key(words))
            action.setCheckable(True)
            action.setChecked(choice.id == person.chosen)
            action.triggered.connect(
                lambda _on=False, who=choice.id: self.person_chosen.emit(person.name, who)
            )
        new = menu.addAction(without_key(self.tr("Somebody new: {name}").format(name=person.name)))
        new.setCheckable(True)
        new.setChecked(person.is_new)
        new.triggered.connect(lambda _on=False: self.person_chosen.emit(person.name, SOMEBODY_NEW))
        menu.addSeparator()
        text = menu.addAction(self.tr("Nobody: keep it as text"))
        text.triggered.connect(lambda _on=False: self.taken_back.emit(each.piece))
        chip = self.chips[number]
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))
        actions = menu.actions()
        menu.setActiveAction(actions[0])
