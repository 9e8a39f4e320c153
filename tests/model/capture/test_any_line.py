"""What holds for every line, whatever was typed: nothing is lost, breaks, or takes its time."""

import re
import time
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notebook_app.model.capture.captured import CaptureContext, CapturedLine
from notebook_app.model.capture.read_line import read_line
from notebook_app.model.capture.vocabulary import vocabulary
from notebook_app.model.capture.words import words_of
from tests.made_up import examples
from tests.model.capture.small_town import CARLA, context

_SAMPLES = """
Coffee with and Carla Bo Lund Anna met rang called me she I introduced to @Bean House #tag ! #
!call next tue tomorrow yesterday on Friday 31 Feb 3.11. at 10 10:30 *fact €4200 4.200,50 EUR @
for signage < > , : . – - ( ) mit telefoniert Kaffee gestern am 3. November hat mich Agnes * €
vorgestellt jeden Dienstag every 2 weeks x@y.example +46 70 123 45 67 tel hairdresser Friseur
Carla's May 田中さん مرحبا 🎻 ☕ #"two words" 2026-02-30 & + web design helped quick Abend Sat
"""
_WORDS = _SAMPLES.split()
_LINES = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(_WORDS), max_size=25).map(" ".join),
    st.lists(st.sampled_from((*_WORDS, "\n", "\t")), max_size=25).map(" ".join),
    st.lists(st.sampled_from(_WORDS), max_size=25).map("".join),
)
_CONTEXTS = st.sampled_from(
    (
        context(),
        context(with_contact=CARLA),
        context(after_event=True),
        context(languages=("de", "en"), region="US"),
    )
)
_MANY = settings(max_examples=examples(150, 2000), deadline=None)


def letters(text: str) -> Counter[str]:
    """Return the letters and figures of a text, whatever their case."""
    return Counter(char for char in text.casefold() if char.isalnum())


@_MANY
@given(_LINES, _CONTEXTS)
def test_pieces_stand_in_order_and_never_overlap(line: str, how: CaptureContext) -> None:
    captured = read_line(line, how)
    end = 0
    for piece in captured.pieces:
        assert end <= piece.start < piece.end <= len(line)
        assert captured.words(piece).strip()
        end = piece.end


@_MANY
@given(_LINES, _CONTEXTS)
def test_every_letter_is_in_a_piece_or_in_the_text(line: str, how: CaptureContext) -> None:
    captured = read_line(line, how)
    cut = "".join(captured.words(piece) for piece in captured.pieces if not piece.guessed)
    missing = letters(line) - letters(captured.text) - letters(cut)
    # Only the small words of an opening that was wholly understood ("with", "and") are left out.
    small = letters("".join(word.text for word in words_of(line) if _is_small(word.key)))
    assert not missing - small - letters(_bullet(line) if how.after_event else "")
    assert not letters(captured.text) - letters(line)


def _bullet(line: str) -> str:
    match = re.match(r"\s*\d{1,3}[.)]", line)
    return match[0] if match else ""


def _is_small(key: str) -> bool:
    words = vocabulary(("en", "de"))
    tables = (
        words.with_words,
        words.and_words,
        words.small,
        words.place_leads,
        words.organization_leads,
        words.i_words,
        words.they_words,
        words.i_did,
        words.they_did,
    )
    return (
        any(key in table for table in tables)
        or key in ("spoke", "talked", "chatted")
        or (key in ("caught", "up", "sprach", "redete", "gesprochen", "geredet", "early"))
    )


@_MANY
@given(_LINES, _CONTEXTS)
def test_what_is_all_taken_back_is_plain_text(line: str, how: CaptureContext) -> None:
    captured = read_line(line, how)
    taken = frozenset((piece.kind, captured.words(piece)) for piece in captured.pieces)
    plain = read_line(line, replace(how, as_text=taken))
    assert plain.pieces == ()
    assert plain.text == line.strip()
    kept = {"with_contact": how.with_contact} if how.with_contact else {}
    assert bool(plain.people) == bool(kept)
    assert _says_nothing(plain)


def _says_nothing(captured: CapturedLine) -> bool:
    empty = CapturedLine(captured.line, captured.text, captured.people, unread=captured.unread)
    return captured == empty


@pytest.mark.parametrize(
    "line",
    [
        "a" * 5_000,
        "Coffee with " + "Carla, " * 800,
        "Carla and " * 500,
        "!" * 5_000,
        "! " * 2_500,
        "#tag " * 1_000,
        "@Bean House " * 400,
        "€1.000 " * 700,
        "1-" * 2_500,
        "0" * 5_000,
        "a@" * 2_500,
        "*x " * 1_600,
        "with Xaver Quandt " * 280,
        "rang " * 1_000,
        "yesterday at 10 " * 310,
        "introduced " * 450,
        "田中さん" * 1_250,
        "مرحبا بكم " * 500,
        "🎻" * 5_000,
        "\n" * 5_000,
        "Every day is a good day to talk about boats and houses. " * 90,
    ],
    ids=lambda line: line[:12],
)
def test_five_thousand_letters_are_read_in_a_moment(line: str) -> None:
    for how in (context(), context(after_event=True), context(with_contact=CARLA)):
        begun = time.process_time()
        captured = read_line(line, how)
        assert time.process_time() - begun < 0.5
        assert captured.text or captured.pieces or not line.strip()
        assert how.known.questions < 200  # type: ignore[attr-defined]


def test_an_empty_line_says_nothing() -> None:
    assert read_line("", context()) == CapturedLine("")
    assert read_line(" \n\t ", context()) == CapturedLine(" \n\t ")
