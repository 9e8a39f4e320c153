"""The few kinds of buttons: one primary act, plain acts, quiet ones, links, and a small menu."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from notebook_app.gui.theme import theme_of
from notebook_app.gui.theme.tokens import CONTROL_RADIUS


class PlainButton(QPushButton):
    """An act among others."""

    def __init__(
        self,
        text: str,
        clicked: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Take the words on the button (``&`` marks its key) and what it does."""
        super().__init__(parent)  # with the words PySide would load what icons need
        self.setText(text)
        self.setAutoDefault(False)
        if clicked is not None:
            self.clicked.connect(lambda _checked=False: clicked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter like Space; else it would press nothing, or a dialog's main button instead."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        others = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if enter and not others and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)


class PrimaryButton(PlainButton):
    """The one act that a page or dialog is there for."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, and a light ring inside it when it has the focus."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme_of(self).color("on_accent"), 1.5))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(3, 3, -3, -3), CONTROL_RADIUS - 2, CONTROL_RADIUS - 2
        )


class QuietButton(PlainButton):
    """A small act without a frame, such as closing a message."""

    def __init__(
        self,
        text: str,
        name: str,
        clicked: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Take the sign or word shown, and the words a screen reader and the tool tip say."""
        super().__init__(text, clicked, parent)
        self.setAccessibleName(name)
        self.setToolTip(name)


class LinkButton(PlainButton):
    """Words that lead somewhere, in the accent's colour."""

    def __init__(
        self,
        text: str,
        clicked: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Take the words, shown as they are, and what a click does."""
        super().__init__(without_key(text), clicked, parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)


class MenuButton(PlainButton):
    """A button that opens a short menu: ``Later ▾``."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Take the words; the little arrow is added."""
        super().__init__(f"{text} ▾", parent=parent)
        self.setAccessibleName(text.replace("&", ""))
        self._choices = QMenu(self)
        self.setMenu(self._choices)

    def add_choice(self, text: str, chosen: Callable[[], object]) -> QAction:
        """Add a line to the menu."""
        action = self._choices.addAction(text)
        action.triggered.connect(lambda _checked=False: chosen())
        return action

    def choices(self) -> QMenu:
        """Return the menu, to fill it just before it opens (``aboutToShow``) or to divide it."""
        return self._choices


def without_key(text: str) -> str:
    """Return ``text`` such that a ``&`` in it is shown and does not mark a key."""
    return text.replace("&", "&&")
