"""The round photo or initials in the head of a contact's page."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from notebook_app.gui.people.photo_shelf import PhotoShelf
from notebook_app.gui.theme import theme_of


class PersonPicture(QWidget):
    """Shows initials until the photo has arrived; screen readers pass it by."""

    def __init__(self, photos: PhotoShelf, ems: float, parent: QWidget | None = None) -> None:
        """Take where photos come from, and the diameter in body font sizes."""
        super().__init__(parent)
        self._photos = photos
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
                return
        theme_of(self).avatars.paint(painter, self.rect(), self._name)
