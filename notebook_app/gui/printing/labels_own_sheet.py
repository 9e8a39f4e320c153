"""A small form for the measures of a sheet of labels that is not in the table."""

from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.printing.paper import PAPERS
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.choice_field import ChoiceField
from notebook_app.gui.widgets.labels import FieldLabel, PlainLabel
from notebook_app.gui.widgets.text_fields import LineField
from notebook_app.reports.label_sheets import LabelSheet
from notebook_app.services.print_labels import keep_own_sheet


class OwnSheetDialog(QDialog):
    """Begins with the measures of ``like``; ``kept`` is the sheet once it was kept."""

    def __init__(self, desk: Desk, parent: QWidget, like: LabelSheet) -> None:
        """Take the desk, who asked, and a sheet to begin with."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Measures of your own"))
        self._desk = desk
        self.kept: LabelSheet | None = None
        self.name = LineField("")
        self.paper = ChoiceField()
        for paper in PAPERS:
            self.paper.addItem(paper.name, paper.name)
        self.paper.choose(like.paper)
        measures = (
            ("columns", self.tr("Labels &across"), like.columns),
            ("rows", self.tr("Labels &down"), like.rows),
            ("width", self.tr("&Width of a label (mm)"), like.width),
            ("height", self.tr("&Height of a label (mm)"), like.height),
            ("left", self.tr("Page’s &left edge to the first label (mm)"), like.left),
            ("top", self.tr("Page’s &top edge to the first label (mm)"), like.top),
            ("across", self.tr("From one label’s left edge to the ne&xt one’s (mm)"), like.across),
            ("down", self.tr("&From one label’s top edge to the next one’s (mm)"), like.down),
        )
        self.fields = {name: LineField(f"{value:g}") for name, _words, value in measures}
        self.trouble = PlainLabel("", tone=Tone.DANGER, wrap=True)
        self.trouble.hide()
        form = QFormLayout()
        form.setSpacing(SMALL)
        form.addRow(FieldLabel(self.tr("&Name"), self.name), self.name)
        form.addRow(FieldLabel(self.tr("&Paper"), self.paper), self.paper)
        for name, words, _value in measures:
            form.addRow(FieldLabel(words, self.fields[name]), self.fields[name])
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(PlainLabel(self.tr("The measures are on the pack."), TextRole.SMALL))
        column.addLayout(form)
        column.addWidget(self.trouble)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(PlainButton(self.tr("&Cancel"), self.reject))
        self.keep_button = PrimaryButton(self.tr("&Keep"), self.keep)
        buttons.addWidget(self.keep_button)
        column.addLayout(buttons)

    def keep(self) -> None:
        """Keep the sheet and close, or say what is wrong with it."""
        sheet = self._sheet()
        if sheet is None:
            return
        notebook = self._desk.notebook
        if self._desk.perform(lambda: keep_own_sheet(notebook, sheet), self._failed) is not None:
            self.kept = sheet
            self.accept()

    def _sheet(self) -> LabelSheet | None:
        numbers: dict[str, float] = {}
        for name, field in self.fields.items():
            try:
                numbers[name] = float(field.text().strip().replace(",", "."))
            except ValueError:
                self._failed(UserProblem(self.tr("Write a number here, such as 63.5.")))
                field.setFocus()
                field.selectAll()
                return None
            if not 0 <= numbers[name] <= 1_000:
                self._failed(UserProblem(self.tr("That is no length on a page.")))
                field.setFocus()
                return None
        return LabelSheet(
            " ".join(self.name.text().split())[:60],
            str(self.paper.currentData()),
            int(numbers["columns"]),
            int(numbers["rows"]),
            *(numbers[name] for name in ("width", "height", "left", "top", "across", "down")),
        )

    def _failed(self, problem: UserProblem) -> None:
        self.trouble.setText(problem.one_line())
        self.trouble.show()
