"""The endings of file names that an import takes, in one table for choosers, drops and folders.

What a file is, its content says; endings only help to find it. Loads nothing else.
"""

from pathlib import Path

CARD_ENDINGS = (".vcf", ".vcard", ".contact")
"""What is taken out of folders and zipped exports."""

TABLE_ENDINGS = (".csv", ".tsv")
"""Not out of folders and archives: those of other programs hold tables of other things too."""

CALENDAR_ENDINGS = (".ics", ".ical")
"""Calendars of events. Not out of folders and archives either."""

ARCHIVE_ENDINGS = (".zip",)

PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif", ".heic", ".heif")
"""Pictures with QR codes; where the last two can't be read, the import says so."""

SCAN_ENDINGS = (".pdf",)
"""What scanners write. Not imported, only looked through for the code of a printed list."""

IMPORTABLE_ENDINGS = (
    CARD_ENDINGS + TABLE_ENDINGS + CALENDAR_ENDINGS + ARCHIVE_ENDINGS + PICTURE_ENDINGS
)


def is_importable(path: Path) -> bool:
    """Return whether a file has such an ending, or is a folder."""
    return path.name.lower().endswith(IMPORTABLE_ENDINGS) or path.is_dir()
