"""The typewriter's font for cards as they stand in a file, as large as all other text."""

from PySide6.QtGui import QFont, QFontDatabase

from notebook_app.gui.theme import TextRole, theme_of


def fixed_font() -> QFont:
    """Return the system's fixed font in the size of the text around it."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    text = theme_of().font(TextRole.BODY)
    if text.pixelSize() > 0:
        font.setPixelSize(text.pixelSize())
    else:
        font.setPointSizeF(text.pointSizeF())
    return font
