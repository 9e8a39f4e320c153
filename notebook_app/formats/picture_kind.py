"""Tells pictures from other files by their first bytes, whatever their names end with.

Only kinds that phones, scanners and browsers write are named, so that nothing else that a
picture library can read (drawings, documents) is ever handed to it.
"""

_MARKS = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
)
# ISO 23008-12, 10.2 and B.4.1: the brands of files that hold pictures in HEVC.
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"hevc"})
_BITMAP_HEADER = 14
_BITMAP_RESERVED = b"\0\0\0\0"


def picture_kind(beginning: bytes) -> str:
    """Return "png", "jpeg", "gif", "webp", "bmp" or "heic" by a file's first bytes; else ""."""
    for mark, kind in _MARKS:
        if beginning.startswith(mark):
            return kind
    if beginning.startswith(b"RIFF") and beginning[8:12] == b"WEBP":
        return "webp"
    if beginning[4:8] == b"ftyp" and beginning[8:12] in _HEIC_BRANDS:
        return "heic"
    # Two letters alone could begin a text; the reserved bytes of a bitmap's header never do.
    if beginning.startswith(b"BM") and len(beginning) > _BITMAP_HEADER:
        return "bmp" if beginning[6:10] == _BITMAP_RESERVED else ""
    return ""
