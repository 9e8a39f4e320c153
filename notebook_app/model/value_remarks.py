"""Points out what is likely a slip in a phone number, an e-mail address, a link or a date.

A remark is one short sentence; nothing is ever refused because of one, since people do have odd
numbers and addresses.
"""

import re
from datetime import date

from notebook_app.model.contact import Email, Link, LinkKind, OwnDate, Phone
from notebook_app.model.partial_date import PartialDate
from notebook_app.model.phone_number import without_extension

_LONGEST = 500
_SHORTEST_NUMBER = 3
_LONGEST_SERVICE_NUMBER = 6
_OLDEST_YEARS = 120
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
_PAUSES = re.compile(r"[pPwW,;*#].*", re.DOTALL)
_LOOKS_LIKE_A_DIGIT = re.compile(r"\d[OolI]|[OolI]\d")
_VANITY = re.compile(r"[A-Z]{3,}")
_NAME_AROUND = re.compile(r".*<[^<>]*@[^<>]*>\s*\Z", re.DOTALL)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{1,20}:", re.IGNORECASE)
_HTTP = re.compile(r"(h?t{1,3}ps?|h?ht{1,2}ps?)([:;]?/{0,3})", re.IGNORECASE)
_USUAL_DOMAINS = ("gmail.com", "hotmail.com", "outlook.com", "yahoo.com", "icloud.com")
_ALMOST_THOSE = frozenset({"mail.com", "email.com", "ymail.com"})
_MISTYPED_ENDINGS = (".con", ".cmo", ".comm", ".ocm", ".vom", ".xom")


def value_remark(
    value: Phone | Email | Link | OwnDate | PartialDate, region: str, today: date
) -> str:
    """Return what may be wrong with a value in one sentence, or "".

    Args:
        value: what was typed; a date by itself is a birthday.
        region: ISO 3166 code of the country that numbers without one belong to.
        today: the day that birthdays can't lie behind.
    """
    match value:
        case Phone():
            return phone_remark(value.number, region)
        case Email():
            return email_remark(value.address)
        case Link():
            return link_remark(value.url) if value.kind is not LinkKind.MESSAGING else ""
        case OwnDate():
            return _age_remark(value.date, today)
    return birthday_remark(value, today)


def phone_remark(number: str, region: str) -> str:
    """Return what may be wrong with a telephone number, or ""."""
    text = number.strip()
    if not text or "@" in text or text.lower().startswith(("sip:", "tel:")):
        return ""
    if len(text) > _LONGEST:
        return "This is very long for a number."
    bare = _PAUSES.sub("", without_extension(text)).strip()
    digits = len(_DIGIT.findall(bare))
    if not digits:
        return "" if text[:1] in "*#" else "There are no digits in this number."
    if _VANITY.search(bare):
        return ""
    if _LETTER.search(bare):
        if _LOOKS_LIKE_A_DIGIT.search(bare):
            return "There is a letter among the digits."
        return "There are words in this number; a label may be the place for them."
    if digits < _SHORTEST_NUMBER:
        return "This number looks too short."
    if digits <= _LONGEST_SERVICE_NUMBER and not bare.startswith(("+", "00", "0")):
        return ""
    return _plan_remark(bare, region)


def email_remark(address: str) -> str:
    """Return what may be wrong with an e-mail address, or ""."""
    text = address.strip().removeprefix("mailto:")
    if not text:
        return ""
    if len(text) > _LONGEST:
        return "This is very long for an e-mail address."
    if _NAME_AROUND.match(text):
        return "Only the address belongs here, without the name."
    if "@" not in text:
        return "There is no @ in this address."
    local, _, domain = text.rpartition("@")
    if any(char.isspace() for char in text):
        return "There is a space in this address."
    if not local or not domain:
        return "Something is missing beside the @."
    if "@" in local and not local.startswith('"'):
        return "There is more than one @ in this address."
    return _domain_remark(domain, text)


def link_remark(url: str) -> str:
    """Return what may be wrong with a web address, or ""."""
    text = url.strip()
    if not text:
        return ""
    if any(char.isspace() for char in text):
        return "There is a space in this address."
    typed = _HTTP.match(text)
    if typed and typed.group(2) and not text.lower().startswith(("http://", "https://")):
        return "The beginning looks mistyped; web addresses begin with https://."
    scheme = _SCHEME.match(text)
    if scheme and not text.lower().startswith(("http:", "https:")) and "." not in scheme.group(0):
        return ""
    host = re.split(r"[/?#]", text.partition("://")[2] if "://" in text else text)[0]
    host = host.rpartition("@")[2].partition(":")[0]
    if "," in host:
        return "There is a comma where a dot may be meant."
    if "@" in text and "://" not in text and "/" not in text:
        return "This looks like an e-mail address."
    if "." not in host and host.lower() != "localhost" and not host.startswith("["):
        return "There is no dot in this address."
    if ".." in host or host.startswith(".") or host.endswith("."):
        return "There is a dot too many in this address."
    return ""


def birthday_remark(day: PartialDate, today: date) -> str:
    """Return what may be wrong with a birthday, or ""."""
    if day.year is not None and date(day.year, day.month, day.day) > today:
        return "This day is still to come."
    return _age_remark(day, today)


def _age_remark(day: PartialDate, today: date) -> str:
    if day.year is not None and day.year < today.year - _OLDEST_YEARS:
        return f"That is more than {_OLDEST_YEARS} years ago."
    return ""


def _plan_remark(number: str, region: str) -> str:
    """Return what the country's numbering plan says against a number, or ""."""
    # Loading the numbering plans takes longer than opening the window's first page.
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException as error:
        if error.error_type == phonenumbers.NumberParseException.INVALID_COUNTRY_CODE:
            known = number.startswith(("+", "00"))
            return "There is no country with this code." if known else ""
        return "This does not look like a telephone number."
    reason = phonenumbers.is_possible_number_with_reason(parsed)
    remarks = {
        phonenumbers.ValidationResult.TOO_SHORT: "A digit seems to be missing.",
        phonenumbers.ValidationResult.TOO_LONG: "This number has too many digits.",
        phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY: "The area code seems to be missing.",
        phonenumbers.ValidationResult.INVALID_LENGTH: "A digit seems to be missing, or too many.",
    }
    if reason in remarks:
        return remarks[reason]
    if not phonenumbers.is_valid_number(parsed):
        return "There may be a digit too few, too many, or wrong."
    return ""


def _domain_remark(domain: str, address: str) -> str:
    lower = domain.lower()
    if "," in lower:
        return "There is a comma where a dot may be meant."
    if ".." in address or lower.startswith(".") or lower.endswith("."):
        return "There is a dot too many in this address."
    if "." not in lower and not lower.startswith("["):
        return "There is no dot after the @."
    if lower.endswith(_MISTYPED_ENDINGS):
        return f"“{domain.rpartition('.')[2]}” looks mistyped."
    for usual in _USUAL_DOMAINS:
        if lower not in _ALMOST_THOSE and _one_slip(lower, usual):
            return f"Is {usual} meant?"
    return ""


def _one_slip(typed: str, meant: str) -> bool:
    """Return whether one letter is missing, too many, wrong, or changed places with the next."""
    if abs(len(typed) - len(meant)) > 1 or typed == meant:
        return False
    start = 0
    while start < min(len(typed), len(meant)) and typed[start] == meant[start]:
        start += 1
    rest, wanted = typed[start:], meant[start:]
    if len(typed) == len(meant):
        swapped = rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:]
        return swapped or rest[1:] == wanted[1:]
    return rest[1:] == wanted if len(typed) > len(meant) else rest == wanted[1:]
