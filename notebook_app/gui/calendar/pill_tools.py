"""What drawing hundreds of pills within a frame needs: measured words and ready-drawn grounds.

Measuring a text, rounding a corner or stroking a sign takes some ten microseconds each; names,
grounds and signs come again and again, so each is done once for a font and a set of colours.
"""

from datetime import date, time
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from notebook_app.gui.calendar.entry_look import EntryLook, look_of
from notebook_app.gui.calendar.glyphs import paint_glyph, paint_repeat
from notebook_app.gui.follow_ups.due_words import time_words
from notebook_app.gui.theme import TextRole, Theme
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.rows import CalendarEntry, CalendarKind

_MOST_WORDS: Final = 8
_MOST_KEPT: Final = 5000
_MOST_GROUNDS: Final = 200


class PillTools:
    """Belongs to one look; make a new one when the theme changes."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        """Take the theme, and the device's pixels per device-independent pixel."""
        self.theme = theme
        self._ratio = ratio
        self.font = theme.font(TextRole.BADGE)
        self.struck_font = QFont(self.font)
        self.struck_font.setStrikeOut(True)
        self.metrics = QFontMetrics(self.font)
        self.glyph_side = round(self.metrics.ascent() * 0.82)
        self.radius = theme.em(0.55)
        self.late_words = QCoreApplication.translate("PillTools", "(late)")
        self._widths: dict[str, int] = {}
        self._times: dict[time, str] = {}
        self._space = self.metrics.horizontalAdvance(" ")
        self._grounds: dict[tuple[object, str, int, int, bool, bool], QPixmap] = {}
        self.week_font = QFont(self.font)
        if self.font.pointSizeF() > 0:
            self.week_font.setPointSizeF(max(1.0, self.font.pointSizeF() * 0.88))

    def look(self, entry: CalendarEntry, today: date, locale: QLocale) -> EntryLook:
        """Return how an entry looks, as ``look_of`` does; times of day are written only once."""
        words = ""
        if entry.at is not None:
            words = self._times.get(entry.at, "")
            if not words:
                words = self._times[entry.at] = time_words(entry.at, locale)
        return look_of(entry, today, locale, words)

    def ground(
        self,
        kind: FollowUpKind | CalendarKind,
        token: str,
        size: QSize,
        mirrored: bool,
        repeats: bool = False,
    ) -> QPixmap:
        """Return a pill without its words: the sign of ``kind`` on the ground of a token.

        What ``repeats`` has a round arrow at its end.
        """
        key = (kind, token, size.width(), size.height(), mirrored, repeats)
        found = self._grounds.get(key)
        if found is None:
            if len(self._grounds) > _MOST_GROUNDS:
                self._grounds.clear()
            found = self._grounds[key] = self._draw_ground(kind, token, size, mirrored, repeats)
        return found

    def block(self, token: str, size: QSize, *, faint: bool) -> QPixmap:
        """Return the ground of an entry in the hours of the week; a faint one is dashed."""
        key = (None, token, size.width(), size.height(), faint, False)
        found = self._grounds.get(key)
        if found is None:
            if len(self._grounds) > _MOST_GROUNDS:
                self._grounds.clear()
            found = self._grounds[key] = self._draw_block(token, size, faint=faint)
        return found

    def fitting(self, look: EntryLook, room: int) -> str:
        """Return as many whole words of the name as fit, with the time or the word "late" behind.

        Where not even the first word fits with it, the time gives way, and "late" becomes a "!".
        """
        words = look.words.split(" ", _MOST_WORDS)[:_MOST_WORDS]
        for aside in (self.late_words, "!") if look.late else (look.time, ""):
            used = self.width(aside) + self._space if aside else 0
            fits = 0
            for word in words:
                used += self.width(word) + (self._space if fits else 0)
                if used > room:
                    break
                fits += 1
            while 1 < fits < len(words) and words[fits - 1].islower():
                # "Zoë van der" is no name; "Zoë" is.
                fits -= 1
            if any(letter.isalnum() for letter in "".join(words[:fits])):
                return " ".join((*words[:fits], aside)).rstrip()
        mark = "!" if look.late else ""
        left = room - self.width(mark)
        name = " ".join(words)
        cut = self.metrics.elidedText(name, Qt.TextElideMode.ElideRight, left)
        if len(cut) < 2 < len(name):
            # A letter says more than the dots for which there is just room.
            cut = name[0] if self.width(name[0]) <= left else ""
        return cut + mark

    def _draw_ground(
        self,
        kind: FollowUpKind | CalendarKind,
        token: str,
        size: QSize,
        mirrored: bool,
        repeats: bool,
    ) -> QPixmap:
        pixmap = QPixmap(size * self._ratio)
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color(f"{token}_soft"))
        painter.drawRoundedRect(QRect(QPoint(0, 0), size), self.radius, self.radius)
        side = self.glyph_side
        left = size.width() - 5 - side if mirrored else 5
        sign = QRectF(left, (size.height() - side) // 2, side, side)
        paint_glyph(painter, sign, kind, self.theme.color(token))
        if repeats:
            arrow = round(side * 0.8)
            left = 4 if mirrored else size.width() - 4 - arrow
            paint_repeat(
                painter,
                QRectF(left, (size.height() - arrow) / 2, arrow, arrow),
                self.theme.color(token),
            )
        painter.end()
        return pixmap

    def _draw_block(self, token: str, size: QSize, *, faint: bool) -> QPixmap:
        pixmap = QPixmap(size * self._ratio)
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(self.theme.color(f"{token}_soft"))
        edge = QColor(self.theme.color(token))
        edge.setAlphaF(0.35)
        pen = QPen(edge, 1)
        if faint:
            ground.setAlphaF(0.5)
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setBrush(ground)
        painter.setPen(pen)
        rect = QRectF(QPoint(0, 0), size).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, 5, 5)
        painter.end()
        return pixmap

    def width(self, word: str) -> int:
        """Return how wide a word is, measured once."""
        width = self._widths.get(word)
        if width is None:
            if len(self._widths) > _MOST_KEPT:
                self._widths.clear()
            width = self._widths[word] = self.metrics.horizontalAdvance(word)
        return width
