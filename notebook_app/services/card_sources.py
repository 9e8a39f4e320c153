"""Gets the bytes of what to import: files, zipped exports, folders full of cards, QR pictures.

It looks at the beginning first, and never reads a huge file.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from notebook_app.formats.csv.look import looks_like_table
from notebook_app.formats.picture_kind import picture_kind
from notebook_app.formats.vcard.byte_layer import looks_like_vcard
from notebook_app.formats.windows_contact import looks_like_windows_contact
from notebook_app.foundation.problem import UserProblem
from notebook_app.services.contact_files import card_of_unreadable, card_of_windows_contact
from notebook_app.services.importable_endings import CARD_ENDINGS
from notebook_app.services.picture_cards import PictureReader, cards_of_picture
from notebook_app.services.zipped_cards import looks_like_zip, zipped_files

LARGEST_FILE = 256_000_000
"""Bytes; some 400,000 cards without photos."""

MOST_FILES = 20_000
_DEEPEST_FOLDER = 4

_SNIFFED = 65_536
_CHOOSE_OTHER = "Choose the .vcf file that the phone or address book exported."

CardSource = Path | tuple[str, bytes]
"""A file or a folder, or a name to show with the bytes that came under it (from a phone, say)."""


def source_name(source: CardSource) -> str:
    """Return the name that the user knows a source by."""
    return source[0] if isinstance(source, tuple) else source.name or str(source)


def opened_source(
    source: CardSource, read_picture: PictureReader | None = None
) -> Iterator[tuple[str, bytes]]:
    """Yield each vCard file of a source with its name: one, or all of a folder or zip archive.

    A file that ``is_table`` says is a table is yielded as it is.

    In folders and archives, a file that is no card gives a card that says so, so that it is
    set aside and the others go in. Without ``read_picture`` pictures are no sources.

    Raises:
        UserProblem: it can't be read, holds no vCard, or is too large.
    """
    if isinstance(source, Path) and source.is_dir():
        yield from _many(source.name, "a folder", _files_of(source))
        return
    data = _file_bytes(source) if isinstance(source, Path) else source[1]
    name = source_name(source)
    if looks_like_zip(data):
        yield from _many(name, "a zip archive", zipped_files(name, data, CARD_ENDINGS))
    elif picture_kind(data[:_SNIFFED]):
        yield name, cards_of_picture(name, data, read_picture)
    else:
        yield name, _card_bytes(name, data)


def is_table(name: str, data: bytes) -> bool:
    """Return whether what ``opened_source`` yielded is a table, not cards."""
    beginning = data[:_SNIFFED]
    return not looks_like_vcard(beginning) and looks_like_table(name, beginning)


def _many(name: str, kind: str, files: Iterator[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    count = 0
    for file_name, data in files:
        count += 1
        try:
            yield file_name, _card_bytes(file_name, data)
        except UserProblem as problem:
            yield file_name, card_of_unreadable(problem.one_line(), data)
    if not count:
        raise UserProblem(f"{name} is {kind} without contact cards.", "", _CHOOSE_OTHER)


def _files_of(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the card files of a folder and those inside it; links are not followed."""
    count = 0
    for place, folders, names in os.walk(folder):
        inside = Path(place).relative_to(folder)
        if len(inside.parts) >= _DEEPEST_FOLDER:
            folders.clear()
        folders.sort()
        for name in sorted(names):
            path = Path(place, name)
            if not name.lower().endswith(CARD_ENDINGS) or path.is_symlink():
                continue
            count += 1
            if count > MOST_FILES:
                raise UserProblem(
                    f"{folder.name} holds more than {MOST_FILES:,} files.",
                    "",
                    "Choose a folder with fewer.",
                )
            yield str(inside / name), _file_bytes(path, checked=False)


def _file_bytes(source: Path, checked: bool = True) -> bytes:
    try:
        status = source.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UserProblem(f"{source} is not a file.", "", _CHOOSE_OTHER)
        with source.open("rb") as file:
            beginning = file.read(_SNIFFED)
            size = os.fstat(file.fileno()).st_size
            other = (looks_like_zip, looks_like_windows_contact, picture_kind)
            if checked and not any(looks_like(beginning) for looks_like in other):
                _check(source.name, beginning, size)
            _check_size(source.name, size)
            file.seek(0)
            return file.read(LARGEST_FILE + _SNIFFED)
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


def _card_bytes(name: str, data: bytes) -> bytes:
    """Return the bytes of a vCard file; a Windows contact becomes one."""
    if looks_like_windows_contact(data[:_SNIFFED]):
        return card_of_windows_contact(name, data)
    _check(name, data[:_SNIFFED], len(data))
    return data


def _check(name: str, beginning: bytes, size: int) -> None:
    if not beginning:
        raise UserProblem(f"{name} is empty.", "", _CHOOSE_OTHER)
    if not looks_like_vcard(beginning) and not looks_like_table(name, beginning):
        raise UserProblem(f"{name} is not a vCard file.", "", _CHOOSE_OTHER)
    _check_size(name, size)


def _check_size(name: str, size: int) -> None:
    if size > LARGEST_FILE:
        raise UserProblem(
            f"{name} is too large to import at once.",
            f"It has {size // 1_000_000} MB; {LARGEST_FILE // 1_000_000} MB is the most.",
            "Export the contacts in several parts.",
        )
