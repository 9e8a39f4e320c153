"""Sets the short lines of a day into its field of a calendar on paper, as many as have room.

Each gets one line first; then those that are too long for it get a second one, or a third,
while there is room.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtGui import QColor, QFont, QPainter

from notebook_app.foundation.record import record
from notebook_app.gui.printing.paper import mm
from notebook_app.gui.printing.text_block import Look, Part, TextBlock
from notebook_app.gui.printing.typeface import PrintRole, Size
from notebook_app.gui.printing.typesetter import Typesetter
from notebook_app.reports.calendar_sheet import CalendarDay, CalendarLine

_NORMAL, _STRONG = QFont.Weight.Normal, QFont.Weight.DemiBold

SIZES: Final[Mapping[PrintRole, Size]] = {
    PrintRole.TITLE: (22, 28, _STRONG),
    PrintRole.SUBTITLE: (10.5, 15, _NORMAL),
    PrintRole.HEADING: (9, 12, _STRONG),
    PrintRole.NAME: (12, 15, _STRONG),
    PrintRole.BODY: (8, 10.2, _NORMAL),
    PrintRole.STRONG: (8, 10.2, _STRONG),
    PrintRole.SMALL: (7.5, 9.6, _NORMAL),
    PrintRole.TINY: (7, 8.2, _NORMAL),
}

LARGER: Final[Mapping[PrintRole, Size]] = {
    **SIZES,
    PrintRole.HEADING: (10, 13, _STRONG),
    PrintRole.BODY: (9, 11.8, _NORMAL),
    PrintRole.STRONG: (9, 11.8, _STRONG),
}
"""For a week, which has more room."""

SHADE: Final = QColor("#f1eee7")
"""Behind days on which most people are free; a printer in black and white dots it lightly."""

FAINT: Final = QColor("#8d887c")
"""The ink of days that belong to another month."""

_BETWEEN: Final = mm(0.5)
_EN_SPACE: Final = "\u2002"


@record
class SetLines:
    """The lines that are shown, and how many are not; ``height`` is what all of it takes."""

    blocks: tuple[TextBlock, ...]
    hidden: int
    height: float


class LineSetter:
    """Sets the lines of days. Make one in the thread that uses it."""

    def __init__(
        self, setter: Typesetter, *, with_notes: bool = False, at_right: bool = False
    ) -> None:
        """Take the fonts; ``with_notes`` sets what is noted behind what is to be done.

        ``at_right`` lets every line begin at the right of its field.
        """
        self._setter = setter
        self._at_right = at_right
        self._with_notes = with_notes
        self._looks: dict[tuple[PrintRole, bool], Look] = {}

    def fit(self, day: CalendarDay, width: float, height: float, most_lines: int) -> SetLines:
        """Return the lines of a day for a field of that size, each of ``most_lines`` at most."""
        line_height = self._setter.typeface[PrintRole.BODY].line_height + _BETWEEN
        capacity = max(0, int((height + _BETWEEN) // line_height))
        lines = day.lines
        if len(lines) > capacity:
            shown = lines[: max(0, capacity - 1)]
            blocks = tuple(self._block(line, day.inside, width, 1) for line in shown)
            return SetLines(blocks, len(lines) - len(blocks), capacity * line_height)
        blocks = self._granted(lines, day.inside, width, height, most_lines)
        return SetLines(blocks, 0, sum(block.height + _BETWEEN for block in blocks))

    def needed(self, day: CalendarDay, width: float, most_lines: int, *, enough: float) -> float:
        """Return the height at which no line of a day is left out, or any above ``enough``."""
        height = 0.0
        for line in day.lines:
            height += self._block(line, day.inside, width, most_lines).height + _BETWEEN
            if height > enough:
                break
        return height

    def draw(
        self,
        painter: QPainter,
        lines: SetLines,
        x: float,
        top: float,
        width: float,
    ) -> None:
        """Draw lines from ``top`` on, and how many more there are."""
        painter.setPen(self._setter.ink)
        for block in lines.blocks:
            block.draw(painter, x, top)
            top += block.height + _BETWEEN
        if lines.hidden:
            painter.setPen(self._setter.accent)
            words = f"+ {lines.hidden:,} more" if lines.blocks else f"{lines.hidden:,} entries"
            word = self._setter.word(words, PrintRole.STRONG, width, at_end=self._at_right)
            word.draw(painter, x, top)

    def _granted(
        self,
        lines: Sequence[CalendarLine],
        inside: bool,
        width: float,
        height: float,
        most_lines: int,
    ) -> tuple[TextBlock, ...]:
        blocks = [self._block(line, inside, width, 1) for line in lines]
        used = sum(block.height + _BETWEEN for block in blocks) - _BETWEEN
        for at, line in enumerate(lines):
            longer = self._block(line, inside, width, most_lines)
            more = longer.height - blocks[at].height
            if more > 0 and used + more <= height:
                blocks[at] = longer
                used += more
        return tuple(blocks)

    def _block(self, line: CalendarLine, inside: bool, width: float, most_lines: int) -> TextBlock:
        faint = not inside or line.done
        parts = []
        if line.when:
            parts += [Part(line.when, self._look(PrintRole.STRONG, faint)), Part(_EN_SPACE)]
        if line.act:
            parts += [Part(line.act, self._look(PrintRole.BODY, True)), Part(" ")]
        name_role = PrintRole.STRONG if line.strong else PrintRole.BODY
        parts.append(Part(line.name, self._look(name_role, faint)))
        if line.tail:
            parts.append(Part(f", {line.tail}", self._look(PrintRole.BODY, True)))
        if self._with_notes and line.note:
            parts += [Part(" – "), Part(line.note, self._look(PrintRole.BODY, faint))]
        return self._setter.block(
            parts,
            PrintRole.BODY,
            width,
            most_lines=most_lines,
            at_end=self._at_right,
            broken_anywhere=most_lines == 1,
            from_the_right=self._at_right,
        )

    def _look(self, role: PrintRole, faint: bool) -> Look:
        found = self._looks.get((role, faint))
        if found is None:
            ink = self._setter.muted if faint else self._setter.ink
            found = self._looks[role, faint] = self._setter.look(role, ink)
        return found
