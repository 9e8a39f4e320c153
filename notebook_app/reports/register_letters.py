"""The letters that names stand under in a register, as the alphabet of a language has them.

Letters with an accent stand under the bare one unless they are letters of their own: Å Ä Ö in
Swedish, but not in German. Sources: the alphabets as CLDR's index characters list them.
"""

import unicodedata
from collections.abc import Iterable
from itertools import groupby
from typing import Final, TypeVar

from notebook_app.model.name_form import sort_key

OTHER: Final = "#"
"""Where names stand that begin with no letter."""

_LATIN: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ALPHABETS: Final = {
    "sv": f"{_LATIN}ÅÄÖ",
    "fi": f"{_LATIN}ÅÄÖ",
    "da": f"{_LATIN}ÆØÅ",
    "nb": f"{_LATIN}ÆØÅ",
    "nn": f"{_LATIN}ÆØÅ",
    "no": f"{_LATIN}ÆØÅ",
    "is": "AÁBCDÐEÉFGHIÍJKLMNOÓPQRSTUÚVWXYÝZÞÆÖ",
    "et": "ABCDEFGHIJKLMNOPQRSŠZŽTUVWÕÄÖÜXY",
    "es": "ABCDEFGHIJKLMNÑOPQRSTUVWXYZ",
    "tr": "ABCÇDEFGĞHIİJKLMNOÖPQRSŞTUÜVWXYZ",
    "az": "ABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVWYZ",
    "pl": "AĄBCĆDEĘFGHIJKLŁMNŃOÓPQRSŚTUVWXYZŹŻ",
    "cs": "ABCČDEFGHIJKLMNOPQRŘSŠTUVWXYZŽ",
    "sk": "AÄBCČDEFGHIJKLMNOÔPQRSŠTUVWXYZŽ",
    "hr": "ABCČĆDĐEFGHIJKLMNOPQRSŠTUVWXYZŽ",
    "sl": "ABCČĆDĐEFGHIJKLMNOPQRSŠTUVWXYZŽ",
    "lt": "ABCČDEFGHIJKLMNOPQRSŠTUVWXYZŽ",
    "lv": "ABCČDEFGĢHIJKĶLĻMNŅOPQRSŠTUVWXYZŽ",
    "ro": "AĂÂBCDEFGHIÎJKLMNOPQRSȘTȚUVWXYZ",
    "hu": "AÁBCDEÉFGHIÍJKLMNOÓÖŐPQRSTUÚÜŰVWXYZ",
}
_BARE: Final = str.maketrans({"Ø": "O", "Đ": "D", "Ł": "L", "Æ": "A", "Œ": "O", "Þ": "T", "Ð": "D"})
_HANGUL: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_KANA_ROWS: Final = "あかさたなはまやらわ"

Thing = TypeVar("Thing")


class Register:
    """The letters of one language."""

    def __init__(self, language: str = "en") -> None:
        """Take a language as in BCP 47; of one that is not known the bare letters count."""
        code = language.replace("_", "-").partition("-")[0].lower()
        self._turkish = code in ("tr", "az")
        self._alphabet = _ALPHABETS.get(code, _LATIN)
        self._places = {letter: place for place, letter in enumerate(self._alphabet)}

    def letter(self, name: str) -> str:
        """Return the letter that a name stands under; ``#`` for one that begins with none."""
        first = unicodedata.normalize("NFC", name.strip())[:1]
        if not first.isalpha():
            return OTHER
        upper = "İ" if self._turkish and first == "i" else first.upper()[:1]
        if upper in self._places:
            return upper
        script = unicodedata.name(first, "").split(" ")[0]
        if script == "HANGUL" and "가" <= first <= "힣":
            return _HANGUL[(ord(first) - 0xAC00) // 588]
        if script in ("HIRAGANA", "KATAKANA"):
            return _kana_row(first)
        if script in ("LATIN", "GREEK", "FULLWIDTH"):
            bare = unicodedata.normalize("NFKD", upper.translate(_BARE))[:1].upper()
            return bare or OTHER
        if script == "CYRILLIC":
            return "Е" if upper == "Ё" else upper
        if script == "ARABIC":
            return unicodedata.normalize("NFKD", first)[:1]
        return upper

    def place(self, letter: str) -> tuple[int, int, str]:
        """Return what letters are ordered by: the own alphabet, other scripts, then ``#``."""
        if letter == OTHER:
            return 2, 0, letter
        own = self._places.get(letter)
        return (1, 0, letter) if own is None else (0, own, letter)

    def grouped(self, things: Iterable[tuple[str, Thing]]) -> list[tuple[str, list[Thing]]]:
        """Return things, each given with its name, under their letters, all in order."""
        placed = sorted(
            (
                (self.place(letter), sort_key(name), number, letter, thing)
                for number, (name, thing) in enumerate(things)
                for letter in (self.letter(name),)
            ),
            key=lambda each: each[:3],
        )
        return [
            (letter, [thing for *_, thing in members])
            for letter, members in groupby(placed, key=lambda each: each[3])
        ]


def _kana_row(kana: str) -> str:
    """Return the first of the row that a kana stands in: か for キ and ガ."""
    bare = unicodedata.normalize("NFKD", kana)[:1]
    if "ァ" <= bare <= "ヶ":
        bare = chr(ord(bare) - 0x60)
    return max((row for row in _KANA_ROWS if row <= bare), default="あ")
