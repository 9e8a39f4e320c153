"""The words of a reminder."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from notebook_app.model.reminders import PlannedAct, Reminder

_NAMED = 5
_LONGEST_NAME = 40


def reminder_words(reminder: Reminder, today: date) -> tuple[str, str]:
    """Return the title and, where there is more to tell, the lines below it."""
    timed = [_timed(act) for act in reminder.timed[:_NAMED]]
    if len(reminder.timed) > _NAMED:
        timed.append("…")
    if reminder.digest:
        return _digest(reminder.digest, today), "\n".join(timed)
    if len(timed) == 1:
        return timed[0], ""
    return _words("{count} follow-ups").format(count=len(reminder.timed)), "\n".join(timed)


def _digest(acts: Sequence[PlannedAct], today: date) -> str:
    due = [act for act in acts if act.due == today]
    late = len(acts) - len(due)
    if not due:
        one, many = _words("1 follow-up is late: {names}"), _words("{count} are late: {names}")
        return (one if late == 1 else many).format(count=f"{late:,}", names=_names(acts))
    one, many = _words("1 follow-up today: {names}"), _words("{count} follow-ups today: {names}")
    said = (one if len(due) == 1 else many).format(count=f"{len(due):,}", names=_names(due))
    if late:
        said += " " + _words("(and {count} late)").format(count=f"{late:,}")
    return said


def _names(acts: Sequence[PlannedAct]) -> str:
    # Each person once, however much is due with them.
    names = list(dict.fromkeys(act.name[:_LONGEST_NAME] for act in acts))
    return ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")


def _timed(act: PlannedAct) -> str:
    at = f"{act.at:%H:%M} " if act.at else ""
    return f"{at}{act.name[:_LONGEST_NAME]}"


def _words(text: str) -> str:
    return QCoreApplication.translate("Reminders", text)
