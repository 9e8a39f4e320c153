"""The events of a calendar file as a list: what would become of each."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QDate,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from notebook_app.gui.importing.two_line_delegate import BADGE_ROLE, SECOND_ROLE, TITLE_ROLE
from notebook_app.gui.widgets.badge import BadgeKind
from notebook_app.model.calendar_file import CalendarEvent
from notebook_app.services.calendar_plan import CalendarPlan, EventState, PlannedEvent

_NO_PARENT = QModelIndex()
_BADGES: dict[EventState, BadgeKind] = {
    EventState.NEW: BadgeKind.ACCENT,
    EventState.CHANGED: BadgeKind.BLUE,
    EventState.BOTH: BadgeKind.AMBER,
    EventState.OWN: BadgeKind.NEUTRAL,
    EventState.SAME: BadgeKind.NEUTRAL,
    EventState.OURS: BadgeKind.NEUTRAL,
    EventState.CANCELLED: BadgeKind.AMBER,
    EventState.GONE: BadgeKind.AMBER,
    EventState.KEPT: BadgeKind.NEUTRAL,
    EventState.BAD: BadgeKind.DANGER,
}


class CalendarList(QAbstractListModel):
    """Shows the events of a plan, all or those of one state.

    Those that the user changed and the file too can be ticked: then the file's word is taken.
    """

    def __init__(self, plan: CalendarPlan) -> None:
        """Take the plan; all events are shown."""
        super().__init__()
        self._plan = plan
        self._shown = list(plan.events)
        self._taken: set[int] = set()

    def taken(self) -> frozenset[int]:
        """Return the row ids of the events that are ticked."""
        return frozenset(self._taken)

    def show_only(self, state: EventState | None) -> None:
        """Show the events of a state, or all."""
        self.beginResetModel()
        self._shown = list(self._plan.events if state is None else self._plan.of(state))
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        """Return how many events are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return name, line below it and badge, or what a screen reader says of an event."""
        event = self._shown[index.row()]
        if role == TITLE_ROLE:
            return event.name or self._place(event)
        if role == SECOND_ROLE:
            return self._second_line(event)
        if role == BADGE_ROLE:
            return event_state_words(event.state), _BADGES[event.state]
        if role == Qt.ItemDataRole.CheckStateRole and event.state is EventState.BOTH:
            is_taken = event.event_id in self._taken
            return Qt.CheckState.Checked if is_taken else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words = event_state_words(event.state)
            return f"{event.name or self._place(event)}, {self._second_line(event)}, {words}"
        return None

    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: Any,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Tick an event that both changed, or take the tick away."""
        event = self._shown[index.row()]
        if role != Qt.ItemDataRole.CheckStateRole or event.state is not EventState.BOTH:
            return False
        if event.event_id is None:
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._taken.add(event.event_id)
        else:
            self._taken.discard(event.event_id)
        self.dataChanged.emit(index, index)
        return True

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Return what can be done with a line: some can be ticked."""
        flags = super().flags(index)
        if self._shown[index.row()].state is EventState.BOTH:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def _second_line(self, event: PlannedEvent) -> str:
        if event.reason or event.event is None:
            return f"{self._place(event)}: {event.reason}" if event.name else event.reason
        if event.state is EventState.BOTH:
            words = QCoreApplication.translate("CalendarImport", "take the file’s: {changes}")
            return words.format(changes=_changes_words(event.their_changes))
        if event.changes:
            return _changes_words(event.changes)
        return _when(event.event) + (f" · {event.event.place}" if event.event.place else "")

    def _place(self, event: PlannedEvent) -> str:
        words = QCoreApplication.translate("CalendarImport", "{file}, line {line}")
        return words.format(file=event.source, line=event.line)


def event_state_words(state: EventState) -> str:
    """Return the word on the badge of an event."""
    words = {
        EventState.NEW: QCoreApplication.translate("CalendarImport", "new"),
        EventState.CHANGED: QCoreApplication.translate("CalendarImport", "changed"),
        EventState.BOTH: QCoreApplication.translate("CalendarImport", "changed by both"),
        EventState.OWN: QCoreApplication.translate("CalendarImport", "changed by you"),
        EventState.SAME: QCoreApplication.translate("CalendarImport", "already there"),
        EventState.OURS: QCoreApplication.translate("CalendarImport", "from this notebook"),
        EventState.CANCELLED: QCoreApplication.translate("CalendarImport", "cancelled"),
        EventState.GONE: QCoreApplication.translate("CalendarImport", "no longer in the file"),
        EventState.KEPT: QCoreApplication.translate("CalendarImport", "no longer there, kept"),
        EventState.BAD: QCoreApplication.translate("CalendarImport", "not readable"),
    }
    return words[state]


def _changes_words(changes: Sequence[tuple[str, str, str]]) -> str:
    said = (f"{_field_words(what)}: {old or '–'} → {new or '–'}" for what, old, new in changes)
    return " · ".join(said).replace("\n", " ")


def _field_words(what: str) -> str:
    words = {
        "name": QCoreApplication.translate("CalendarImport", "name"),
        "day": QCoreApplication.translate("CalendarImport", "day"),
        "time": QCoreApplication.translate("CalendarImport", "time"),
        "minutes": QCoreApplication.translate("CalendarImport", "minutes"),
        "place": QCoreApplication.translate("CalendarImport", "place"),
        "host": QCoreApplication.translate("CalendarImport", "host"),
        "note": QCoreApplication.translate("CalendarImport", "note"),
    }
    return words[what]


def _when(event: CalendarEvent) -> str:
    day = QDate(event.on.year, event.on.month, event.on.day)
    said = QLocale().toString(day, QLocale.FormatType.LongFormat)
    return f"{said}, {event.at:%H:%M}" if event.at else said
