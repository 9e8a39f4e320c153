"""A round photo or initials as a widget."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from notebook_app.gui.theme import theme_of
from notebook_app.gui.theme.avatar_painter import PhotoLoader


class Avatar(QWidget):
    """Shows who is meant; only beside the name, so screen readers pass it by.

    In delegates use ``theme.avatars.paint`` instead.
    """

    def __init__(self, ems: float = 2.75, parent: QWidget | None = None) -> None:
        """Take the diameter as a multiple of the body font's size."""
        super().__init__(parent)
        self._ems = ems
        self._name = ""
        self._photo: bytes | None = None
        self._drawn: QPixmap | None = None
        self._photo_id: int | None = None
        self._load: PhotoLoader | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_person(self, name: str, photo: bytes | None = None) -> None:
        """Show ``photo`` (the bytes of an image), or the initials of ``name``."""
        self._name = name
        self._photo = photo
        self._drawn = None
        self._photo_id = None
        self.update()

    def show_stored(self, name: str, photo_id: int | None, load: PhotoLoader) -> None:
        """Show a photo of the notebook, read by ``load`` when first drawn and then kept."""
        self.show_person(name)
        self._photo_id = photo_id
        self._load = load

    def sizeHint(self) -> QSize:
        """Return a square that grows with the font."""
        side = theme_of(self).em(self._ems)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circle."""
        avatars = theme_of(self).avatars
        side = min(self.width(), self.height())
        painter = QPainter(self)
        if self._photo is None:
            avatars.paint(painter, self.rect(), self._name, self._photo_id, self._load)
            return
        ratio = self.devicePixelRatioF()
        if self._drawn is None or self._drawn.width() != round(side * ratio):
            self._drawn = avatars.draw(self._name, side, ratio, self._photo)
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, self._drawn)
