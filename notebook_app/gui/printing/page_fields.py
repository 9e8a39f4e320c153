"""The fields for paper, orientation and margins, and how they are found again the next time."""

from typing import Final

from PySide6.QtCore import QLocale, QSettings, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.printing.paper import PAPERS, usual_paper
from notebook_app.gui.theme import SMALL, TIGHT
from notebook_app.gui.widgets.choice_field import ChoiceField
from notebook_app.gui.widgets.labels import FieldLabel
from notebook_app.reports.page_setup import PageSetup

_USUAL: Final = "usual"
_NARROW: Final = 10
_WIDE: Final = 30
"""Margins to choose from, in millimetres."""


class PageFields(QWidget):
    """Orientation and margins, below each other; ``paper`` stands wherever a dialog puts it.

    With ``across`` all three stand beside each other.
    """

    changed = Signal()

    def __init__(
        self, setup: PageSetup, parent: QWidget | None = None, *, across: bool = False
    ) -> None:
        """Show ``setup``."""
        super().__init__(parent)
        self.paper = ChoiceField()
        self.orientation = ChoiceField()
        self.margins = ChoiceField()
        for paper in PAPERS:
            self.paper.addItem(paper.name, paper.name)
        self.orientation.addItem(self.tr("Upright"), False)
        self.orientation.addItem(self.tr("Across"), True)
        self.margins.addItem(self.tr("Usual"), _USUAL)
        self.margins.addItem(self.tr("Narrow: {n} mm").format(n=_NARROW), _NARROW)
        self.margins.addItem(self.tr("Wide: {n} mm").format(n=_WIDE), _WIDE)
        line = QHBoxLayout(self) if across else QVBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SMALL if across else TIGHT)
        named = [
            (self.tr("&Orientation"), self.orientation),
            (self.tr("Mar&gins"), self.margins),
        ]
        if across:
            named.insert(0, (self.tr("Pape&r"), self.paper))
        for words, field in named:
            line.addWidget(FieldLabel(words, field))
            line.addWidget(field)
            line.addSpacing(TIGHT)
        self.show_setup(setup)
        for field in (self.paper, self.orientation, self.margins):
            field.currentIndexChanged.connect(lambda _index: self.changed.emit())

    def setup(self) -> PageSetup:
        """Return what is chosen."""
        margins = self.margins.currentData()
        return PageSetup(
            str(self.paper.currentData()),
            bool(self.orientation.currentData()),
            None if margins == _USUAL else int(margins),
        )

    def show_setup(self, setup: PageSetup) -> None:
        """Choose what ``setup`` says."""
        self.paper.choose(setup.paper)
        self.orientation.choose(setup.landscape)
        if setup.margins is not None and self.margins.findData(setup.margins) < 0:
            self.margins.addItem(self.tr("{n} mm").format(n=setup.margins), setup.margins)
        self.margins.choose(_USUAL if setup.margins is None else setup.margins)


def remembered_setup(settings: QSettings | None, group: str, locale: QLocale) -> PageSetup:
    """Return the page of a document as it was printed last."""
    usual = usual_paper(locale)
    if settings is None:
        return PageSetup(usual)

    def kept(name: str) -> str:
        return str(settings.value(f"{group}/{name}", ""))

    paper = next((each.name for each in PAPERS if each.name == kept("paper")), usual)
    margins = kept("margins")
    known = {str(width): width for width in (_NARROW, _WIDE)}
    return PageSetup(paper, kept("lies") == "yes", known.get(margins))


def remember_setup(settings: QSettings | None, group: str, setup: PageSetup) -> None:
    """Keep the page of a document for the next time."""
    if settings is None:
        return
    settings.setValue(f"{group}/paper", setup.paper)
    settings.setValue(f"{group}/lies", "yes" if setup.landscape else "no")
    settings.setValue(f"{group}/margins", str(setup.margins or _USUAL))
