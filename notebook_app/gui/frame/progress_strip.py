"""How far long work is, at the bottom of the window: after 100 ms, and with a way to stop it."""

from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from notebook_app.foundation.remaining_time import RemainingTime
from notebook_app.gui.frame.background_work import BackgroundWork
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.labels import ElidedLabel

SHOWN_AFTER_MS: Final = 100
STOPPABLE_AFTER_MS: Final = 1000
_STEPS: Final = 1000


class ProgressStrip(QFrame):
    """Belongs to one piece of work and takes itself away when that ends."""

    def __init__(self, work: BackgroundWork[Any], parent: QWidget) -> None:
        """Take the work, which runs already."""
        super().__init__(parent)
        self._work = work
        self._title = ElidedLabel(work.title, TextRole.STRONG)
        self._remaining = RemainingTime()
        self._text = ElidedLabel("", TextRole.SMALL, Tone.MUTED)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(work.title)
        self.stop_button = PlainButton(self.tr("Stop"), self._stop)
        self.stop_button.hide()
        self.bar.setMinimumWidth(theme_of(self).em(8))
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE + 4, SMALL, LARGE + 4, SMALL)
        row.setSpacing(MEDIUM)
        row.addWidget(self._title)
        row.addWidget(self.bar, 3)
        row.addWidget(self._text, 2)
        row.addWidget(self.stop_button)
        self.hide()
        self._show = self._after(SHOWN_AFTER_MS, self)
        self._offer = self._after(STOPPABLE_AFTER_MS, self.stop_button)
        work.progressed.connect(self._report)
        work.ended.connect(self._leave)

    def _after(self, milliseconds: int, widget: QWidget) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(widget.show)
        timer.start(milliseconds)
        return timer

    def _report(self, done: int, total: int, text: str) -> None:
        if total > 0:
            self.bar.setRange(0, _STEPS)
            self.bar.setValue(min(_STEPS, done * _STEPS // total))
            locale = self.locale()
            figures = self.tr("{done} of {total}").format(
                done=locale.toString(done), total=locale.toString(total)
            )
            left = self._remaining.after(done, total, text)
            parts = (figures, text, self._left(left) if left else "")
            self._text.setText(" · ".join(part for part in parts if part))
        else:
            self.bar.setRange(0, 0)
            self._text.setText(text)

    def _left(self, seconds: int) -> str:
        """Say how long it will still take; the figure comes rounded."""
        if seconds < 120:
            return self.tr("about {count} s left").format(count=seconds)
        return self.tr("about {count} min left").format(count=seconds // 60)

    def _stop(self) -> None:
        self.stop_button.setEnabled(False)
        self.stop_button.setText(self.tr("Stopping…"))
        self._work.cancel()

    def _leave(self) -> None:
        self._show.stop()
        self._offer.stop()
        self.hide()
        self.deleteLater()
