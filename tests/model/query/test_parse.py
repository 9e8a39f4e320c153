"""The query language: what is typed, what it means, and where a mistake is."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from notebook_app.model.query.keys import KEYS
from notebook_app.model.query.mistake import QueryMistake
from notebook_app.model.query.parse import MOST_VALUES, Vocabulary, parse_query
from notebook_app.model.query.terms import (
    AnyOf,
    Keyed,
    ListName,
    Not,
    PeopleQuery,
    Plain,
    words_query,
)
from notebook_app.model.query.values import Comparison, Distance, Level, Span, Word
from tests.made_up import examples

VOCABULARY = Vocabulary.of(
    ["Shoe size", "Größe"],
    [("My list", "tag:a"), ("Outer", 'list:"My list" ann'), ("A", "list:B"), ("B", "list:A")],
)


def keyed(key: str, *words: str) -> Keyed:
    """A key with words."""
    return Keyed(key, tuple(map(Word, words)))


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", ()),
        ("  anna   berg ", (Plain("anna"), Plain("berg"))),
        ("tag:Chamber", (keyed("tag", "Chamber"),)),
        ('tag:"old friends" anna', (keyed("tag", "old friends"), Plain("anna"))),
        ("ROLE:Clients", (keyed("role", "client"),)),
        ("tag:a,b", (keyed("tag", "a", "b"),)),
        ("tag:a tag:b", (keyed("tag", "a"), keyed("tag", "b"))),
        ("-tag:family", (Not(keyed("tag", "family")),)),
        ("-coffee", (Not(Plain("coffee")),)),
        ("ann or bo", (AnyOf((Plain("ann"), Plain("bo"))),)),
        ("stage:>=like", (Keyed("stage", (Level(Comparison.AT_LEAST, "like"),)),)),
        ("last:>90d", (Keyed("last", (Distance(Comparison.MORE, 90, "d"),)),)),
        ("last:<2weeks", (Keyed("last", (Distance(Comparison.LESS, 2, "w"),)),)),
        ("last:2026-03..2026-05", (Keyed("last", (Span("2026-03", "2026-05"),)),)),
        ("birthday:5", (keyed("birthday", "may"),)),
        ("birthday:märz", (keyed("birthday", "march"),)),
        ("fällig:today", (keyed("due", "today"),)),
        ("shoe-size:43", (Keyed("shoe-size", (Word("43"),), own=True),)),
        ("GRÖSSE:xl", (Keyed("grosse", (Word("xl"),), own=True),)),
        ('list:"my LIST"', (Keyed("list", (ListName("My list", PeopleQuery()),)),)),
        # Nothing of these is a key, a bracket or a minus.
        ("https://tag:8080", (Plain("https://tag:8080"),)),
        ("10:30", (Plain("10:30"),)),
        ('"stage:met"', (Plain("stage:met"),)),
        ("Ann-Marie", (Plain("Ann-Marie"),)),
        ("+46 (0)70 123", (Plain("+46"), Plain("(0)70"), Plain("123"))),
        ("or", (Plain("or"),)),
        ("or levy", (Plain("or"), Plain("levy"))),
        ("- 😀", ()),
    ],
)
def test_a_text_means(text: str, terms: tuple[object, ...]) -> None:
    assert parse_query(text, VOCABULARY).terms == terms


def test_side_by_side_binds_closer_than_or_and_brackets_group() -> None:
    assert parse_query("a b or c") == parse_query("(a b) or c")
    assert parse_query("a (b or c)") != parse_query("a b or c")
    assert parse_query("-(a or -tag:x) ((b))").text == "-(a or -tag:x) b"


def test_a_list_carries_what_it_asks_for() -> None:
    (term,) = parse_query("list:outer", VOCABULARY).terms
    assert isinstance(term, Keyed)
    (value,) = term.values
    assert isinstance(value, ListName)
    assert value.query.text == 'list:"My list" ann'


@pytest.mark.parametrize(
    ("text", "start", "length", "says"),
    [
        ("ann tga:x", 4, 4, "Did you mean “tag:”?"),
        ("shoesize:43", 0, 9, "Did you mean “shoe-size:”?"),
        ("tag:", 0, 4, "needs a word after it"),
        ('tag:" "', 0, 7, "needs a word after it"),
        ("tag:a,", 0, 6, "after the comma"),
        ("role:cleint", 5, 6, "Did you mean “client”?"),
        ("role:client,x", 12, 1, "is no role"),
        ("stage:loved", 6, 5, "is no stage"),
        ("last:soon", 5, 4, "Write for example >90d"),
        ("last:2026-13", 5, 7, "is no time"),
        ("last:2026-05..2026-03", 5, 16, "is no time"),
        ("due:yesterday", 4, 9, "is no time"),
        ("talks:many", 6, 4, "is no number"),
        ("birthday:mayy", 9, 4, "Did you mean “may”?"),
        ("has:phon", 4, 4, "Did you mean “phone”?"),
        ('met:"Breakfast', 4, 10, "not closed"),
        ("(ann or bo", 0, 10, "not closed"),
        ("ann)", 3, 1, "closes nothing"),
        ("list:nobody", 5, 6, "no list “nobody”"),
        ('list:"my lst"', 5, 8, "Did you mean “My list”?"),
        ("x list:a", 7, 1, "would ask for itself"),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, start: int, length: int, says: str) -> None:
    with pytest.raises(QueryMistake) as caught:
        parse_query(text, VOCABULARY)
    mistake = caught.value
    assert says in mistake.message
    assert (mistake.start, mistake.length, mistake.text) == (start, length, text)


@pytest.mark.parametrize(
    ("text", "as_if"),
    [
        ("ann tag:", "ann"),
        ("ann tag:a,", "ann tag:a"),
        ('met:"Breakf', 'met:"Breakf"'),
        ("(ann or", "ann"),
        ("ann or", "ann"),
        ("role:cli", ""),
        ("last:>9", ""),
        ("last:2026-0", ""),
        ("stage:>=li", ""),
    ],
)
def test_what_is_still_being_typed_is_no_mistake(text: str, as_if: str) -> None:
    assert parse_query(text, VOCABULARY, still_typing=True) == parse_query(as_if, VOCABULARY)


def test_a_mistake_that_no_more_typing_mends_is_told_while_typing() -> None:
    for text in ("tga:x", "role:clx", "last:abc", "ann)", "role:cli ann"):
        with pytest.raises(QueryMistake):
            parse_query(text, still_typing=True)


def test_every_example_of_the_table_is_understood_and_stays_as_it_is() -> None:
    for key in KEYS:
        for text in key.examples:
            assert parse_query(text, VOCABULARY).text == text


_PIECES = st.sampled_from(
    [
        *("tag:", "role:client", "last:>90d", "due:", "stage:>=like", "list:outer", "shoe-size:"),
        *('"', "'", "(", ")", "-", ",", " ", " or ", "ann", "ß", "😀", "2026-03", "..", "x", "*"),
    ]
)
_TEXTS = st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=14).map("".join))


@settings(max_examples=examples(150, 2000), deadline=None)
@given(_TEXTS, st.booleans())
@example("\ud800:x", False)
@example("- or -", False)
@example('tag:"""a"', False)
@example("ﬁ:x", False)
@example("a\x1cor\x1cb", False)
def test_any_text_has_a_meaning_or_a_mistake_within_it(text: str, still_typing: bool) -> None:
    query = _read(text, still_typing)
    if isinstance(query, QueryMistake):
        assert 0 <= query.start <= len(text)
        assert 0 <= query.length <= len(text) - query.start
        assert query.message.endswith((".", "?"))
        return
    again = parse_query(query.text, VOCABULARY)
    assert again == query
    assert again.text == query.text
    for term in query.terms:
        assert 0 <= term.place.start <= term.place.start + term.place.length <= len(text)


