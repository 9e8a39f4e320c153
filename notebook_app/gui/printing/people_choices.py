"""How the documents about people were printed last, each remembered by itself."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLocale, QSettings

from notebook_app.gui.printing.page_fields import remember_setup, remembered_setup
from notebook_app.gui.printing.paper import usual_paper
from notebook_app.gui.printing.print_choices import tags_from
from notebook_app.reports.contact_parts import Part
from notebook_app.reports.page_setup import PageSetup
from notebook_app.reports.people_style import USUAL_PARTS, PeopleStyle

_GROUP: Final = "print-people"


@dataclass(frozen=True, slots=True)
class PeopleChoices:
    """One document: its paper, whether it lies, its margins, and the parts it shows.

    Whoever has a tag of ``leave_out`` is not in it.
    """

    style: PeopleStyle = PeopleStyle.DIRECTORY
    paper: str = "A4"
    lies: bool = False
    shown: frozenset[Part] = frozenset()
    margins: int | None = None
    leave_out: tuple[str, ...] = ()

    def setup(self) -> PageSetup:
        """Return the paper, how it lies, and its margins."""
        return PageSetup(self.paper, self.lies, self.margins)

    def sheet(self) -> str:
        """Return the name of the sheet as it lies."""
        return self.setup().name()


def remembered_style(settings: QSettings | None) -> PeopleStyle:
    """Return the document that was printed last."""
    kept = "" if settings is None else str(settings.value(f"{_GROUP}/style", ""))
    return next((style for style in PeopleStyle if style.value == kept), PeopleStyle.DIRECTORY)


def remembered_people_choices(
    settings: QSettings | None, style: PeopleStyle, locale: QLocale
) -> PeopleChoices:
    """Return how a document was printed last; whatever can't be understood is as usual."""
    usual = PeopleChoices(style, usual_paper(locale), shown=USUAL_PARTS[style])
    if settings is None:
        return usual

    def kept(name: str) -> str:
        return str(settings.value(f"{_GROUP}/{style.value}/{name}", ""))

    page = remembered_setup(settings, f"{_GROUP}/{style.value}", locale)
    shown = usual.shown
    if kept("shown"):
        named = set(kept("shown").split(";"))
        shown = frozenset(part for part in Part if part.value in named)
    return PeopleChoices(
        style,
        page.paper,
        page.landscape,
        shown,
        page.margins,
        tags_from(kept("leave-out")),
    )


def remember_people_choices(settings: QSettings | None, choices: PeopleChoices) -> None:
    """Keep what was chosen for the next time."""
    if settings is None:
        return
    settings.setValue(f"{_GROUP}/style", choices.style.value)
    remember_setup(settings, f"{_GROUP}/{choices.style.value}", choices.setup())
    for name, value in (
        ("leave-out", ", ".join(choices.leave_out)),
        # With a word in any case, or "none of them" could not be told from "never chosen".
        ("shown", ";".join(["chosen", *sorted(part.value for part in choices.shown)])),
    ):
        settings.setValue(f"{_GROUP}/{choices.style.value}/{name}", value)
