"""Made-up people and what was said with them, in words as frequent as in real notes.

No real person's data: names are put together from lists, numbers are from the range that is
reserved for stories, addresses end in ``.example``.
"""

import random
from datetime import date, timedelta

from notebook_app.model.contact import (
    Address,
    Cadence,
    CadenceUnit,
    ContactDetails,
    ContactDraft,
    Email,
    NameParts,
    Phone,
    Role,
    Stage,
)
from notebook_app.model.partial_date import PartialDate

TAGS = (
    *("chamber", "conference", "supplier", "neighbour", "school", "club", "newsletter", "vip"),
    *("architect", "plumber", "baker", "lawyer", "notary", "painter", "printer", "gardener"),
)
_GIVEN = (  # noqa: SIM905
    "Anna Ben Carla David Emma Felix Grace Henry Ines James Karin Lars Maria Noah Olivia Peter "
    "Rosa Simon Tove Ursula Viktor Wanda Yusuf Zoë Åsa Björn Chloé Đorđe Łucja Søren Maya Liam "
    "Sofia Ahmed Priya Kenji Ming Fatima Andrea Martin"
).split()
_BEGINNINGS = "Ander Berg Carl Dahl Eriks Fors Gusta Hal Ings Johan Karl Lind Mart Nord Ols".split()  # noqa: SIM905
_MIDDLES = "a e i o en er in an el or is al et un ar ol".split()  # noqa: SIM905
_ENDINGS = "son sen berg ström man ford wood lund quist stein feld mann field ley ton well".split()  # noqa: SIM905
_EAST = ("田中 太郎", "王 小明", "김 민준", "佐藤 花子", "李 娜")
_TRADES = "Design Studio Bakery Plumbing Architects Law Printing Garden Consulting Travel".split()  # noqa: SIM905
_TITLES = "Owner Designer Accountant Architect Partner Manager Teacher Nurse Editor Founder".split()  # noqa: SIM905
_TOWNS = "Ashford Birkdale Carrow Dunmore Eastleigh Fernhill Greenock Harwick Ilford Kelso".split()  # noqa: SIM905
_STREETS = "Mill Church Station Park High Garden Bridge School Market North".split()  # noqa: SIM905
_RANGES = ("07700 900", "01632 960", "020 7946 0", "0113 496 0", "0161 496 0", "029 2018 0")
_WORDS = (  # noqa: SIM905
    "the and to a of about for with their next asked said new is has on will in coffee call "
    "project website quote daughter school moving kitchen office garden trip Italy budget spring "
    "client referred brother logo brochure invoice tax year lunch meeting thanks idea house boat "
    "dog marathon book concert recipe holiday hiring intern lease shop market price estimate plan "
    "visit photo newsletter workshop talk panel chamber supplier delivery paint roof window "
    "heating pump insurance bank loan partner contract signed waiting answer soon autumn winter "
    "summer Monday Friday birthday wedding baby hospital better tired happy curious careful"
).split()
# A few words stand in almost every note and most in few, as in any language.
_WEIGHTS = [1 / (rank + 2) for rank in range(len(_WORDS))]


class People:
    """Draws people and texts; the same ones each time for the same ``seed``."""

    def __init__(self, seed: int) -> None:
        """Take the number that decides everything."""
        self._chance = random.Random(seed)
        self._rare = [
            begin + middle + end for begin in _BEGINNINGS for middle in _MIDDLES for end in _ENDINGS
        ]

    def draft(self, number: int, today: date) -> ContactDraft:
        """Return the contact with a number."""
        chance = self._chance
        given, family = chance.choice(_GIVEN), self.family_name()
        name = f"{given} {family}"
        if number % 500 == 3:
            name = chance.choice(_EAST)
            family, given = name.split()
        organization = f"{self.family_name()} {chance.choice(_TRADES)}" if number % 3 else ""
        details = ContactDetails(
            display_name=name,
            name=NameParts(given=given, family=family),
            organization=organization,
            title=chance.choice(_TITLES) if organization else "",
            birthday=self._birthday() if number % 10 < 3 else None,
            note=self.text(12) if number % 5 < 2 else "",
            phones=tuple(
                Phone(f"{chance.choice(_RANGES)}{chance.randrange(1000):03d}", label)
                for label in ("mobile", "work")[: 1 + (number % 3 == 0)]
            ),
            emails=(Email(f"{given}.{family}@mail.example".lower(), "work"),),
            addresses=(self._address(),) if number % 10 < 4 else (),
            tags=tuple(chance.sample(TAGS, k=number % 4)),
        )
        roles = tuple(chance.sample(list(Role), k=1)) if number % 5 < 3 else ()
        stage = chance.choice(list(Stage)) if number % 4 else None
        cadence = Cadence(chance.randrange(1, 7), CadenceUnit.MONTHS) if number % 20 == 0 else None
        return ContactDraft(details, stage, roles, cadence)

    def family_name(self) -> str:
        """Return one of a few thousand family names."""
        return self._chance.choice(self._rare)

    def text(self, words: int) -> str:
        """Return a note of about so many words, now and then with a name in it."""
        chance = self._chance
        drawn = chance.choices(_WORDS, _WEIGHTS, k=max(3, words + chance.randrange(-4, 5)))
        if chance.random() < 0.2:
            drawn.insert(1, self.family_name())
        text = " ".join(drawn)
        return text[0].upper() + text[1:] + "."

    def day_before(self, today: date, span: int) -> str:
        """Return a day within the last ``span`` days, in ISO."""
        return (today - timedelta(days=self._chance.randrange(span))).isoformat()

    def _birthday(self) -> PartialDate:
        chance = self._chance
        year = chance.randrange(1940, 2005) if chance.random() < 0.7 else None
        return PartialDate(chance.randrange(1, 13), chance.randrange(1, 29), year)

    def _address(self) -> Address:
        chance = self._chance
        street = f"{chance.randrange(1, 200)} {chance.choice(_STREETS)} Street"
        return Address(street=street, city=chance.choice(_TOWNS), label="work")
