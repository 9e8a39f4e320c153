"""Reads the cards of a notebook anew, once, after the program has learned to read more of them.

What they say comes out of the lines kept beside each contact and into its fields; what the user
changed stays. Each card then has the fingerprint that the same card has when it comes again.
"""

import re
from dataclasses import replace

from notebook_app.formats.vcard.fewer_fields import read_with_fewer_fields
from notebook_app.formats.vcard.read import read_stored
from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.model.card_fingerprint import card_fingerprint
from notebook_app.model.card_merge import PhotoHashes, merge_card
from notebook_app.storage.notebook import Notebook
from notebook_app.storage.read_cards import KnownCard

_CARDS_A_TRANSACTION = 200
# Most cards have none of these, and need no second look.
_MAY_SAY_MORE = re.compile(
    r"^(?:[\w-]+\.)?(?:X-MAIDENNAME|(?:X-)?(?:PRONOUNS|LANG)|(?:X-(?:WAB-|WINDOWS-)?)?GENDER|TZ"
    r"|RELATED|X-ABRELATEDNAMES;|X-CONTACT-NOTEBOOK-FIELD|X-ANDROID-CUSTOM.*user_defined"
    r"|(?:URL|IMPP|(?:X-)?SOCIALPROFILE|X-[A-Z -]+)[;:].*PREF|ORG|TITLE|ROLE)",
    re.IGNORECASE | re.MULTILINE,
)


def reread_cards(notebook: Notebook, progress: Progress | None = None) -> int:
    """Read all cards anew that were read with fewer fields; return how many contacts gained.

    It is no step to undo. Where it was interrupted, it goes on the next time.

    Raises:
        UserProblem: it could not be written.
        Cancelled: the user asked to stop; what was read anew stays so.
    """
    progress = progress or no_progress()
    gained = 0
    read = notebook.read_cards
    while (last := read.waiting()) is not None:
        progress.report(0, 0, "Reading known cards anew")
        with notebook.tidying():
            cards = read.after(last, _CARDS_A_TRANSACTION)
            gained += sum(_reread(notebook, card) for card in cards)
            read.note_done(cards[-1].id if cards else None)
    return gained


def _reread(notebook: Notebook, card: KnownCard) -> bool:
    """Take what one card says and was not understood before; return whether there is any."""
    if _MAY_SAY_MORE.search(card.raw) is None:
        return False
    before, now = read_with_fewer_fields(card.raw), read_stored(card.raw)
    if before is None or now is None or before.details == now.details:
        return False
    notebook.read_cards.set_fingerprint(card.id, card_fingerprint(now.details, now.photo_hash))
    contact = notebook.contacts.get(card.contact_id)
    if contact is None:
        return False
    merged = merge_card(
        before.details, now.details, contact.details, PhotoHashes(), notebook.region
    ).details
    if merged == contact.details:
        return False
    draft = notebook.contacts.draft_of(contact)
    notebook.contacts.update(contact.id, replace(draft, details=merged))
    # Nobody edited it.
    notebook.read_cards.restore_stamp(contact.id, contact.changed_at)
    return True
