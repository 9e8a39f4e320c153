"""Goal against result: a bar that fills as new people are met, and the same in words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from notebook_app.gui.events.event_words import result_words
from notebook_app.gui.theme import TIGHT, TextRole, theme_of
from notebook_app.gui.widgets.labels import PlainLabel

_HEIGHT = 8


class GoalBar(QWidget):
    """``3 of 3 new people`` above its bar; without a goal the words alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make one without a goal."""
        super().__init__(parent)
        self.words = PlainLabel("", TextRole.SMALL_STRONG)
        self._bar = _Bar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self.words)
        column.addWidget(self._bar)

    def show_result(self, goal: int | None, met: int) -> None:
        """Show how many of how many new people were met."""
        self.words.setText(result_words(goal, met, self.locale()))
        self._bar.setVisible(bool(goal))
        self._bar.show_share(min(1.0, met / goal) if goal else 0.0)


class _Bar(QWidget):
    """Drawn only; the words beside it say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme_of(self).em(14), _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(theme.color("neutral_soft"))
        painter.drawRoundedRect(whole, _HEIGHT / 2, _HEIGHT / 2)
        width = whole.width() * self._share
        if width <= 0:
            return
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = whole.right() - width if mirrored else whole.left()
        painter.setBrush(theme.color("accent" if self._share >= 1 else "amber_bar"))
        painter.drawRoundedRect(QRectF(left, 0, width, whole.height()), _HEIGHT / 2, _HEIGHT / 2)
