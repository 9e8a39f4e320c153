"""Says which scripts of a document no font on this computer has, before boxes are printed."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from PySide6.QtGui import QFont, QTextLayout

from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.gui.printing.typeface import PrintRole, Typeface
from notebook_app.reports.document import Document, Entry

_FIRST_DOUBTFUL: Final = "\u0250"
_SHOWN_BY_NOTHING: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Mn", "Me", "Zl", "Zp", "Zs"})
_JAPANESE: Final = ("HIRAGANA", "KATAKANA", "HALFWIDTH")
_NAMED: Final = {
    "CJK": "Chinese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HALFWIDTH": "Japanese",
    "HANGUL": "Korean",
}
_OTHER: Final = "some signs"
_EMOJI: Final = "emoji"
_MOST_SIGNS: Final = 20_000


def missing_words(document: Document, progress: Progress | None = None) -> str:
    """Return ``No font for Japanese was found: 3 names will show boxes.``; else nothing.

    Raises:
        UserProblem: there is not a single font on this computer.
        Cancelled: the user asked to stop.
    """
    progress = progress or no_progress()
    signs: set[str] = set()
    for text in _all_texts(document):
        if not text.isascii():
            progress.report(0, 0, "Looking for fonts")
            signs.update(sign for sign in text if sign >= _FIRST_DOUBTFUL)
    missing = _without_font(signs)
    if not missing:
        return ""
    names: dict[str, int] = defaultdict(int)
    texts: dict[str, int] = defaultdict(int)
    for section in document.sections:
        for entry in section.entries:
            for script in _scripts(entry.name, missing):
                names[script] += 1
            for script in _scripts(" ".join(_texts_of(entry)), missing):
                texts[script] += 1
    for text in _texts_around(document):
        for script in _scripts(text, missing):
            texts[script] += 1
    said = (_said(script, names[script], texts[script]) for script in sorted(texts))
    return " ".join(said)


def _said(script: str, names: int, texts: int) -> str:
    count, what = (names, "name") if names else (texts, "text")
    what = f"1 {what}" if count == 1 else f"{count:,} {what}s"
    return f"No font for {script} was found: {what} will show boxes."


def _scripts(text: str, missing: frozenset[str]) -> set[str]:
    """Return the scripts of those letters of a text that are missing."""
    if text.isascii():
        return set()
    found = {_script_of(sign) for sign in set(text) & missing}
    if "Chinese" in found and any(
        unicodedata.name(sign, "").startswith(_JAPANESE) for sign in set(text)
    ):
        # Signs that both write stand beside those that only Japanese has.
        found = found - {"Chinese"} | {"Japanese"}
    return found


def _script_of(sign: str) -> str:
    first = unicodedata.name(sign, "").partition(" ")[0]
    if first in _NAMED:
        return _NAMED[first]
    category = unicodedata.category(sign)
    if category in ("So", "Sk"):
        return _EMOJI
    return first.capitalize() if category.startswith("L") and first.isalpha() else _OTHER


def _without_font(signs: set[str]) -> frozenset[str]:
    """Return those of ``signs`` for which Qt finds a glyph in no font."""
    wanted = [sign for sign in signs if unicodedata.category(sign) not in _SHOWN_BY_NOTHING]
    font = Typeface()[PrintRole.BODY].font
    wanted = wanted[:_MOST_SIGNS]
    if not wanted or _is_drawn(" ".join(wanted), font):
        return frozenset()
    return frozenset(sign for sign in wanted if not _is_drawn(sign, font))


def _is_drawn(text: str, font: QFont) -> bool:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine().setLineWidth(1e7)
    layout.endLayout()
    return all(0 not in run.glyphIndexes() for run in layout.glyphRuns())


def _all_texts(document: Document) -> Iterator[str]:
    yield from _texts_around(document)
    for section in document.sections:
        for entry in section.entries:
            yield from _texts_of(entry)


def _texts_around(document: Document) -> Iterator[str]:
    """Yield what is not in an entry."""
    yield from (document.title, document.subtitle, document.summary)
    for section in document.sections:
        yield section.heading
        yield from section.paragraphs
        if section.bars is not None:
            yield from section.bars.parts
            for label, _parts, value in section.bars.bars:
                yield from (label, value)
        if section.table is not None:
            for row in (section.table.columns, *section.table.rows, section.table.total):
                yield from row


def _texts_of(entry: Entry) -> Iterator[str]:
    yield from (entry.name, entry.beside, entry.place, entry.act, entry.text, entry.aside)
    yield from (entry.phone, entry.email, *entry.trail, *entry.ruled)
    for label, value in entry.rows:
        yield from (label, value)
