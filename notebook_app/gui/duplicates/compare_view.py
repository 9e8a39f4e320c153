"""Two contacts side by side, each property with what is kept of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from notebook_app.gui.duplicates.merge_cell import MergeCell
from notebook_app.gui.duplicates.merge_row import MergeRow
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TIGHT, TextRole, Tone, theme_of
from notebook_app.gui.widgets.avatar import Avatar
from notebook_app.gui.widgets.labels import Divider, ElidedLabel, PlainLabel
from notebook_app.model.contact import Contact
from notebook_app.model.merge_plan import MergeLine, Side
from notebook_app.services.merge_contacts import Comparison

_NARROW = 34
"""In ems: less leaves no room for names of properties beside the values."""
_ANY_WIDTH = 16_777_215
_TURNED = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


class CompareView(QScrollArea):
    """Shows one comparison at a time; ``changed`` tells that the user chose otherwise."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty view."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows: list[MergeRow] = []
        self._labels: list[PlainLabel] = []
        self._grid: QGridLayout | None = None
        self._narrow = False
        self._body = QWidget()
        self.setWidget(self._body)

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Show two contacts with the default choices, or nothing."""
        body = QWidget()
        body.setObjectName("scrollColumnBody")
        self.rows = []
        self._labels = []
        self._grid = None
        self._narrow = self._is_narrow()
        self._body = body
        if comparison is not None:
            self._fill(body, comparison)
        # The one before goes with all its cells.
        self.setWidget(body)
        self.verticalScrollBar().setValue(0)

    def show_swapped(self, comparison: Comparison) -> None:
        """Show the same two the other way round; the values that the user chose stay chosen."""
        chosen = [row for row in self.rows if row.side != row.line.chosen]
        self.show_comparison(comparison)
        for row in self.rows:
            for before in chosen:
                if _is_turned_round(before.line, row.line):
                    row.choose(_TURNED.get(before.side, before.side))

    def choices(self) -> dict[str, Side]:
        """Return whose value is kept, by the keys of the lines."""
        return {row.line.key: row.side for row in self.rows}

    def cells(self) -> list[MergeCell]:
        """Return all cells in the order of Tab."""
        return [cell for row in self.rows for cell in row.cells()]

    def focus_first(self) -> None:
        """Go to the first value."""
        if cells := self.cells():
            cells[0].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the names of the properties above the values where it is narrow."""
        super().resizeEvent(event)
        if self._narrow != self._is_narrow():
            self._narrow = not self._narrow
            self._arrange()

    def _is_narrow(self) -> bool:
        return self.width() < theme_of(self).em(_NARROW)

    def _fill(self, body: QWidget, comparison: Comparison) -> None:
        column = QVBoxLayout(body)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, LARGE)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(TIGHT)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for place, contact, words in (
            (1, comparison.kept, self.tr("Stays")),
            (2, comparison.absorbed, self.tr("Goes into it")),
        ):
            grid.addWidget(_head(contact, words), 0, place)
        grid.addWidget(Divider(), 1, 0, 1, 3)
        self._grid = grid
        before = ""
        for line in comparison.lines:
            row = MergeRow(line, body)
            row.changed.connect(self.changed)
            self.rows.append(row)
            self._add_row(row, "" if line.field == before else row.words)
            before = line.field
        # First, so that the widgets have a parent: shown without one, each would be a window.
        column.addLayout(grid)
        column.addStretch(1)
        self._arrange()

    def _add_row(self, row: MergeRow, words: str) -> None:
        label = PlainLabel(words, TextRole.SMALL, Tone.MUTED, wrap=True)
        label.setContentsMargins(0, SMALL, 0, 0)
        self._labels.append(label)
        if row.line.same and row.left is not None:
            # Said by both: one cell, whose tick keeps it or leaves it.
            if row.right is not None:
                row.right.setParent(self._body)
                row.right.hide()
                row.right = None
            row.left.setToolTip(self.tr("The same in both"))
            row.left.setEnabled(len(row.line.options) > 1)
        place = len(self.rows) - 1
        for cell in row.cells():
            cell.moved.connect(
                lambda across, down, at=cell, line=place: self._move(line, at, across, down)
            )

    def _arrange(self) -> None:
        """Put the cells into their places; in a grid, whoever is added again is moved."""
        grid = self._grid
        if grid is None:
            return
        side = 0 if self._narrow else theme_of(self).em(7)
        grid.setColumnMinimumWidth(0, side)
        for place, (row, label) in enumerate(zip(self.rows, self._labels, strict=True)):
            number = 2 * place + 3
            if self._narrow:
                label.setMinimumWidth(0)
                label.setMaximumWidth(_ANY_WIDTH)
                grid.addWidget(label, number - 1, 1, 1, 2)
            else:
                label.setFixedWidth(side)
                grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            label.setVisible(bool(label.text()))
            if row.line.same and row.left is not None:
                grid.addWidget(row.left, number, 1, 1, 2)
                continue
            for column, cell in ((1, row.left), (2, row.right)):
                if cell is not None:
                    grid.addWidget(cell, number, column)

    def _move(self, place: int, cell: MergeCell, across: int, down: int) -> None:
        row = self.rows[place]
        on_the_right = cell is row.right
        place += down
        if not 0 <= place < len(self.rows):
            return
        row = self.rows[place]
        wanted = (
            (row.right if on_the_right else row.left)
            if down
            else (row.right if across > 0 else row.left)
        )
        target = wanted or (row.left or row.right if down else None)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(target, 0, SMALL)


def _is_turned_round(line: MergeLine, other: MergeLine) -> bool:
    return (line.field, line.left, line.right) == (other.field, other.right, other.left)


def _head(contact: Contact, words: str) -> QWidget:
    """Return the head of a column: picture, name, and what becomes of the contact."""
    head = QWidget()
    head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    avatar = Avatar(2.75)
    photo = contact.details.photo
    avatar.show_person(contact.details.display_name, photo.data if photo else None)
    grid = QGridLayout(head)
    grid.setContentsMargins(SMALL, 0, SMALL, SMALL)
    grid.setHorizontalSpacing(MEDIUM)
    grid.setVerticalSpacing(0)
    grid.addWidget(avatar, 0, 0, 2, 1)
    grid.addWidget(ElidedLabel(contact.details.display_name, TextRole.STRONG), 0, 1)
    grid.addWidget(ElidedLabel(words, TextRole.SMALL, Tone.MUTED), 1, 1)
    grid.setColumnStretch(1, 1)
    return head
