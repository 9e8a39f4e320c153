"""What every dialog does that shows pages as they will be on paper: saves them, and prints them."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.background_work import BackgroundWork
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.printing import printer
from notebook_app.gui.printing.page_preview import PagePreview
from notebook_app.gui.printing.paper import find_paper
from notebook_app.gui.printing.prepared_list import PreparedList
from notebook_app.gui.theme import TextRole, Tone
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.labels import PlainLabel


class PagesDialog(QDialog):
    """``prepared`` is what the preview shows, None while it is being made.

    Subclasses lay out what is here, make the pages, and say how their file is called.
    """

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        *,
        prints_first: bool,
        has_printer: Callable[[], bool] = printer.there_is_a_printer,
    ) -> None:
        """Take the desk and who asked.

        With ``prints_first`` printing is the primary act wherever there is a printer, else saving.
        """
        super().__init__(parent)
        self._desk = desk
        self.prepared: PreparedList | None = None
        self._saving: BackgroundWork[int] | None = None
        self._has_printer = has_printer()
        self.preview = PagePreview()
        self.trouble = PlainLabel("", tone=Tone.DANGER, wrap=True)
        self.trouble.hide()
        self.missing = PlainLabel("", TextRole.SMALL, Tone.AMBER, wrap=True)
        self.missing.hide()
        prints = prints_first and self._has_printer
        save, send = (PlainButton, PrimaryButton) if prints else (PrimaryButton, PlainButton)
        self.save_button: PlainButton = save(self.tr("&Save as…"), self.choose_file)
        self.print_button: PlainButton = send(self.tr("Pr&int…"), self.print_pages)
        self.close_button = PlainButton(self.tr("&Close"), self.reject)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self.print_pages)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.choose_file)

    def choose_file(self) -> None:
        """Ask where to save the pages, and in what form, and save them."""
        if not self._has_pages():
            return
        forms = self._forms()
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents))
        name, kind = QFileDialog.getSaveFileName(
            self,
            self.tr("Save as"),
            str(folder / f"{self._file_name()}.pdf"),
            ";;".join(f"{words} (*{ending})" for words, ending in forms),
        )
        if name:
            path = Path(name)
            chosen = next((ending for _, ending in forms if ending in kind), ".pdf")
            self.save_to(path if path.suffix else path.with_suffix(chosen))

    def _forms(self) -> list[tuple[str, str]]:
        """Return the forms that pages can be saved in: their words, and how their files end."""
        pdf = [(self.tr("PDF"), ".pdf")]
        texts = [(self.tr("Web page"), ".html"), (self.tr("Plain text"), ".txt")]
        return [*pdf, *texts] if self._has_texts() else pdf

    def _has_texts(self) -> bool:
        """Return whether the pages can be saved without pages: for a screen, or to be sent."""
        return self.prepared is not None

    def save_to(self, path: Path) -> None:
        """Write the PDF off the window's thread, then close and say so."""
        if not self._has_pages() or self._saving is not None:
            return
        self.trouble.hide()
        work = BackgroundWork(
            self._writing(path),
            self._desk.notebook.connection,
            self.tr("Saving {file}").format(file=path.name),
            writes=False,
            parent=self,
        )
        self._saving = work
        work.progressed.connect(lambda done, total, _text: self._progressed(done, total))
        work.done.connect(lambda pages: self._used(self._saved_words(path, pages)))
        work.failed.connect(self._failed)
        work.cancelled.connect(lambda: self._tell(self.tr("Stopped. No file was written.")))
        work.ended.connect(self._saving_ended)
        self._progressed(0, 0)
        self._show_state()
        work.start()

    def print_pages(self) -> None:
        """Ask for the printer, and print."""
        if not self._has_pages() or not self._has_printer:
            return
        try:
            pages = self._send_to_printer()
        except UserProblem as problem:
            self._failed(problem)
            return
        if pages:
            self._used(self.tr("Sent to the printer."))

    def done(self, result: int) -> None:
        """Stop what still runs, and close."""
        if self._saving is not None:
            self._saving.cancel()
            self._saving.wait(10)
        super().done(result)

    def _file_name(self) -> str:
        """Return what the file is called unless somebody calls it otherwise, without its ending."""
        raise NotImplementedError

    def _has_pages(self) -> bool:
        """Return whether there is anything to save or to print."""
        return self.prepared is not None and bool(self.prepared.pages)

    def _writing(self, path: Path) -> Callable[[Progress], int]:
        """Return what writes the pages of now to a file, off the window's thread."""
        prepared = self.prepared
        assert prepared is not None

        def write(progress: Progress) -> int:
            with self._for_paper(prepared) as final:
                return final.write(path, progress)

        return write

    def _for_paper(self, prepared: PreparedList) -> AbstractContextManager[PreparedList]:
        """Give what goes on paper in the place of what is shown, while it is written or printed.

        It is called on the thread that writes.
        """
        return nullcontext(prepared)

    def _send_to_printer(self) -> int:
        """Ask for the printer and return how many pages went there."""
        assert self.prepared is not None
        return printer.ask_and_print(self.prepared, self, self._for_paper)

    def _saved_words(self, path: Path, _pages: int) -> str:
        """Return what is said once the file is written."""
        return self.tr("Saved {file}.").format(file=path.name)

    def _progressed(self, done: int, total: int) -> None:
        """Show how far the file is, where there is room for that; ``total`` 0: not known."""

    def _used(self, words: str) -> None:
        """Close, now that the pages are in a file or on paper, and say so in the window."""
        self._desk.say(words)
        self.accept()

    def _show(self, prepared: PreparedList) -> None:
        self.prepared = prepared
        self.missing.setText(prepared.missing)
        self.missing.setVisible(bool(prepared.missing))
        if prepared.pages:
            self.preview.show_pages(prepared.painter(), find_paper(prepared.paper))
        else:
            self.preview.show_pages(None)
        self._show_state()

    def _show_state(self) -> None:
        """Make the buttons fit what is there now."""
        ready = self._has_pages() and self._saving is None
        self.save_button.setEnabled(ready)
        self.print_button.setEnabled(ready and self._has_printer)

    def _saving_ended(self) -> None:
        if self._saving is not None:
            self._saving.deleteLater()
        self._saving = None
        self._show_state()

    def _failed(self, trouble: BaseException) -> None:
        if not isinstance(trouble, UserProblem):
            raise trouble
        self._tell(trouble.one_line())
        self._show_state()

    def _tell(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.show()
