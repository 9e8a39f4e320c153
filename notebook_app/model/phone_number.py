"""Telephone numbers: kept as typed, and understood beside it.

Most numbers are plainly written, and a look at their country's numbering plan is enough for
them: ten times faster than phonenumbers' own parser, which gets all the others. A test holds
both to the same answers.
"""

import re
from functools import lru_cache

from notebook_app.foundation.record import record

_DIALLED_AFTERWARDS = re.compile(r"[pPwW,;*#]")
_EXTENSION = re.compile(
    r"(?:;\s*ext=|\bext(?:ension)?\b[. :]*|(?<=[\d )])x\.?\s?)(\d{1,9})\s*\Z", re.IGNORECASE
)
_SEPARATORS = str.maketrans("", "", " -().\u00a0\u2010\u2011\u2012\u2013/")
_SHORTEST_WITHOUT_COUNTRY = 5
_LONGEST_COUNTRY_CODE = 3
_SIMPLE_TRUNK = "0"


def international_form(number: str, region: str) -> str:
    """Return a number in E.164 (``+46701234567``), or "" where it has no such form.

    Short numbers (``112``), numbers with pauses and ``user@host`` have none. ``region`` is the
    ISO 3166 code of the country that numbers without a country code belong to.
    """
    if ";" in number:
        number = without_extension(number)
    if "@" in number or _DIALLED_AFTERWARDS.search(number):
        return ""
    bare = bare_number(number)
    if bare.startswith("+"):
        if plain := _plainly_international(bare):
            return plain
    elif len(bare) < _SHORTEST_WITHOUT_COUNTRY:
        return ""
    elif plain := _plainly_national(bare, region):
        return plain
    return parsed_form(number, region)


def parsed_form(number: str, region: str) -> str:
    """Return what phonenumbers' own parser makes of a number, in E.164, or ""."""
    # Loading the numbering plans takes longer than opening the window's first page.
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(parsed):
        return ""
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))


def bare_number(number: str) -> str:
    """Return a number without the spaces and signs that are there for the eye."""
    return number.translate(_SEPARATORS)


def extension_of(number: str) -> str:
    """Return the digits to dial once the number has answered ("ext. 12", ";ext=12"), or ""."""
    found = _EXTENSION.search(number)
    return found.group(1) if found else ""


def without_extension(number: str) -> str:
    """Return a number without its extension."""
    return _EXTENSION.sub("", number).rstrip()


def national_digits(international: str) -> str:
    """Return the digits of an E.164 number after its country code."""
    country_code = _country_code(international[1:])
    return international[1 + len(country_code) :]


@record
class _Plan:
    """What is needed of a country's numbering plan. ``trunk`` begins numbers dialled within it."""

    country_code: str
    trunk: re.Pattern[str] | None
    simple_trunk: bool
    lengths: frozenset[int]
    pattern: re.Pattern[str]


def _plainly_international(bare: str) -> str:
    digits = bare[1:]
    country_code = _country_code(digits) if digits.isascii() and digits.isdigit() else ""
    plan = _plan_of_code(country_code) if country_code else None
    if plan is None:
        return ""
    national = digits[len(country_code) :]
    if len(national) not in plan.lengths or (plan.trunk and plan.trunk.match(national)):
        return ""
    return bare


def _plainly_national(bare: str, region: str) -> str:
    if not (bare.isascii() and bare.isdigit()) or bare[0] != _SIMPLE_TRUNK or bare[1] == "0":
        return ""
    plan = _plan_of_region(region)
    if plan is None or not plan.simple_trunk:
        return ""
    national = bare[1:]
    if len(national) not in plan.lengths or not plan.pattern.fullmatch(national):
        return ""
    return f"+{plan.country_code}{national}"


def _country_code(digits: str) -> str:
    return _code_at_start(digits[:_LONGEST_COUNTRY_CODE])


@lru_cache(maxsize=1000)
def _code_at_start(start: str) -> str:
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    for length in range(1, len(start) + 1):
        if start[0] != "0" and int(start[:length]) in COUNTRY_CODE_TO_REGION_CODE:
            return start[:length]
    return ""


@lru_cache(maxsize=300)
def _plan_of_code(country_code: str) -> _Plan | None:
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    return _plan_of_region(COUNTRY_CODE_TO_REGION_CODE[int(country_code)][0])


@lru_cache(maxsize=300)
def _plan_of_region(region: str) -> _Plan | None:
    from phonenumbers import PhoneMetadata

    metadata = PhoneMetadata.metadata_for_region(region.upper(), None)
    general = metadata.general_desc if metadata else None
    if metadata is None or general is None or not general.national_number_pattern:
        return None
    trunk = metadata.national_prefix_for_parsing
    return _Plan(
        country_code=str(metadata.country_code),
        trunk=re.compile(trunk) if trunk else None,
        simple_trunk=trunk == _SIMPLE_TRUNK and not metadata.national_prefix_transform_rule,
        lengths=frozenset(general.possible_length),
        pattern=re.compile(general.national_number_pattern),
    )
