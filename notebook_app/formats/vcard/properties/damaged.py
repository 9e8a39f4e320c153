"""Lines without a colon that an earlier export of ours wrapped into a property."""

from collections.abc import Mapping

from notebook_app.formats.vcard.card_in_progress import CardInProgress, Reader
from notebook_app.formats.vcard.content_line import Head
from notebook_app.formats.vcard.damaged_line import DAMAGED
from notebook_app.formats.vcard.values import text_of


def _damaged(card: CardInProgress, head: Head, value: str) -> bool:
    card.kept.append(text_of(head, value))
    return True


READERS: Mapping[str, Reader] = {DAMAGED: _damaged}
