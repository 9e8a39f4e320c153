"""Addresses as the post of the receiver's country wants them written, without Qt.

The order of postcode, town and region follows the Universal Postal Union's "Postal addressing
systems" of each country; the country itself comes last, in capitals and in English, and only on
letters that leave the sender's own.
"""

from typing import Final

from notebook_app.foundation.record import record
from notebook_app.model.contact import Address
from notebook_app.model.name_form import folded
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

    name: str
    town: tuple[str, ...]
    also: tuple[str, ...] = ()
    capitals: bool = False
    box: str = "PO Box"
    extended_last: bool = False


_BEFORE: Final = ("{code} {city}",)
_REGION_AFTER: Final = ("{city} {region}  {code}",)

FORMS: Final[dict[str, PostalForm]] = {
    "DE": PostalForm("Germany", _BEFORE, ("Deutschland", "Allemagne", "BRD"), box="Postfach"),
    "AT": PostalForm("Austria", _BEFORE, ("Österreich", "Autriche"), box="Postfach"),
    "CH": PostalForm(
        "Switzerland", _BEFORE, ("Schweiz", "Suisse", "Svizzera", "Svizra"), box="Postfach"
    ),
    "LI": PostalForm("Liechtenstein", _BEFORE, box="Postfach"),
    "LU": PostalForm("Luxembourg", _BEFORE, ("Luxemburg",), box="BP"),
    "FR": PostalForm("France", _BEFORE, ("Frankreich",), capitals=True, box="BP"),
    "NL": PostalForm(
        "Netherlands",
        ("{code}  {city}",),
        ("The Netherlands", "Nederland", "Niederlande", "Holland"),
        capitals=True,
        box="Postbus",
    ),
    "BE": PostalForm("Belgium", _BEFORE, ("België", "Belgique", "Belgien"), box="BP"),
    "SE": PostalForm("Sweden", ("{code}  {city}",), ("Sverige", "Schweden"), box="Box"),
    "DK": PostalForm("Denmark", _BEFORE, ("Danmark", "Dänemark"), box="Postboks"),
    "NO": PostalForm("Norway", _BEFORE, ("Norge", "Noreg", "Norwegen"), True, "Postboks"),
    "FI": PostalForm("Finland", _BEFORE, ("Suomi", "Finnland"), True, "PL"),
    "IS": PostalForm("Iceland", _BEFORE, ("Ísland", "Island")),
    "IT": PostalForm(
        "Italy", ("{code} {city} {region}",), ("Italia", "Italien"), True, "Casella Postale"
    ),
    "ES": PostalForm(
        "Spain", ("{code} {city}", "{region}"), ("España", "Spanien"), True, "Apartado"
    ),
    "PT": PostalForm("Portugal", _BEFORE, (), True, "Apartado"),
    "PL": PostalForm("Poland", _BEFORE, ("Polska", "Polen"), box="skr. poczt."),
    "CZ": PostalForm(
        "Czechia", ("{code}  {city}",), ("Czech Republic", "Česko", "Česká republika", "Tschechien")
    ),
    "SK": PostalForm("Slovakia", ("{code}  {city}",), ("Slovensko", "Slowakei")),
    "SI": PostalForm("Slovenia", _BEFORE, ("Slovenija", "Slowenien")),
    "HR": PostalForm("Croatia", _BEFORE, ("Hrvatska", "Kroatien")),
    "GR": PostalForm("Greece", _BEFORE, ("Ελλάδα", "Hellas", "Griechenland"), True),
    "TR": PostalForm("Türkiye", ("{code} {city} {region}",), ("Turkey", "Türkei")),
    "HU": PostalForm("Hungary", ("{city}", "{code}"), ("Magyarország", "Ungarn")),
    "GB": PostalForm(
        "United Kingdom",
        ("{city}", "{code}"),
        ("UK", "Great Britain", "England", "Scotland", "Wales", "Northern Ireland"),
        True,
    ),
    "IE": PostalForm("Ireland", ("{city}", "{region}", "{code}"), ("Éire", "Irland")),
    "US": PostalForm(
        "United States of America",
        ("{city}, {region} {code}",),
        ("USA", "United States", "U.S.A.", "America", "Vereinigte Staaten"),
        extended_last=True,
    ),
    "CA": PostalForm("Canada", _REGION_AFTER, ("Kanada",), True, extended_last=True),
    "AU": PostalForm("Australia", _REGION_AFTER, ("Australien",), True, extended_last=True),
    "NZ": PostalForm("New Zealand", ("{city} {code}",), ("Aotearoa", "Neuseeland")),
    "JP": PostalForm("Japan", ("{city}, {region} {code}",), ("日本", "Nippon")),
}
"""The forms of the common countries by their ISO 3166 codes."""

_ELSEWHERE: Final = PostalForm("", ("{code} {city}", "{region}"))
_CODES: Final = {
    folded(name): code
    for code, form in FORMS.items()
    for name in (code, form.name, *form.also)
}  # fmt: skip


def country_code(country: str) -> str:
    """Return the ISO 3166 code of a country by its name or code; nothing if it is not known."""
    return _CODES.get(folded(" ".join(country.split())), "")


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
        body.append((form.name or country).upper())
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
