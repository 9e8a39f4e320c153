"""The round photo or initials in the head of a contact's page, and what is done with it."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from notebook_app.gui.frame.drop_hint import TAKES_PICTURES
from notebook_app.gui.people.photo_acts import PhotoActs
from notebook_app.gui.people.photo_shelf import PhotoShelf
from notebook_app.gui.theme import theme_of
from notebook_app.gui.widgets.picture_input import keeps_paste, may_hold_picture


class PersonPicture(QWidget):
    """Shows initials until the photo has arrived.

    A click, Enter or Space opens the menu; pictures are dropped on it, or pasted with Ctrl+V.
    """

    def __init__(
        self, photos: PhotoShelf, acts: PhotoActs, ems: float, parent: QWidget | None = None
    ) -> None:
        """Take where photos come from, what is done with one, and the diameter in font sizes."""
        super().__init__(parent)
        self._photos = photos
        self._acts = acts
        self.menu = QMenu(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAcceptDrops(True)
        self.setProperty(TAKES_PICTURES, True)
        self.setAccessibleName(self.tr("Photo"))
        self.setToolTip(self.tr("Click to choose a photo, or drop or paste one here"))
        self._ems = ems
        self._name = ""
        self._photo_id: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        photos.arrived.connect(self.update)

    def show_person(self, name: str, photo_id: int | None) -> None:
        """Show somebody."""
        self._name, self._photo_id = name, photo_id
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square that grows with the font."""
        side = theme_of(self).em(self._ems)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circle."""
        painter = QPainter(self)
        if self._photo_id is not None:
            pixels = round(self.width() * self.devicePixelRatioF())
            photo = self._photos.round_photo(self._photo_id, pixels)
            if photo is not None:
                painter.drawPixmap(self.rect(), photo)
                self._paint_ring(painter)
                return
        theme_of(self).avatars.paint(painter, self.rect(), self._name)
        self._paint_ring(painter)

    def take_mime(self, data: QMimeData | None) -> bool:
        """Take what is dropped or pasted as the photo; return whether it could be one."""
        return self._acts.take_mime(data)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the menu."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._open_menu()

    def contextMenuEvent(self, _event: QContextMenuEvent) -> None:
        """Open the menu."""
        self._open_menu()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+V from the window while a picture is copied."""
        if keeps_paste(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu, paste, or take the photo away."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open_menu()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._acts.paste()
        elif event.key() == Qt.Key.Key_Delete:
            self._acts.remove()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say that a picture may be dropped."""
        if may_hold_picture(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what is dropped."""
        if self.take_mime(event.mimeData()):
            event.acceptProposedAction()

    def _open_menu(self) -> None:
        self._acts.fill_menu(self.menu)
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _paint_ring(self, painter: QPainter) -> None:
        if not (self.hasFocus() or self.underMouse()):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name = "focus" if self.hasFocus() else "strong_line"
        painter.setPen(QPen(theme_of(self).color(name), 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5))
