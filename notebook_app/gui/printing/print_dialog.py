"""The window's "Print follow-up list…": choose what goes on it, see it as it will be, print it.

Gathering, planning and writing run off the window's thread, so that a list of ten thousand can be
looked at and left again at any moment.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QSettings, QSize, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.background_work import BackgroundWork
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.printing import printer
from notebook_app.gui.printing.page_preview import PagePreview
from notebook_app.gui.printing.paper import find_paper
from notebook_app.gui.printing.prepared_list import PreparedList, prepare_list
from notebook_app.gui.printing.preview_bar import PreviewBar
from notebook_app.gui.printing.print_choices import remember_choices, remembered_choices
from notebook_app.gui.printing.print_panel import PrintPanel
from notebook_app.gui.printing.render_pdf import render_pdf
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, WIDE, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.labels import PlainLabel

_SETTLE_MS: Final = 120
_STEPS: Final = 1000


class PrintDialog(QDialog):
    """Chooses, shows and prints the follow-up list.

    ``prepared`` is what the preview shows, None while it is being made; ``has_printer`` can be
    told for tests.
    """

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        settings: QSettings | None = None,
        *,
        has_printer: Callable[[], bool] = printer.there_is_a_printer,
    ) -> None:
        """Take the desk to read from, and where choices are kept."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Print follow-ups"))
        self._desk = desk
        self._settings = settings
        self.prepared: PreparedList | None = None
        self._work: BackgroundWork[Any] | None = None
        self._wanted_again = False
        self._saving = False
        self.panel = PrintPanel(remembered_choices(settings, self.locale()), desk.clock.today)
        self.preview = PagePreview()
        self.bar = PreviewBar(self.preview)
        self.said = PlainLabel("", tone=Tone.MUTED, wrap=True)
        self.trouble = PlainLabel("", tone=Tone.DANGER, wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.stop_button = PlainButton(self.tr("&Stop"), self._stop)
        self.close_button = PlainButton(self.tr("&Close"), self.reject)
        self._has_printer = has_printer()
        self.save_button: PlainButton
        self.print_button: PlainButton
        # The primary act is the one that works.
        if self._has_printer:
            self.save_button = PlainButton(self.tr("Save as P&DF…"), self.choose_file)
            self.print_button = PrimaryButton(self.tr("Pr&int…"), self.print_list)
        else:
            self.save_button = PrimaryButton(self.tr("Save as P&DF…"), self.choose_file)
            self.print_button = PlainButton(self.tr("Pr&int…"), self.print_list)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._prepare)
        self._lay_out()
        self.panel.changed.connect(self._chosen_anew)
        desk.changed.connect(lambda _changes: self._settle.start())
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self.print_list)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.choose_file)
        self._prepare()

    def is_settled(self) -> bool:
        """Return whether nothing is being made, and nothing about to be."""
        return self._work is None and not self._settle.isActive()

    def choose_file(self) -> None:
        """Ask where to save the PDF, and save it."""
        if self.prepared is None or not self.prepared.pages:
            return
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents))
        day = self._desk.clock.today().isoformat()
        name, _kind = QFileDialog.getSaveFileName(
            self,
            self.tr("Save as PDF"),
            str(folder / f"{self.tr('Follow-ups')} {day}.pdf"),
            self.tr("PDF (*.pdf)"),
        )
        if name:
            path = Path(name)
            self.save_to(path if path.suffix else path.with_suffix(".pdf"))

    def save_to(self, path: Path) -> None:
        """Write the PDF off the window's thread, then close and say so."""
        prepared = self.prepared
        if prepared is None or self._work is not None:
            return

        def work(progress: Progress) -> int:
            return render_pdf(prepared.document, path, prepared.paper, progress)

        def saved(pages: int) -> None:
            self._remember()
            self._desk.say(
                self.tr("Saved {file}, 1 page.").format(file=path.name)
                if pages == 1
                else self.tr("Saved {file}, {n} pages.").format(file=path.name, n=pages)
            )
            self.accept()

        self._saving = True
        self._run(work, saved, self.tr("Saving {file}").format(file=path.name))

    def print_list(self) -> None:
        """Ask for the printer, and print."""
        if self.prepared is None or not self.prepared.pages or not self._has_printer:
            return
        try:
            pages = printer.ask_and_print(self.prepared, self)
        except UserProblem as problem:
            self._failed(problem)
            return
        if pages:
            self._remember()
            self._desk.say(self.tr("Sent to the printer."))
            self.accept()

    def done(self, result: int) -> None:
        """Stop what still runs, and close."""
        self._settle.stop()
        self._wanted_again = False
        if self._work is not None:
            self._work.cancel()
            self._work.wait(10)
        super().done(result)

    def _chosen_anew(self) -> None:
        self.prepared = None
        self._show_state()
        self._settle.start()

    def _prepare(self) -> None:
        if self._work is not None:
            # Begun anew when the running work has ended; a file being saved is not given up.
            self._wanted_again = True
            if not self._saving:
                self._work.cancel()
            return
        choices = self.panel.choices()
        if choices is None:
            self.said.setText(self.tr("Choose the first and the last day."))
            return
        notebook, locale = self._desk.notebook, self.locale()
        self._run(
            lambda progress: prepare_list(notebook, choices, locale, progress),
            self._show,
            self.tr("Laying out the list"),
        )

    def _show(self, prepared: PreparedList) -> None:
        if self._wanted_again or self._settle.isActive():
            return
        self.prepared = prepared
        if prepared.pages:
            self.preview.show_pages(prepared.painter(), find_paper(prepared.paper))
        else:
            self.preview.show_pages(None)
        self._show_state()

    def _run(
        self, work: Callable[[Progress], Any], done: Callable[[Any], object], title: str
    ) -> None:
        self.trouble.hide()
        running: BackgroundWork[Any] = BackgroundWork(
            work, self._desk.notebook.connection, title, writes=False, parent=self
        )
        self._work = running
        running.progressed.connect(self._progressed)
        running.done.connect(done)
        running.failed.connect(self._failed)
        running.cancelled.connect(self._cancelled)
        running.ended.connect(self._ended)
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(title)
        self._show_state()
        running.start()

    def _ended(self) -> None:
        if self._work is not None:
            self._work.deleteLater()
        self._work = None
        self._saving = False
        self._show_state()
        if self._wanted_again:
            self._wanted_again = False
            self._prepare()

    def _cancelled(self) -> None:
        if self._saving:
            self.trouble.setText(self.tr("Stopped. No file was written."))
            self.trouble.show()

    def _progressed(self, done: int, total: int, _text: str) -> None:
        self.progress.setRange(0, _STEPS if total else 0)
        self.progress.setValue(done * _STEPS // total if total else 0)

    def _stop(self) -> None:
        if self._work is not None:
            self._work.cancel()

    def _failed(self, trouble: BaseException) -> None:
        if not isinstance(trouble, UserProblem):
            raise trouble
        self.trouble.setText(trouble.one_line())
        self.trouble.show()

    def _remember(self) -> None:
        choices = self.panel.choices()
        if choices is not None:
            remember_choices(self._settings, choices)

    def _show_state(self) -> None:
        """Make words and buttons fit what is there now."""
        ready = self._work is None and self.prepared is not None and bool(self.prepared.pages)
        self.save_button.setEnabled(ready)
        self.print_button.setEnabled(ready and self._has_printer)
        self.progress.setVisible(self._work is not None)
        self.stop_button.setVisible(self._saving)
        self.panel.setEnabled(not self._saving)
        if self.prepared is None:
            self.said.setText(self.tr("One moment…"))
        elif not self.prepared.pages:
            self.said.setText(
                self.tr("Nothing to follow up in this time. Choose a longer one, or enjoy the day.")
            )
        else:
            count = len(self.prepared.pages)
            pages = self.tr("1 page") if count == 1 else self.tr("{n} pages").format(n=count)
            self.said.setText(f"{self.prepared.document.summary} · {pages}")
            self.preview.setAccessibleDescription(self.said.text())

    def _lay_out(self) -> None:
        theme = theme_of(self)
        side = QVBoxLayout()
        side.setSpacing(SMALL)
        side.addWidget(PlainLabel(self.tr("Follow-ups on paper"), TextRole.TITLE))
        side.addSpacing(MEDIUM)
        side.addWidget(self.panel)
        side.addSpacing(MEDIUM)
        side.addWidget(self.said)
        side.addWidget(self.trouble)
        side.addStretch(1)
        if not self._has_printer:
            side.addWidget(
                PlainLabel(
                    self.tr("This computer knows no printer; a PDF can be printed anywhere."),
                    TextRole.SMALL,
                    Tone.MUTED,
                    wrap=True,
                )
            )
        self.trouble.hide()
        held = QWidget()
        held.setLayout(side)
        side.setContentsMargins(2, 2, SMALL, 2)
        # Scrolls where a large font meets a small screen.
        scrolled = QScrollArea()
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setWidgetResizable(True)
        scrolled.setWidget(held)
        held.setAutoFillBackground(False)
        scrolled.viewport().setAutoFillBackground(False)
        scrolled.setFixedWidth(theme.em(21))
        right = QVBoxLayout()
        right.setSpacing(SMALL)
        right.addWidget(self.bar)
        right.addWidget(self.preview, 1)
        across = QHBoxLayout()
        across.setSpacing(WIDE)
        across.addWidget(scrolled)
        across.addLayout(right, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.progress, 1)
        buttons.addWidget(self.stop_button)
        buttons.addStretch(1)
        for button in (self.close_button, self.save_button, self.print_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(LARGE)
        column.addLayout(across, 1)
        column.addLayout(buttons)
        self.preview.setMinimumSize(theme.em(16), theme.em(12))
        # Grows with the system's font, but not beyond the screen.
        room = self.screen().availableSize() * 0.95
        self.resize(QSize(theme.em(76), theme.em(56)).boundedTo(room))
        self.setTabOrder(self.panel, self.bar)
        self.panel.kind.setFocus(Qt.FocusReason.OtherFocusReason)


def show_print_dialog(
    desk: Desk, parent: QWidget | None, settings: QSettings | None = None
) -> PrintDialog:
    """Open the dialog over ``parent`` and return it; it closes by itself.

    ``settings`` is where the choices are kept for the next time; without it they are forgotten.
    """
    dialog = PrintDialog(desk, parent, settings)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
