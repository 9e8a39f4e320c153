"""Shows a month or a week as it will be on paper, to be hung up: choose, look, print, save."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QWidget

from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.background_work import BackgroundWork
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.printing import printer
from notebook_app.gui.printing.beside_preview import stand_beside_preview
from notebook_app.gui.printing.calendar_choices import CalendarSpan, remember_calendar
from notebook_app.gui.printing.calendar_job import CalendarJob, calendar_job
from notebook_app.gui.printing.calendar_panel import CalendarPanel
from notebook_app.gui.printing.labels_jobs import paper_of
from notebook_app.gui.printing.labels_printer import ask_and_print_job
from notebook_app.gui.printing.locale_calendar_words import LocaleCalendarWords
from notebook_app.gui.printing.pages_dialog import PagesDialog
from notebook_app.gui.theme import TextRole, Tone
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.calendar_filter import CalendarFilter
from notebook_app.services.print_contacts import private_tags


class CalendarDialog(PagesDialog):
    """Every choice shows the page anew."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        settings: QSettings | None = None,
        *,
        span: CalendarSpan = CalendarSpan.MONTH,
        day: date | None = None,
        narrowed: CalendarFilter | None = None,
        has_printer: Callable[[], bool] = printer.there_is_a_printer,
    ) -> None:
        """Take the desk, who asked, where choices are kept, and what to begin with.

        ``narrowed`` says what of the calendar is wanted, as in the window.
        """
        super().__init__(desk, parent, prints_first=True, has_printer=has_printer)
        self.setWindowTitle(self.tr("Print the calendar"))
        self._settings = settings
        self._narrowed = narrowed
        self._making: BackgroundWork[CalendarJob] | None = None
        self.job: CalendarJob | None = None
        private = private_tags(desk.notebook)
        self.panel = CalendarPanel(span, day or desk.clock.today(), private, settings)
        self.state = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self._lay_out()
        self.panel.changed.connect(self._make)
        desk.changed.connect(self._changed_elsewhere)
        self._make()

    def is_settled(self) -> bool:
        """Return whether nothing is being made and nothing saved."""
        return self._making is None and self._saving is None

    def done(self, result: int) -> None:
        """Stop what still runs, and close."""
        self._make_no_more()
        super().done(result)

    def _changed_elsewhere(self, _changes: object) -> None:
        if self.isVisible():
            self._make()

    def _make(self) -> None:
        """Gather and lay out what is chosen now."""
        notebook, choices, day = self._desk.notebook, self.panel.choices(), self.panel.day
        locale, narrowed = self.locale(), self._narrowed
        self._make_no_more()
        self.job = None
        self.trouble.hide()

        def make(progress: Progress) -> CalendarJob:
            words = LocaleCalendarWords(locale)
            return calendar_job(notebook, choices, day, words, narrowed, progress=progress)

        running = BackgroundWork(
            make, notebook.connection, self.tr("Laying out"), writes=False, parent=self
        )
        self._making = running
        self.state.setText(self.tr("One moment…"))
        running.done.connect(lambda job: self._came(running, job))
        running.failed.connect(lambda trouble: self._stopped(running, trouble))
        running.ended.connect(lambda: self._made(running))
        self._show_state()
        running.start()

    def _came(self, running: BackgroundWork[CalendarJob], job: CalendarJob) -> None:
        if self._making is not running:
            return
        self.job = job
        self.preview.show_pages(job.painter(), paper_of(job))
        self.state.setText(self._words_of(job))
        self.missing.setText(job.missing)
        self.missing.setVisible(bool(job.missing))
        self.preview.setAccessibleDescription(f"{job.title}. {self.state.text()}")
        self._show_state()

    def _words_of(self, job: CalendarJob) -> str:
        count = job.sheet.line_count()
        entries = self.tr("1 entry") if count == 1 else self.tr("{n} entries").format(n=count)
        pages = job.page_count
        said = [entries if count else self.tr("Nothing is planned; there is room to write.")]
        if pages > 1:
            last = self.locale().toString(pages)
            behind = self.tr("what found no room is on pages 2 to {n}").format(n=last)
            said.append(self.tr("what found no room is on page 2") if pages == 2 else behind)
        if job.left_out:
            words = self.tr("{n} left out for their private tags")
            said.append(words.format(n=self.locale().toString(job.left_out)))
        return " · ".join(said)

    def _stopped(self, running: BackgroundWork[CalendarJob], trouble: BaseException) -> None:
        if self._making is running:
            self.preview.show_pages(None)
            self.state.setText("")
            self._failed(trouble)

    def _make_no_more(self) -> None:
        running, self._making = self._making, None
        if running is not None:
            running.cancel()
            running.wait(10)

    def _made(self, running: BackgroundWork[CalendarJob]) -> None:
        if self._making is running:
            self._making = None
        running.deleteLater()

    def _has_pages(self) -> bool:
        return self.job is not None

    def _has_texts(self) -> bool:
        return True

    def _writing(self, path: Path) -> Callable[[Progress], int]:
        job = self.job
        assert job is not None
        return lambda progress: job.write(path, progress)

    def _send_to_printer(self) -> int:
        assert self.job is not None
        return ask_and_print_job(self.job, self)

    def _file_name(self) -> str:
        assert self.job is not None
        days = self.job.sheet.days()
        if self.job.choices.span is CalendarSpan.MONTH:
            return f"{self.tr('Calendar')} {self.panel.day.isoformat()[:7]}"
        return f"{self.tr('Calendar')} {days[0].on.isoformat()}"

    def _used(self, words: str) -> None:
        remember_calendar(self._settings, self.panel.choices())
        super()._used(words)

    def _show_state(self) -> None:
        super()._show_state()
        self.panel.setEnabled(self._saving is None)

    def _lay_out(self) -> None:
        stand_beside_preview(
            self,
            self.panel,
            self.state,
            width_em=19,
            size_em=(76, 50),
        )
        self.panel.span.setFocus(Qt.FocusReason.OtherFocusReason)


def show_calendar_dialog(
    desk: Desk,
    parent: QWidget,
    settings: QSettings | None = None,
    *,
    week: bool = False,
    day: date | None = None,
    narrowed: CalendarFilter | None = None,
) -> CalendarDialog:
    """Show the month of ``day``, or its ``week``, as it will be on paper."""
    span = CalendarSpan.WEEK if week else CalendarSpan.MONTH
    dialog = CalendarDialog(desk, parent, settings, span=span, day=day, narrowed=narrowed)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
