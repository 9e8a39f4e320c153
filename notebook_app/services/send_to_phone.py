"""Makes what a phone can fetch from the page: chosen people as cards, follow-ups as a calendar.

Everything is written and read back as in an export, in memory.
"""

from collections.abc import Sequence

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.foundation.safe_stem import safe_stem
from notebook_app.foundation.steady_pace import steady_pace
from notebook_app.network.phone_files import OfferedFile
from notebook_app.services.export_calendar import CalendarChoice, CalendarPart, calendar_bytes
from notebook_app.services.export_vcards import ExportChoice, Scale, written_cards
from notebook_app.storage.notebook import Notebook

CARDS_TYPE = "text/vcard; charset=utf-8"
"""What iPhones and Android phones open in Contacts (RFC 6350, 10.1)."""

CALENDAR_TYPE = "text/calendar; charset=utf-8"
LARGEST_OFFER = 64_000_000

_LONGEST_SIDE = 720
_FOLLOW_UPS = (CalendarPart.OPEN,)


def cards_for_phone(
    notebook: Notebook,
    contact_ids: Sequence[int],
    progress: Progress | None = None,
    scale: Scale | None = None,
) -> OfferedFile:
    """Return people as vCards 3.0 for a phone to fetch; ``scale`` makes large photos smaller.

    Raises:
        UserProblem: there is nobody to send, or they are too much for a phone.
        Cancelled: the user asked to stop.
    """
    choice = ExportChoice("3.0", longest_side=_LONGEST_SIDE)
    pieces: list[bytes] = []
    name, size = "", 0
    with steady_pace():
        for card in written_cards(
            notebook, list(contact_ids), progress or no_progress(), choice, scale
        ):
            name = card.name
            pieces.append(card.data)
            size += len(card.data)
            if size > LARGEST_OFFER:
                raise UserProblem(
                    "Those are too many people to send to a phone at once.",
                    "",
                    "Choose fewer, or export them to a file.",
                )
    title = name if len(pieces) == 1 else f"{len(pieces):,} people"
    return OfferedFile(f"{safe_stem(title)}.vcf", title, CARDS_TYPE, b"".join(pieces))


def follow_ups_for_phone(
    notebook: Notebook,
    contact_ids: Sequence[int] | None = None,
    choice: CalendarChoice | None = None,
    progress: Progress | None = None,
) -> OfferedFile:
    """Return open follow-ups as a calendar for a phone to fetch; ``contact_ids`` None for all.

    Raises:
        UserProblem: there are none.
        Cancelled: the user asked to stop.
    """
    chosen = choice or CalendarChoice(parts=_FOLLOW_UPS)
    data = calendar_bytes(notebook, contact_ids, chosen, progress)
    return OfferedFile("Follow-ups.ics", "Follow-ups", CALENDAR_TYPE, data)
