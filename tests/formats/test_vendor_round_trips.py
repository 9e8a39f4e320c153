"""Each vendor's sample: nothing lost, untouched properties the same, every spelling as agreed."""

from collections import Counter
from dataclasses import replace

import pytest

from notebook_app.formats.vcard.card_style import PROFILES, card_style
from notebook_app.formats.vcard.cards import ReadCard
from notebook_app.formats.vcard.facts import facts
from notebook_app.formats.vcard.not_carried import must_come_back
from notebook_app.formats.vcard.read import read_cards
from tests.formats.golden_files import CARDS, VENDORS, WAYS, golden_path, sample_cards, written
from tests.formats.independent_check import lost_texts, plain_lines

# Only what a card must have, and a sample may lack.
_ADDED = ("UID:", "N:;;;;", "FN:")


def read_all(data: bytes) -> list[ReadCard]:
    """Return the cards of ``data``, all of which can be read."""
    cards = list(read_cards(data))
    assert all(isinstance(card, ReadCard) for card in cards)
    return [card for card in cards if isinstance(card, ReadCard)]


@pytest.mark.parametrize("vendor", VENDORS)
def test_every_word_of_a_sample_is_found_again(vendor: str) -> None:
    assert lost_texts((CARDS / f"{vendor}.vcf").read_bytes(), sample_cards(vendor)) == []


def test_the_check_itself_notices_a_lost_word() -> None:
    data = (CARDS / "nokia.vcf").read_bytes()
    [card] = sample_cards("nokia")
    less = replace(card, details=replace(card.details, note="First line"))

    assert any("NOTE" in lost for lost in lost_texts(data, [less]))


@pytest.mark.parametrize("vendor", VENDORS)
@pytest.mark.parametrize("way", WAYS)
def test_a_sample_is_written_as_agreed(vendor: str, way: str) -> None:
    assert written(vendor, way) == golden_path(vendor, way).read_bytes(), (
        "If the change is meant: python -m tests.formats.golden_files, and look at the differences."
    )


@pytest.mark.parametrize("vendor", [vendor for vendor in VENDORS if vendor != "outlook"])
def test_untouched_properties_keep_their_bytes_in_the_same_version(vendor: str) -> None:
    data = (CARDS / f"{vendor}.vcf").read_bytes()
    version = sample_cards(vendor)[0].version

    before, after = (_lines(source) for source in (data, written(vendor, version)))

    assert before - after == Counter()
    assert all(line.startswith(_ADDED) for line in after - before)


def test_what_is_not_utf_8_is_made_so_and_nothing_else() -> None:
    data = (CARDS / "outlook.vcf").read_bytes()

    changed = _lines(data) - _lines(written("outlook", "2.1"))

    assert changed
    assert all("CHARSET=Windows-1252" in line for line in changed)


@pytest.mark.parametrize("vendor", VENDORS)
@pytest.mark.parametrize("way", WAYS)
def test_what_was_written_says_the_same(vendor: str, way: str) -> None:
    style = card_style("3.0", way) if way in PROFILES else card_style(way)

    for card, again in zip(sample_cards(vendor), read_all(written(vendor, way)), strict=True):
        assert must_come_back(card.details, card.uid, style) <= facts(
            again.details, again.uid, style.version
        )
        if style.version == card.version and style.merges:
            assert again.details == card.details


def _lines(data: bytes) -> Counter[str]:
    lines = (line for line in plain_lines(data))
    return Counter(line.replace(" ", "") if "PHOTO" in line[:20] else line for line in lines)
