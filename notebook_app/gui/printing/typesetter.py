"""Makes blocks of text in the fonts and inks of the printed page.

One for a layout or a painting, in the thread that uses it: fonts are not shared between threads.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen, QTextOption

from notebook_app.gui.printing.paper import mm
from notebook_app.gui.printing.text_block import Look, Part, TextBlock, look_of
from notebook_app.gui.printing.typeface import PrintRole, Size, Typeface
from notebook_app.gui.theme.tokens import LIGHT

_MOST_KEPT: Final = 400


class Typesetter:
    """Fonts, inks and blocks. Paper is white, so that the inks are always those of the day."""

    def __init__(self, sizes: Mapping[PrintRole, Size] | None = None) -> None:
        """Choose the fonts; without ``sizes`` those of a full page.

        Raises:
            UserProblem: there is not a single font on this computer.
        """
        self.typeface = Typeface(sizes)
        self.ink = QColor(LIGHT.ink)
        self.muted = QColor(LIGHT.muted)
        self.accent = QColor(LIGHT.accent)
        self.alert = QColor(LIGHT.danger)
        # Thin, but not so pale that a laser printer loses them.
        self.writing_line = QPen(self.muted, mm(0.09))
        self.head_line = QPen(self.muted, mm(0.12))
        self.box_line = QPen(self.ink, mm(0.28))
        self.frame_line = QPen(self.alert, mm(0.2))
        self.strong = self.look(PrintRole.STRONG, self.ink)
        self.beside = self.look(PrintRole.BODY, self.muted)
        words, letters = (
            QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere,
            QTextOption.WrapMode.WrapAnywhere,
        )
        self._options = {
            (from_the_right, anywhere): _option(letters if anywhere else words, from_the_right)
            for from_the_right in (False, True)
            for anywhere in (False, True)
        }
        self._kept: dict[tuple[str, PrintRole, float, bool], TextBlock] = {}

    def look(self, role: PrintRole, ink: QColor) -> Look:
        """Return how a part of a block looks in that role and ink."""
        return look_of(self.typeface[role], ink)

    def block(
        self,
        parts: Sequence[Part] | str,
        role: PrintRole,
        room: float,
        *,
        most_lines: int = 0,
        at_end: bool = False,
        first_lines: int = 0,
        first_room: float = 0,
        broken_anywhere: bool = False,
        from_the_right: bool = False,
    ) -> TextBlock:
        """Return ``parts`` (or one text) in lines of at most ``room``; see ``TextBlock``.

        A line that is cut is as full as can be if it may be ``broken_anywhere``. Several parts
        follow each other ``from_the_right``; without that, as their letters say.
        """
        return TextBlock(
            (Part(parts),) if isinstance(parts, str) else parts,
            self.typeface[role],
            room,
            self._options[from_the_right, broken_anywhere],
            most_lines=most_lines,
            at_end=at_end,
            first_lines=first_lines,
            first_room=first_room,
        )

    def fitting(self, wanted: str, otherwise: str, role: PrintRole, room: float) -> str:
        """Return ``wanted`` if it goes into one line of ``room``, else what is shorter."""
        return wanted if self.block(wanted, role, room).line_count == 1 else otherwise

    def word(self, text: str, role: PrintRole, room: float, *, at_end: bool = False) -> TextBlock:
        """Return a text of one line that comes again and again; it is laid out once."""
        key = (text, role, room, at_end)
        kept = self._kept.get(key)
        if kept is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            kept = self._kept[key] = self.block(text, role, room, most_lines=1, at_end=at_end)
        return kept


def _option(wrap: QTextOption.WrapMode, from_the_right: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(wrap)
    if from_the_right:
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    return option
