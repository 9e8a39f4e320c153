"""Where the words of a search stand in a text, in any spelling of either."""

import time

import pytest

from notebook_app.model.search_marks import FRAGMENT_LENGTH, MarkedText, SearchMarks


def marked(found: MarkedText) -> list[str]:
    """The stretches of text that are marked."""
    return [found.text[start : start + length] for start, length in found.marks]


@pytest.mark.parametrize(
    ("typed", "text", "wanted"),
    [
        ("ann", "Anna met Hannah and ANN", ["Ann", "ANN"]),
        ("anna berg", "Berg, Anna: Annabel Bergman", ["Berg", "Anna", "Berg"]),
        ("soren", "Søren Åberg", ["Søren"]),
        ("aberg", "Søren Åberg", ["Åberg"]),
        ("åb", "Aberg Åberg", ["Ab", "Åb"]),
        ("weiss", "Jörg Weiß", ["Weiß"]),
        ("weiß", "Jörg Weiss", ["Weiss"]),
        ("stras", "Lange Straße", ["Straß"]),
        ("zoe", "Zoe\u0308 is here", ["Zoe\u0308"]),
        ("zoë", "Zoe", ["Zoe"]),
        ("郎", "田中太郎", ["郎"]),
        ("田中", "田中 太郎", ["田", "中"]),
        ("john", "Ｊｏｈｎ", ["Ｊｏｈｎ"]),
        ("петр", "Иван Петров", ["Петр"]),
        ("علي", "محمد علي", ["علي"]),
        ("ber", "überland", []),
        ("party 🎉", "🎉 party 🎉", ["party"]),
        ("🎉", "🎉 party", []),
        ("", "anything", []),
        ('a" OR b* NEAR(c) -d ^e', "a or b near c d e", ["a", "or", "b", "near", *"cde"]),
    ],
)
def test_words_are_marked_as_they_stand(typed: str, text: str, wanted: list[str]) -> None:
    assert marked(SearchMarks(typed).mark(text)) == wanted


@pytest.mark.parametrize(
    ("typed", "stored", "wanted"),
    [
        ("0701234567", "+46 70-123 45 67", "70-123 45 67"),
        ("+46 70-123 45 67", "0701234567", "701234567"),
        ("+46 70-123 45 67", "+46701234567", "46701234567"),
        ("0046 70 123", "070/123 45 67", "70/123"),
        ("070123", "+46 (0)70-123 45 67", "70-123"),
        ("070-12", "070-123 45 67", "070-12"),
        ("anna 0701234567", "070-123 45 67", "070-123 45 67"),
    ],
)
def test_the_digits_of_a_number_are_marked_however_they_are_grouped(
    typed: str, stored: str, wanted: str
) -> None:
    assert marked(SearchMarks(typed).mark(stored)) == [wanted]


def test_another_number_is_not_marked() -> None:
    assert marked(SearchMarks("0701234567").mark("070-123 45 68")) == []


def test_a_fragment_is_where_most_of_the_words_are() -> None:
    text = "kitchen " + "bla " * 200 + "the kitchen of her daughter is new " + "foo " * 200
    found = SearchMarks("kitchen daughter").fragment(text)
    assert marked(found) == ["kitchen", "daughter"]
    assert found.text.startswith("…bla ")
    assert found.text.endswith("foo…")
    assert len(found.text) <= FRAGMENT_LENGTH + 2


def test_a_fragment_without_a_match_is_the_beginning() -> None:
    assert SearchMarks("x").fragment("Talked of boats.") == MarkedText("Talked of boats.")
    assert SearchMarks("x").fragment("") == MarkedText("")


@pytest.mark.parametrize("word", ["and more ", "ändå mer ", "1 2 3", "田中", "(", "x" * 50])
def test_a_note_of_a_hundred_thousand_letters_is_read_at_once(word: str) -> None:
    text = word * (100_000 // len(word)) + " needle"
    begun = time.process_time()
    found = SearchMarks("needle").fragment(text)
    SearchMarks("needle 12345").fragment(text)
    SearchMarks("0701234567").fragment(text)
    assert time.process_time() - begun < 1
    assert marked(found) == ["needle"]


def test_marks_are_in_order_and_do_not_overlap() -> None:
    for typed, text in (("a a an", "an a a an and"), ("12 1 123", "123 12 1"), ("é e", "é e")):
        found = SearchMarks(typed).mark(text)
        ends = [0]
        for start, length in found.marks:
            assert start >= ends[-1]
            assert length > 0
            ends.append(start + length)
        assert ends[-1] <= len(text)
