"""A card with a person on it: avatar, name, a word or two, a quiet second line, buttons."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import MEDIUM, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.avatar import Avatar
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.labels import ElidedLabel


class PersonCard(Card):
    """Enter or a click opens the person; ``step_wanted`` carries +1 or -1 for Down and Up."""

    step_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Make a card without anybody on it yet."""
        super().__init__(clickable=True, parent=parent)
        self.desk = desk
        self._keys: Mapping[Qt.Key, Callable[[], object]] = {}
        self.avatar = Avatar()
        self.name = ElidedLabel("", TextRole.STRONG)
        self.second = ElidedLabel("", TextRole.SMALL, Tone.MUTED)
        self.head = QHBoxLayout()
        self.head.setSpacing(SMALL - 1)
        self.head.addWidget(self.name)
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addStretch(1)
        lines.addLayout(self.head)
        lines.addWidget(self.second)
        self._lines = lines
        self.remembered: ElidedLabel | None = None
        self.buttons: list[PlainButton] = []
        lines.addStretch(1)
        self._who = QHBoxLayout()
        self._who.setSpacing(SMALL + 2)
        self._who.addWidget(self.avatar)
        self._who.addLayout(lines, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(SMALL + 2)
        self._buttons.addStretch(1)
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.row.setSpacing(MEDIUM + 2)
        self.row.addLayout(self._who, 1)
        self.row.addLayout(self._buttons)
        self.body.addLayout(self.row)

    def show_name(self, name: str) -> None:
        """Show the name, which is cut last of all where there is little room."""
        # Longer than any screen; measuring 100,000 letters at each redraw would show.
        self.name.setText(name[:300])
        self.name.setMinimumWidth(min(self.name.sizeHint().width(), theme_of(self).em(6)))

    def show_remembered(self, words: str) -> None:
        """Show what to remember of them in a line of its own, if there is anything."""
        if words and self.remembered is None:
            self.remembered = ElidedLabel("", TextRole.SMALL)
            self._lines.insertWidget(self._lines.indexOf(self.second) + 1, self.remembered)
        if self.remembered is not None:
            said = self.tr("Remember: {words}").format(words=words[:300])
            self.remembered.setText(said if words else "")
            self.remembered.setVisible(bool(words))

    def add_line(self, widget: QWidget) -> None:
        """Put something of its own below the other lines."""
        self._lines.insertWidget(self._lines.count() - 1, widget)

    def add_button(self, button: PlainButton) -> None:
        """Put a button at the end of the card."""
        self._buttons.addWidget(button)
        self.buttons.append(button)

    def minimumSizeHint(self) -> QSize:
        """Return the width that is enough with the buttons below the lines."""
        margins = self.body.contentsMargins()
        parts = (self._who.minimumSize().width(), self._buttons.minimumSize().width())
        # Two for the line around the card.
        width = max(parts) + margins.left() + margins.right() + 2
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the lines where there is no room beside them."""
        super().resizeEvent(event)
        margins = self.body.contentsMargins()
        inside = self.width() - margins.left() - margins.right()
        parts = (self._who.minimumSize().width(), self._buttons.minimumSize().width())
        beside = sum(parts) + self.row.spacing() <= inside
        direction = QBoxLayout.Direction
        self.row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def listen(self, keys: Mapping[Qt.Key, Callable[[], object]]) -> None:
        """Take the keys that do something while the card has the focus."""
        self._keys = keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step to another card, or do what a letter stands for."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step_wanted.emit(1 if key is Qt.Key.Key_Down else -1)
        elif plain and key in self._keys and self.hasFocus():
            self._keys[key]()
        else:
            super().keyPressEvent(event)
