"""What two contacts are compared by when duplicates are looked for, worked out once for each."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from notebook_app.model.name_form import folded, split_name
from notebook_app.model.nicknames import plain_letters

_WORD = re.compile(r"[^\W_]+")
_BESIDE_THE_NAME = frozenset(
    {
        *("dr", "prof", "professor", "doktor", "doctor", "mr", "mrs", "ms", "miss", "sir", "herr"),
        *("frau", "fru", "hr", "dipl", "ing", "mag", "msc", "bsc", "phd", "md", "mba", "med"),
        *("von", "van", "der", "den", "de", "af", "av", "zu", "the", "and", "och", "und", "et"),
    }
)
"""Words that some write with a name and others leave out."""
_GENERATIONS = {"jr": "junior", "jun": "junior", "sr": "senior", "sen": "senior"} | {
    word: word for word in ("junior", "senior", "ii", "iii", "iv")
}
_LEGAL_FORMS = frozenset(
    {
        *(
            "ab",
            "gmbh",
            "ag",
            "kg",
            "ohg",
            "ug",
            "ltd",
            "limited",
            "inc",
            "llc",
            "llp",
            "plc",
            "co",
        ),
        *("corp", "company", "as", "asa", "aps", "oy", "oyj", "hb", "bv", "nv", "sa", "srl", "spa"),
        *("ek", "ev", "mbh", "group", "und", "and", "och", "et", "the", "sarl", "pty", "cie"),
    }
)
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class PersonTraits:
    """A contact as it is compared.

    All words are folded and in plain letters. ``given`` and ``family`` are the words of these
    parts of the name, without titles; ``words`` all of them, in order. ``generation`` is
    "junior", "senior" or the like. ``emails`` are lower case, ``phones`` in E.164, ``birthday``
    ISO or empty.
    """

    id: int
    is_person: bool
    words: tuple[str, ...]
    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    maiden: tuple[str, ...] = ()
    nickname: tuple[str, ...] = ()
    generation: str = ""
    organization: str = ""
    birthday: str = ""
    uids: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()

    def name_key(self) -> str:
        """Return the words of the name in one order, the same for swapped parts."""
        return " ".join(sorted(self.words))


def traits_of(
    contact_id: int,
    *,
    is_person: bool,
    display_name: str,
    given: str = "",
    family: str = "",
    maiden: str = "",
    nickname: str = "",
    suffix: str = "",
    organization: str = "",
    birthday: str = "",
    uids: Collection[str] = (),
    emails: Collection[str] = (),
    phones: Collection[str] = (),
) -> PersonTraits:
    """Return what a contact is compared by.

    A name that is only an e-mail address or a number is none. Without parts, the shown name is
    taken apart: at its comma if it has one, else before its last word.
    """
    shown = "" if _is_reach(display_name) else display_name[:_LONGEST]
    generation = ""
    given_words: tuple[str, ...] = ()
    family_words: tuple[str, ...] = ()
    if not is_person:
        words = company_words(shown)
    else:
        if not given or not family:
            given, family = _parted(given or family or shown)
        elif _is_reach(given):
            given = ""
        given_words, family_words = name_words(given), name_words(family)
        generation = _generation(suffix) or _generation(shown)
        words = (*given_words, *family_words)
    return PersonTraits(
        id=contact_id,
        is_person=is_person,
        words=words,
        given=given_words,
        family=family_words,
        maiden=name_words(maiden) if maiden else (),
        nickname=name_words(nickname) if nickname else (),
        generation=generation,
        organization=" ".join(company_words(organization)) if organization else "",
        birthday=birthday,
        uids=tuple(uids),
        emails=tuple(emails),
        phones=tuple(phones),
    )


@lru_cache(maxsize=20_000)
def name_words(text: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared, without titles and small words."""
    words = tuple(_WORD.findall(plain_letters(folded(text[:_LONGEST]))))
    return tuple(
        word for word in words if word not in _BESIDE_THE_NAME and word not in _GENERATIONS
    )


@lru_cache(maxsize=20_000)
def company_words(text: str) -> tuple[str, ...]:
    """Return the words of an organisation's name as they are compared, without its legal form."""
    words = tuple(_WORD.findall(plain_letters(folded(text[:_LONGEST]))))
    return tuple(word for word in words if word not in _LEGAL_FORMS) or words


def _parted(name: str) -> tuple[str, str]:
    """Return given and family name of a name written as one text."""
    last, comma, first = name.partition(",")
    text = f"{first} {last}" if comma and name_words(first) else name
    bare = " ".join(
        word
        for word in text.replace(",", " ").split()
        if folded(word).strip(".") not in _BESIDE_THE_NAME | _GENERATIONS.keys()
    )
    parts = split_name(bare)
    return parts.given, parts.family


def _generation(text: str) -> str:
    if not text:
        return ""
    last = folded(text).rpartition(" ")[2].strip(".,")
    return _GENERATIONS.get(last, "")


def _is_reach(text: str) -> bool:
    return "@" in text or not any(char.isalpha() for char in text)
