"""The events of things dragged over a window and dropped there.

Qt 6.12 takes their place as a ``QPointF`` and warns of a ``QPoint``, which is all that versions
before it know.
"""

from typing import cast

from PySide6 import __version_info__ as pyside_version
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

_COPY = Qt.DropAction.CopyAction
_LEFT = Qt.MouseButton.LeftButton
_NO_KEYS = Qt.KeyboardModifier.NoModifier


def enter_event(data: QMimeData, place: QPoint) -> QDragEnterEvent:
    """Return the event of ``data`` coming over a window at ``place``."""
    return QDragEnterEvent(_as_qt_takes_it(place), _COPY, data, _LEFT, _NO_KEYS)


def move_event(data: QMimeData, place: QPoint) -> QDragMoveEvent:
    """Return the event of ``data`` moving over a window to ``place``."""
    return QDragMoveEvent(_as_qt_takes_it(place), _COPY, data, _LEFT, _NO_KEYS)


def drop_event(data: QMimeData, place: QPoint) -> QDropEvent:
    """Return the event of ``data`` being let go over a window at ``place``."""
    return QDropEvent(QPointF(place), _COPY, data, _LEFT, _NO_KEYS)


def _as_qt_takes_it(place: QPoint) -> QPoint:
    # The types of older versions have only QPoint, and newer ones have it still.
    return cast(QPoint, QPointF(place)) if pyside_version >= (6, 12) else place
