"""Asks whom to export and in which vCard version, then writes the file in the background."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import LARGE, MEDIUM, TextRole, Tone
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.choice_field import ChoiceField
from notebook_app.gui.widgets.labels import FieldLabel, PlainLabel
from notebook_app.model.name_form import names_list
from notebook_app.model.people_filter import PeopleFilter
from notebook_app.services.export_vcards import ExportOutcome, export_vcards

VERSIONS = ("3.0", "4.0", "2.1")


class ExportDialog(QDialog):
    """Everyone or the chosen people, in one of the vCard versions, to a file."""

    def __init__(
        self, desk: Desk, contact_ids: Sequence[int] = (), parent: QWidget | None = None
    ) -> None:
        """Take the chosen people; without any, only everyone is offered."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export people"))
        self._desk = desk
        self._contact_ids = list(contact_ids)
        everyone = desk.notebook.people.count(PeopleFilter(), desk.clock.today())
        self.everyone = QRadioButton(self.tr("Everyone ({count})").format(count=everyone))
        self.chosen = QRadioButton(self._chosen_words())
        self.everyone.setChecked(not self._contact_ids)
        self.chosen.setChecked(bool(self._contact_ids))
        self.chosen.setVisible(bool(self._contact_ids))
        self.version = ChoiceField()
        for version, words in zip(VERSIONS, self._version_words(), strict=True):
            self.version.addItem(words, version)
        self.trouble = PlainLabel(tone=Tone.DANGER, wrap=True)
        self.trouble.hide()
        self._lay_out()

    def choose_file(self) -> None:
        """Ask for the file and begin."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _kind = QFileDialog.getSaveFileName(
            self,
            self.tr("Export people"),
            str(Path(folder) / f"{self._file_stem()}.vcf"),
            self.tr("vCards (*.vcf)"),
        )
        if name:
            path = Path(name)
            self.export_to(path if path.suffix else path.with_suffix(".vcf"))

    def export_to(self, path: Path) -> None:
        """Write the file in the background and close; a trouble is shown here instead."""
        notebook = self._desk.notebook
        ids = None if self.everyone.isChecked() else self._contact_ids
        version = str(self.version.currentData())

        def work(progress: Progress) -> ExportOutcome:
            return export_vcards(notebook, path, ids, version, progress)

        self.trouble.hide()
        self.setEnabled(False)
        running = self._desk.run_in_background(
            work, self._done, self.tr("Exporting people"), writes=False, on_problem=self._failed
        )
        running.ended.connect(lambda: self.setEnabled(True))

    def _done(self, outcome: ExportOutcome) -> None:
        self._desk.say(
            self.tr("Exported {count} people to {file}.").format(
                count=outcome.count, file=outcome.path.name
            )
        )
        self.accept()

    def _failed(self, problem: UserProblem) -> None:
        self.trouble.setText(problem.one_line())
        self.trouble.show()

    def _chosen_words(self) -> str:
        names = names_list(self._desk.notebook.contacts.names_of(self._contact_ids[:20]))
        if len(self._contact_ids) > 3:
            return self.tr("The {count} chosen people").format(count=len(self._contact_ids))
        return self.tr("Only {names}").format(names=names).replace("&", "&&")

    def _version_words(self) -> Sequence[str]:
        return (
            self.tr("vCard 3.0: iPhone, Android, Outlook, most others"),
            self.tr("vCard 4.0: Nextcloud and newer programs"),
            self.tr("vCard 2.1: old phones"),
        )

    def _file_stem(self) -> str:
        if self.chosen.isChecked() and len(self._contact_ids) == 1:
            name = self._desk.notebook.contacts.name_of(self._contact_ids[0])
            safe = "".join(char if char.isalnum() or char in " -_" else "_" for char in name)
            return safe.strip()[:80] or "contact"
        return "contacts"

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(MEDIUM)
        form.addRow(FieldLabel(self.tr("&Format"), self.version), self.version)
        buttons = QDialogButtonBox()
        buttons.addButton(
            PrimaryButton(self.tr("&Choose the file…"), self.choose_file),
            QDialogButtonBox.ButtonRole.AcceptRole,
        )
        buttons.addButton(
            PlainButton(self.tr("Cancel"), self.reject), QDialogButtonBox.ButtonRole.RejectRole
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(PlainLabel(self.tr("Take people along"), TextRole.TITLE))
        column.addWidget(self.everyone)
        column.addWidget(self.chosen)
        column.addLayout(form)
        column.addWidget(
            PlainLabel(
                self.tr(
                    "Photos and everything that came with their cards go along. "
                    "Conversations and follow-ups stay here."
                ),
                tone=Tone.MUTED,
                wrap=True,
            )
        )
        column.addWidget(self.trouble)
        column.addWidget(buttons)


def show_export_dialog(
    desk: Desk, parent: QWidget | None, contact_ids: Sequence[int] = ()
) -> ExportDialog:
    """Open the dialog over ``parent`` and return it."""
    dialog = ExportDialog(desk, contact_ids, parent)
    dialog.open()
    return dialog
