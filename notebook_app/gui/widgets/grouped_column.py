"""A column of very many widgets that may grow one by one.

Qt lays a whole column out anew whenever a widget in it changes or is shown, which takes a fifth
of a second with two hundred lines of text. Here they lie in groups: all but the changed one keep
their size, and a group that is being filled is shown when it is full.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

_IN_A_GROUP = 6


class GroupedColumn(QWidget):
    """Takes widgets by their place from 0 on, like a list."""

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        """Take the distance between widgets, in device-independent pixels."""
        super().__init__(parent)
        self._spacing = spacing
        self._groups: list[_Group] = []
        self._filling: _Group | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)

    def insert(self, place: int, widget: QWidget) -> None:
        """Put a widget before the one that has this place now, and show it."""
        self.show_all()
        group, inside = self._at(place)
        if group is None or inside == len(group.widgets) >= _IN_A_GROUP:
            after = 0 if group is None else self._groups.index(group) + 1
            group, inside = self._new_group(after), 0
            group.show()
        group.insert(inside, widget)
        widget.show()

    def insert_later(self, place: int, widget: QWidget) -> None:
        """Put a widget in like the others that follow, to be shown with them.

        Call ``show_all`` after the last one.
        """
        group, inside = self._at(place)
        if group is None or group is not self._filling or len(group.widgets) >= _IN_A_GROUP:
            self.show_all()
            at = 0 if group is None else self._groups.index(group) + (1 if inside else 0)
            if group is not None and inside:
                self._split(group, inside)
            group = self._filling = self._new_group(at)
            group.hide()
            inside = 0
        group.insert(inside, widget)
        widget.show()

    def show_all(self) -> None:
        """Show what was put in for later."""
        if self._filling is not None:
            self._filling.show()
            self._filling = None

    def remove(self, widget: QWidget) -> None:
        """Take a widget out and let go of it."""
        for group in self._groups:
            if widget in group.widgets:
                group.take(widget)
                widget.hide()
                widget.deleteLater()
                if not group.widgets:
                    self._drop(group)
                return

    def clear(self) -> None:
        """Take all widgets out and let go of them."""
        for group in list(self._groups):
            self._drop(group)

    def widgets(self) -> Sequence[QWidget]:
        """Return all widgets in their order."""
        return [widget for group in self._groups for widget in group.widgets]

    def _new_group(self, at: int) -> "_Group":
        group = _Group(self._spacing)
        self._groups.insert(at, group)
        self._column.insertWidget(at, group)
        return group

    def _drop(self, group: "_Group") -> None:
        if group is self._filling:
            self._filling = None
        self._groups.remove(group)
        self._column.removeWidget(group)
        group.hide()
        group.deleteLater()

    def _split(self, group: "_Group", inside: int) -> None:
        """Let those from a place on be a group of their own."""
        tail = group.widgets[inside:]
        if not tail:
            return
        other = self._new_group(self._groups.index(group) + 1)
        for widget in tail:
            group.take(widget)
            other.insert(len(other.widgets), widget)
            widget.show()
        other.show()

    def _at(self, place: int) -> "tuple[_Group | None, int]":
        """Return the group that ends at or holds a place, and the place inside it."""
        for group in self._groups:
            if place <= len(group.widgets):
                return group, place
            place -= len(group.widgets)
        return (self._groups[-1], len(self._groups[-1].widgets)) if self._groups else (None, 0)


class _Group(QWidget):
    def __init__(self, spacing: int) -> None:
        super().__init__()
        self.widgets: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def insert(self, place: int, widget: QWidget) -> None:
        self.widgets.insert(place, widget)
        self._column.insertWidget(place, widget)

    def take(self, widget: QWidget) -> None:
        self.widgets.remove(widget)
        self._column.removeWidget(widget)

    def minimumSizeHint(self) -> QSize:
        return self._column.minimumSize()
