"""When the last backup was made, in the words of the side bar."""

from PySide6.QtCore import QCoreApplication

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def backup_words(seconds_ago: float | None) -> str:
    """Return "Backed up 2 min ago" for the newest backup's age in seconds (None: there is none)."""

    def words(text: str) -> str:
        return QCoreApplication.translate("SideBar", text)

    if seconds_ago is None:
        return words("Not backed up yet")
    if seconds_ago < _MINUTE:
        return words("Backed up just now")
    if seconds_ago < _HOUR:
        return words("Backed up {n} min ago").format(n=int(seconds_ago // _MINUTE))
    if seconds_ago < _DAY:
        return words("Backed up {n} h ago").format(n=int(seconds_ago // _HOUR))
    days = int(seconds_ago // _DAY)
    return (
        words("Backed up yesterday")
        if days == 1
        else (words("Backed up {n} days ago").format(n=days))
    )
