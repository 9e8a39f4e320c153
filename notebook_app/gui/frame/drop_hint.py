"""Files dropped anywhere on the window, with a hint while they are held over it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from notebook_app.gui.theme import LARGE, TextRole, theme_of
from notebook_app.services.importable_endings import PICTURE_ENDINGS, SCAN_ENDINGS, is_importable

TAKES_PICTURES: Final = "takesPictures"
"""The property of a widget on which pictures are dropped for something else than an import.

It holds what the hint says meanwhile, or True for a photo.
"""

TAKES_SCANS: Final = "takesScans"
"""Beside ``TAKES_PICTURES``: scans saved as PDF are taken too."""


def files_in(data: QMimeData) -> list[Path]:
    """Return the local files of ``data`` that are taken by their endings, and folders."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if is_importable(path) or _has(path, SCAN_ENDINGS)]


@runtime_checkable
class TakesPictures(Protocol):
    """What a widget with the property ``TAKES_PICTURES`` can do."""

    def take_mime(self, data: QMimeData | None) -> bool:
        """Take what was dropped; return whether it could be a picture."""


class DropHint(QWidget):
    """Covers ``window`` while files are held over it; ``dropped`` carries ``list[Path]``.

    While it is shown it lies above every field, so that a file is never pasted into one as text.
    """

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        """Take the window, which accepts drops from now on."""
        super().__init__(window)
        self._window = window
        self._taker: QWidget | None = None
        self._pictures = False
        self.setAcceptDrops(True)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come up when files enter the window."""
        if watched is self._window and isinstance(event, QDragEnterEvent):
            files = files_in(event.mimeData())
            if files:
                event.acceptProposedAction()
                self._pictures = all(_has(path, PICTURE_ENDINGS + SCAN_ENDINGS) for path in files)
                self.setGeometry(self._window.rect())
                self.show()
                self.raise_()
            return True
        return super().eventFilter(watched, event)

    def _takers(self) -> list[QWidget]:
        """Return the fields that take a picture for something else, in sight now."""
        widgets = self._window.findChildren(QWidget)
        return [each for each in widgets if each.property(TAKES_PICTURES) and each.isVisible()]

    def _taker_at(self, data: QMimeData, at: QPoint) -> QWidget | None:
        """Return the field below the pointer that takes a picture, if one is held."""
        files = files_in(data)
        takers = self._takers()
        if not _are_pictures(files):
            scans = all(_has(path, PICTURE_ENDINGS + SCAN_ENDINGS) for path in files)
            takers = [each for each in takers if scans and each.property(TAKES_SCANS)]
        return next((each for each in takers if self._area_of(each).contains(at)), None)

    def _area_of(self, taker: QWidget) -> QRect:
        return QRect(taker.mapTo(self._window, QPoint(0, 0)), taker.size())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take files anywhere; show where a picture would become a photo."""
        taker = self._taker_at(event.mimeData(), event.position().toPoint())
        if taker is not self._taker:
            self._taker = taker
            self.update()
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Go away."""
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Pass the files on once the program that they came from is let go."""
        files = files_in(event.mimeData())
        taker = self._taker_at(event.mimeData(), event.position().toPoint())
        event.acceptProposedAction()
        self.hide()
        if taker is not None:
            data = QMimeData()
            data.setUrls(event.mimeData().urls())
            QTimer.singleShot(0, taker, lambda: _hand_over(taker, data))
        elif files:
            QTimer.singleShot(0, self, lambda: self.dropped.emit(files))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a veil, a dashed frame, and what will happen."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(theme.color("page"))
        veil.setAlpha(235)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(theme.color("accent"), 2, Qt.PenStyle.DashLine))
        inset = LARGE
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 12, 12)
        if self._taker is not None:
            area = QRectF(self._area_of(self._taker)).adjusted(-4, -4, 4, 4)
            painter.fillRect(area, theme.color("accent_soft"))
            painter.drawRoundedRect(area, 12, 12)
        painter.setFont(theme.font(TextRole.TITLE))
        painter.drawText(
            self.rect(),
            Qt.AlignmentFlag.AlignCenter,
            self._words(),
        )

    def _words(self) -> str:
        if self._taker is not None:
            said = self._taker.property(TAKES_PICTURES)
            return said if isinstance(said, str) else self.tr("Drop it here to make it the photo")
        if self._pictures:
            return self.tr("Drop them here to see who, or which printed list, is on them")
        return self.tr("Drop them here to see who is in them")


def _are_pictures(files: Sequence[Path]) -> bool:
    return all(_has(path, PICTURE_ENDINGS) for path in files)


def _has(path: Path, endings: tuple[str, ...]) -> bool:
    return path.name.lower().endswith(endings)


def _hand_over(taker: QWidget, data: QMimeData) -> None:
    if isinstance(taker, TakesPictures):
        taker.take_mime(data)
