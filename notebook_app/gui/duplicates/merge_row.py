"""One property of two contacts: its cells, and whose value is kept as they are ticked."""

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal

from notebook_app.gui.duplicates.merge_cell import MergeCell
from notebook_app.gui.duplicates.value_words import value_words
from notebook_app.model.merge_plan import MergeLine, Side
from notebook_app.model.merge_values import LINE_WORDS


class MergeRow(QObject):
    """Holds a line's cells together; ``changed`` tells that another side is chosen.

    Where only one value can stand, ticking one side unticks the other, and one of them stays
    ticked if the property can't be left out.
    """

    changed = Signal()

    def __init__(self, line: MergeLine, parent: QObject) -> None:
        """Take the line and make its cells, as the default has them."""
        super().__init__(parent)
        self.line = line
        self._side = line.chosen
        self.left = self._cell(line.left, line.left_text, Side.LEFT)
        self.right = self._cell(line.right, line.right_text, Side.RIGHT)
        self._show()

    @property
    def words(self) -> str:
        """What the property is called."""
        return _tr(LINE_WORDS[self.line.field])

    @property
    def side(self) -> Side:
        """Whose value is kept."""
        return self._side

    def cells(self) -> list[MergeCell]:
        """Return the cells there are, from the left."""
        return [cell for cell in (self.left, self.right) if cell is not None]

    def choose(self, side: Side) -> None:
        """Keep another side's value, if that can be chosen."""
        if side in self.line.options:
            self._side = side
        self._show()
        self.changed.emit()

    def _cell(self, value: object, text: str, side: Side) -> MergeCell | None:
        if value is None:
            return None
        line = self.line
        alone = line.left is None or line.right is None
        cell = MergeCell(
            value_words(value, text, QLocale()),
            self.words,
            round_mark=not (alone or line.same) and Side.BOTH not in line.options,
        )
        cell.clicked.connect(lambda _on=False: self._clicked(side))
        return cell

    def _clicked(self, side: Side) -> None:
        left, right = self._side in (Side.LEFT, Side.BOTH), self._side in (Side.RIGHT, Side.BOTH)
        if side is Side.LEFT:
            left = not left
        else:
            right = not right
        wanted = _SIDES[left, right]
        if wanted is Side.BOTH and Side.BOTH not in self.line.options:
            wanted = side
        self.choose(wanted)

    def _show(self) -> None:
        if self.left is not None:
            self.left.setChecked(self._side in (Side.LEFT, Side.BOTH))
        if self.right is not None:
            self.right.setChecked(self._side in (Side.RIGHT, Side.BOTH))


_SIDES = {
    (True, True): Side.BOTH,
    (True, False): Side.LEFT,
    (False, True): Side.RIGHT,
    (False, False): Side.NEITHER,
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("MergeRow", text)
