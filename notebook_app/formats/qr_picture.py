"""Finds the QR codes in a picture and gives the contact cards that they hold.

How a file becomes a picture is for whoever calls: here a picture is its bare shades of grey.
zxing-cpp is loaded when a picture is looked at, and not before.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from notebook_app.formats.mecard import looks_like_mecard, mecard_as_vcard
from notebook_app.formats.vcard.byte_layer import looks_like_vcard

_NAMES_A_CHARSET = re.compile(r"CHARSET\s*=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class GreyPicture:
    """A picture in shades of grey: one byte a pixel, row by row from the top.

    ``row_length`` is how many bytes lie between the beginnings of two rows.
    """

    pixels: bytes | bytearray
    width: int
    height: int
    row_length: int


@dataclass(frozen=True, slots=True)
class QrCode:
    """What one QR code holds: its bytes, and the text that they most likely are."""

    data: bytes
    text: str


def codes_in(picture: GreyPicture) -> list[QrCode]:
    """Return the QR codes in a picture that can be read whole, in any position and of any size."""
    import zxingcpp

    view = zxingcpp.ImageView(
        picture.pixels,
        picture.width,
        picture.height,
        zxingcpp.ImageFormat.Lum,
        picture.row_length,
    )
    kinds = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(view, formats=kinds, text_mode=zxingcpp.TextMode.Plain)
    codes = (QrCode(bytes(code.bytes), code.text) for code in found if code.valid)
    return list(dict.fromkeys(codes))


def cards_in(codes: Iterable[QrCode]) -> list[bytes]:
    """Return the cards among the codes as vCards, in their order."""
    return [card for code in codes if (card := _card(code))]


def _card(code: QrCode) -> bytes:
    if looks_like_vcard(code.data):
        return _vcard_bytes(code).strip() + b"\r\n"
    if looks_like_mecard(code.text):
        return mecard_as_vcard(code.text).encode("utf-8", "replace")
    return b""


def _vcard_bytes(code: QrCode) -> bytes:
    """Return the card in the charset that its properties name, else in UTF-8."""
    if _NAMES_A_CHARSET.search(code.text) or _is_utf8(code.data):
        return code.data
    # Latin-1 and Shift-JIS without a word on it: the bytes alone would be misread.
    return code.text.encode("utf-8", "replace")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
