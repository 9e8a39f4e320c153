"""Shows labels, envelopes and cards as they will be on paper, and prints them or saves a PDF."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.printing import printer
from notebook_app.gui.printing.beside_preview import stand_beside_preview
from notebook_app.gui.printing.labels_choices import (
    LabelChoices,
    PostKind,
    remember_label_choices,
    remembered_label_choices,
)
from notebook_app.gui.printing.labels_headless import card_job
from notebook_app.gui.printing.labels_jobs import (
    CardJob,
    EnvelopeJob,
    LabelJob,
    PrintJob,
    paper_of,
)
from notebook_app.gui.printing.labels_own_sheet import OwnSheetDialog
from notebook_app.gui.printing.labels_panel import LabelsPanel
from notebook_app.gui.printing.labels_pdf import write_job
from notebook_app.gui.printing.labels_printer import ask_and_print_job
from notebook_app.gui.printing.latest_work import LatestWork
from notebook_app.gui.printing.pages_dialog import PagesDialog
from notebook_app.gui.printing.whom import people_found, whom_lines
from notebook_app.gui.theme import TextRole, Tone
from notebook_app.gui.widgets.labels import PlainLabel, plain_tool_tip
from notebook_app.reports.labels import Recipients, plan_labels
from notebook_app.reports.labels_envelopes import find_envelope
from notebook_app.services.print_contacts import carriers_of
from notebook_app.services.print_labels import (
    keep_sender,
    own_sheets,
    recipients,
    sender_lines,
    sender_of,
)

Gathered = Recipients | CardJob

_MOST_NAMED = 100


class LabelsDialog(PagesDialog):
    """People are gathered off the window's thread; pages follow each choice at once."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        settings: QSettings | None = None,
        contact_ids: Sequence[int] = (),
        *,
        kind: PostKind = PostKind.LABELS,
        has_printer: Callable[[], bool] = printer.there_is_a_printer,
    ) -> None:
        """Take the desk, who asked, where choices are kept, who is in hand, and what to begin."""
        super().__init__(desk, parent, prints_first=True, has_printer=has_printer)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Print labels and envelopes"))
        self._settings = settings
        self._chosen = tuple(contact_ids)
        self._gathering: LatestWork[Gathered] = LatestWork(
            desk.notebook, self, self._came, self._stopped
        )
        self._gathered: Gathered | None = None
        self.job: PrintJob | None = None
        notebook = desk.notebook
        choices = replace(remembered_label_choices(settings, self.locale()), kind=kind)
        lines = whom_lines(notebook, len(self._chosen), self.locale())
        self.panel = LabelsPanel(lines, choices, own_sheets(notebook), sender_of(notebook))
        self.state = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self._lay_out()
        self.panel.people_changed.connect(self._gather)
        self.panel.changed.connect(self._plan)
        self.panel.own_wanted.connect(self.ask_for_measures)
        self._gather()

    def is_settled(self) -> bool:
        """Return whether nobody is being gathered and nothing saved."""
        return not self._gathering.busy and self._saving is None

    def done(self, result: int) -> None:
        """Keep the choices, stop what still runs, and close."""
        remember_label_choices(self._settings, self._next_choices(result))
        self._keep_sender()
        self._gathering.stop()
        super().done(result)

    def ask_for_measures(self) -> OwnSheetDialog:
        """Ask for the measures of a sheet that is not in the table."""
        form = OwnSheetDialog(self._desk, self, self.panel.chosen_sheet())
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.accepted.connect(lambda: self._take_own(form))
        form.open()
        return form

    def _take_own(self, form: OwnSheetDialog) -> None:
        if form.kept is not None:
            self.panel.show_sheets(own_sheets(self._desk.notebook), form.kept.name)
            self.panel.take_sheet()

    def _gather(self) -> None:
        """Find the people that are chosen now, and how to write to them."""
        notebook, choices = self._desk.notebook, self.panel.choices()
        query, chosen = self.panel.whom.currentData(), self._chosen
        self._gathered, self.job = None, None
        self.preview.show_pages(None)

        def gather(progress: Progress) -> Gathered:
            ids = chosen if query is None else people_found(notebook, str(query))
            private = carriers_of(notebook, choices.leave_out)
            ids = [each for each in ids if each not in private]
            if choices.kind is PostKind.CARDS:
                return card_job(notebook, ids)
            return recipients(notebook, ids, choices.address, progress)

        self._gathering.start(gather, self.tr("Looking for addresses"))
        self.state.setText(self.tr("One moment…"))
        self._show_state()

    def _came(self, found: Gathered) -> None:
        self._gathered = found
        self._plan()

    def _stopped(self, trouble: BaseException) -> None:
        self.state.setText("")
        self._failed(trouble)

    def _plan(self) -> None:
        """Lay what was gathered out as it is chosen now."""
        found = self._gathered
        if found is None:
            return
        self.trouble.hide()
        missing = ""
        try:
            self.job = self._job(found)
        except UserProblem as problem:
            self.job = None
            self._failed(problem)
        if isinstance(found, Recipients):
            missing = found.missing_words()
            self.state.setToolTip(plain_tool_tip(found.missing_words(_MOST_NAMED)))
        if self.job is None:
            self.preview.show_pages(None)
            self.state.setText(missing)
        else:
            self.preview.show_pages(self.job.painter(), paper_of(self.job))
            pages = self.job.page_count
            words = self.tr("1 page") if pages == 1 else self.tr("{count} pages")
            counted = words.format(count=self.locale().toString(pages))
            self.state.setText(f"{counted}. {missing}" if missing else counted)
        self._show_state()

    def _job(self, found: Gathered) -> PrintJob:
        if isinstance(found, CardJob):
            return found
        choices = self.panel.choices()
        if not found.found:
            raise UserProblem(self.tr("There is nothing to print."))
        if choices.kind is PostKind.ENVELOPES:
            sender = sender_lines(self.panel.sender_field.toPlainText())
            return EnvelopeJob(find_envelope(choices.envelope), found.found, sender)
        sheet = self.panel.chosen_sheet()
        plan = plan_labels(found.found, sheet, choices.start, choices.copies)
        return LabelJob(sheet, plan, choices.outlines)

    def _next_choices(self, result: int) -> LabelChoices:
        """Return what to begin with next time: behind the last label that was printed."""
        choices = self.panel.choices()
        if result and isinstance(self.job, LabelJob) and not self.job.outlines:
            last, _recipient = self.job.plan.pages[-1][-1]
            return replace(choices, start=(last + 1) % self.job.sheet.count + 1)
        return choices

    def _keep_sender(self) -> None:
        notebook, text = self._desk.notebook, self.panel.sender_field.toPlainText()
        if not notebook.read_only and sender_lines(text) != sender_of(notebook):
            self._desk.perform(lambda: keep_sender(notebook, text))

    def _has_pages(self) -> bool:
        return self.job is not None and self.job.page_count > 0

    def _writing(self, path: Path) -> Callable[[Progress], int]:
        job = self.job
        assert job is not None
        return lambda progress: write_job(job, path, progress)

    def _send_to_printer(self) -> int:
        assert self.job is not None
        return ask_and_print_job(self.job, self)

    def _file_name(self) -> str:
        title = self.job.title if self.job else self.tr("Labels")
        return f"{title.replace(' – ', ' ')} {self._desk.clock.today().isoformat()}"

    def _show_state(self) -> None:
        super()._show_state()
        self.panel.setEnabled(self._saving is None)

    def _lay_out(self) -> None:
        stand_beside_preview(
            self,
            self.panel,
            self.state,
            width_em=21,
            size_em=(72, 56),
        )
        self.panel.kind.setFocus(Qt.FocusReason.OtherFocusReason)


def show_labels_dialog(
    desk: Desk,
    parent: QWidget,
    settings: QSettings | None = None,
    contact_ids: Sequence[int] = (),
    kind: PostKind = PostKind.LABELS,
) -> None:
    """Show labels or envelopes for ``contact_ids``, or for everyone."""
    LabelsDialog(desk, parent, settings, contact_ids, kind=kind).open()
