"""How a table is to be written: which columns, and whether for Excel."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from notebook_app.gui.theme import MEDIUM, SMALL, TextRole, Tone
from notebook_app.gui.widgets.check_field import CheckField
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.services.export_csv import USUAL_COLUMNS, TableChoice

_ACROSS = 3


class TableFields(QWidget):
    """Boxes to tick, one for each kind of columns; the usual ones are ticked."""

    def __init__(self) -> None:
        """Make the boxes."""
        super().__init__()
        self.boxes: dict[str, CheckField] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(MEDIUM)
        grid.setVerticalSpacing(SMALL)
        for place, (name, words) in enumerate(self._words()):
            box = CheckField(words)
            box.setChecked(name in USUAL_COLUMNS)
            self.boxes[name] = box
            grid.addWidget(box, place // _ACROSS, place % _ACROSS)
        self.excel = CheckField(self.tr("Let &Excel know the letters (UTF-8 with a mark)"))
        self.excel.setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(PlainLabel(self.tr("Columns"), TextRole.STRONG))
        column.addLayout(grid)
        column.addWidget(self.excel)
        note = self.tr(
            "Columns that nobody fills are left out. An apostrophe before a plus or an equals sign"
            " keeps a spreadsheet from calculating; we take it off again on import. How well we"
            " know them and what they are to me are there to be read, and not imported."
        )
        column.addWidget(PlainLabel(note, tone=Tone.MUTED, wrap=True))

    def choice(self) -> TableChoice:
        """Return how to write, as the boxes say."""
        ticked = tuple(name for name, box in self.boxes.items() if box.isChecked())
        return TableChoice(ticked or ("name",), self.excel.isChecked())

    def _words(self) -> tuple[tuple[str, str], ...]:
        return (
            ("name", self.tr("Name")),
            ("name-parts", self.tr("Parts of the name")),
            ("nickname", self.tr("Nickname")),
            ("organization", self.tr("Organisation")),
            ("phones", self.tr("Phones")),
            ("emails", self.tr("E-mails")),
            ("addresses", self.tr("Addresses")),
            ("links", self.tr("Links and profiles")),
            ("birthday", self.tr("Birthday")),
            ("dates", self.tr("Other dates")),
            ("related", self.tr("Related people")),
            ("tags", self.tr("Tags")),
            ("note", self.tr("Note")),
            ("about", self.tr("Pronouns, language…")),
            ("own", self.tr("Own fields")),
            ("uid", self.tr("Identifier")),
            ("stage", self.tr("How well we know them")),
            ("roles", self.tr("What they are to me")),
        )
