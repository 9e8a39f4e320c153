"""Which properties pronouns, gender, languages, time zone and own fields become."""

import re
from collections.abc import Iterator

from notebook_app.formats.vcard.android_rows import android_row
from notebook_app.formats.vcard.card_property import CardProperty, CardVersion, ValueKind
from notebook_app.formats.vcard.card_style import CardStyle
from notebook_app.formats.vcard.properties.about import GENDER_LETTERS, OWN_FIELD
from notebook_app.formats.vcard.properties.android import OWN_FIELD_TYPE
from notebook_app.model.contact import ContactDetails

_OFFSET = re.compile(r"[+-]\d\d:?\d\d\Z")
_LAST_RANK = 100


def about_properties(details: ContactDetails, style: CardStyle) -> Iterator[CardProperty]:
    """Yield what 4.0 has properties for; 2.1 and 3.0 get them as programs spell them there."""
    if not style.extras:
        return
    new = style.version is CardVersion.NEW
    if details.pronouns:
        yield CardProperty("PRONOUNS" if new else "X-PRONOUNS", (details.pronouns,), of="PRONOUNS")
    letter = GENDER_LETTERS.get(details.gender)
    if details.gender and not new:
        yield CardProperty("X-GENDER", (details.gender.capitalize() if letter else details.gender,))
    elif details.gender:
        parts = (letter,) if letter else ("", details.gender)
        yield CardProperty("GENDER", parts, ValueKind.STRUCTURED)
    languages = [language for language in details.languages if language.strip()]
    several = len(languages) > 1
    for rank, language in enumerate(languages, 1):
        yield CardProperty(
            "LANG" if new else "X-LANG",
            (language,),
            preferred=several and rank == 1,
            parameters=(("PREF", str(rank)),) if several and 1 < rank <= _LAST_RANK and new else (),
            of=("language", language),
        )
    if details.time_zone:
        # In 3.0 an offset is what is meant where nothing is said (RFC 2426, 3.4.1).
        plain = style.version is not CardVersion.USUAL or _OFFSET.match(details.time_zone)
        said = () if plain else (("VALUE", "text"),)
        yield CardProperty("TZ", (details.time_zone,), parameters=said)


def own_field_properties(details: ContactDetails, style: CardStyle) -> Iterator[CardProperty]:
    """Yield the fields of the user's own: a line of ours, and a row that Google's phones show."""
    if not style.extras:
        return
    for own in details.own_fields:
        if style.apple:
            yield CardProperty(OWN_FIELD, (own.name, own.value), ValueKind.STRUCTURED, of=own)
        if style.android:
            yield android_row(OWN_FIELD_TYPE, own.name, own.value, "")