def _read(text: str, still_typing: bool = False) -> PeopleQuery | QueryMistake:
    try:
        return parse_query(text, VOCABULARY, still_typing=still_typing)
    except QueryMistake as mistake:
        return mistake


@given(st.text(max_size=40))
def test_words_as_they_stand_come_back_from_their_text(text: str) -> None:
    query = words_query(text)
    assert parse_query(query.text).words == " ".join(
        word for word in text.split() if any(map(str.isalnum, word))
    )


@pytest.mark.parametrize(
    "piece",
    ["(", '"', "-", "a ", "tag:a ", "tag:a,", "(1", "a:", "-a or ", 'x"', "(1 ", "a-", '""', ":"],
)
def test_five_thousand_characters_take_no_time(piece: str) -> None:
    text = (piece * 5000)[:5000]
    parse = [_seconds(text) for _ in range(3)]
    assert min(parse) < 0.05


def _seconds(text: str) -> float:
    begun = time.process_time()
    _read(text)
    return time.process_time() - begun


def test_lists_of_lists_of_lists_do_not_grow_without_end() -> None:
    lists = [("l0", "tag:a tag:b")]
    lists += [(f"l{at}", f"list:l{at - 1} list:l{at - 1},l0") for at in range(1, 40)]
    vocabulary = Vocabulary.of([], lists)
    with pytest.raises(QueryMistake, match=f"{MOST_VALUES} values"):
        parse_query("list:l39", vocabulary)
