"""A value as it is read, to be clicked or entered, and the place where its editor opens."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from notebook_app.gui.people.in_place.spot import MANY, Spot, may_be_preferred
from notebook_app.gui.people.in_place.spot_editor import SpotEditor
from notebook_app.gui.theme import TIGHT, TextRole, Tone, theme_of
from notebook_app.gui.theme.tokens import CONTROL_RADIUS
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.labels import PlainLabel


class SpotView(QWidget):
    """Enter, F2 and a click edit; Ctrl+Enter and the words at the side open what it leads to.

    Signals:
        edit_wanted: with the ``Spot``.
        remove_wanted, preferred_wanted: with the ``Spot``, from the menu.
        move_wanted: with the ``Spot`` and the step.
    """

    edit_wanted = Signal(object)
    remove_wanted = Signal(object)
    preferred_wanted = Signal(object)
    move_wanted = Signal(object, int)

    def __init__(
        self,
        spot: Spot,
        content: QWidget,
        *,
        name: str,
        value: str = "",
        label: str = "",
        opens: tuple[str, Callable[[], object]] | None = None,
        preferred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Take the spot and the widget that shows its value.

        Args:
            spot: which value it is.
            content: shows the value.
            name: what kind of value it is, for screen readers.
            value: the value as text, to be copied.
            label: the small words above it.
            opens: the word for what it leads to ("Call"), and what goes there.
            preferred: whether it is the preferred one of its field.
        """
        super().__init__(parent)
        self.spot = spot
        self._content = content
        self._name = name
        self._value = value
        self._was_hidden = False
        self._opens = opens
        self._preferred = preferred
        self.editor: SpotEditor | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(f"{name}: {value[:200]}" if value else name)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        # Labels keep presses to themselves; buttons, as to see all of a long text, should.
        labels = [content] if isinstance(content, QLabel) else content.findChildren(QLabel)
        for each in labels:
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(TIGHT, 2, TIGHT, 2)
        self._column.setSpacing(1)
        self._label: PlainLabel | None = None
        if label:
            star = f"{label[:60]} ★" if preferred else label[:60]
            self._label = PlainLabel(star, TextRole.SMALL, Tone.MUTED)
            self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._column.addWidget(self._label)
        self._column.addWidget(content)
        self._open_link: LinkButton | None = None

    def set_value(self, value: str) -> None:
        """Say what the value is now, where the view stays for another contact."""
        self._value = value
        self.setAccessibleName(f"{self._name}: {value[:200]}" if value else self._name)

    def show_editor(self, editor: SpotEditor) -> None:
        """Let an editor stand in the place of the value."""
        self.editor = editor
        self._was_hidden = self.isHidden()
        self._show_open_link(on=False)
        self._content.hide()
        if self._label is not None:
            self._label.hide()
        self._column.addWidget(editor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        editor.show()
        self.show()
        self.update()
        self._come_into_sight_soon()

    def take_editor(self) -> SpotEditor | None:
        """Give the editor back, and show the value again."""
        editor, self.editor = self.editor, None
        if editor is not None:
            self._column.removeWidget(editor)
            editor.hide()
            self._content.show()
            if self._label is not None:
                self._label.show()
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            if self._was_hidden:
                self.hide()
            self.update()
        return editor

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Edit, or open with Ctrl."""
        inside = self.rect().contains(event.position().toPoint())
        if self.editor is None and inside and event.button() == Qt.MouseButton.LeftButton:
            if self._opens is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._opens[1]()
            else:
                self.edit_wanted.emit(self.spot)
            return
        super().mouseReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here too."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit, open, copy, take out, or move."""
        if self.editor is not None:
            super().keyPressEvent(event)
            return
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if control and self._opens is not None:
                self._opens[1]()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space | Qt.Key.Key_F2:
                self.edit_wanted.emit(self.spot)
            case Qt.Key.Key_Delete if self._is_one_of_many():
                self.remove_wanted.emit(self.spot)
            case Qt.Key.Key_Up if alt and self._is_one_of_many():
                self.move_wanted.emit(self.spot, -1)
            case Qt.Key.Key_Down if alt and self._is_one_of_many():
                self.move_wanted.emit(self.spot, 1)
            case _ if event.matches(QKeySequence.StandardKey.Copy):
                self.copy()
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer all of it."""
        if self.editor is not None:
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)

        def add(words: str, act: Callable[[], object]) -> None:
            menu.addAction(words).triggered.connect(lambda _on=False: act())

        if self._opens is not None:
            add(f"{self._opens[0]}\t{self.tr('Ctrl+Enter')}", self._opens[1])
        add(self.tr("Edit") + "\t" + self.tr("Enter"), lambda: self.edit_wanted.emit(self.spot))
        if self._value:
            add(self.tr("Copy"), self.copy)
        if self._is_one_of_many():
            if may_be_preferred(self.spot):
                words = self.tr("No longer preferred") if self._preferred else self.tr("Prefer it")
                add(words, lambda: self.preferred_wanted.emit(self.spot))
            menu.addSeparator()
            add(
                self.tr("Further up") + "\t" + self.tr("Alt+Up"),
                lambda: self.move_wanted.emit(self.spot, -1),
            )
            add(
                self.tr("Take out") + "\t" + self.tr("Del"),
                lambda: self.remove_wanted.emit(self.spot),
            )
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.mapToGlobal(QPoint(TIGHT, self.height()))
        menu.popup(at)

    def copy(self) -> None:
        """Put the value on the clipboard."""
        QApplication.clipboard().setText(self._value)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show what it leads to."""
        super().enterEvent(event)
        self._show_open_link(on=True)

    def leaveEvent(self, event: QEvent) -> None:
        """Show it no more."""
        super().leaveEvent(event)
        self._show_open_link(on=self.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show what it leads to."""
        super().focusInEvent(event)
        self._show_open_link(on=True)
        self.update()
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._come_into_sight_soon()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no more."""
        super().focusOutEvent(event)
        self._show_open_link(on=self.underMouse())
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words at the end of the line."""
        super().resizeEvent(event)
        self._place_open_link()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a soft ground under the pointer, and a frame with the focus."""
        super().paintEvent(event)
        if self.editor is not None or not (self.hasFocus() or self.underMouse()):
            return
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("hover"))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, CONTROL_RADIUS - 2, CONTROL_RADIUS - 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus"), 1.5))
            painter.drawRoundedRect(
                area.adjusted(0.5, 0.5, -0.5, -0.5), CONTROL_RADIUS - 2, CONTROL_RADIUS - 2
            )

    def _come_into_sight_soon(self) -> None:
        # Two turns later: what was put into a layout is shown in the next one, and only then
        # has the column its new height.
        see = self._come_into_sight
        QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, see))

    def _come_into_sight(self) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self, 0, TIGHT)

    def _is_one_of_many(self) -> bool:
        return self.spot.field in MANY

    def _show_open_link(self, *, on: bool) -> None:
        if self._opens is None or (self._open_link is None and not on):
            return
        if self._open_link is None:
            self._open_link = LinkButton(self._opens[0], self._opens[1], self)
            self._open_link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._open_link.setAutoFillBackground(True)
        self._open_link.setVisible(on and self.editor is None)
        self._place_open_link()

    def _place_open_link(self) -> None:
        link = self._open_link
        if link is None or not link.isVisible():
            return
        size = link.sizeHint()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = TIGHT if mirrored else self.width() - size.width() - TIGHT
        link.setGeometry(x, 0, size.width(), size.height())
        link.raise_()
