"""Conversations, events and follow-ups as a plain list; their words are read as they are seen."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from notebook_app.gui.follow_ups.due_words import short_day
from notebook_app.gui.importing.two_line_delegate import BADGE_ROLE, SECOND_ROLE, TITLE_ROLE
from notebook_app.gui.timeline.entry_words import entry_title, entry_words, people_pieces
from notebook_app.gui.widgets.badge import BadgeKind
from notebook_app.model.happening_filter import HappeningFilter
from notebook_app.model.rows import EntryKey, EntryKind, TimelineEntry
from notebook_app.storage.notebook import Notebook

_PAGE: Final = 60
_LONGEST: Final = 200
_Index = QModelIndex | QPersistentModelIndex


class ActsModel(QAbstractListModel):
    """Each line: with whom and what, and below it the day and the first words."""

    def __init__(
        self, notebook: Notebook, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        """Take where to read, and who knows the day; there is nothing until ``show``."""
        super().__init__(parent)
        self._notebook = notebook
        self._today = today
        self.acts: Sequence[tuple[EntryKind, int]] = ()
        self._beside: Sequence[str] = ()
        self._read: dict[tuple[EntryKind, int], TimelineEntry] = {}

    def show(self, acts: Sequence[tuple[EntryKind, int]], beside: Sequence[str] = ()) -> None:
        """Show these, with words at the end of each line where there are any."""
        self.beginResetModel()
        self.acts, self._beside, self._read = acts, beside, {}
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.acts)

    def entry(self, row: int) -> TimelineEntry | None:
        """Return what a line is about; None if it is gone."""
        act = self.acts[row]
        if act not in self._read:
            start = row - row % _PAGE
            keys = [EntryKey(date.min, "", *each) for each in self.acts[start : start + _PAGE]]
            everything = self._notebook.timeline.of_everybody(HappeningFilter(), self._today())
            self._read |= {entry.key: entry for entry in everything.entries(keys)}
        return self._read.get(act)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return both lines, the words beside them, or all of it for screen readers."""
        if not index.isValid():
            return None
        beside = self._beside[index.row()] if self._beside else ""
        if role == BADGE_ROLE:
            return (beside, BadgeKind.NEUTRAL) if beside else None
        entry = self.entry(index.row())
        if entry is None:
            return "" if role in (TITLE_ROLE, SECOND_ROLE) else None
        today, locale = self._today(), QLocale()
        if role == TITLE_ROLE:
            who = "".join(piece.words for piece in people_pieces(entry))
            title = entry_title(entry)
            return " ".join((f"{title} · {who}" if who else title)[:_LONGEST].split())
        if role == SECOND_ROLE:
            parts = (short_day(entry.on, today, locale), " ".join(entry.text[:_LONGEST].split()))
            return " · ".join(part for part in parts if part)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words = entry_words(entry, today, locale, names=True)
            return f"{words}\n{beside}" if beside else words
        return None
