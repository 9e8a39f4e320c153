"""The page's words are whole in every language, its colours are the window's, all is escaped."""

import re
from dataclasses import fields, replace

import pytest

from notebook_app.gui.theme import tokens
from notebook_app.network import page_style
from notebook_app.network.page_words import languages, words_for
from notebook_app.network.phone_events import Arrived, Refused
from notebook_app.network.phone_files import FileFinding, OfferedFile, ReceivedFile, Refusal
from notebook_app.network.phone_limits import PhoneLimits
from notebook_app.network.phone_page import PhonePage
from notebook_app.network.words_english import ENGLISH
from notebook_app.network.words_record import PageWords

PLACES = re.compile(r"\{[^}]*\}")
NASTY = "\"><script>alert(1)</script>&amp;'\u202e"


def page(words: PageWords = ENGLISH) -> PhonePage:
    """Return the page under a path."""
    return PhonePage(words, "/secret", PhoneLimits())


@pytest.mark.parametrize("words", languages(), ids=lambda words: words.language)
def test_every_language_says_everything(words: PageWords) -> None:
    """With the same places for numbers as in English."""
    assert set(words.refusals) == set(Refusal)
    assert len(words.iphone_steps) == len(ENGLISH.iphone_steps)
    assert len(words.android_steps) == len(ENGLISH.android_steps)
    for each in fields(PageWords):
        assert getattr(words, each.name), each.name
    for refusal, sentence in words.refusals.items():
        assert PLACES.findall(sentence) == PLACES.findall(ENGLISH.refusals[refusal])
    for one, many in (words.files, words.cards):
        assert "{" not in one
        assert "{count}" in many
    shown = page(words).html((), receives=True).decode()
    assert f'<html lang="{words.language}"' in shown


def test_each_language_is_found_by_its_code() -> None:
    """Whatever the country."""
    for words in languages():
        assert words_for(f"{words.language.upper()}-XX") is words


@pytest.mark.parametrize(
    ("here", "there"), [(page_style.LIGHT, tokens.LIGHT), (page_style.DARK, tokens.DARK)]
)
def test_the_colours_are_those_of_the_window(here: dict[str, str], there: tokens.Tokens) -> None:
    """Whose contrasts are measured."""
    assert here == {name: getattr(there, name) for name in here}


def test_a_language_from_right_to_left_turns_the_page() -> None:
    """The style names no side that would stay where it is."""
    hebrew = replace(ENGLISH, language="he", direction="rtl")
    assert '<html lang="he" dir="rtl">' in page(hebrew).html((), receives=True).decode()
    sides = re.findall(
        r"(?:margin|padding|border)-(?:left|right)|float|text-align:(?!center)\w+", page_style.STYLE
    )
    assert sides == []


def test_nothing_that_was_sent_becomes_part_of_the_page() -> None:
    """Names, titles and text are shown as they are."""
    finding = FileFinding(NASTY, refusal=Refusal.EMPTY)
    offer = OfferedFile(NASTY, NASTY, "text/vcard", b"")
    files = (ReceivedFile(NASTY, b""),)
    for notice in (Refused(Refusal.EMPTY, (finding,)), Arrived(files, (finding,), (finding,))):
        shown = page().html((offer,), receives=True, notice=notice, text=NASTY).decode()
        assert "<script" not in shown
        assert shown.count("&lt;script&gt;") == 4


def test_many_refused_files_are_named_briefly() -> None:
    """Eight, and how many more."""
    findings = tuple(FileFinding(f"{n}.pdf", refusal=Refusal.EMPTY) for n in range(30))
    shown = page().html((), receives=True, notice=Refused(Refusal.EMPTY, findings)).decode()
    assert shown.count(".pdf") == 8
    assert "+22" in shown
