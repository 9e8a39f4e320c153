"""Gives a document the number and the codes by which its paper is found again."""

from dataclasses import replace
from typing import Final

from notebook_app.model.printed_list import UNKNOWN_SIGN, reference_code, row_code
from notebook_app.reports.document import Document

_NO_UID: Final = "0" * 32


def numbered(document: Document, number: int | None, uid: str = _NO_UID) -> Document:
    """Return ``document`` as list ``number``, each entry with its code, in the order of the paper.

    Without a number it is only looked at: all stands where it will stand on paper, but leads
    nowhere.
    """
    position = 0
    sections = []
    for section in document.sections:
        entries = []
        for entry in section.entries:
            position += 1
            entries.append(replace(entry, code=row_code(number, position)))
        sections.append(replace(section, entries=tuple(entries)))
    return replace(
        document,
        sections=tuple(sections),
        reference=f"List {UNKNOWN_SIGN if number is None else number}",
        reference_code=reference_code(number or 0, uid),
    )
