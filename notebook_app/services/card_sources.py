"""Gets the bytes of files to import: looks at the beginning first, and never reads a huge one."""

import os
import stat
from pathlib import Path

from notebook_app.formats.vcard.byte_layer import looks_like_vcard
from notebook_app.foundation.problem import UserProblem

LARGEST_FILE = 256_000_000
"""Bytes; some 400,000 cards without photos."""

_SNIFFED = 65_536
_CHOOSE_OTHER = "Choose the .vcf file that the phone or address book exported."

CardSource = Path | tuple[str, bytes]
"""A file, or a name to show with the bytes that came under it (from a phone, say)."""


def source_name(source: CardSource) -> str:
    """Return the name that the user knows a source by."""
    return source[0] if isinstance(source, tuple) else source.name


def source_bytes(source: CardSource) -> bytes:
    """Return what is to be imported.

    Raises:
        UserProblem: it can't be read, is no vCard, or is too large.
    """
    if isinstance(source, tuple):
        _check(source[0], source[1][:_SNIFFED], len(source[1]))
        return source[1]
    try:
        status = source.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UserProblem(f"{source} is a folder, not a vCard file.", "", _CHOOSE_OTHER)
        if not stat.S_ISREG(status.st_mode):
            raise UserProblem(f"{source} is not a file.", "", _CHOOSE_OTHER)
        with source.open("rb") as file:
            beginning = file.read(_SNIFFED)
            _check(source.name, beginning, os.fstat(file.fileno()).st_size)
            return beginning + file.read(LARGEST_FILE)
    except FileNotFoundError as error:
        raise UserProblem(f"There is no file {source}.", "", _CHOOSE_OTHER) from error
    except PermissionError as error:
        raise UserProblem(
            f"{source} can't be read.",
            "Its permissions don't allow it.",
            "Change them, or copy it.",
        ) from error
    except OSError as error:
        raise UserProblem(
            f"{source} can't be read.",
            f"{error.strerror}.",
            "Copy it to this computer and try again.",
        ) from error


def _check(name: str, beginning: bytes, size: int) -> None:
    if not beginning:
        raise UserProblem(f"{name} is empty.", "", _CHOOSE_OTHER)
    if not looks_like_vcard(beginning):
        raise UserProblem(f"{name} is not a vCard file.", "", _CHOOSE_OTHER)
    if size > LARGEST_FILE:
        raise UserProblem(
            f"{name} is too large to import at once.",
            f"It has {size // 1_000_000} MB; {LARGEST_FILE // 1_000_000} MB is the most.",
            "Export the contacts in several parts.",
        )
