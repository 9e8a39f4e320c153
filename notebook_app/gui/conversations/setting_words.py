"""What settings and beginnings of a conversation are called in the window."""

from PySide6.QtCore import QCoreApplication

from notebook_app.model.conversation import Initiator


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingWords", text)


def setting_words(setting: str) -> str:
    """Return a setting with a capital first letter; the user's own words stay as typed."""
    known = {
        "café": _tr("Café"),
        "neighbour": _tr("Neighbour"),
        "hairdresser": _tr("Hairdresser"),
        "shop": _tr("Shop"),
        "street": _tr("Street"),
        "co-working space": _tr("Co-working space"),
        "online": _tr("Online"),
        "lunch": _tr("Lunch"),
        "home": _tr("Home"),
        "party": _tr("Party"),
        "school": _tr("School"),
        "club": _tr("Club"),
        "gym": _tr("Gym"),
        "pub": _tr("Pub"),
        "train": _tr("Train"),
        "event": _tr("Event"),
        "conference": _tr("Conference"),
        "meeting": _tr("Meeting"),
        "talk": _tr("Talk"),
        "course": _tr("Course"),
        "trade fair": _tr("Trade fair"),
    }
    return known.get(setting, setting)


def began_words(initiated_by: Initiator | None) -> str:
    """Return who reached out."""
    if initiated_by is None:
        return _tr("Who began?")
    return _tr("I began") if initiated_by is Initiator.ME else _tr("They began")
