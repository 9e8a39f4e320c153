"""An entry of a list: nothing in it is printed over anything else."""

from itertools import combinations
from pathlib import Path

import pytest

from notebook_app.gui.printing.render_pdf import render_pdf
from notebook_app.reports.document import Document, Entry, Section
from tests.gui.printing.pdf_reading import Word, needs_poppler, pdf_words

_LONG = "Maximiliane Freifrau von Hohenstein-Württemberg zu Sayn-Wittgenstein-Berleburg"


def overlap(one: Word, other: Word) -> bool:
    """Whether two words are printed over each other by more than their line spacing."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 0.2 and down > 1.5


@needs_poppler
@pytest.mark.usefixtures("qapp")
def test_a_long_firm_below_a_long_name_leaves_room_for_the_phone(tmp_path: Path) -> None:
    entry = Entry(
        _LONG,
        beside="Verwaltungsgesellschaft für Immobilien und Grundstücke mbH & Co. KG, Berlin",
        phone="+49 (0)30 / 12345678-90 ext. 1234",
        email="a.very.long.address@a-very-long-company-name.example.com",
    )
    path = tmp_path / "list.pdf"
    render_pdf(Document("Follow-ups", "", (Section("Today", (entry,)),)), path)
    words = pdf_words(path)[0]
    assert any(word.text.startswith("Verwaltung") for word in words)
    assert [pair for pair in combinations(words, 2) if overlap(*pair)] == []
