"""The photo of a contact: chosen from a file, dropped, pasted, or taken away."""

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.frame.drop_hint import TAKES_PICTURES
from notebook_app.gui.theme import MEDIUM, TIGHT, TextRole, Tone
from notebook_app.gui.widgets.avatar import Avatar
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.gui.widgets.photo_scaling import photo_of
from notebook_app.gui.widgets.picture_input import (
    choose_picture,
    keeps_paste,
    may_hold_picture,
    picture_in,
)
from notebook_app.model.contact import Photo


class PhotoField(QWidget):
    """Takes pictures dropped on it, and pasted with Ctrl+V while it has the focus."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a field without a photo."""
        super().__init__(parent)
        self._photo: Photo | None = None
        self._name = ""
        self.avatar = Avatar(4.9)
        self.choose = LinkButton(self.tr("Choose a photo…"), self._choose)
        self.choose.setToolTip(self.tr("Or drop a picture here, or paste one"))
        self.remove = LinkButton(self.tr("Remove"), lambda: self._take(None))
        self.said = PlainLabel("", TextRole.SMALL, Tone.DANGER, wrap=True)
        self.said.hide()
        self.setAcceptDrops(True)
        self.setProperty(TAKES_PICTURES, True)
        words = QVBoxLayout()
        words.setSpacing(TIGHT)
        words.addStretch(1)
        for widget in (self.choose, self.remove, self.said):
            words.addWidget(widget)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MEDIUM)
        row.addWidget(self.avatar)
        row.addLayout(words, 1)

    def show_photo(self, name: str, photo: Photo | None) -> None:
        """Show a photo, or the initials of ``name``."""
        self._name, self._photo = name, photo
        self.said.hide()
        self._show()

    def photo(self) -> Photo | None:
        """Return the photo."""
        return self._photo

    def take_mime(self, data: QMimeData | None) -> bool:
        """Take what was pasted or dropped; return whether it could hold a picture."""
        image = picture_in(data)
        self._take_image(image)
        return image is not None

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+V from the window while a picture is copied."""
        if keeps_paste(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.take_mime(QApplication.clipboard().mimeData())
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say that a picture may be dropped."""
        if may_hold_picture(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what is dropped."""
        if self.take_mime(event.mimeData()):
            event.acceptProposedAction()

    def _choose(self) -> None:
        self._take_image(choose_picture(self))

    def _take_image(self, image: QImage | None) -> None:
        if image is None:
            return
        if image.isNull():
            self.said.setText(self.tr("This is not a picture that can be read."))
            self.said.show()
            return
        self.said.hide()
        self._take(photo_of(image))

    def _take(self, photo: Photo | None) -> None:
        self._photo = photo
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.avatar.show_person(self._name, self._photo.data if self._photo else None)
        self.remove.setVisible(self._photo is not None)
