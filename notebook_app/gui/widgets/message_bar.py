"""The message at the bottom of the window: what was just done, with a way to take it back."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, theme_of
from notebook_app.gui.theme.tokens import RADIUS
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.labels import PlainLabel, plain_tool_tip

_SHOWN_MS: Final = 8_000
_PROBLEM_SHOWN_MS: Final = 20_000
_LONGEST: Final = 300
_LONGEST_PROBLEM: Final = 500
_LONGEST_WORD: Final = 80
_MOST_IN_TIP: Final = 2_000


class ToastButton(PlainButton):
    """A word to click on the dark ground of the message."""


class MessageBar(QWidget):
    """Floats above the bottom of its parent and goes away by itself.

    It stays while the pointer is on it or the focus is in it. ``say`` replaces what is shown.
    """

    def __init__(self, parent: QWidget) -> None:
        """Take the widget to float above; the bar is hidden until it has something to say."""
        super().__init__(parent)
        self._host = parent
        self._act: Callable[[], object] | None = None
        self._problem = False
        self.label = PlainLabel("", wrap=True)
        self.label.setProperty("tone", "toast")
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.act_button = ToastButton("", self._run_act)
        self._more: Callable[[], object] | None = None
        self.more_button = ToastButton("", self._run_more)
        self.close_button = ToastButton("✕", self.hide)
        self.close_button.setAccessibleName(self.tr("Close this message"))
        self.close_button.setToolTip(self.tr("Close this message"))
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE + 2, SMALL, SMALL, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(self.label, 1)
        row.addWidget(self.more_button)
        row.addWidget(self.act_button)
        row.addWidget(self.close_button)
        self.hide_timer = QTimer(self)
        self.hide_timer.setSingleShot(True)
        self.hide_timer.timeout.connect(self._leave_if_unused)
        parent.installEventFilter(self)
        self.hide()

    def say(
        self,
        text: str,
        act: tuple[str, Callable[[], object]] | None = None,
        *,
        problem: bool = False,
    ) -> None:
        """Show ``text`` as plain text, with at most one act as (word, what it does).

        A ``problem`` stays longer and has a mark at its start.
        """
        self._problem = problem
        whole = text
        text = _shortened(text, _LONGEST_PROBLEM if problem else _LONGEST)
        self.label.setText(text)
        self.label.setToolTip(plain_tool_tip(whole[:_MOST_IN_TIP]) if text != whole else "")
        self._act = act[1] if act else None
        self.act_button.setText(act[0] if act else "")
        self.act_button.setVisible(act is not None)
        self.more_button.hide()
        self.show()
        self.raise_()
        self._place()
        self.hide_timer.start(_PROBLEM_SHOWN_MS if problem else _SHOWN_MS)
        self._announce(text)
        self.update()

    def offer(self, words: str, act: Callable[[], object]) -> None:
        """Offer something more beside the message that is shown, as to look at what it tells."""
        if self.isHidden():
            return
        self._more = act
        self.more_button.setText(words)
        self.more_button.show()
        self._place()

    def text(self) -> str:
        """Return what is shown, or an empty text while hidden."""
        return "" if self.isHidden() else self.label.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place at the bottom when the parent changes its size."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is here."""
        self.hide_timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go away some time after the pointer left."""
        if not self.isHidden():
            self.hide_timer.start(_SHOWN_MS // 2)
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground with a soft shadow line, and the mark of a problem."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 40))
        painter.setBrush(theme.color("toast"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if self._problem:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("alert"))
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            left = self.width() - 10 if mirrored else 6
            painter.drawRoundedRect(QRectF(left, 8, 4, self.height() - 16), 2, 2)

    def _run_more(self) -> None:
        self.hide()
        if self._more is not None:
            self._more()

    def _run_act(self) -> None:
        act = self._act
        self.hide()
        if act is not None:
            act()

    def _leave_if_unused(self) -> None:
        focus = self.window().focusWidget()
        in_use = self.underMouse() or (
            focus is not None and self.isAncestorOf(focus) and focus.hasFocus()
        )
        if in_use:
            self.hide_timer.start(_SHOWN_MS // 2)
        else:
            self.hide()

    def _place(self) -> None:
        room = self._host.width() - 2 * LARGE
        beside = self.sizeHint().width() - self.label.sizeHint().width()
        metrics = theme_of(self).metrics(TextRole.BODY)
        wanted = metrics.horizontalAdvance(self.label.text()) + beside + MEDIUM
        width = max(1, min(room, max(wanted, theme_of(self).em(22)), theme_of(self).em(52)))
        height = min(self.heightForWidth(width), max(1, self._host.height() - 2 * LARGE))
        self.setGeometry(
            (self._host.width() - width) // 2, self._host.height() - height - LARGE, width, height
        )

    def _announce(self, text: str) -> None:
        from PySide6.QtGui import QAccessible

        if not QAccessible.isActive():
            return
        from PySide6.QtGui import QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))


def _shortened(text: str, longest: int) -> str:
    """Return a text that stays low: no word is longer than a line, and there are not too many."""
    words = [
        word if len(word) <= _LONGEST_WORD else f"{word[: _LONGEST_WORD - 1]}…"
        for word in text.split(" ")
    ]
    text = " ".join(words)
    return text if len(text) <= longest else text[:longest].rstrip() + "…"
