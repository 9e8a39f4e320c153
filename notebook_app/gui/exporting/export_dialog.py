"""Asks whom to export and how, as cards, table or calendar, then writes it in the background."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.gui.exporting.calendar_fields import CalendarFields
from notebook_app.gui.exporting.table_fields import TableFields
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import LARGE, MEDIUM, TextRole, Tone
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.check_field import CheckField, RoundField
from notebook_app.gui.widgets.choice_field import ChoiceField
from notebook_app.gui.widgets.labels import FieldLabel, PlainLabel
from notebook_app.gui.widgets.photo_scaling import smaller_photo
from notebook_app.model.name_form import names_list
from notebook_app.model.query.terms import PeopleQuery
from notebook_app.services.export_calendar import CalendarWritten, export_calendar
from notebook_app.services.export_csv import export_csv
from notebook_app.services.export_vcards import ExportChoice, ExportOutcome, export_vcards

_SMALLER_SIDE = 512
_TABLE = "csv"
_CALENDAR = "ics"


class ExportDialog(QDialog):
    """Everyone or the chosen people, spelled for some system, to a file."""

    def __init__(
        self,
        desk: Desk,
        contact_ids: Sequence[int] = (),
        parent: QWidget | None = None,
        *,
        only_them: bool = True,
    ) -> None:
        """Take the chosen people; without any, only everyone is offered.

        ``only_them`` says which of the two is chosen to begin with.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export people"))
        self._desk = desk
        self._contact_ids = list(contact_ids)
        everyone = desk.notebook.people.count(PeopleQuery(), desk.clock.today())
        self.everyone = RoundField(self.tr("Everyone ({count})").format(count=everyone))
        self.chosen = RoundField(self._chosen_words())
        begin_with_chosen = bool(self._contact_ids) and only_them
        self.everyone.setChecked(not begin_with_chosen)
        self.chosen.setChecked(begin_with_chosen)
        self.chosen.setVisible(bool(self._contact_ids))
        self.reader = ChoiceField()
        for words, version, profile in self._readers():
            self.reader.addItem(words, profile or version)
        self.reader.addItem(self.tr("Spreadsheets (a table, CSV)"), _TABLE)
        self.reader.addItem(self.tr("Calendars (follow-ups, birthdays, events)"), _CALENDAR)
        self.table = TableFields()
        self.calendar = CalendarFields(desk.clock.today)
        self.reader.currentIndexChanged.connect(self._show_kind)
        self.one_per_person = CheckField(self.tr("A file for &each person, in a .zip"))
        self.smaller_photos = CheckField(self.tr("Make large &photos smaller"))
        self.cards_note = PlainLabel(
            self.tr(
                "Photos and everything that came with their cards go along. "
                "Conversations and follow-ups stay here."
            ),
            tone=Tone.MUTED,
            wrap=True,
        )
        self.trouble = PlainLabel(tone=Tone.DANGER, wrap=True)
        self.trouble.hide()
        self._lay_out()
        self._show_kind()

    @property
    def is_table(self) -> bool:
        """Whether a table is to be written, not cards."""
        return bool(self.reader.currentData() == _TABLE)

    @property
    def is_calendar(self) -> bool:
        """Whether a calendar is to be written."""
        return bool(self.reader.currentData() == _CALENDAR)

    def choose_file(self) -> None:
        """Ask for the file and begin."""
        if self.is_calendar and (mistake := self.calendar.mistake()):
            self._failed(UserProblem(mistake))
            return
        ending = ".zip" if self.one_per_person.isChecked() else ".vcf"
        kinds = self.tr("Zipped vCards (*.zip)") if ending == ".zip" else self.tr("vCards (*.vcf)")
        if self.is_table:
            ending, kinds = ".csv", self.tr("Tables (*.csv)")
        if self.is_calendar:
            ending, kinds = ".ics", self.tr("Calendars (*.ics)")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _kind = QFileDialog.getSaveFileName(
            self,
            self.tr("Export people"),
            str(Path(folder) / f"{self._file_stem()}{ending}"),
            kinds,
        )
        if name:
            path = Path(name)
            right = path.suffix.lower() == ending
            self.export_to(path if right else path.with_name(path.name + ending))

    def export_to(self, path: Path) -> None:
        """Write the file in the background and close; a trouble is shown here instead."""
        notebook = self._desk.notebook
        ids = None if self.everyone.isChecked() else self._contact_ids
        table = self.table.choice() if self.is_table else None
        choice = self.choice()
        calendar = self.calendar.choice() if self.is_calendar else None

        def work(progress: Progress) -> ExportOutcome | CalendarWritten:
            if calendar is not None:
                return export_calendar(notebook, path, ids, calendar, progress)
            if table is not None:
                return export_csv(notebook, path, ids, table, progress)
            return export_vcards(
                notebook, path, ids, progress=progress, choice=choice, scale=smaller_photo
            )

        self.trouble.hide()
        self.setEnabled(False)
        running = self._desk.run_in_background(
            work, self._done, self.tr("Exporting people"), writes=False, on_problem=self._failed
        )
        running.ended.connect(lambda: self.setEnabled(True))

    def send(self) -> None:
        """Offer them to a phone instead of writing a file."""
        notebook = self._desk.notebook
        ids = notebook.contacts.all_ids() if self.everyone.isChecked() else self._contact_ids
        self.accept()
        self._desk.ask(Act.SEND, *ids)

    def choice(self) -> ExportChoice:
        """Return how to write cards, as the fields say."""
        place = 0 if self.is_table or self.is_calendar else self.reader.currentIndex()
        _words, version, profile = self._readers()[place]
        return ExportChoice(
            version,
            profile,
            self.one_per_person.isChecked(),
            _SMALLER_SIDE if self.smaller_photos.isChecked() else 0,
        )

    def _done(self, outcome: ExportOutcome | CalendarWritten) -> None:
        if isinstance(outcome, CalendarWritten):
            self._desk.say(self.calendar.done_words(outcome))
            self.accept()
            return
        words = (
            self.tr("Exported 1 person to {file}.")
            if outcome.count == 1
            else self.tr("Exported {count} people to {file}.")
        ).format(count=outcome.count, file=outcome.path.name)
        if outcome.not_carried:
            missing = ", ".join(lost.what for lost in outcome.not_carried)
            no_place = (
                self.tr("A table has no place for: {missing}.")
                if self.is_table
                else self.tr("Such cards have no place for: {missing}.")
            )
            words += " " + no_place.format(missing=missing)
        self._desk.say(words)
        self.accept()

    def _show_kind(self) -> None:
        for field in (self.one_per_person, self.smaller_photos, self.cards_note):
            field.setVisible(not self.is_table and not self.is_calendar)
        self.table.setVisible(self.is_table)
        self.calendar.setVisible(self.is_calendar)
        self.adjustSize()

    def _failed(self, problem: UserProblem) -> None:
        self.trouble.setText(problem.one_line())
        self.trouble.show()

    def _chosen_words(self) -> str:
        names = names_list(self._desk.notebook.contacts.names_of(self._contact_ids[:20]))
        if len(self._contact_ids) > 3:
            return self.tr("The {count} chosen people").format(count=len(self._contact_ids))
        return self.tr("Only {names}").format(names=names).replace("&", "&&")

    def _readers(self) -> Sequence[tuple[str, str, str]]:
        """Return the words, the vCard version and the profile of each choice."""
        return (
            (self.tr("Phones and most programs (vCard 3.0)"), "3.0", ""),
            (self.tr("iPhone, iPad and Mac"), "3.0", "apple"),
            (self.tr("Android and Google"), "3.0", "android"),
            (self.tr("Nextcloud"), "4.0", "nextcloud"),
            (self.tr("Old phones"), "2.1", "old-phone"),
            (self.tr("vCard 4.0, plain"), "4.0", ""),
            (self.tr("vCard 2.1, plain"), "2.1", ""),
        )

    def _file_stem(self) -> str:
        if self.is_calendar:
            return "calendar"
        if self.chosen.isChecked() and len(self._contact_ids) == 1:
            name = self._desk.notebook.contacts.name_of(self._contact_ids[0])
            safe = "".join(char if char.isalnum() or char in " -_" else "_" for char in name)
            return safe.strip()[:80] or "contact"
        return "contacts"

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(MEDIUM)
        form.addRow(FieldLabel(self.tr("&To be read by"), self.reader), self.reader)
        buttons = QDialogButtonBox()
        if self._desk.offers(Act.SEND):
            buttons.addButton(
                PlainButton(self.tr("&Send to phone…"), self.send),
                QDialogButtonBox.ButtonRole.ResetRole,
            )
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
        column.addWidget(self.one_per_person)
        column.addWidget(self.smaller_photos)
        column.addWidget(self.table)
        column.addWidget(self.calendar)
        column.addWidget(self.cards_note)
        column.addWidget(self.trouble)
        column.addWidget(buttons)


def show_export_dialog(
    desk: Desk,
    parent: QWidget | None,
    contact_ids: Sequence[int] = (),
    *,
    only_them: bool = True,
) -> ExportDialog:
    """Open the dialog over ``parent`` and return it."""
    dialog = ExportDialog(desk, contact_ids, parent, only_them=only_them)
    dialog.open()
    return dialog
