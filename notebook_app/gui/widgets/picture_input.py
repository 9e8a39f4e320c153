"""Pictures that come from outside: chosen in a dialog, dropped, or pasted."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QImageReader, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from notebook_app.gui.widgets.photo_scaling import read_image


def may_hold_picture(data: QMimeData) -> bool:
    """Return whether what is dragged or copied could be a picture or a file of one."""
    return data.hasImage() or any(url.isLocalFile() for url in data.urls())


def keeps_paste(event: QEvent) -> bool:
    """Return whether Ctrl+V is about to leave a widget that would take the copied picture.

    The window pastes contacts with the same key; accept the event, and the widget gets the key.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    data = QGuiApplication.clipboard().mimeData()
    paste = event.matches(QKeySequence.StandardKey.Paste)
    return paste and data is not None and may_hold_picture(data)


def picture_in(data: QMimeData | None) -> QImage | None:
    """Return the picture that was dropped or copied; a null one if it can't be read.

    None if there is nothing that could be a picture at all.
    """
    if data is None:
        return None
    local = [QUrl.toLocalFile(url) for url in data.urls() if url.isLocalFile()]
    if local:
        return read_image(Path(local[0]))
    if data.hasImage():
        image = data.imageData()
        return image if isinstance(image, QImage) else QImage()
    return None


def choose_picture(owner: QWidget) -> QImage | None:
    """Let the user choose a file; None if they don't, a null picture if it can't be read."""
    endings = " ".join(
        f"*.{bytes(ending.data()).decode()}" for ending in QImageReader.supportedImageFormats()
    )
    path, _kind = QFileDialog.getOpenFileName(
        owner,
        owner.tr("Choose a photo"),
        "",
        owner.tr("Pictures ({endings})").format(endings=endings),
    )
    return read_image(Path(path)) if path else None
