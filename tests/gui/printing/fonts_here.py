"""Which scripts this machine has fonts for; a bare one has none for Chinese and Japanese."""

from PySide6.QtGui import QFontDatabase

_HAN = (
    QFontDatabase.WritingSystem.SimplifiedChinese,
    QFontDatabase.WritingSystem.Japanese,
)


def can_draw(text: str) -> bool:
    """Return whether the fonts here have the signs of a text, as far as Han and Kana go."""
    if not any("\u3040" <= letter <= "\u9fff" for letter in text):
        return True
    return all(QFontDatabase.families(system) for system in _HAN)
