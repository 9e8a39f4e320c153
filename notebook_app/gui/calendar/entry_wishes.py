"""What one wants done in the month or the week, asked for by signals; neither view writes anything.

``MonthView`` and ``WeekView`` each have one; the page answers.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent

from notebook_app.model.rows import CalendarEntry
from notebook_app.services.move_occurrence import Slot


class EntryWishes(QObject):
    """Signals carry entries as ``CalendarEntry`` and places as ``Slot``.

    Signals:
        plan_wanted: the place, to plan something there.
        open_wanted, done_wanted, later_wanted, pick_wanted: the entry; ``pick`` asks for a day.
        move_wanted: the entry, and the place to which it is moved.
        menu_wanted: the entry, and a point on the screen.
        entries_wanted: to go to what the selected day holds.
        rest_wanted: to see what the selected day has no room for.
    """

    plan_wanted = Signal(object)
    open_wanted = Signal(object)
    done_wanted = Signal(object)
    later_wanted = Signal(object)
    pick_wanted = Signal(object)
    move_wanted = Signal(object, object)
    menu_wanted = Signal(object, QPoint)
    entries_wanted = Signal()
    rest_wanted = Signal()

    def by_key(self, key: Qt.Key, entry: CalendarEntry | None, place: Slot) -> bool:
        """Ask for what a letter stands for; return whether it stands for anything here."""
        if key in (Qt.Key.Key_N, Qt.Key.Key_P):
            self.plan_wanted.emit(place)
            return True
        letters = {
            Qt.Key.Key_D: self.done_wanted,
            Qt.Key.Key_L: self.later_wanted,
            Qt.Key.Key_R: self.pick_wanted,
        }
        if entry is None or key not in letters:
            return False
        letters[key].emit(entry)
        return True

    def menu(self, event: QContextMenuEvent, entry: CalendarEntry | None) -> None:
        """Ask for what can be done with the entry under the pointer, if there is one."""
        if entry is not None:
            self.menu_wanted.emit(entry, event.globalPos())


def entry_after(
    entries: Sequence[CalendarEntry], present: CalendarEntry | None, step: int
) -> CalendarEntry | None:
    """Return the entry a step after the present one, round and round; None if there are none."""
    if not entries:
        return None
    if present is None or present not in entries:
        return entries[0 if step > 0 else -1]
    return entries[(entries.index(present) + step) % len(entries)]


def entry_again(entries: Sequence[CalendarEntry], before: CalendarEntry) -> CalendarEntry | None:
    """Return the entry that was read ``before`` among those of its day read again."""
    key = before.kind, before.id, before.occurs_on
    return next((each for each in entries if (each.kind, each.id, each.occurs_on) == key), None)
