"""The window's "Print follow-up list…": choose what goes on it, see it as it will be, print it.

Gathering, planning and writing run off the window's thread, so that a list of ten thousand can be
looked at and left again at any moment.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.printing import printer
from notebook_app.gui.printing.fold_prepared import PreparedFold
from notebook_app.gui.printing.list_maker import ListMaker
from notebook_app.gui.printing.pages_dialog import PagesDialog
from notebook_app.gui.printing.prepared_list import PreparedList
from notebook_app.gui.printing.preview_bar import PreviewBar
from notebook_app.gui.printing.print_choices import remember_choices, remembered_choices
from notebook_app.gui.printing.print_panel import PrintPanel
from notebook_app.gui.printing.whom import EVERYONE, whom_lines
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, WIDE, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.print_range import PrintRangeKind
from notebook_app.services.keep_printed_list import kept_on_paper

_STEPS: Final = 1000


class PrintDialog(PagesDialog):
    """Chooses, shows and prints the follow-up list; ``has_printer`` can be told for tests."""

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
        super().__init__(desk, parent, prints_first=True, has_printer=has_printer)
        self.setWindowTitle(
            self.tr("Print follow-ups")
            if only is None
            else self.tr("Print follow-ups: {count} chosen").format(count=len(only))
        )
        self._settings = settings
        self._usual_kind = (
            None if only is None else remembered_choices(settings, self.locale()).kind
        )
        self._maker = ListMaker(desk.notebook, self.locale(), self, only=only)
        choices = remembered_choices(settings, self.locale())
        if only is not None:
            # Whoever chose these people wants all that is planned with them.
            choices = replace(choices, kind=PrintRangeKind.ALL_OPEN)
            choices = replace(choices, query=None)
        else:
            choices = replace(choices, query=EVERYONE)
        lines = whom_lines(desk.notebook, 0 if only is None else len(only), self.locale())
        self.panel = PrintPanel(choices, desk.clock.today, lines)
        self.bar = PreviewBar(self.preview)
        self.said = PlainLabel("", tone=Tone.MUTED, wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.stop_button = PlainButton(self.tr("&Stop"), self._stop)
        self._lay_out()
        self.panel.changed.connect(self._make)
        self.panel.small_pages_wanted.connect(self._show_again)
        # A method of the dialog's own, which Qt lets go of when the dialog is gone.
        desk.changed.connect(self._changed_elsewhere)
        self._maker.made.connect(self._show)
        self._maker.failed.connect(self._failed)
        self._maker.progressed.connect(self._progressed)
        self._make()

    def is_settled(self) -> bool:
        """Return whether nothing is being made, and nothing about to be."""
        return self._saving is None and not self._maker.busy

    def done(self, result: int) -> None:
        """Stop what still runs, and close."""
        self._maker.stop()
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

    def _file_name(self) -> str:
        return f"{self.tr('Follow-ups')} {self._desk.clock.today().isoformat()}"

    def _show(self, prepared: PreparedList) -> None:
        super()._show(prepared)
        if isinstance(prepared, PreparedFold) and self.panel.guide.one_by_one.isChecked():
            self.preview.show_pages(prepared.small_pages(), prepared.small_paper())

    @contextmanager
    def _for_paper(self, prepared: PreparedList) -> Iterator[PreparedList]:
        with kept_on_paper(self._desk.notebook, prepared.document) as document:
            yield replace(prepared, document=document)

    def _show_again(self) -> None:
        if self.prepared is not None:
            self._show(self.prepared)

    def _saved_words(self, path: Path, pages: int) -> str:
        if pages == 1:
            return self.tr("Saved {file}, 1 page.").format(file=path.name)
        return self.tr("Saved {file}, {n} pages.").format(file=path.name, n=pages)

    def _used(self, words: str) -> None:
        self._remember()
        super()._used(words)
        self._desk.changed.emit(ChangeSet(ids={Changed.PRINTED: frozenset()}))

    def _progressed(self, done: int, total: int) -> None:
        self.progress.setRange(0, _STEPS if total else 0)
        self.progress.setValue(done * _STEPS // total if total else 0)

    def _stop(self) -> None:
        if self._saving is not None:
            self._saving.cancel()

    def _remember(self) -> None:
        choices = self.panel.choices()
        if choices is not None and self._usual_kind is not None:
            # A range that was for a few people is not the one for everybody.
            choices = replace(choices, kind=self._usual_kind)
        if choices is not None:
            remember_choices(self._settings, choices)

    def _show_state(self) -> None:
        """Make words and buttons fit what is there now."""
        super()._show_state()
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
            if isinstance(self.prepared, PreparedFold):
                pages = self.tr("1 sheet") if count == 1 else self.tr("{n} sheets").format(n=count)
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
        side.addWidget(self.missing)
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
