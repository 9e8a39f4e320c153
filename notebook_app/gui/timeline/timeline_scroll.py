"""Lets a timeline in a scrolling column know what is seen of it, and brings into sight."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer

from notebook_app.gui.theme import SMALL
from notebook_app.gui.timeline.timeline_view import TimelineView
from notebook_app.gui.widgets.card import ScrollColumn


class TimelineScroll(QObject):
    """For a timeline that stands in a ``ScrollColumn``."""

    def __init__(self, column: ScrollColumn, view: TimelineView) -> None:
        """Take both; settles once the column has found its size."""
        super().__init__(column)
        self._column = column
        self._view = view
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(0)
        self._settling.timeout.connect(self.settle)
        column.verticalScrollBar().valueChanged.connect(lambda _value: self.settle())
        column.verticalScrollBar().rangeChanged.connect(lambda _low, _high: self.settle_soon())
        column.viewport().installEventFilter(self)
        view.shifted.connect(self._shift)
        view.moved.connect(self._bring_into_sight)

    def to_the_top(self) -> None:
        """Show the newest entries."""
        self._column.verticalScrollBar().setValue(0)
        self.settle()

    def settle(self) -> None:
        """Have the timeline measure what is seen of it."""
        view = self._view
        top = view.mapFrom(self._column.viewport(), QPoint(0, 0)).y()
        view.settle(QRect(0, top, view.width(), self._column.viewport().height()))

    def settle_soon(self) -> None:
        """Do so after the layout has found its sizes."""
        self._settling.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Settle when there is more or less room."""
        if event.type() == QEvent.Type.Resize:
            self.settle_soon()
        return super().eventFilter(watched, event)

    def _shift(self, distance: int) -> None:
        bar = self._column.verticalScrollBar()
        bar.setValue(bar.value() + distance)

    def _bring_into_sight(self, rect: QRect) -> None:
        body = self._column.widget()
        top = self._view.mapTo(body, rect.topLeft()).y() if body is not None else 0
        bar = self._column.verticalScrollBar()
        height = self._column.viewport().height()
        if top < bar.value() + SMALL or rect.height() > height:
            bar.setValue(top - SMALL)
        elif top + rect.height() > bar.value() + height - SMALL:
            bar.setValue(top + rect.height() - height + SMALL)
