"""Finds e-mail addresses and telephone numbers, wherever they stand in a line."""

import re
from typing import Final

from notebook_app.model.capture.captured import PieceKind
from notebook_app.model.capture.found import Found, Reading, Says
from notebook_app.model.name_form import folded

_TOKEN: Final = re.compile(r"\S{3,320}")
_ADDRESS: Final = re.compile(r"[^\s@<>()\[\],;:\"]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}")
_AROUND: Final = "<>()[]{},;:.!?\"'“”„‚’‘»«"
_NUMBER: Final = re.compile(r"(?<![\w+.,:/])(\+|00|\(?0)?\(?\d[\d()./ \u00a0-]{3,24}\d(?![\w%€$£])")
_AMERICAN: Final = re.compile(r"\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}")
_DATE: Final = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}[.:]\d{2}|[\d.,]+")
_LABEL: Final = re.compile(r"([^\W\d_]+)[.:]?\s*\Z")
_FEWEST_DIGITS: Final = 6
_FEWEST_BEHIND_LABEL: Final = 4
_MOST_DIGITS: Final = 15


def read_addresses(reading: Reading) -> None:
    """Find e-mail addresses."""
    for token in _TOKEN.finditer(reading.line):
        if "@" not in token[0]:
            continue
        bare = token[0].strip(_AROUND)
        if _ADDRESS.fullmatch(bare):
            start = token.start() + token[0].index(bare)
            end = start + len(bare)
            reading.take(Found(PieceKind.EMAIL, start, end, Says(email=bare)))


def read_phones(reading: Reading) -> None:
    """Find numbers that begin with + or 0, that have a label, or the form of American ones."""
    line = reading.line
    for match in _NUMBER.finditer(line):
        text = match[0]
        digits = sum(char.isdigit() for char in text)
        start = match.start()
        label = _LABEL.search(line, max(0, start - 12), start)
        labelled = label is not None and folded(label[1]) in reading.vocabulary.phone_labels
        if labelled and label is not None:
            start = label.start()
        fewest = _FEWEST_BEHIND_LABEL if labelled else _FEWEST_DIGITS
        led = labelled or match[1] is not None or _AMERICAN.fullmatch(text) is not None
        plain = text.isdigit() and digits > _FEWEST_DIGITS
        other = _DATE.fullmatch(text) is not None and not (labelled or plain)
        if not led or other or not fewest <= digits <= _MOST_DIGITS:
            continue
        number = " ".join(text.split())
        reading.take(Found(PieceKind.PHONE, start, match.end(), Says(phone=number)))
