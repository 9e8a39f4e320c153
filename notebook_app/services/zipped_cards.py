"""Opens zipped exports without trusting what they say of their own size.

Nothing is written to disk and no name of an entry is used as a path, so none can lead anywhere.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from lzma import LZMAError

from notebook_app.foundation.problem import UserProblem

MOST_ENTRIES = 20_000
LARGEST_ENTRY = 256_000_000
LARGEST_TOTAL = 256_000_000
HIGHEST_RATIO = 200
"""How many times larger than its packed bytes an entry may be; text packs to a tenth or so."""

_LARGEST_DIRECTORY = 8_000_000
_SMALL = 1_000_000
_CHUNK = 262_144
_END = b"PK\x05\x06"
_END_LENGTH = 22
_END_LARGE = b"PK\x06\x07"
_LONGEST_COMMENT = 65_535
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    LZMAError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
    struct.error,
    OverflowError,
)


def looks_like_zip(beginning: bytes) -> bool:
    """Return whether the first bytes of a file are those of a zip archive."""
    return beginning.startswith((b"PK\x03\x04", _END))


def zipped_files(name: str, data: bytes, endings: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of each entry with one of ``endings``, in their order.

    Raises:
        UserProblem: the archive is damaged, encrypted, or would unpack to too much.
    """
    _check_directory(name, data)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_ENTRIES:
                raise _too_much(name)
            left = LARGEST_TOTAL
            for entry in entries:
                plain = entry.filename.replace("\\", "/").rpartition("/")[2]
                if entry.is_dir() or not plain.lower().endswith(endings) or plain[0] == ".":
                    continue
                if entry.flag_bits & 1:
                    raise UserProblem(
                        f"{name} is locked with a password.", "", "Unpack it first, and try again."
                    )
                content = _content(name, archive, entry, left)
                left -= len(content)
                yield f"{name}: {plain}", content
    except _DAMAGED as error:
        raise UserProblem(
            f"{name} is damaged and can't be unpacked.", "", "Copy or export it once more."
        ) from error


def _content(name: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    most = min(left, LARGEST_ENTRY, max(_SMALL, entry.compress_size * HIGHEST_RATIO))
    chunks: list[bytes] = []
    size = 0
    with archive.open(entry) as file:
        while chunk := file.read(_CHUNK):
            size += len(chunk)
            if size > most:
                raise _too_much(name)
            chunks.append(chunk)
    return b"".join(chunks)


def _check_directory(name: str, data: bytes) -> None:
    """Look at the size of the list of entries before it is read as a whole."""
    at = len(data) - _END_LENGTH
    if at < 0 or data[at : at + 4] != _END or data[-2:] != b"\0\0":
        at = data.rfind(_END, max(0, len(data) - _LONGEST_COMMENT - _END_LENGTH))
    if at < 0 or at + _END_LENGTH > len(data):
        return
    (size,) = struct.unpack_from("<L", data, at + 12)
    if size > _LARGEST_DIRECTORY or data[max(0, at - 20) :].startswith(_END_LARGE):
        raise _too_much(name)


def _too_much(name: str) -> UserProblem:
    return UserProblem(
        f"{name} would unpack to too much.",
        f"{MOST_ENTRIES:,} files and {LARGEST_TOTAL // 1_000_000} MB are the most.",
        "Unpack it yourself, look at what is in it, and choose the .vcf files.",
    )
