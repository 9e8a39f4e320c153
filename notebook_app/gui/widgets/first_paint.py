"""Puts off what the first picture of a widget does not need until that picture is there."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class _FirstPaint(QObject):
    """Waits for one paint event; belongs to the widget."""

    def __init__(self, widget: QWidget, act: Callable[[], object]) -> None:
        super().__init__(widget)
        self._act = act
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # Its children are painted before any timer comes to its turn.
            QTimer.singleShot(0, self, self._do)
        return False

    def _do(self) -> None:
        self._act()
        self.deleteLater()


def after_first_paint(widget: QWidget, act: Callable[[], object]) -> None:
    """Run ``act`` once ``widget`` and what it holds are painted; never, if that never happens."""
    _FirstPaint(widget, act)
