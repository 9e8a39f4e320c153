"""What the user chose for labels and envelopes, and how it is found again the next time."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QLocale, QSettings

from notebook_app.foundation.record import record
from notebook_app.gui.printing.paper import usual_paper
from notebook_app.gui.printing.print_choices import tags_from
from notebook_app.reports.labels import AddressChoice
from notebook_app.reports.labels_envelopes import ENVELOPES
from notebook_app.reports.usual_sheets import usual_sheet

MOST_COPIES: Final = 99
_GROUP: Final = "print-labels"


class PostKind(StrEnum):
    """What is printed."""

    LABELS = "labels"
    ENVELOPES = "envelopes"
    CARDS = "cards"


@record
class LabelChoices:
    """``start`` is the first free label of the sheet in the printer, from 1.

    Whoever has a tag of ``leave_out`` gets none.
    """

    kind: PostKind = PostKind.LABELS
    address: AddressChoice = AddressChoice.PREFERRED
    sheet: str = ""
    start: int = 1
    copies: int = 1
    outlines: bool = False
    envelope: str = ENVELOPES[0].name
    leave_out: tuple[str, ...] = ()


def remembered_label_choices(settings: QSettings | None, locale: QLocale) -> LabelChoices:
    """Return what was chosen last; outlines and copies are for once only."""
    usual = usual_sheet(usual_paper(locale)).name

    def kept(name: str) -> str:
        return "" if settings is None else str(settings.value(f"{_GROUP}/{name}", ""))

    start = kept("start")
    addresses = {choice.value: choice for choice in AddressChoice}
    return LabelChoices(
        address=addresses.get(kept("address"), AddressChoice.PREFERRED),
        sheet=kept("sheet") or usual,
        start=int(start) if start.isascii() and start.isdigit() and len(start) < 5 else 1,
        envelope=kept("envelope") or ENVELOPES[0].name,
        leave_out=tags_from(kept("leave-out")),
    )


def remember_label_choices(settings: QSettings | None, choices: LabelChoices) -> None:
    """Keep what was chosen for the next time."""
    if settings is None:
        return
    for name, value in (
        ("address", choices.address.value),
        ("sheet", choices.sheet),
        ("start", str(choices.start)),
        ("envelope", choices.envelope),
        ("leave-out", ", ".join(choices.leave_out)),
    ):
        settings.setValue(f"{_GROUP}/{name}", value)
