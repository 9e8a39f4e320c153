"""One entry of a timeline, set for a card of some width: what is drawn where, what leads where."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QTextLayout

from notebook_app.gui.theme import TextRole, Theme
from notebook_app.gui.timeline.entry_text import Spot
from notebook_app.gui.widgets.badge import BadgeKind, paint_badge
from notebook_app.model.rows import NamedPicture, TimelineEntry

PADDING: Final = 14


def show_all_words(*, whole: bool) -> str:
    """Return the words that fold a long text open, or back."""
    text = "Show less" if whole else "Show all"
    return QCoreApplication.translate("Timeline", text)


@dataclass(slots=True)
class EntryLayout:
    """A set entry. All places are in the card's own coordinates.

    ``more`` is where "Show all" stands if the text is cut, ``less`` where "Show less" stands if
    it was folded open; ``body`` is the place of the text, which is empty if there is none.
    """

    entry: TimelineEntry
    height: int = 0
    more: QRect | None = None
    less: QRect | None = None
    pencil: QRect = field(default_factory=QRect)
    body: QRect = field(default_factory=QRect)
    spots: list[Spot] = field(default_factory=list)
    texts: list[tuple[QTextLayout, QPointF, str]] = field(default_factory=list)
    badges: list[tuple[QRect, str, BadgeKind]] = field(default_factory=list)

    def spot_at(self, point: QPoint) -> Spot | None:
        """Return what leads somewhere at a point, or None."""
        for spot in self.spots:
            if any(rect.contains(point) for rect in spot.rects):
                return spot
        return None

    def pictures(self) -> Iterator[tuple[NamedPicture, QRect]]:
        """Yield the pictures and where they stand."""
        for spot in self.spots:
            if spot.picture is not None:
                yield spot.picture, spot.rects[0]

    def paint(
        self, painter: QPainter, corner: QPoint, theme: Theme, clip: QRectF, chosen: Spot | None
    ) -> None:
        """Draw everything inside the card whose corner is given; ``clip`` is what is exposed."""
        for layout, at, colour in self.texts:
            painter.setPen(theme.color(colour))
            layout.draw(painter, QPointF(corner) + at, [], clip)
        for rect, text, kind in self.badges:
            paint_badge(painter, rect.translated(corner), text, kind, theme)
        for fold in (self.more, self.less):
            if fold is not None:
                painter.setPen(theme.color("accent"))
                painter.setFont(theme.font(TextRole.SMALL))
                words = show_all_words(whole=fold is self.less)
                painter.drawText(fold.translated(corner), Qt.AlignmentFlag.AlignLeading, words)
        if chosen is not None:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for rect in chosen.rects:
                around = QRectF(rect.translated(corner)).adjusted(-3, -1, 3, 1)
                painter.drawRoundedRect(around, 4, 4)


def paint_picture(
    painter: QPainter, rect: QRect, name: str, pixmap: QPixmap | None, theme: Theme
) -> None:
    """Draw a small picture, or its name while there is none."""
    painter.save()
    painter.setPen(QPen(theme.color("line"), 1))
    painter.setBrush(theme.color("hover"))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if pixmap is not None:
        size = pixmap.deviceIndependentSize().toSize()
        place = QRect(QPoint(), size)
        place.moveCenter(rect.center())
        painter.drawPixmap(place, pixmap)
    else:
        painter.setPen(theme.color("muted"))
        painter.setFont(theme.font(TextRole.SMALL))
        metrics = theme.metrics(TextRole.SMALL)
        words = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, rect.width() - 6)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()
