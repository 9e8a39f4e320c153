"""The words and colours for what an import would do with a card."""

from PySide6.QtCore import QCoreApplication

from notebook_app.gui.widgets.badge import BadgeKind
from notebook_app.model.contact_match import Likeness
from notebook_app.services.import_choices import CardChoice
from notebook_app.services.import_plan import CardState, PlannedCard

BADGES: dict[CardState, BadgeKind] = {
    CardState.NEW: BadgeKind.ACCENT,
    CardState.CHANGED: BadgeKind.BLUE,
    CardState.POSSIBLE: BadgeKind.AMBER,
    CardState.UNCHANGED: BadgeKind.NEUTRAL,
    CardState.UNREADABLE: BadgeKind.DANGER,
    CardState.LEFT_OUT: BadgeKind.NEUTRAL,
}


def state_words(state: CardState) -> str:
    """Return the word on the badge of a card."""
    words = {
        CardState.NEW: QCoreApplication.translate("ImportPreview", "new"),
        CardState.CHANGED: QCoreApplication.translate("ImportPreview", "changed"),
        CardState.POSSIBLE: QCoreApplication.translate("ImportPreview", "someone you know?"),
        CardState.UNCHANGED: QCoreApplication.translate("ImportPreview", "already there"),
        CardState.UNREADABLE: QCoreApplication.translate("ImportPreview", "not readable"),
        CardState.LEFT_OUT: QCoreApplication.translate("ImportPreview", "left out"),
    }
    return words[state]


def count_words(state: CardState, count: int) -> str:
    """Return the words on the chip that shows only such cards."""
    word = state_words(state)
    return f"{word[0].upper()}{word[1:]} {count}"


def badge_of(card: PlannedCard, choice: CardChoice) -> tuple[str, BadgeKind]:
    """Return the word and the colour of a card's badge, with what the user chose."""
    effect = card.effect(choice)
    undecided = card.state is CardState.POSSIBLE and not choice.as_new
    if undecided and effect is CardState.NEW:
        return state_words(CardState.POSSIBLE), BADGES[CardState.POSSIBLE]
    if choice.contact_id is not None and effect is CardState.CHANGED:
        return QCoreApplication.translate("ImportPreview", "known"), BADGES[effect]
    return state_words(effect), BADGES[effect]


def likeness_words(likeness: Likeness) -> str:
    """Return why a card may be of someone, after their name."""
    words = {
        Likeness.PHONE: QCoreApplication.translate("ImportPreview", "the same phone number"),
        Likeness.EMAIL: QCoreApplication.translate("ImportPreview", "the same e-mail address"),
        Likeness.NAME: QCoreApplication.translate("ImportPreview", "the same name"),
        Likeness.SIMILAR_NAME: QCoreApplication.translate("ImportPreview", "a very similar name"),
    }
    return words[likeness]
