"""X-ANDROID-CUSTOM: what Android keeps beside the standard, by the type of its data row.

The columns are those of ``ContactsContract.CommonDataKinds``: value, type, own label.
"""

from collections.abc import Mapping

from notebook_app.formats.vcard.card_in_progress import CardInProgress, Reader
from notebook_app.formats.vcard.content_line import Head
from notebook_app.formats.vcard.label_words import known_label
from notebook_app.formats.vcard.properties.dates import ANNIVERSARY, date_of
from notebook_app.formats.vcard.values import components_of
from notebook_app.model.contact import OwnDate, OwnField, RelatedName

ITEM_TYPE = "vnd.android.cursor.item/"
OWN_FIELD_TYPE = "vnd.com.google.cursor.item/contact_user_defined_field"
"""The data row of a custom field in Google's contacts: its name, and what it says."""

COLUMNS = 16
OWN_LABEL = "0"
BIRTHDAY = "3"
EVENT_LABELS = {"1": ANNIVERSARY, "2": "other"}
RELATION_LABELS = {
    "1": "assistant",
    "2": "brother",
    "3": "child",
    "4": "domestic partner",
    "5": "father",
    "6": "friend",
    "7": "manager",
    "8": "mother",
    "9": "parent",
    "10": "partner",
    "11": "referred by",
    "12": "relative",
    "13": "sister",
    "14": "spouse",
}


def _android(card: CardInProgress, head: Head, value: str) -> bool:
    item, *columns = components_of(head, value)
    text, kind, label = [*columns, "", "", ""][:3]
    if item == OWN_FIELD_TYPE and (text or kind) and not any((label, *columns[3:])):
        card.spare_own_fields.append(OwnField(text, kind))
        return True
    if not item.startswith(ITEM_TYPE) or not text or any(columns[3:]):
        return False
    match item.removeprefix(ITEM_TYPE):
        case "nickname":
            card.nicknames.append(text)
            return True
        case "contact_event":
            return _event(card, text, kind, label)
        case "relation":
            own = label if kind == OWN_LABEL else RELATION_LABELS.get(kind, label)
            card.spare_related.append(RelatedName(text, known_label(own)))
            return True
    return False


def _event(card: CardInProgress, text: str, kind: str, label: str) -> bool:
    found = date_of(text)
    if found is None:
        return False
    if kind == BIRTHDAY:
        card.spare_birthday = card.spare_birthday or found
        return card.spare_birthday == found
    own = label if kind == OWN_LABEL else EVENT_LABELS.get(kind, label)
    card.spare_dates.append(OwnDate(known_label(own) or "other", found))
    return True


READERS: Mapping[str, Reader] = {"X-ANDROID-CUSTOM": _android}
