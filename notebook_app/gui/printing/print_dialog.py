"""The window's "Print follow-up list…": choose what goes on it, see it as it will be, print it.

Gathering, planning and writing run off the window's thread, so that a list of ten thousand can be
looked at and left again at any moment.
"""

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings, QSize, QStandardPaths, Qt
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
from notebook_app.gui.frame.background_work import BackgroundWork
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.printing import printer
from notebook_app.gui.printing.list_maker import ListMaker
from notebook_app.gui.printing.page_preview import PagePreview
from notebook_app.gui.printing.paper import find_paper
from notebook_app.gui.printing.prepared_list import PreparedList
from notebook_app.gui.printing.preview_bar import PreviewBar
from notebook_app.gui.printing.print_choices import remember_choices, remembered_choices
from notebook_app.gui.printing.print_panel import PrintPanel
from notebook_app.gui.printing.render_pdf import render_pdf
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, WIDE, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.print_range import PrintRangeKind

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
        only: Collection[int] | None = None,
        has_printer: Callable[[], bool] = printer.there_is_a_printer,
    ) -> None:
        """Take the desk to read from, where choices are kept, and whom to keep to, if anybody."""
        super().__init__(parent)
        self.setWindowTitle(
            self.tr("Print follow-ups")
            if only is None
            else self.tr("Print follow-ups: {count} chosen").format(count=len(only))
        )
        self._desk = desk
        self._settings = settings
        self._usual_kind = (
            None if only is None else remembered_choices(settings, self.locale()).kind
        )
        self.prepared: PreparedList | None = None
        self._saving: BackgroundWork[int] | None = None
        self._maker = ListMaker(desk.notebook, self.locale(), self, only=only)
        choices = remembered_choices(settings, self.locale())
        if only is not None:
            # Whoever chose these people wants all that is planned with them.
            choices = replace(choices, kind=PrintRangeKind.ALL_OPEN)
        self.panel = PrintPanel(choices, desk.clock.today)
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
        self._lay_out()
        self.panel.changed.connect(self._make)
        # A method of the dialog's own, which Qt lets go of when the dialog is gone.
        desk.changed.connect(self._changed_elsewhere)
        self._maker.made.connect(self._show)
        self._maker.failed.connect(self._failed)
        self._maker.progressed.connect(self._progressed)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self.print_list)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.choose_file)
        self._make()

    def is_settled(self) -> bool:
        """Return whether nothing is being made, and nothing about to be."""
        return self._saving is None and not self._maker.busy

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
        if prepared is None or self._saving is not None:
            return
        self.trouble.hide()
        work = BackgroundWork(
            lambda progress: render_pdf(prepared.document, path, prepared.paper, progress),
            self._desk.notebook.connection,
            self.tr("Saving {file}").format(file=path.name),
            writes=False,
            parent=self,
        )
        self._saving = work
        work.progressed.connect(lambda done, total, _text: self._progressed(done, total))
        work.done.connect(lambda pages: self._saved(path, pages))
        work.failed.connect(self._failed)
        work.cancelled.connect(lambda: self._tell(self.tr("Stopped. No file was written.")))
        work.ended.connect(self._saving_ended)
        self.progress.setRange(0, 0)
        self._show_state()
        work.start()

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
        self._maker.stop()
        if self._saving is not None:
            self._saving.cancel()
            self._saving.wait(10)
        super().done(result)

    def _changed_elsewhere(self, _changes: object) -> None:
        if self.isVisible():
            self._make()

    def _make(self) -> None:
        """Make the list that is chosen now."""
        self.prepared = None
        self.trouble.hide()
        self.progress.setRange(0, 0)
        self._maker.make(self.panel.choices())
        self._show_state()

    def _show(self, prepared: PreparedList) -> None:
        self.prepared = prepared
        if prepared.pages:
            self.preview.show_pages(prepared.painter(), find_paper(prepared.paper))
        else:
            self.preview.show_pages(None)
        self._show_state()

    def _saved(self, path: Path, pages: int) -> None:
        self._remember()
        self._desk.say(
            self.tr("Saved {file}, 1 page.").format(file=path.name)
            if pages == 1
            else self.tr("Saved {file}, {n} pages.").format(file=path.name, n=pages)
        )
        self.accept()

    def _saving_ended(self) -> None:
        if self._saving is not None:
            self._saving.deleteLater()
        self._saving = None
        self._show_state()

    def _progressed(self, done: int, total: int) -> None:
        self.progress.setRange(0, _STEPS if total else 0)
        self.progress.setValue(done * _STEPS // total if total else 0)

    def _stop(self) -> None:
        if self._saving is not None:
            self._saving.cancel()

    def _failed(self, trouble: BaseException) -> None:
        if not isinstance(trouble, UserProblem):
            raise trouble
        self._tell(trouble.one_line())
        self._show_state()

    def _tell(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.show()

    def _remember(self) -> None:
        choices = self.panel.choices()
        if choices is not None and self._usual_kind is not None:
            # A range that was for a few people is not the one for everybody.
            choices = replace(choices, kind=self._usual_kind)
        if choices is not None:
            remember_choices(self._settings, choices)

    def _show_state(self) -> None:
        """Make words and buttons fit what is there now."""
        ready = self.prepared is not None and bool(self.prepared.pages) and self._saving is None
        self.save_button.setEnabled(ready)
        self.print_button.setEnabled(ready and self._has_printer)
        self.progress.setVisible(self._saving is not None or self._maker.busy)
        self.stop_button.setVisible(self._saving is not None)
        self.panel.setEnabled(self._saving is None)
        if self.panel.choices() is None:
            self.said.setText(self.tr("Choose the first and the last day."))
        elif self.prepared is None:
            self.said.setText(self.tr("One moment…") if self._maker.busy else "")
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
    desk: Desk,
    parent: QWidget | None,
    settings: QSettings | None = None,
    *,
    only: Collection[int] | None = None,
) -> PrintDialog:
    """Open the dialog over ``parent`` and return it; it closes by itself.

    ``settings`` is where the choices are kept for the next time; without it they are forgotten.
    ``only`` names the people to keep to.
    """
    dialog = PrintDialog(desk, parent, settings, only=only)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
