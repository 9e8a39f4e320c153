"""What each vendor's sample becomes in each version and profile, as files that can be looked at.

``python -m tests.formats.golden_files`` writes them anew; look at the differences before they
go in.
"""

from collections.abc import Iterator
from pathlib import Path

from notebook_app.formats.vcard.card_style import PROFILES
from notebook_app.formats.vcard.cards import ReadCard
from notebook_app.formats.vcard.read import read_cards
from notebook_app.formats.vcard.write import write_card

CARDS = Path(__file__).parent / "cards"
GOLDEN = Path(__file__).parent / "golden"
VENDORS = (
    "iphone",
    "icloud",
    "android",
    "google",
    "samsung",
    "outlook",
    "blackberry",
    "nokia",
    "lotus_notes",
    "evolution",
    "thunderbird",
    "kde",
    "nextcloud",
    "extras",
    "fields",
    "posts",
)
WAYS = ("2.1", "3.0", "4.0", *PROFILES)


def golden_path(vendor: str, way: str) -> Path:
    """Return the file of a vendor's sample in a version or profile."""
    return GOLDEN / f"{vendor}.{way}.vcf"


def sample_cards(vendor: str) -> list[ReadCard]:
    """Return the cards of a vendor's sample; all of them can be read."""
    cards = list(read_cards((CARDS / f"{vendor}.vcf").read_bytes()))
    assert all(isinstance(card, ReadCard) for card in cards)
    return [card for card in cards if isinstance(card, ReadCard)]


def written(vendor: str, way: str) -> bytes:
    """Return a vendor's sample as it is written, with the cards that it came from at hand."""
    texts: Iterator[str] = (
        write_card(
            card.details,
            card.uid or f"00000000-0000-4000-8000-{card.place:012d}",
            way if way not in PROFILES else "3.0",
            (card.raw,),
            way if way in PROFILES else "",
        )
        for card in sample_cards(vendor)
    )
    return "".join(texts).encode("utf-8")


def write_all() -> None:
    """Write every golden file."""
    GOLDEN.mkdir(exist_ok=True)
    for vendor in VENDORS:
        for way in WAYS:
            golden_path(vendor, way).write_bytes(written(vendor, way))


if __name__ == "__main__":
    write_all()
