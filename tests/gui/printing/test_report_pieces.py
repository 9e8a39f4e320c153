"""Paragraphs, bars and tables of a report are read back from its PDF: their words and places."""

from pathlib import Path

from notebook_app.gui.printing.render_pdf import render_pdf
from notebook_app.reports.document import Bars, Document, Entry, Section, Table
from tests.gui.printing.pdf_reading import Word, needs_poppler, pdf_page_texts, pdf_words

TITLES = ("Source", "Won", "Worth")


def of_sections(*sections: Section) -> Document:
    """Return a report."""
    return Document("Where work comes from", "2026", sections)


def word(words: list[Word], text: str) -> Word:
    """Return the only word on a page that reads so."""
    (found,) = [each for each in words if each.text == text]
    return found


@needs_poppler
def test_numbers_stand_at_the_end_of_their_column_and_the_total_below(tmp_path: Path) -> None:
    rows = (("Referral", "7", "€1,200"), ("Marketing", "12", "€900"))
    table = Table(TITLES, rows, (1, 2), ("Total", "19", "€2,100"))
    assert render_pdf(of_sections(Section("Sources", (), table=table)), tmp_path / "t.pdf") == 1
    (words,) = pdf_words(tmp_path / "t.pdf")
    for column in (("Won", "7", "12", "19"), ("Worth", "€1,200", "€900", "€2,100")):
        ends = [word(words, text).right for text in column]
        assert max(ends) - min(ends) < 0.6
    starts = [word(words, text).left for text in ("Source", "Referral", "Marketing", "Total")]
    assert max(starts) - min(starts) < 0.5
    tops = [word(words, text).top for text in ("Source", "Referral", "Marketing", "Total")]
    assert tops == sorted(tops)


@needs_poppler
def test_a_long_table_says_its_titles_on_each_page_and_every_row_once(tmp_path: Path) -> None:
    rows = tuple((f"Person-{number}", str(number), "x") for number in range(120))
    table = Table(TITLES, rows, (1,), ("Total", "7140", ""))
    document = of_sections(Section("All", (Entry("Somebody"),), table=table))
    pages = render_pdf(document, tmp_path / "t.pdf")
    texts = pdf_page_texts(tmp_path / "t.pdf")
    assert pages == len(texts) > 2
    assert all("Source" in text and "Worth" in text for text in texts[:-1])
    said = " ".join(texts).split()
    assert [said.count(f"Person-{number}") for number in range(120)] == [1] * 120
    assert "Total" in texts[-1]
    assert "Person-119" in texts[-1]
    assert "Somebody" in texts[-1]


@needs_poppler
def test_cells_wrap_within_their_columns_and_nothing_leaves_the_page(tmp_path: Path) -> None:
    rows = (("many words " * 40, "77", "one" * 200), ("", "2", ""), ("محمد", "3", "田中"))
    table = Table((*TITLES, "An additional column"), rows, (1,))
    render_pdf(of_sections(Section("All", (), table=table)), tmp_path / "t.pdf")
    (words,) = pdf_words(tmp_path / "t.pdf")
    assert all(each.left > 20 - 0.5 and each.right < 210 - 17 + 0.5 for each in words)
    number = word(words, "77")
    assert all(each.right < number.left for each in words if each.text in ("many", "words"))
    assert sum(each.text == "many" for each in words) == 40


@needs_poppler
def test_a_cell_longer_than_a_page_goes_on_on_the_next(tmp_path: Path) -> None:
    table = Table(TITLES, ((" ".join(f"w{n}" for n in range(3000)), "1", "2"),))
    assert render_pdf(of_sections(Section("All", (), table=table)), tmp_path / "t.pdf") > 1
    said = " ".join(pdf_page_texts(tmp_path / "t.pdf")).split()
    assert all(f"w{n}" in said for n in range(3000))


@needs_poppler
def test_bars_have_label_and_value_in_one_line_and_name_their_parts(tmp_path: Path) -> None:
    bars = Bars(
        (("Call", (3.0, 1.0), "4"), ("Coffee", (0.0, 0.0), "none"), ("?", (float("nan"),), "odd")),
        ("answered", "tried"),
    )
    render_pdf(of_sections(Section("Mix", (), bars=bars)), tmp_path / "t.pdf")
    (words,) = pdf_words(tmp_path / "t.pdf")
    for label, value in (("Call", "4"), ("Coffee", "none"), ("?", "odd")):
        assert abs(word(words, label).top - word(words, value).top) < 0.3
        assert word(words, label).right < word(words, value).left
    # The longest bar reaches far to the right, one of nothing not at all.
    assert word(words, "4").left > 150
    assert word(words, "none").left < 60
    assert word(words, "answered").top < word(words, "Call").top


@needs_poppler
def test_a_paragraph_is_wrapped_and_goes_on_over_pages_with_every_word(tmp_path: Path) -> None:
    text = " ".join(f"word{number}" for number in range(2500))
    document = of_sections(Section("Said", (), paragraphs=("Short.", text)))
    assert render_pdf(document, tmp_path / "t.pdf") > 1
    said = " ".join(pdf_page_texts(tmp_path / "t.pdf")).split()
    assert [each for each in said if each.startswith("word")] == text.split()


@needs_poppler
def test_a_table_with_many_columns_is_set_smaller_rather_than_break_words(tmp_path: Path) -> None:
    columns = ("Source", "All", "Open", "Won", "Lost", "Success", "Days", "Won value", "Open value")
    columns += ("All before", "Won before", "Won value before")
    amount = "EUR\u00a08\u202f950"
    cells = ("7", "2", "5", "0", "100\u00a0%", "20", amount, amount, "9", "8", amount)
    rows = (("Reputation response", *cells), ("Marketing response", *cells))
    table = Table(columns, rows, tuple(range(1, 12)), ("All together", *cells))
    render_pdf(of_sections(Section("Sources", (), table=table)), tmp_path / "t.pdf")
    (words,) = pdf_words(tmp_path / "t.pdf")
    said = [each.text for each in words]
    for whole in ("Reputation", "Marketing", "together", "response", "before"):
        assert whole in said
    assert all(each.right < 210 - 17 + 0.5 for each in words)
    # No amount is broken: what it begins and ends with stand in the line of their row.
    for begin, end in zip(
        (each for each in words if each.text.startswith("EUR")),
        (each for each in words if each.text.endswith("950")),
        strict=True,
    ):
        assert abs(begin.top - end.top) < 0.5
