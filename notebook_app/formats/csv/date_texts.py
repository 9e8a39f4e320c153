"""Dates as tables write them: by the ISO's order, the German, the British or the American one."""

import re
from collections.abc import Iterable

from notebook_app.model.partial_date import PartialDate

_NUMBERS = re.compile(r"(\d{1,4})([./-])\s?(\d{1,2})\2\s?(\d{2,4})?(?:[ T]\d{1,2}:.*)?\Z")
_WORDS = re.compile(r"(\d{1,2})\.?[ -]([^\W\d]{3,9})\.?[ ,-]{1,2}(\d{4})\Z")
_WORDS_FIRST = re.compile(r"([^\W\d]{3,9})\.? (\d{1,2}),? (\d{4})\Z")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januar january januari",
            "feb februar february februari",
            "mar mär mrz march märz mars",
            "apr april",
            "may mai maj",
            "jun june juni",
            "jul july juli",
            "aug august augusti",
            "sep sept september",
            "oct okt october oktober",
            "nov november",
            "dec dez december dezember",
        ),
        1,
    )
    for name in names.split()
}
_THIS_CENTURY_UP_TO = 30


def date_of_text(text: str, month_first: bool = False) -> PartialDate | None:
    """Return the date that a cell says; ``month_first`` decides what 3/4/1980 is."""
    text = text.strip()
    if found := PartialDate.parse(text):
        return None if found.year == 0 else found
    try:
        if match := _NUMBERS.match(text):
            return _from_numbers(match, month_first)
        if match := _WORDS.match(text):
            day, word, year = match.groups()
        elif match := _WORDS_FIRST.match(text):
            word, day, year = match.groups()
        else:
            return None
        month = _MONTHS.get(word.casefold(), 0)
        return PartialDate(month, int(day), int(year)) if month else None
    except ValueError:
        return None


def looks_month_first(cells: Iterable[str]) -> bool | None:
    """Return whether dates with slashes name the month first; None if nothing tells."""
    for cell in cells:
        match = _NUMBERS.match(cell.strip())
        if match and match[2] == "/" and match[4]:
            if int(match[1]) > 12:
                return False
            if int(match[3]) > 12:
                return True
    return None


def _from_numbers(match: re.Match[str], month_first: bool) -> PartialDate | None:
    first, mark, second, last = match.groups()
    if len(first) == 4:
        return PartialDate(int(second), int(last), int(first)) if last else None
    if len(first) > 2 or (last is None and mark != "."):
        return None
    day, month = int(first), int(second)
    if mark != "." and month_first:
        day, month = month, day
    year = int(last) if last else None
    if year is not None and len(last) == 2:
        year += 2000 if year <= _THIS_CENTURY_UP_TO else 1900
    return PartialDate(month, day, year)
