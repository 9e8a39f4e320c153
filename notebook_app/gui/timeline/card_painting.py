"""Draws the parts of a timeline: the line that holds it together, headings, cards."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from notebook_app.gui.theme import TextRole, Theme
from notebook_app.gui.theme.panel_painter import paint_panel
from notebook_app.gui.theme.tokens import RADIUS
from notebook_app.gui.timeline.entry_layout import EntryLayout, paint_picture
from notebook_app.gui.timeline.entry_text import Spot
from notebook_app.gui.timeline.picture_shelf import PictureShelf
from notebook_app.model.rows import EntryKind


def paint_guide(painter: QPainter, rect: QRect, theme: Theme, *, mirrored: bool) -> None:
    """Draw the line beside the cards, in a strip of the whole width."""
    x = theme.em(0.65)
    x = rect.width() - x - 2 if mirrored else x
    painter.fillRect(QRect(x, rect.top(), 2, rect.height()), theme.color("line"))


def paint_heading(
    painter: QPainter, rect: QRect, words: str, theme: Theme, *, mirrored: bool
) -> None:
    """Draw the words above a month or a day."""
    painter.setFont(theme.font(TextRole.SMALL))
    painter.setPen(theme.color("muted"))
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(rect, flags, words)


def paint_card(
    painter: QPainter,
    card: QRect,
    layout: EntryLayout,
    theme: Theme,
    pictures: PictureShelf,
    *,
    exposed: QRectF,
    focused: bool,
    chosen: Spot | None,
) -> None:
    """Draw a card; ``chosen`` is the name or picture in it that has the cursor."""
    quiet = layout.entry.kind is EntryKind.STAGE  # a line beside what really happened
    if focused or not quiet:
        ground, edge = "page" if quiet else "card", "focus" if focused else "line"
        thickness = 2.0 if focused else 1.0
        colours = theme.color(ground), theme.color(edge)
        paint_panel(painter, QRectF(card), RADIUS, *colours, thickness=thickness)
    painter.save()
    painter.setClipRect(card)
    layout.paint(painter, card.topLeft(), theme, exposed, chosen)
    for picture, rect in layout.pictures():
        pixmap = pictures.picture(picture.id, rect.size())
        paint_picture(painter, rect.translated(card.topLeft()), picture.name, pixmap, theme)
    painter.restore()
