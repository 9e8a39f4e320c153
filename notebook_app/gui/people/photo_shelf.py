"""Photos for lists and heads: read and scaled on a thread of their own, a bounded number kept.

Whoever paints asks with ``round_photo`` and draws initials until ``arrived`` says to ask again.
"""

import threading
from collections import OrderedDict
from contextlib import suppress
from typing import Final

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QImage, QPainter, QPixmap, QTransform

from notebook_app.gui.theme.avatar_painter import read_photo
from notebook_app.storage.notebook import Notebook

_KEPT: Final = 300
_WANTED_AT_ONCE: Final = 40

Key = tuple[int, ...]
"""The row id of a picture, and how large it is wanted in pixels."""


class PhotoShelf(QObject):
    """Keeps round pictures by photo id and side in pixels; ``arrived`` is emitted on our thread."""

    arrived = Signal()
    _read = Signal(object)

    def __init__(self, notebook: Notebook, parent: QObject | None = None) -> None:
        """Take the notebook that has the photos."""
        super().__init__(parent)
        self._notebook = notebook
        self._kept: OrderedDict[Key, QPixmap | None] = OrderedDict()
        self._wanted: OrderedDict[Key, None] = OrderedDict()
        self._thread: threading.Thread | None = None
        self._read.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def round_photo(self, photo_id: int, pixels: int) -> QPixmap | None:
        """Return the photo, ``pixels`` wide; None while it is on its way or can't be read."""
        return self._picture((photo_id, pixels))

    def _picture(self, key: Key) -> QPixmap | None:
        """Return what is kept by a key, or have it read."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        self._wanted[key] = None
        self._wanted.move_to_end(key)
        while len(self._wanted) > _WANTED_AT_ONCE:
            self._wanted.popitem(last=False)
        self._begin()
        return None

    def forget(self) -> None:
        """Forget all photos, since after an undo another one may have the same id."""
        self._kept.clear()

    def wait(self) -> None:
        """Wait for what is being read, before the notebook is closed."""
        self._wanted.clear()
        if self._thread is not None:
            self._thread.join()

    def _begin(self) -> None:
        if self._thread is not None or not self._wanted:
            return
        keys = list(self._wanted)
        self._wanted.clear()
        self._thread = threading.Thread(target=self._work, args=(keys,), daemon=True)
        self._thread.start()

    def _work(self, keys: list[Key]) -> None:
        images: dict[Key, QImage] = {}
        try:
            with self._notebook.connection():
                for key in keys:
                    images[key] = self._image(key)
        finally:
            # When the page is gone, nobody waits for the photos any more.
            with suppress(RuntimeError):
                self._read.emit(images)

    def _take(self, images: dict[Key, QImage]) -> None:
        self._thread = None
        for key, image in images.items():
            self._kept[key] = None if image.isNull() else self._finished(image, key)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self._begin()
        self.arrived.emit()

    def _image(self, key: Key) -> QImage:
        """Read a picture, on the thread; a null one if there is none or it can't be read."""
        photo = self._notebook.contacts.photo(key[0])
        return QImage() if photo is None else read_photo(photo.data, key[1])

    def _finished(self, image: QImage, key: Key) -> QPixmap:
        return _rounded(image, key[1])


def _rounded(image: QImage, pixels: int) -> QPixmap:
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    brush = QBrush(image)
    brush.setTransform(
        QTransform.fromTranslate((pixels - image.width()) / 2, (pixels - image.height()) / 2)
    )
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawEllipse(QRectF(0, 0, pixels, pixels))
    painter.end()
    return pixmap
