"""How the documents about people were printed last, each remembered by itself."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLocale, QSettings

from notebook_app.gui.printing.paper import PAPERS, find_paper, usual_paper
from notebook_app.reports.contact_parts import Part
from notebook_app.reports.people_style import USUAL_PARTS, PeopleStyle

_GROUP: Final = "print-people"


@dataclass(frozen=True, slots=True)
class PeopleChoices:
    """One document: its paper, whether it lies, and the parts it shows."""

    style: PeopleStyle = PeopleStyle.DIRECTORY
    paper: str = "A4"
    lies: bool = False
    shown: frozenset[Part] = frozenset()

    def sheet(self) -> str:
        """Return the name of the sheet as it lies."""
        paper = find_paper(self.paper)
        return paper.across().name if self.lies else paper.name


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

    papers = {paper.name for paper in PAPERS}
    shown = usual.shown
    if kept("shown"):
        named = set(kept("shown").split(";"))
        shown = frozenset(part for part in Part if part.value in named)
    return PeopleChoices(
        style,
        kept("paper") if kept("paper") in papers else usual.paper,
        kept("lies") == "yes",
        shown,
    )


def remember_people_choices(settings: QSettings | None, choices: PeopleChoices) -> None:
    """Keep what was chosen for the next time."""
    if settings is None:
        return
    settings.setValue(f"{_GROUP}/style", choices.style.value)
    for name, value in (
        ("paper", choices.paper),
        ("lies", "yes" if choices.lies else "no"),
        # With a word in any case, or "none of them" could not be told from "never chosen".
        ("shown", ";".join(["chosen", *sorted(part.value for part in choices.shown)])),
    ):
        settings.setValue(f"{_GROUP}/{choices.style.value}/{name}", value)
