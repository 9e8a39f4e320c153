"""How long before something one may be reminded of it, and the words for it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

_CHOICES = (0, 5, 10, 15, 30, 60, 120, 24 * 60)


def choices_with(minutes: int | None) -> Sequence[int]:
    """Return what is offered, in minutes, with one that was chosen before."""
    return sorted({*_CHOICES, *(() if minutes is None or minutes < 0 else (minutes,))})


def before_words(minutes: int) -> str:
    """Return ``15 minutes before`` and the like."""
    if minutes == 0:
        return _words("when it begins")
    if minutes % (24 * 60) == 0:
        days = minutes // (24 * 60)
        return _words("a day before") if days == 1 else _words("{n} days before").format(n=days)
    if minutes % 60 == 0:
        hours = minutes // 60
        one = _words("an hour before")
        return one if hours == 1 else _words("{n} hours before").format(n=hours)
    return _words("{n} minutes before").format(n=minutes)


def _words(text: str) -> str:
    return QCoreApplication.translate("Reminders", text)
