"""Addresses as the post of the receiver's country wants them written, without Qt.

The order of postcode, town and region follows the Universal Postal Union's "Postal addressing
systems" of each country; the country itself comes last, in capitals and in English, and only on
letters that leave the sender's own.
"""

from collections.abc import Mapping
from functools import cache
from typing import Final

from notebook_app.foundation.record import record
from notebook_app.model.contact import Address
from notebook_app.model.name_form import folded
from notebook_app.reports.country_names import COUNTRY_NAMES
from notebook_app.reports.shortening import one_line

LINE_LENGTH: Final = 120
_MOST_STREET_LINES: Final = 4


@record
class PostalForm:
    """How addresses of a country are written.

    ``town`` has a pattern for each of the last lines; a part that is missing leaves no trace.
    ``capitals`` sets these lines in capitals. ``box`` is the word before the number of a box.
    ``extended_last`` puts flat and floor below the street.
    """

    town: tuple[str, ...]
    capitals: bool = False
    box: str = "PO Box"
    extended_last: bool = False


_BEFORE: Final = ("{code} {city}",)
_REGION_AFTER: Final = ("{city} {region}  {code}",)

FORMS: Final[dict[str, PostalForm]] = {
    "DE": PostalForm(_BEFORE, box="Postfach"),
    "AT": PostalForm(_BEFORE, box="Postfach"),
    "CH": PostalForm(_BEFORE, box="Postfach"),
    "LI": PostalForm(_BEFORE, box="Postfach"),
    "LU": PostalForm(_BEFORE, box="BP"),
    "FR": PostalForm(_BEFORE, capitals=True, box="BP"),
    "NL": PostalForm(("{code}  {city}",), capitals=True, box="Postbus"),
    "BE": PostalForm(_BEFORE, box="BP"),
    "SE": PostalForm(("{code}  {city}",), box="Box"),
    "DK": PostalForm(_BEFORE, box="Postboks"),
    "NO": PostalForm(_BEFORE, capitals=True, box="Postboks"),
    "FI": PostalForm(_BEFORE, capitals=True, box="PL"),
    "IS": PostalForm(_BEFORE),
    "IT": PostalForm(("{code} {city} {region}",), capitals=True, box="Casella Postale"),
    "ES": PostalForm(("{code} {city}", "{region}"), capitals=True, box="Apartado"),
    "PT": PostalForm(_BEFORE, capitals=True, box="Apartado"),
    "PL": PostalForm(_BEFORE, box="skr. poczt."),
    "CZ": PostalForm(("{code}  {city}",)),
    "SK": PostalForm(("{code}  {city}",)),
    "SI": PostalForm(_BEFORE),
    "HR": PostalForm(_BEFORE),
    "GR": PostalForm(_BEFORE, capitals=True),
    "TR": PostalForm(("{code} {city} {region}",)),
    "HU": PostalForm(("{city}", "{code}")),
    "GB": PostalForm(("{city}", "{code}"), capitals=True),
    "IE": PostalForm(("{city}", "{region}", "{code}")),
    "US": PostalForm(("{city}, {region} {code}",), extended_last=True),
    "CA": PostalForm(_REGION_AFTER, capitals=True, extended_last=True),
    "AU": PostalForm(_REGION_AFTER, capitals=True, extended_last=True),
    "NZ": PostalForm(("{city} {code}",)),
    "JP": PostalForm(("{city}, {region} {code}",)),
}
"""The forms of the common countries by their ISO 3166 codes."""

_ELSEWHERE: Final = PostalForm(("{code} {city}", "{region}"))


@cache
def _codes() -> Mapping[str, str]:
    """Return the code of each country by its names, as they are compared."""
    return {
        _compared(name): code for code, names in COUNTRY_NAMES.items() for name in (code, *names)
    }


def _compared(country: str) -> str:
    plain = folded(country.replace("’", "'").replace("&", " and ").replace(".", ""))
    return plain.removeprefix("the ")


def country_code(country: str) -> str:
    """Return the ISO 3166 code of a country by its name or code; nothing if it is not known."""
    return _codes().get(_compared(country), "")


def country_name(code: str) -> str:
    """Return what a country is called in English on letters; nothing if the code is unknown."""
    return COUNTRY_NAMES.get(code, ("",))[0]


def is_complete(address: Address) -> bool:
    """Return whether a letter could arrive: a town and a place in it, or a street that has both."""
    town, code = address.city.strip(), address.postal_code.strip()
    street = address.street.strip()
    place = street or address.po_box.strip() or address.extended.strip()
    # In a village the postcode and its name are enough.
    return bool((town or code) and (place or (town and code))) or len(street.splitlines()) > 1


def postal_lines(address: Address, sender_region: str) -> tuple[str, ...]:
    """Return the lines of an address below the names, the country last if it is not the sender's.

    ``sender_region`` is the ISO 3166 code of the country that the letter is posted in; an address
    that names no country is taken to be there.
    """
    country = one_line(address.country, LINE_LENGTH)
    home = sender_region.upper()
    code = country_code(country) if country else home
    form = FORMS.get(code, _ELSEWHERE)
    extended, street = _lines(address.extended), _lines(address.street)
    body = [*street, *extended] if form.extended_last else [*extended, *street]
    box = one_line(address.po_box, LINE_LENGTH)
    if box:
        plain = box.replace(" ", "").replace("-", "").isdigit()
        body.append(f"{form.box} {box}" if plain else box)
    body += _town(address, form)
    if country and code != home:
        body.append((country_name(code) or country).upper())
    return tuple(body)


def _town(address: Address, form: PostalForm) -> list[str]:
    parts = {
        "code": one_line(address.postal_code, LINE_LENGTH),
        "city": one_line(address.city, LINE_LENGTH),
        "region": one_line(address.region, LINE_LENGTH),
    }
    if folded(parts["region"]) == folded(parts["city"]):
        parts["region"] = ""
    lines = []
    for pattern in form.town:
        line = pattern
        for name, value in parts.items():
            line = line.replace("{" + name + "}", f"\0{name}\0" if value else "")
        # What stood between two parts has no meaning beside one that is missing.
        line = line.strip(" ,")
        while ",  " in line or ", ," in line:
            line = line.replace(",  ", ", ").replace(", ,", ",")
        for name, value in parts.items():
            line = line.replace(f"\0{name}\0", value)
        if line:
            lines.append(line.upper() if form.capitals else line)
    return lines


def _lines(text: str) -> list[str]:
    found = (one_line(line, LINE_LENGTH) for line in text[:2_000].splitlines())
    return [line for line in found if line][:_MOST_STREET_LINES]
