"""One thing to remember, edited where it stands."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtGui import QPaintEvent as PaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from notebook_app.gui.people.long_text import breakable
from notebook_app.gui.theme import SMALL, TIGHT, Tone, theme_of
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.gui.widgets.text_fields import LineField

_LONGEST = 400


class FactField(LineField):
    """Enter emits ``said`` with the text, Escape and leaving it empty ``left``.

    Going elsewhere says what stands there: nothing typed is ever lost.
    """

    said = Signal(str)
    left = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Take the text to begin with."""
        super().__init__(parent)
        self.setText(text)
        self._before = text
        self._done = False
        self.setAccessibleName(self.tr("Something to remember"))
        self.setPlaceholderText(self.tr("Children, hobbies, what they care about…"))

    def begin_anew(self) -> None:
        """Be empty, for the next one."""
        self.setText("")
        self._before = ""
        self._done = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say it, or leave."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.say(elsewhere=False)
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say it, unless the focus went to a menu or another window only."""
        super().focusOutEvent(event)
        passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in passing and self.isVisible():
            self.say(elsewhere=True)

    def say(self, *, elsewhere: bool) -> None:
        """Tell what was typed, if it is anything new; then leave, if one is elsewhere by now."""
        words = self.text().strip()
        if self._done:
            return
        if words and words != self._before:
            self._done = True
            self.said.emit(words)
            if elsewhere:
                self.left.emit()
        elif elsewhere or words or not self._before:
            self._leave()

    def _leave(self) -> None:
        if not self._done:
            self._done = True
            self.left.emit()


class FactLine(QWidget):
    """Enter, F2 or a click edits it, Del takes it out, Alt+Up and Alt+Down move it.

    ``changed`` carries the new words; ``moved`` carries -1 or +1; ``closed`` ends an edit.
    """

    changed = Signal(str)
    moved = Signal(int)
    removed = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a line without words."""
        super().__init__(parent)
        self.fact_id = 0
        self._text = ""
        self._shown: str | None = None
        self._mark = PlainLabel("•", tone=Tone.MUTED)
        self._label = PlainLabel("", wrap=True)
        self.field: FactField | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(TIGHT - 2, 1, TIGHT - 2, 1)
        self._row.setSpacing(SMALL - 2)
        self._row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._label, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Enter edits, Del takes it out, Alt+Up and Alt+Down move it"))

    def show_fact(self, fact_id: int, text: str) -> None:
        """Show a fact; one that is being edited is left alone."""
        if fact_id != self.fact_id:
            self._close()
        self.fact_id = fact_id
        if text != self._shown:
            self._text = self._shown = text
            cut = "…" if len(text) > _LONGEST else ""
            self._label.setText(breakable(text[:_LONGEST]) + cut)
            self.setAccessibleName(self.tr("To remember: {words}").format(words=text[:_LONGEST]))

    def edit(self) -> None:
        """Edit it in its place."""
        if self.field is not None:
            return
        self.field = FactField(self._text)
        self.field.said.connect(self._said)
        self.field.left.connect(self._close)
        self._label.hide()
        self._row.addWidget(self.field, 1)
        QWidget.setTabOrder(self, self.field)
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def settle(self) -> None:
        """End an edit, saved."""
        if self.field is not None:
            self.field.say(elsewhere=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit, take out, move."""
        key, alt = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2):
            self.edit()
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Edit."""
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.button() == Qt.MouseButton.LeftButton:
            self.edit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer all of it."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for words, act in (
            (self.tr("Edit\tEnter"), self.edit),
            (self.tr("Move up\tAlt+Up"), lambda: self.moved.emit(-1)),
            (self.tr("Move down\tAlt+Down"), lambda: self.moved.emit(1)),
            (self.tr("Take out\tDel"), self.removed.emit),
        ):
            menu.addAction(words).triggered.connect(lambda _on=False, do=act: do())
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        below = self.mapToGlobal(QPoint(TIGHT, self.height()))
        menu.popup(below if by_key else event.globalPos())

    def paintEvent(self, event: PaintEvent) -> None:
        """Draw a ring with the focus, and a quiet ground under the pointer."""
        super().paintEvent(event)
        if self.field is not None or not (self.hasFocus() or self.underMouse()):
            return
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().adjusted(0, 0, -1, -1)
        painter.setPen(theme.color("focus") if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("hover"))
        painter.drawRoundedRect(area, 5, 5)

    def event(self, event: QEvent) -> bool:
        """Draw again when the pointer comes or goes; keep F2, which else edits the person."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        shortcut = event.type() == QEvent.Type.ShortcutOverride
        if shortcut and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2:
            event.accept()
            return True
        return super().event(event)

    def _said(self, words: str) -> None:
        self._close()
        self.changed.emit(words)

    def _close(self) -> None:
        if self.field is None:
            return
        field, self.field = self.field, None
        had_focus = field.hasFocus()
        self._row.removeWidget(field)
        field.hide()
        field.deleteLater()
        self._label.show()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
