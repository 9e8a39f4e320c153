"""Reads PDFs back with poppler's tools: their text in reading order, and where it stands."""

import html
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="poppler-utils is not installed"
)
MM_PER_POINT = 25.4 / 72


@dataclass(frozen=True)
class Word:
    """A word on a page; lengths in millimetres from the top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def pdf_text(path: Path) -> str:
    """Return the text of all pages, which form feeds divide."""
    return _run("pdftotext", str(path), "-")


def pdf_page_texts(path: Path) -> list[str]:
    """Return the text of each page."""
    return pdf_text(path).removesuffix("\f").split("\f")


def pdf_words(path: Path) -> list[list[Word]]:
    """Return the words of each page with their places."""
    pages = _run("pdftotext", "-bbox", str(path), "-").split("<page ")[1:]
    found = re.compile(
        r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>'
    )
    return [
        [
            Word(html.unescape(text), *(float(place) * MM_PER_POINT for place in places))
            for *places, text in found.findall(page)
        ]
        for page in pages
    ]


def pdf_facts(path: Path) -> dict[str, str]:
    """Return title, creator, pages, page size and so on, as pdfinfo names them."""
    lines = (line.partition(":") for line in _run("pdfinfo", str(path)).splitlines())
    return {name: value.strip() for name, _, value in lines}


def pdf_fonts(path: Path) -> list[tuple[str, bool]]:
    """Return the name of each font, and whether it is embedded."""
    lines = _run("pdffonts", str(path)).splitlines()[2:]
    # The five columns at the end: embedded, subset, unicode, object number and generation.
    return [(line.split()[0], line.split()[-5] == "yes") for line in lines]


def _run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
