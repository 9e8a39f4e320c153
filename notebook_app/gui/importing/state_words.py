"""The words and colours for what an import would do with a card."""

from PySide6.QtCore import QCoreApplication

from notebook_app.gui.widgets.badge import BadgeKind
from notebook_app.services.import_plan import CardState

BADGES: dict[CardState, BadgeKind] = {
    CardState.NEW: BadgeKind.ACCENT,
    CardState.CHANGED: BadgeKind.BLUE,
    CardState.UNCHANGED: BadgeKind.NEUTRAL,
    CardState.UNREADABLE: BadgeKind.DANGER,
}


def state_words(state: CardState) -> str:
    """Return the word on the badge of a card."""
    words = {
        CardState.NEW: QCoreApplication.translate("ImportPreview", "new"),
        CardState.CHANGED: QCoreApplication.translate("ImportPreview", "changed"),
        CardState.UNCHANGED: QCoreApplication.translate("ImportPreview", "already there"),
        CardState.UNREADABLE: QCoreApplication.translate("ImportPreview", "not readable"),
    }
    return words[state]


def count_words(state: CardState, count: int) -> str:
    """Return the words on the chip that shows only such cards."""
    word = state_words(state)
    return f"{word[0].upper()}{word[1:]} {count}"
