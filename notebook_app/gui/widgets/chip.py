"""Pills that switch a filter on and off, by mouse, Space or Enter."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from notebook_app.gui.theme import theme_of
from notebook_app.gui.widgets.badge import BadgeKind, badge_size, paint_badge
from notebook_app.model.tag import TagColour

_RING = 3


class Chip(QPushButton):
    """A checkable pill; put several into a QButtonGroup to make them exclusive."""

    def __init__(
        self,
        text: str,
        *,
        checkable: bool = True,
        dot: TagColour = TagColour.NONE,
        parent: QWidget | None = None,
    ) -> None:
        """Take the words, shown as they are, and the colour of a tag's dot.

        One that isn't checkable is a small button.
        """
        super().__init__(parent)
        self._words = text
        self._dot = dot
        self.setCheckable(checkable)
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """The words shown."""
        return self._words

    def set_words(self, text: str) -> None:
        """Show other words, as when a count beside them changed."""
        if text != self._words:
            self._words = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the pill's size with room for the focus ring."""
        size = badge_size(self._words, theme_of(self), self._dot)
        return QSize(size.width() + 2 * _RING, size.height() + 2 * _RING)

    def minimumSizeHint(self) -> QSize:
        """Return the size hint: a filter's words are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter like Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill, a line around it under the pointer, a ring with the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self)
        pill = self.rect().adjusted(_RING, _RING, -_RING, -_RING)
        kind = BadgeKind.ACCENT if self.isChecked() else BadgeKind.NEUTRAL
        painter.setLayoutDirection(self.layoutDirection())
        paint_badge(painter, pill, self._words, kind, theme, dot=self._dot)
        radius = min(pill.height() / 2, theme.em(0.75))
        if self.isChecked() or self.underMouse():
            painter.setPen(QPen(theme.color(kind.value), 1))
            painter.drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(1, 1, -1, -1), radius + 2, radius + 2
            )
