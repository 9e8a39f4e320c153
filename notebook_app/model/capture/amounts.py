"""Finds work that may come and what it is worth: ``€4200 signage``, ``4.200,00 EUR für Schilder``.

An amount with its sign before it is a mark, wherever it stands; one with the currency behind it
counts at the beginning of a part of the line, or where ``for`` says what it is for.
"""

import re
from decimal import Decimal
from typing import Final

from notebook_app.model.capture.captured import CapturedOpportunity, PieceKind
from notebook_app.model.capture.found import Found, Reading, Says
from notebook_app.model.capture.words import Span
from notebook_app.model.name_form import folded

_SIGNS: Final = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"}
_NAMES: Final = {"euro": "EUR", "euros": "EUR", "pounds": "GBP", "dollars": "USD"}
_CODES: Final = "EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|CAD|AUD|NZD|JPY"
_NUMBER: Final = (
    r"\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3}){1,4}(?:[.,]\d{1,2})?|\d{1,12}(?:[.,]\d{1,2})?"
)
_BEFORE: Final = re.compile(rf"(?<![\w€$£¥])([€$£¥]|(?:{_CODES})\s?)({_NUMBER})(k\b)?(?![\w.,]*\d)")
_BEHIND: Final = re.compile(
    rf"(?<![\w.,:/€$£¥-])({_NUMBER})(k)?\s?([€$£¥]|(?:{_CODES}|[Ee]uros?|pounds|dollars)\b)"
)
_TITLE_ENDS: Final = re.compile(
    r"[,;\n]|[.!?](?=\s|\Z)|\s[–—-]\s|\s(?=[#!*@€$£])|\s(?=[<>](?:\s|\Z))"
)
_CENTS: Final = re.compile(r"[.,](\d{1,2})\Z")
_PART_BEGINS: Final = re.compile(r"(?:\A|[,;:.!?\n–—])\s*\Z")
_LEAD: Final = re.compile(r"\s*([^\W\d_]+)\s+")
_LONGEST_TITLE: Final = 80


def read_amounts(reading: Reading) -> None:
    """Find opportunities."""
    line = reading.line
    for match in _BEFORE.finditer(line):
        sign = match[1].strip()
        currency = _SIGNS.get(sign, sign)
        _take(reading, match.span(), _value(match[2], match[3]), currency, marked=True)
    for match in _BEHIND.finditer(line):
        word = match[3]
        currency = _SIGNS.get(word) or _NAMES.get(word.lower()) or word
        begins = _PART_BEGINS.search(line, max(0, match.start() - 4), match.start())
        lead = _LEAD.match(line, match.end())
        led = lead is not None and folded(lead[1]) in reading.vocabulary.work_leads
        if begins or led:
            _take(reading, match.span(), _value(match[1], match[2]), currency)


def _take(
    reading: Reading, span: Span, value: Decimal, currency: str, *, marked: bool = False
) -> None:
    start, end = span
    line = reading.line
    stop = _TITLE_ENDS.search(line, end, end + _LONGEST_TITLE)
    limit = min(len(line), end + _LONGEST_TITLE)
    title_end = stop.start() if stop else limit
    while title_end > end and not reading.is_free(end, title_end):
        title_end = end
    title = line[end:title_end].strip(" :–—-")
    lead = _LEAD.match(line, end, title_end)
    if lead is not None and folded(lead[1]) in reading.vocabulary.work_leads:
        title = line[lead.end() : title_end].strip()
    whole_end = end + len(line[end:title_end].rstrip()) if title else end
    says = Says(opportunity=CapturedOpportunity(" ".join(title.split()), value, currency))
    reading.take(Found(PieceKind.OPPORTUNITY, start, whole_end, says, marked=marked))


def _value(text: str, thousands: str | None) -> Decimal:
    """Return the amount: one or two digits behind the last sign are cents, three are thousands."""
    cents = _CENTS.search(text)
    whole = text[: cents.start()] if cents else text
    digits = "".join(char for char in whole if char.isdigit())
    value = Decimal(f"{digits}.{cents[1]}") if cents else Decimal(digits)
    return value * 1000 if thousands else value
