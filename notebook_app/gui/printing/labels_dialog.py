"""Shows labels, envelopes and cards as they will be on paper, and prints them or saves a PDF."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.background_work import BackgroundWork
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.printing import printer
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
from notebook_app.gui.printing.labels_panel import LabelsPanel, Whom
from notebook_app.gui.printing.labels_pdf import write_job
from notebook_app.gui.printing.labels_printer import ask_and_print_job
from notebook_app.gui.printing.pages_dialog import PagesDialog
from notebook_app.gui.printing.preview_bar import PreviewBar
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.labels import PlainLabel, plain_tool_tip
from notebook_app.reports.labels import Recipients, plan_labels
from notebook_app.reports.labels_envelopes import find_envelope
from notebook_app.services.list_people import people_ids, read_query
from notebook_app.services.print_labels import (
    keep_sender,
    own_sheets,
    recipients,
    sender_lines,
    sender_of,
)
from notebook_app.storage.notebook import Notebook

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
        self._gathering: BackgroundWork[Gathered] | None = None
        self._gathered: Gathered | None = None
        self.job: PrintJob | None = None
        notebook = desk.notebook
        choices = replace(remembered_label_choices(settings, self.locale()), kind=kind)
        self.panel = LabelsPanel(self._whom(), choices, own_sheets(notebook), sender_of(notebook))
        self.state = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self._lay_out()
        self.panel.people_changed.connect(self._gather)
        self.panel.changed.connect(self._plan)
        self.panel.own_wanted.connect(self.ask_for_measures)
        self._gather()

    def is_settled(self) -> bool:
        """Return whether nobody is being gathered and nothing saved."""
        return self._gathering is None and self._saving is None

    def done(self, result: int) -> None:
        """Keep the choices, stop what still runs, and close."""
        remember_label_choices(self._settings, self._next_choices(result))
        self._keep_sender()
        self._gather_no_more()
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

    def _whom(self) -> list[Whom]:
        lines: list[Whom] = []
        if self._chosen:
            one = len(self._chosen) == 1
            words = self.tr("1 person selected") if one else self.tr("{count} people selected")
            count = self.locale().toString(len(self._chosen))
            lines.append((words.format(count=count), None))
        lines.append((self.tr("Everyone"), ""))
        lines += [(saved.name[:60], saved.query) for saved in self._desk.notebook.saved_lists.all()]
        return lines

    def _gather(self) -> None:
        """Find the people that are chosen now, and how to write to them."""
        notebook, choices = self._desk.notebook, self.panel.choices()
        query, chosen = self.panel.whom.currentData(), self._chosen
        self._gather_no_more()
        self._gathered, self.job = None, None
        self.preview.show_pages(None)

        def gather(progress: Progress) -> Gathered:
            ids = chosen if query is None else _found(notebook, str(query))
            if choices.kind is PostKind.CARDS:
                return card_job(notebook, ids)
            return recipients(notebook, ids, choices.address, progress)

        running = BackgroundWork(
            gather, notebook.connection, self.tr("Looking for addresses"), writes=False, parent=self
        )
        self._gathering = running
        running.done.connect(lambda found: self._came(running, found))
        running.failed.connect(lambda trouble: self._stopped(running, trouble))
        running.ended.connect(lambda: self._ended(running))
        self.state.setText(self.tr("One moment…"))
        self._show_state()
        running.start()

    def _came(self, running: BackgroundWork[Gathered], found: Gathered) -> None:
        if self._gathering is running:
            self._gathered = found
            self._plan()

    def _stopped(self, running: BackgroundWork[Gathered], trouble: BaseException) -> None:
        if self._gathering is running:
            self.state.setText("")
            self._failed(trouble)

    def _ended(self, running: BackgroundWork[Gathered]) -> None:
        if self._gathering is running:
            self._gathering = None
        running.deleteLater()

    def _gather_no_more(self) -> None:
        running, self._gathering = self._gathering, None
        if running is not None:
            running.cancel()
            running.wait(10)

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
        theme = theme_of(self)
        side = QScrollArea()
        side.setWidget(self.panel)
        side.setWidgetResizable(True)
        side.setFrameShape(QFrame.Shape.NoFrame)
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setFixedWidth(theme.em(21))
        self.panel.setAutoFillBackground(False)
        side.viewport().setAutoFillBackground(False)
        pages = QVBoxLayout()
        pages.setSpacing(SMALL)
        pages.addWidget(PreviewBar(self.preview))
        pages.addWidget(self.preview, 1)
        across = QHBoxLayout()
        across.setSpacing(LARGE)
        across.addWidget(side)
        across.addLayout(pages, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.state, 1)
        buttons.addWidget(PlainButton(self.tr("&Close"), self.reject))
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addLayout(across, 1)
        column.addWidget(self.trouble)
        column.addLayout(buttons)
        room = self.screen().availableSize() * 0.9
        self.resize(QSize(theme.em(72), theme.em(56)).boundedTo(room))
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


def _found(notebook: Notebook, query: str) -> list[int]:
    return people_ids(notebook, read_query(notebook, query), notebook.clock.today())
