"""Finds out in which encoding a table was written, and gives its lines.

Spreadsheets write what their system is used to: UTF-8 with or without a byte order mark, UTF-16,
or the one-byte characters of Windows; none of them says so in the file.
"""

import codecs
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8 with a byte order mark"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_SNIFFED = 65_536
_CHUNK = 1_000_000
# The bytes 80 to 9F are letters and marks in Windows-1252, but for these five.
_NO_LETTERS = bytes((0x81, 0x8D, 0x8F, 0x90, 0x9D))
_HIGH = bytes(range(0x80, 0x100))
_WINDOWS_ONLY = bytes(range(0x80, 0xA0))
_STRAY = {0xDC00 + byte: bytes((byte,)).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
_WITHOUT_NUL = {0: None}


@dataclass(frozen=True, slots=True)
class TextEncoding:
    """How bytes become text: the codec, its name for the user, and how many bytes to skip."""

    codec: str
    words: str
    mark_length: int = 0


def find_encoding(data: bytes, still_wanted: Callable[[], object] | None = None) -> TextEncoding:
    """Return the encoding of a whole file, found in time linear in its size.

    ``still_wanted`` is called every few milliseconds, and may raise to stop.
    """
    look_up = still_wanted or (lambda: None)
    for mark, codec, words in _MARKS:
        if data.startswith(mark):
            return TextEncoding(codec, words, len(mark))
    if wide := _wide_codec(data[:_SNIFFED]):
        return TextEncoding(wide, "UTF-16")
    if data.isascii():
        return TextEncoding("utf-8", "UTF-8")
    right, wrong = _letters_and_strays(data, look_up)
    if right > wrong:
        return TextEncoding("utf-8", "UTF-8 with stray bytes" if wrong else "UTF-8")
    special: set[int] = set()
    for byte in _WINDOWS_ONLY:
        look_up()
        if byte in data:
            special.add(byte)
    if not special or special & set(_NO_LETTERS):
        return TextEncoding("latin-1", "Latin-1")
    return TextEncoding("cp1252", "Windows-1252")


def text_lines(data: bytes, encoding: TextEncoding) -> Iterator[str]:
    """Yield the lines of a table with their ends, without NUL characters.

    Single bytes that are not UTF-8 are taken for Windows-1252; so nothing raises.
    """
    errors = "surrogateescape" if encoding.codec == "utf-8" else "replace"
    stream = io.BytesIO(data)
    stream.seek(encoding.mark_length)
    for line in io.TextIOWrapper(stream, encoding.codec, errors, newline=""):
        if line.isascii():
            yield line.translate(_WITHOUT_NUL) if "\0" in line else line
        else:
            yield line.translate(_STRAY).replace("\0", "")


def looks_like_text(beginning: bytes) -> bool:
    """Return whether the first bytes of a file may be those of a text in any encoding."""
    if any(beginning.startswith(mark) for mark, _codec, _words in _MARKS):
        return True
    return b"\0" not in beginning or bool(_wide_codec(beginning))


def _wide_codec(beginning: bytes) -> str:
    """Return the codec of UTF-16 without a mark: every other byte of Western text is 0."""
    half = len(beginning) // 2
    if half < 2 or b"\0" not in beginning:
        return ""
    even, odd = beginning[0 : half * 2 : 2].count(0), beginning[1 : half * 2 : 2].count(0)
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.05:
        return "utf-16-be"
    return ""


def _letters_and_strays(data: bytes, look_up: Callable[[], object]) -> tuple[int, int]:
    """Return how many characters beyond ASCII are right UTF-8, and how many bytes are not."""
    # Built-in error handling is fast; looking at each character that is wrong is not.
    decode = codecs.getincrementaldecoder("utf-8")("ignore").decode
    right = wrong = 0
    for start in range(0, len(data), _CHUNK):
        look_up()
        chunk = data[start : start + _CHUNK]
        plain = len(chunk.translate(None, _HIGH))
        text = decode(chunk, start + _CHUNK >= len(data))
        right += len(text) - plain
        wrong += len(chunk) - len(text.encode("utf-8"))
    return right, max(0, wrong)
