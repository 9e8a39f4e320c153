"""The few sizes and weights of text, as multiples of the system's font."""

from enum import StrEnum
from typing import Final

from PySide6.QtGui import QFont

from notebook_app.foundation.record import record


class TextRole(StrEnum):
    """What a text is, which decides its size and weight."""

    BODY = "body"
    STRONG = "strong"
    SMALL = "small"
    SMALL_STRONG = "small-strong"
    BADGE = "badge"
    TITLE = "title"
    NAME = "name"


class Tone(StrEnum):
    """The colour of a text, by the name of its token."""

    INK = "ink"
    MUTED = "muted"
    ACCENT = "accent"
    DANGER = "danger"
    AMBER = "amber"
    BLUE = "blue"


@record
class TextSize:
    """``factor`` times the system's font size, in ``weight`` (QFont.Weight)."""

    factor: float
    weight: QFont.Weight


TEXT_SIZES: Final[dict[TextRole, TextSize]] = {
    TextRole.BODY: TextSize(1.0, QFont.Weight.Normal),
    TextRole.STRONG: TextSize(1.0, QFont.Weight.DemiBold),
    TextRole.SMALL: TextSize(0.93, QFont.Weight.Normal),
    TextRole.SMALL_STRONG: TextSize(0.93, QFont.Weight.DemiBold),
    TextRole.BADGE: TextSize(0.88, QFont.Weight.Normal),
    TextRole.TITLE: TextSize(1.4, QFont.Weight.DemiBold),
    TextRole.NAME: TextSize(1.65, QFont.Weight.DemiBold),
}


def scaled_font(base: QFont, role: TextRole) -> QFont:
    """Return ``base`` in the size and weight of ``role``; keeps points or pixels as base has."""
    size = TEXT_SIZES[role]
    font = QFont(base)
    if base.pointSizeF() > 0:
        font.setPointSizeF(base.pointSizeF() * size.factor)
    else:
        font.setPixelSize(max(1, round(base.pixelSize() * size.factor)))
    font.setWeight(size.weight)
    return font


def css_size(base: QFont, factor: float) -> str:
    """Return ``factor`` times the size of ``base`` as a style sheet's font size."""
    if base.pointSizeF() > 0:
        return f"{base.pointSizeF() * factor:.2f}pt"
    return f"{max(1, round(base.pixelSize() * factor))}px"
