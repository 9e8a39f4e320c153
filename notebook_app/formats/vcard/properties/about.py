"""Pronouns, gender, languages, time zone, and fields of the user's own."""

from collections.abc import Mapping

from notebook_app.formats.vcard.card_in_progress import CardInProgress, Reader
from notebook_app.formats.vcard.content_line import Head
from notebook_app.formats.vcard.values import components_of, line_of
from notebook_app.model.contact import OwnField

OWN_FIELD = "X-CONTACT-NOTEBOOK-FIELD"
"""``name;value``: one line, so that no program that numbers groups anew can part them."""

GENDER_LETTERS = {"female": "F", "male": "M", "other": "O", "none": "N"}
"""The words of the field and the letters of GENDER (RFC 6350, 6.2.7); "U", unknown, is none."""

_WORD_OF_LETTER = {letter.lower(): word for word, letter in GENDER_LETTERS.items()}
_WAB_WORDS = {"1": "female", "2": "male"}
_LEAST_PREFERRED = 101


def gender_word(text: str) -> str:
    """Return the field's word for what a program wrote ("F", "Female"), or the text as it is."""
    lower = text.casefold()
    return lower if lower in GENDER_LETTERS else _WORD_OF_LETTER.get(lower, text)


def _pronouns(card: CardInProgress, head: Head, value: str) -> bool:
    return card.take_single("pronouns", line_of(head, value))


def _gender(card: CardInProgress, head: Head, value: str) -> bool:
    """Take GENDER if it is a letter or the person's own words; both together stay as they are."""
    letter, *words = components_of(head, value)
    own = ";".join(words).strip()
    if not letter:
        return card.take_single("gender", own)
    word = _WORD_OF_LETTER.get(letter.lower())
    if own or word is None:
        return False
    return card.take_single("gender", word)


def _gender_in_words(card: CardInProgress, head: Head, value: str) -> bool:
    return card.take_single("gender", gender_word(line_of(head, value)))


def _gender_in_one_word(card: CardInProgress, head: Head, value: str) -> bool:
    word = line_of(head, value).casefold()
    return word in GENDER_LETTERS and card.take_single("gender", word)


def _gender_of_windows(card: CardInProgress, head: Head, value: str) -> bool:
    """Take X-WAB-GENDER, the number that Outlook and the Windows address book write."""
    word = _WAB_WORDS.get(value.strip())
    return word is not None and card.take_single("gender", word)


def _language(card: CardInProgress, head: Head, value: str) -> bool:
    if language := line_of(head, value):
        preference = head.parameters.get("PREF", "")
        rank = int(preference) if preference.isdecimal() and len(preference) < 4 else 0
        card.languages.append((1 if head.preferred else rank or _LEAST_PREFERRED, language))
    return True


def _time_zone(card: CardInProgress, head: Head, value: str) -> bool:
    if head.parameters.get("VALUE", "").lower() == "uri":
        return not value.strip()
    return card.take_single("time_zone", line_of(head, value))


def _own_field(card: CardInProgress, head: Head, value: str) -> bool:
    name, *rest = components_of(head, value)
    if len(rest) != 1 or not (name or rest[0]):
        return False
    card.own_fields.append(OwnField(name, rest[0]))
    return True


READERS: Mapping[str, Reader] = {
    "PRONOUNS": _pronouns,
    "X-PRONOUNS": _pronouns,
    "GENDER": _gender,
    "X-GENDER": _gender_in_words,
    "X-WAB-GENDER": _gender_of_windows,
    # As .contact files came into notebooks of version 1.
    "X-WINDOWS-GENDER": _gender_in_one_word,
    "LANG": _language,
    "X-LANG": _language,
    "TZ": _time_zone,
    OWN_FIELD: _own_field,
}
