"""Telephone numbers: kept as typed, and understood beside it."""

import re

_DIALLED_AFTERWARDS = re.compile(r"[pPwW,;]")


def international_form(number: str, region: str) -> str:
    """Return a number in E.164 (``+46701234567``), or "" where it has no such form.

    Short numbers (``112``), numbers with pauses and ``user@host`` have none. ``region`` is the
    ISO 3166 code of the country that numbers without a country code belong to.
    """
    if "@" in number or _DIALLED_AFTERWARDS.search(number):
        return ""
    # Loading the numbering plans takes longer than opening the window's first page.
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(parsed):
        return ""
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))
