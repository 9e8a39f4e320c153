"""The register at the edge of a page: the letters one finds people under, those here set apart."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from notebook_app.gui.printing.document_layout import DocumentLayout
from notebook_app.gui.printing.pagination import PagePlan, PlacedEntry
from notebook_app.gui.printing.paper import mm
from notebook_app.gui.printing.typeface import PrintRole
from notebook_app.reports.document import Document

_FROM_EDGE: Final = mm(12)
_WIDTH: Final = mm(7)
_TALLEST: Final = mm(7)
_MOST: Final = 44


def names_between(document: Document, page: PagePlan) -> str:
    """Return the first and the last name of a page, as dictionaries have them at the head."""
    entries = [item for item in page if isinstance(item, PlacedEntry)]
    names = [document.sections[item.section].entries[item.entry].name for item in entries]
    return " – ".join(dict.fromkeys((names[0], names[-1]))) if names else ""


def draw_register(painter: QPainter, layout: DocumentLayout, page: PagePlan) -> None:
    """Draw the letters along the outer edge, each always at the same height.

    Where there are too many for that (Chinese surnames), only those of this page are drawn.
    """
    paper, setter = layout.paper, layout.setter
    here = {item.section for item in page}
    letters = [(at, section.heading) for at, section in enumerate(layout.document.sections)]
    if len(letters) > _MOST:
        letters = [(at, letter) for at, letter in letters if at in here][:_MOST]
    body = paper.height - paper.top - paper.bottom
    step = min(_TALLEST, body / max(1, len(letters)))
    x = paper.width - _FROM_EDGE
    for place, (at, letter) in enumerate(letters):
        top = paper.top + place * step
        role = PrintRole.STRONG if at in here else PrintRole.SMALL
        block = setter.word(letter[:3], role, _WIDTH)
        if at in here:
            bar = QRectF(paper.width - mm(4), top + mm(0.4), mm(4), step - mm(0.8))
            painter.fillRect(bar, setter.ink)
        painter.setPen(setter.ink if at in here else setter.muted)
        block.draw(painter, x + (_WIDTH - block.width) / 2, top + (step - block.height) / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
