"""Finds the QR codes in a picture and gives the contact cards that they hold.

How a file becomes a picture is for whoever calls: here a picture is its bare shades of grey.
zxing-cpp is loaded when a picture is looked at, and not before.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations

from notebook_app.formats.mecard import looks_like_mecard, mecard_as_vcard
from notebook_app.formats.vcard.byte_layer import looks_like_vcard

_END = b"END:VCARD"
_MOST_PARTS = 5
_WHOLE_IN_ITSELF = re.compile(r"https?://|www\.|WIFI:|mailto:|tel:|sms|geo:", re.IGNORECASE)
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


def with_parts_joined(codes: Sequence[QrCode]) -> list[QrCode]:
    """Return the codes, those that make one card together ("structured append") as one.

    zxing-cpp 3.1 does not tell their order, so they are joined only if a single one gives a
    card with its end; else they are left as they are, see ``is_part_of_card``.
    """
    begun = [code for code in codes if _is_begun(code)]
    further = [code for code in codes if not _card(code) and not _WHOLE_IN_ITSELF.match(code.text)]
    if len(begun) != 1 or not 1 <= len(further) <= _MOST_PARTS:
        return list(codes)
    ways = [_joined([*begun, *order]) for order in permutations(further)]
    whole = [code for code in ways if code.data.rstrip().upper().endswith(_END)]
    if len(whole) != 1:
        return list(codes)
    parts = {*begun, *further}
    place = codes.index(begun[0])
    return [
        whole[0] if number == place else code
        for number, code in enumerate(codes)
        if number == place or code not in parts
    ]


def is_part_of_card(code: QrCode) -> bool:
    """Return whether a code holds a card that goes on in another code, or its rest.

    A card may lack its end, but not the end of its last line.
    """
    if _is_begun(code):
        return not code.data.endswith(b"\n")
    return not _card(code) and code.data.rstrip().upper().endswith(_END)


def _is_begun(code: QrCode) -> bool:
    return looks_like_vcard(code.data) and _END not in code.data.upper()


def _joined(codes: Sequence[QrCode]) -> QrCode:
    # A character of several bytes may be parted too.
    return QrCode(b"".join(code.data for code in codes), "".join(code.text for code in codes))


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
