"""How to wrap a text of any kind without hanging the window."""

import re
from typing import Final

from PySide6.QtGui import QTextOption

_ENDLESS_WORD: Final = re.compile(r"\S{2000}")


def wrap_mode(text: str) -> QTextOption.WrapMode:
    """Return the mode to wrap ``text`` by: between words, and within words that are too long.

    Qt 6.11 needs seconds for that in a word of 100,000 letters, so a text that holds one is
    wrapped anywhere.
    """
    if _ENDLESS_WORD.search(text):
        return QTextOption.WrapMode.WrapAnywhere
    return QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
