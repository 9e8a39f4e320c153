"""Pictures of QR codes for the tests: as bare shades of grey, and as files of every kind."""

import zxingcpp
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter

from notebook_app.formats.qr_picture import GreyPicture

VCARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Ørn;Åsa;;;\r\nFN:Åsa Ørn\r\n"
    "TEL;TYPE=CELL:+46 70 123 45 67\r\nNOTE:Met at the fair\\, hall 3\r\nEND:VCARD\r\n"
)
MECARD = "MECARD:N:Mendes,Carla;TEL:+46701112233;EMAIL:carla@example.org;;"


def grey_code(content: str | bytes, scale: int = 4) -> GreyPicture:
    """Return a QR code with its quiet zone, so many pixels a module."""
    code = zxingcpp.create_barcode(content, zxingcpp.BarcodeFormat.QRCode)
    drawn = memoryview(code.to_image(scale=scale))  # type: ignore[arg-type]
    height, width = drawn.shape or (0, 0)
    return GreyPicture(drawn.tobytes(), width, height, width)


def code_image(content: str | bytes, scale: int = 4) -> QImage:
    """Return a QR code as an image."""
    grey = grey_code(content, scale)
    form = QImage.Format.Format_Grayscale8
    return QImage(grey.pixels, grey.width, grey.height, grey.row_length, form).copy()


def picture(image: QImage, kind: str = "png") -> bytes:
    """Return the bytes of a picture file."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)  # type: ignore[call-overload]
    return bytes(held.data())


def code_picture(content: str | bytes, kind: str = "png") -> bytes:
    """Return the bytes of a picture file of a QR code."""
    return picture(code_image(content), kind)


def side_by_side(*contents: str | bytes) -> bytes:
    """Return a picture of several QR codes in a row, as on a table of cards."""
    codes = [code_image(content) for content in contents]
    width, height = sum(code.width() for code in codes), max(code.height() for code in codes)
    whole = QImage(width, height, QImage.Format.Format_RGB32)
    whole.fill(QColor("white"))
    painter = QPainter(whole)
    place = 0
    for code in codes:
        painter.drawImage(place, 0, code)
        place += code.width()
    painter.end()
    return picture(whole)


def on_nothing(content: str, ink: str) -> bytes:
    """Return a picture of a code in one colour on a clear ground, as web pages have it."""
    code = code_image(content)
    whole = QImage(code.size(), QImage.Format.Format_ARGB32)
    whole.fill(QColor(0, 0, 0, 0))
    for row in range(code.height()):
        for column in range(code.width()):
            if code.pixelColor(column, row).lightness() < 128:
                whole.setPixelColor(column, row, QColor(ink))
    return picture(whole)
