"""What the user wants to be reminded of, and what was told, kept in the window's own settings.

They belong to this computer, not to the notebook. Whatever makes no sense is passed over.
"""

import json
from collections.abc import Callable
from datetime import date, datetime, time
from typing import TypeVar

from PySide6.QtCore import QSettings

from notebook_app.model.reminders import ReminderHabits, Told

_GROUP = "reminders"
_OFF = "off"
_Value = TypeVar("_Value")


class KeptReminders:
    """Reads and writes the group "reminders"; what was told is kept by notebook."""

    def __init__(self, settings: QSettings, notebook: str) -> None:
        """Take the window's settings, and the notebook's path to know it by."""
        self._settings = settings
        self._notebook = notebook

    def habits(self) -> ReminderHabits:
        """Return what the user wants."""
        usual = ReminderHabits()
        return ReminderHabits(
            wanted=self._text("wanted") != _OFF,
            digest_at=self._optional("digest", time.fromisoformat, usual.digest_at),
            minutes_before=self._optional("minutes", _minutes, usual.minutes_before),
            quiet_from=self._optional("quiet-from", time.fromisoformat, usual.quiet_from),
            quiet_until=self._optional("quiet-until", time.fromisoformat, usual.quiet_until),
        )

    def keep_habits(self, habits: ReminderHabits) -> None:
        """Remember what the user wants."""
        self._set("wanted", "on" if habits.wanted else _OFF)
        self._set("minutes", _OFF if habits.minutes_before is None else str(habits.minutes_before))
        for name, at in (
            ("digest", habits.digest_at),
            ("quiet-from", habits.quiet_from),
            ("quiet-until", habits.quiet_until),
        ):
            self._set(name, _OFF if at is None else at.isoformat("minutes"))

    def stays_in_tray(self) -> bool:
        """Return whether the program goes on when its window is closed."""
        return self._text("tray") == "on"

    def keep_in_tray(self, wanted: bool) -> None:
        """Remember whether the program goes on when its window is closed."""
        self._set("tray", "on" if wanted else _OFF)

    def told(self) -> Told:
        """Return what was told of this notebook."""
        try:
            kept = json.loads(self._text("told"))
            if kept["notebook"] != self._notebook:
                return Told()
            return Told(
                digest_on=_or_none(kept["digest_on"], date.fromisoformat),
                seen=_or_none(kept["seen"], datetime.fromisoformat),
                keys=tuple(str(key) for key in kept["keys"]),
                later=tuple(
                    (str(key), datetime.fromisoformat(moment)) for key, moment in kept["later"]
                ),
                digest_later=_or_none(kept["digest_later"], datetime.fromisoformat),
            )
        except (ValueError, KeyError, TypeError):
            return Told()

    def keep_told(self, told: Told) -> None:
        """Remember what was told."""
        kept = {
            "notebook": self._notebook,
            "digest_on": told.digest_on and told.digest_on.isoformat(),
            "seen": told.seen and told.seen.isoformat(),
            "keys": list(told.keys),
            "later": [(key, moment.isoformat()) for key, moment in told.later],
            "digest_later": told.digest_later and told.digest_later.isoformat(),
        }
        self._set("told", json.dumps(kept))

    def _optional(
        self, name: str, read: Callable[[str], _Value], usual: _Value | None
    ) -> _Value | None:
        text = self._text(name)
        if text == _OFF:
            return None
        try:
            return read(text) if text else usual
        except ValueError:
            return usual

    def _text(self, name: str) -> str:
        return str(self._settings.value(f"{_GROUP}/{name}", ""))

    def _set(self, name: str, text: str) -> None:
        self._settings.setValue(f"{_GROUP}/{name}", text)


def _minutes(text: str) -> int:
    return max(0, min(int(text), 7 * 24 * 60))


def _or_none(text: object, read: Callable[[str], _Value]) -> _Value | None:
    return read(text) if isinstance(text, str) else None
