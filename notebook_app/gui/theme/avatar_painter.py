"""Round photos and initials, drawn once and kept in a small store that forgets the oldest."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QImageReader,
    QPainter,
    QPixmap,
    QTransform,
)

from notebook_app.gui.theme.avatar_colours import ON_AVATAR, avatar_colour
from notebook_app.gui.theme.initials import initials
from notebook_app.gui.theme.type_scale import TextRole

_KEPT: Final = 400
_LARGEST_IMAGE_MEGABYTES: Final = 64

PhotoLoader = Callable[[int], bytes | None]
"""Returns the photo's bytes for a photo id, or None when there is none."""


class _Fonts(Protocol):
    def font(self, role: TextRole = ...) -> QFont: ...


class AvatarPainter:
    """Draws avatars for widgets and delegates alike; lives in the theme (``theme.avatars``)."""

    def __init__(self, fonts: _Fonts) -> None:
        """Take who knows the fonts: the theme."""
        self._fonts = fonts
        self._kept: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()
        self._looks: dict[str, str] = {}

    @property
    def kept(self) -> int:
        """How many pixmaps are kept now."""
        return len(self._kept)

    def clear(self) -> None:
        """Forget all pixmaps, as after a change of the font."""
        self._kept.clear()

    def paint(
        self,
        painter: QPainter,
        rect: QRect,
        name: str,
        photo_id: int | None = None,
        load_photo: PhotoLoader | None = None,
    ) -> None:
        """Draw the avatar of ``name`` as a circle in the middle of ``rect``.

        The photo is read through ``load_photo`` only when it isn't kept yet; without one, or if
        it can't be read as an image, the initials stand there.
        """
        side = min(rect.width(), rect.height())
        ratio = painter.device().devicePixelRatioF()
        pixmap = self.pixmap(name, side, ratio, photo_id, load_photo)
        corner = rect.center() - QPoint((side - 1) // 2, (side - 1) // 2)
        painter.drawPixmap(corner, pixmap)

    def pixmap(
        self,
        name: str,
        side: int,
        ratio: float,
        photo_id: int | None = None,
        load_photo: PhotoLoader | None = None,
    ) -> QPixmap:
        """Return the round picture, ``side`` device-independent pixels wide."""
        has_photo = photo_id is not None and load_photo is not None
        key = (
            photo_id if has_photo else None,
            name if has_photo else self._look(name),
            side,
            ratio,
        )
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
            return kept
        data = load_photo(photo_id) if photo_id is not None and load_photo is not None else None
        pixmap = self.draw(name, side, ratio, data)
        self._kept[key] = pixmap
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return pixmap

    def _look(self, name: str) -> str:
        """Return letters and colour of a name; to find them takes longer than to draw a picture."""
        look = self._looks.get(name)
        if look is None:
            if len(self._looks) >= _KEPT:
                self._looks.clear()
            look = self._looks[name] = initials(name) + avatar_colour(name)
        return look

    def draw(self, name: str, side: int, ratio: float, photo: bytes | None) -> QPixmap:
        """Return a fresh round picture of ``photo``, or of the initials; nothing is kept."""
        pixels = max(1, round(side * ratio))
        pixmap = QPixmap(pixels, pixels)
        pixmap.fill(Qt.GlobalColor.transparent)
        image = read_photo(photo, pixels) if photo else QImage()
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if image.isNull():
            painter.setBrush(QColor(avatar_colour(name)))
            painter.drawEllipse(0, 0, pixels, pixels)
            font = QFont(self._fonts.font(TextRole.STRONG))
            letters = initials(name)
            font.setPixelSize(max(1, round(pixels * (0.36 if len(letters) > 1 else 0.44))))
            painter.setFont(font)
            painter.setPen(QColor(ON_AVATAR))
            painter.drawText(QRectF(0, 0, pixels, pixels), Qt.AlignmentFlag.AlignCenter, letters)
        else:
            brush = QBrush(image)
            brush.setTransform(
                QTransform.fromTranslate(
                    (pixels - image.width()) / 2, (pixels - image.height()) / 2
                )
            )
            painter.setBrush(brush)
            painter.drawEllipse(0, 0, pixels, pixels)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap


def read_photo(photo: bytes, pixels: int) -> QImage:
    """Return the image, upright, its shorter side ``pixels`` long; a null image if unreadable.

    Images that would unpack to more than 64 MB are refused, as a card may carry anything.
    """
    holder = QByteArray(photo)
    buffer = QBuffer(holder)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAllocationLimit(_LARGEST_IMAGE_MEGABYTES)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and min(size.width(), size.height()) > pixels * 2:
        reader.setScaledSize(
            size.scaled(
                QSize(pixels * 2, pixels * 2), Qt.AspectRatioMode.KeepAspectRatioByExpanding
            )
        )
    image = reader.read()
    if image.isNull():
        return image
    return image.scaled(
        QSize(pixels, pixels),
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
