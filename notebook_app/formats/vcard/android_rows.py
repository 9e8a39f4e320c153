"""Writes rows of Android's contacts as X-ANDROID-CUSTOM, for what the standard has no place for."""

from collections.abc import Mapping, Sequence

from notebook_app.formats.vcard.card_property import CardProperty, ValueKind
from notebook_app.formats.vcard.properties.android import COLUMNS, OWN_LABEL


def android_kind(label: str, known: Mapping[str, str]) -> tuple[str, str]:
    """Return Android's number for a label and nothing, or "0" and the label itself."""
    for kind, word in known.items():
        if word == label:
            return kind, ""
    return OWN_LABEL, label


def android_row(item: str, text: str, kind: str, label: str) -> CardProperty:
    """Return a row: the type of its data, and the first of its columns."""
    columns: Sequence[str] = (item, text, kind, label)
    padded = (*columns, *[""] * (COLUMNS - len(columns)))
    return CardProperty("X-ANDROID-CUSTOM", padded, ValueKind.STRUCTURED)
