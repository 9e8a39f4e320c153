"""Small pictures of what is kept beside conversations, read on a thread of their own.

Whoever paints asks with ``picture`` and draws the name until ``arrived`` says to ask again.
"""

import threading
from collections import OrderedDict
from contextlib import suppress
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from notebook_app.storage.notebook import Notebook

_KEPT: Final = 60
_LARGEST_MEGABYTES: Final = 256

Key = tuple[int, int, int]


class PictureShelf(QObject):
    """Keeps pictures by attachment and size in pixels; ``arrived`` is emitted on our thread."""

    arrived = Signal()
    _read = Signal(object)

    def __init__(self, notebook: Notebook, parent: QObject | None = None) -> None:
        """Take the notebook that has the attachments."""
        super().__init__(parent)
        self._notebook = notebook
        self._kept: OrderedDict[Key, QPixmap | None] = OrderedDict()
        self._wanted: dict[Key, None] = {}
        self._thread: threading.Thread | None = None
        self._read.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def picture(self, attachment_id: int, size: QSize) -> QPixmap | None:
        """Return a picture that fits into ``size``; None while it is on its way or unreadable."""
        key = (attachment_id, size.width(), size.height())
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        self._wanted[key] = None
        self._begin()
        return None

    def forget(self) -> None:
        """Forget all, since after an undo another one may have the same id."""
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
                for attachment_id, width, height in keys:
                    data = self._notebook.attachments.data(attachment_id)
                    image = QImage() if data is None else _small(data, QSize(width, height))
                    images[attachment_id, width, height] = image
        finally:
            # When the page is gone, nobody waits for the pictures any more.
            with suppress(RuntimeError):
                self._read.emit(images)

    def _take(self, images: dict[Key, QImage]) -> None:
        self._thread = None
        for key, image in images.items():
            self._kept[key] = None if image.isNull() else QPixmap.fromImage(image)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self._begin()
        self.arrived.emit()


def _small(data: bytes, size: QSize) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(_LARGEST_MEGABYTES)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    whole = reader.size()
    if whole.isValid():
        reader.setScaledSize(whole.scaled(size, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
