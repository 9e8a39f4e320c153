"""The words of the phone's page in one record for each language, and the choice among them.

To add a language, write a module like ``words_german`` and put its record into ``_LANGUAGES``.
"""

from typing import Final

from notebook_app.network.words_english import ENGLISH
from notebook_app.network.words_french import FRENCH
from notebook_app.network.words_german import GERMAN
from notebook_app.network.words_record import PageWords
from notebook_app.network.words_spanish import SPANISH

_LANGUAGES: Final = (ENGLISH, GERMAN, FRENCH, SPANISH)
_LONGEST_WISH = 400
_MOST_WISHES = 20


def languages() -> tuple[PageWords, ...]:
    """Return every language there is, the one for everybody else first."""
    return _LANGUAGES


def words_for(accepted: str, known: tuple[PageWords, ...] = _LANGUAGES) -> PageWords:
    """Return the words that suit an ``Accept-Language`` header best (RFC 9110, 12.5.4)."""
    wishes: list[tuple[float, int, str]] = []
    for place, wish in enumerate(accepted[:_LONGEST_WISH].split(",")[:_MOST_WISHES]):
        tag, _, weight = wish.partition(";")
        language = tag.strip().lower().partition("-")[0]
        wishes.append((-_weight(weight), place, language))
    by_language = {words.language: words for words in known}
    for weight_below_zero, _place, language in sorted(wishes):
        if language in by_language and weight_below_zero:
            return by_language[language]
    return known[0]


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        weight = float(value)
    except ValueError:
        return 0.0
    return weight if 0 <= weight <= 1 else 0.0
