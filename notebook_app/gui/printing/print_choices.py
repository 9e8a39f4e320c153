"""What the user chose to print, and how it is found again the next time."""

from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from PySide6.QtCore import QLocale, QSettings

from notebook_app.gui.printing.page_fields import remember_setup, remembered_setup
from notebook_app.model.print_range import PrintRange, PrintRangeKind, preset_range
from notebook_app.reports.follow_up_list import ListStyle
from notebook_app.reports.follow_up_parts import USUAL_LIST_PARTS, ListPart
from notebook_app.reports.page_setup import PageSetup

MOST_RULED: Final = 4
_GROUP: Final = "print-follow-ups"

Choice = TypeVar("Choice")


@dataclass(frozen=True, slots=True)
class PrintChoices:
    """One way to print the list. ``start`` and ``end`` count only with own dates.

    ``query`` says whom the follow-ups are with, None: those who were selected; whoever has a tag
    of ``leave_out`` is not on it. ``shown`` is what is said of each. With ``fold`` it becomes a
    booklet for the pocket, eight small pages to a sheet.
    """

    kind: PrintRangeKind = PrintRangeKind.OVERDUE_AND_TODAY
    start: date | None = None
    end: date | None = None
    with_overdue: bool = True
    style: ListStyle = ListStyle.BY_DAY
    ruled: int = 2
    paper: str = "A4"
    fold: bool = False
    landscape: bool = False
    margins: int | None = None
    shown: frozenset[ListPart] = USUAL_LIST_PARTS
    leave_out: tuple[str, ...] = ()
    query: str | None = None

    def setup(self) -> PageSetup:
        """Return the paper, how it lies, and its margins."""
        return PageSetup(self.paper, self.landscape, self.margins)

    def sheet(self) -> str:
        """Return the name of the sheet as it lies; a fold has its own way to lie."""
        return self.paper if self.fold else self.setup().name()

    def range_on(self, today: date, first_weekday: int) -> PrintRange:
        """Return the dates on ``today``; ``first_weekday`` is 0 for Monday to 6 for Sunday."""
        preset = preset_range(self.kind, today, first_weekday)
        if self.kind is PrintRangeKind.OWN_DATES:
            return PrintRange(self.start, self.end, self.with_overdue)
        if preset.overdue_alone or not preset.overdue or self.with_overdue:
            return preset
        # Without the overdue a range begins today, or its first days would bring them back.
        start = max(preset.start, today) if preset.start else None
        return PrintRange(start, preset.end)


def tags_from(text: str) -> tuple[str, ...]:
    """Return the tags of a line that has commas between them."""
    return tuple(tag.strip() for tag in text.split(",") if tag.strip())


def remembered_choices(settings: QSettings | None, locale: QLocale) -> PrintChoices:
    """Return what was chosen last; own dates are not kept, since they would be out of date."""
    page = remembered_setup(settings, _GROUP, locale)
    if settings is None:
        return PrintChoices(paper=page.paper)

    def kept(name: str, allowed: dict[str, Choice], usual: Choice) -> Choice:
        return allowed.get(str(settings.value(f"{_GROUP}/{name}", "")), usual)

    shown = USUAL_LIST_PARTS
    if settings.contains(f"{_GROUP}/shown"):
        named = set(str(settings.value(f"{_GROUP}/shown")).split(";"))
        shown = frozenset(part for part in ListPart if part.value in named)
    leave_out = str(settings.value(f"{_GROUP}/leave-out", ""))
    return PrintChoices(
        kind=kept("range", {k.value: k for k in PrintRangeKind}, PrintRangeKind.OVERDUE_AND_TODAY),
        with_overdue=kept("with-overdue", {"yes": True, "no": False}, True),
        style=kept("style", {style.value: style for style in ListStyle}, ListStyle.BY_DAY),
        ruled=kept("ruled", {str(n): n for n in range(MOST_RULED + 1)}, 2),
        paper=page.paper,
        landscape=page.landscape,
        margins=page.margins,
        shown=shown,
        leave_out=tags_from(leave_out),
        fold=kept("fold", {"yes": True, "no": False}, False),
    )


def remember_choices(settings: QSettings | None, choices: PrintChoices) -> None:
    """Keep what was chosen for the next time."""
    if settings is None:
        return
    remember_setup(settings, _GROUP, choices.setup())
    for name, value in (
        ("range", choices.kind.value),
        ("with-overdue", "yes" if choices.with_overdue else "no"),
        ("style", choices.style.value),
        ("ruled", str(choices.ruled)),
        ("shown", ";".join(sorted(part.value for part in choices.shown))),
        ("leave-out", ", ".join(choices.leave_out)),
        ("fold", "yes" if choices.fold else "no"),
    ):
        settings.setValue(f"{_GROUP}/{name}", value)
