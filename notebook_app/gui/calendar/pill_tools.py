"""What drawing hundreds of pills within a frame needs: measured words and ready-drawn signs.

Measuring a text or stroking a sign takes some ten microseconds each; names and signs come again
and again, so each is done once for a font and a set of colours.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap

from notebook_app.gui.calendar.entry_look import EntryLook
from notebook_app.gui.calendar.glyphs import paint_glyph
from notebook_app.gui.theme import TextRole, Theme
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.rows import CalendarKind

_MOST_WORDS: Final = 8
_MOST_KEPT: Final = 5000


class PillTools:
    """Belongs to one look; make a new one when the theme changes."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        """Take the theme, and the device's pixels per device-independent pixel."""
        self._theme = theme
        self._ratio = ratio
        self.font = theme.font(TextRole.BADGE)
        self.struck_font = QFont(self.font)
        self.struck_font.setStrikeOut(True)
        self.metrics = QFontMetrics(self.font)
        self.glyph_side = round(self.metrics.ascent() * 0.82)
        self.radius = theme.em(0.55)
        self.late_words = QCoreApplication.translate("PillTools", "(late)")
        self._widths: dict[str, int] = {}
        self._space = self.metrics.horizontalAdvance(" ")
        self._grounds: dict[str, QColor] = {}
        self._glyphs: dict[tuple[object, str], QPixmap] = {}

    def ground(self, token: str) -> QColor:
        """Return the ground of a pill whose text has the colour of a token."""
        found = self._grounds.get(token)
        if found is None:
            found = self._grounds[token] = self._theme.color(f"{token}_soft")
        return found

    def glyph(self, kind: FollowUpKind | CalendarKind, token: str) -> QPixmap:
        """Return the sign of ``kind`` in the colour of a token."""
        found = self._glyphs.get((kind, token))
        if found is None:
            side = self.glyph_side
            pixels = max(1, round(side * self._ratio))
            found = QPixmap(pixels, pixels)
            found.setDevicePixelRatio(self._ratio)
            found.fill(Qt.GlobalColor.transparent)
            painter = QPainter(found)
            paint_glyph(painter, QRectF(0, 0, side, side), kind, self._theme.color(token))
            painter.end()
            self._glyphs[kind, token] = found
        return found

    def fitting(self, look: EntryLook, room: int) -> str:
        """Return as many whole words of the name as fit, with the time or the word "late" behind.

        Where not even the first word fits with it, the time gives way, and "late" becomes a "!".
        """
        words = look.words.split(" ", _MOST_WORDS)[:_MOST_WORDS]
        for aside in (self.late_words, "!") if look.late else (look.time, ""):
            used = self._width(aside) + self._space if aside else 0
            fits = 0
            for word in words:
                used += self._width(word) + (self._space if fits else 0)
                if used > room:
                    break
                fits += 1
            while 1 < fits < len(words) and words[fits - 1].islower():
                # "Zoë van der" is no name; "Zoë" is.
                fits -= 1
            if any(letter.isalnum() for letter in "".join(words[:fits])):
                return " ".join((*words[:fits], aside)).rstrip()
        mark = "!" if look.late else ""
        left = room - self._width(mark)
        return self.metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, left) + mark

    def _width(self, word: str) -> int:
        width = self._widths.get(word)
        if width is None:
            if len(self._widths) > _MOST_KEPT:
                self._widths.clear()
            width = self._widths[word] = self.metrics.horizontalAdvance(word)
        return width
