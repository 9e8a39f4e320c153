"""The pairs of people who may be the same, as a list that shows the surest first."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from notebook_app.gui.importing.two_line_delegate import BADGE_ROLE, SECOND_ROLE, TITLE_ROLE
from notebook_app.gui.widgets.badge import BadgeKind
from notebook_app.model.duplicate_score import Certainty
from notebook_app.services.find_duplicates import DuplicatePair, best_first

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_BADGES = {
    Certainty.CERTAIN: BadgeKind.ACCENT,
    Certainty.LIKELY: BadgeKind.BLUE,
    Certainty.PERHAPS: BadgeKind.NEUTRAL,
}


class PairList(QAbstractListModel):
    """Shows pairs; names are read as they come into sight."""

    def __init__(
        self, names_of: Callable[[Iterable[int]], Sequence[str]], parent: QObject | None = None
    ) -> None:
        """Take what reads the names of contacts."""
        super().__init__(parent)
        self._names_of = names_of
        self._pairs: list[DuplicatePair] = []
        self._later: list[tuple[int, int]] = []
        self._names: dict[tuple[int, int], str] = {}

    def pairs(self) -> list[DuplicatePair]:
        """Return all pairs in their order."""
        return list(self._pairs)

    def pair(self, row: int) -> DuplicatePair | None:
        """Return the pair in a row, if there is such a row."""
        return self._pairs[row] if 0 <= row < len(self._pairs) else None

    def row_of(self, key: tuple[int, int]) -> int:
        """Return the row of a pair, or -1."""
        return next((row for row, pair in enumerate(self._pairs) if pair.key == key), -1)

    def show(self, pairs: Iterable[DuplicatePair]) -> None:
        """Show other pairs; those put off come last."""
        ordered = best_first(pairs)
        order = {key: place for place, key in enumerate(self._later)}
        self.beginResetModel()
        self._names.clear()
        self._pairs = sorted(ordered, key=lambda pair: order.get(pair.key, -1))
        self.endResetModel()

    def take_out(self, row: int) -> None:
        """Take a pair off the list."""
        self.beginRemoveRows(_NO_PARENT, row, row)
        del self._pairs[row]
        self.endRemoveRows()

    def put_off(self, row: int) -> None:
        """Put a pair at the end of the list."""
        pair = self._pairs[row]
        self._later = [key for key in self._later if key != pair.key] + [pair.key]
        self.take_out(row)
        self.beginInsertRows(_NO_PARENT, len(self._pairs), len(self._pairs))
        self._pairs.append(pair)
        self.endInsertRows()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many pairs there are."""
        return 0 if parent.isValid() else len(self._pairs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return names, reasons and certainty, or all of it for a screen reader."""
        pair = self.pair(index.row())
        if pair is None:
            return None
        if role == TITLE_ROLE:
            return self._names_in(pair)
        if role == SECOND_ROLE:
            return reason_words(pair)
        if role == BADGE_ROLE:
            return certainty_words(pair), _BADGES[pair.score.certainty]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words = (self._names_in(pair), certainty_words(pair), reason_words(pair))
            return ", ".join(words)
        return None

    def _names_in(self, pair: DuplicatePair) -> str:
        if pair.key not in self._names:
            one, other = (name[:80] for name in self._names_of(pair.key))
            self._names[pair.key] = one if one == other else f"{one} · {other}"
        return self._names[pair.key]


def certainty_words(pair: DuplicatePair) -> str:
    """Return how sure it is."""
    return _tr(pair.score.certainty.value)


def reason_words(pair: DuplicatePair) -> str:
    """Return what speaks for and against it in one line."""
    reasons = pair.score.reasons
    speaking_for = ", ".join(_tr(reason.value) for reason in reasons if not reason.against)
    against = ", ".join(_tr(reason.value) for reason in reasons if reason.against)
    if speaking_for and against:
        return _tr("{for_it}; but {against}").format(for_it=speaking_for, against=against)
    return speaking_for or against


def _tr(text: str) -> str:
    return QCoreApplication.translate("Duplicates", text)
