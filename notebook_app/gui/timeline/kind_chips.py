"""Chips that narrow a timeline to kinds of entries; several at once, or everything."""

from collections.abc import Collection, Sequence
from functools import partial
from itertools import chain

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.menu_chip import MenuChip, add_choice
from notebook_app.model.rows import EntryKind

_MOST_LINES = 2


def kind_words(kind: EntryKind) -> str:
    """Return what entries of a kind are called, many of them."""
    return {
        EntryKind.CONVERSATION: _tr("Conversations"),
        EntryKind.FOLLOW_UP: _tr("Follow-ups"),
        EntryKind.EVENT: _tr("Events"),
        EntryKind.OPPORTUNITY: _tr("Opportunities"),
        EntryKind.FAVOUR: _tr("Give and take"),
        EntryKind.SERVICE: _tr("Services"),
        EntryKind.STAGE: _tr("Steps"),
        EntryKind.ATTEMPT: _tr("Tried"),
        EntryKind.IMPORT: _tr("Imports"),
        EntryKind.MERGE: _tr("Merges"),
    }[kind]


class KindChips(QWidget):
    """``chosen`` is emitted when other kinds are to be shown.

    Where they would take more than two lines, the last of them are in a menu.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a chip for everything, and one for each kind, none of them shown yet."""
        super().__init__(parent)
        self.everything = Chip(self.tr("Everything"))
        self.everything.setChecked(True)
        self.by_kind = {kind: Chip(kind_words(kind)) for kind in EntryKind}
        self.more = MenuChip(self._fill)
        self.more.say(self.tr("More"), narrows=False)
        self.more.setAccessibleName(self.tr("More kinds"))
        self._offered: frozenset[EntryKind] = frozenset()
        flow = FlowLayout(across=0, down=0)
        for chip in (self.everything, *self.by_kind.values()):
            flow.addWidget(chip)
            chip.clicked.connect(self._clicked)
        flow.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        self.offer(())

    def offer(self, kinds: Collection[EntryKind]) -> None:
        """Show the chips of those kinds that there are; a single one needs no choice."""
        self._offered = frozenset(kinds if len(kinds) > 1 else ())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put into the menu what has no room."""
        super().resizeEvent(event)
        self._fit()

    def kinds(self) -> frozenset[EntryKind]:
        """Return the kinds to show; none stands for everything."""
        return frozenset(kind for kind, chip in self.by_kind.items() if chip.isChecked())

    def choose(self, kinds: Sequence[EntryKind]) -> None:
        """Show these kinds, or everything if there are none."""
        before = self.kinds()
        for kind, chip in self.by_kind.items():
            chip.setChecked(kind in kinds)
        self.everything.setChecked(not kinds)
        self._fit()
        if self.kinds() != before:
            self.chosen.emit()

    def _clicked(self) -> None:
        if self.sender() is self.everything:
            for chip in self.by_kind.values():
                chip.setChecked(False)
        self.everything.setChecked(not self.kinds())
        self._fit()
        self.chosen.emit()

    def _fill(self, menu: QMenu) -> None:
        for kind, chip in self.by_kind.items():
            if kind in self._offered and not chip.isVisibleTo(self):
                add_choice(menu, kind_words(kind), False, partial(self._take, kind))

    def _take(self, kind: EntryKind) -> None:
        self.choose((*self.kinds(), kind))

    def _fit(self) -> None:
        there = [kind for kind in self.by_kind if kind in self._offered | self.kinds()]
        shown = list(there)
        while shown and self._lines(shown, more=len(shown) < len(there)) > _MOST_LINES:
            unchosen = [kind for kind in shown if not self.by_kind[kind].isChecked()]
            if not unchosen:
                break
            shown.remove(unchosen[-1])
        for kind, chip in self.by_kind.items():
            chip.setVisible(kind in shown)
        self.everything.setVisible(bool(there))
        self.more.setVisible(len(shown) < len(there))

    def _lines(self, kinds: Sequence[EntryKind], *, more: bool) -> int:
        chips = chain((self.everything,), (self.by_kind[kind] for kind in kinds))
        widths = [chip.sizeHint().width() for chip in chips]
        if more:
            widths.append(self.more.sizeHint().width())
        lines, room = 1, self.width()
        for width in widths:
            if width > room and room < self.width():
                lines, room = lines + 1, self.width()
            room -= width
        return lines


def _tr(text: str) -> str:
    return QCoreApplication.translate("Timeline", text)
