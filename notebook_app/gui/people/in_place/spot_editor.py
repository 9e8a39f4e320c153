"""What takes the place of a value while it is edited: fields, and the keys that end it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QVBoxLayout, QWidget

from notebook_app.gui.theme import TIGHT, TextRole, Tone
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.contact import ContactDraft


class SpotEditor(QWidget):
    """Subclasses put their fields into ``column`` and say what becomes of a draft.

    Signals:
        committed: with the step to go on by: 0 for Enter, 1 for Tab, -1 for Shift+Tab.
        left: the focus went elsewhere in the window; what was written is to be kept.
        given_up: Escape.
    """

    committed = Signal(int)
    left = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an editor without fields."""
        super().__init__(parent)
        self.main_field: QWidget = self
        self._begun = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 2, 0, 2)
        self.column.setSpacing(TIGHT)
        self._remark = PlainLabel("", TextRole.SMALL, Tone.AMBER, wrap=True)
        self._remark.hide()

    def apply(self, draft: ContactDraft) -> ContactDraft:
        """Return ``draft`` with what is written here now."""
        raise NotImplementedError

    def begin(self) -> None:
        """Put the focus into the main field, with its text selected."""
        if self._remark.parent() is None:
            self.column.addWidget(self._remark)
        self.main_field.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(self.main_field, QLineEdit):
            self.main_field.selectAll()
        self._begun = True
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def remark(self, text: str) -> None:
        """Point out what may be a mistake, or nothing for an empty text."""
        self._remark.setText(text)
        self._remark.setVisible(bool(text))
        self.main_field.setAccessibleDescription(text)

    def end(self) -> None:
        """Listen no more; the editor is about to go."""
        self._begun = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commit on Enter, give up on Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.committed.emit(0)
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go through the fields, and from the last one on to the next value."""
        before = self.focusWidget()
        stops = self._stops()
        at = stops.index(before) if before in stops else -1
        wanted = at + (1 if forward else -1)
        if at >= 0 and 0 <= wanted < len(stops):
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            stops[wanted].setFocus(reason)
            return True
        self.committed.emit(1 if forward else -1)
        return True

    def _stops(self) -> list[QWidget]:
        """Return the fields that Tab goes through, from top to bottom and along each line."""
        found = [
            child
            for child in self.findChildren(QWidget)
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus
            and child.isVisibleTo(self)
            and child.isEnabled()
            and child.window() is self.window()
            and not isinstance(child.parent(), QComboBox)
        ]
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft

        def place(child: QWidget) -> tuple[int, int]:
            at = child.mapTo(self, child.rect().center())
            return at.y() // 8, -at.x() if mirrored else at.x()

        return sorted(found, key=place)

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if not self._begun or now is None or now is self or self.isAncestorOf(now):
            return
        if now.window() is self.window():
            self.left.emit()
