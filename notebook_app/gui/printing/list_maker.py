"""Makes the list that the print dialog shows: off the window's thread, for the latest choice."""

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from notebook_app.gui.frame.background_work import BackgroundWork
from notebook_app.gui.printing.fold_prepared import prepare_fold
from notebook_app.gui.printing.prepared_list import PreparedList, prepare_document, prepare_list
from notebook_app.gui.printing.print_choices import PrintChoices
from notebook_app.storage.notebook import Notebook

_SETTLE_MS: Final = 120


class ListMaker(QObject):
    """One list at a time; a choice that comes meanwhile gives up the one being made.

    Signals:
        made: the ``PreparedList`` of the latest choice.
        failed: what came in the way, mostly a ``UserProblem``.
        progressed: done and total, while it lasts.
    """

    made = Signal(object)
    failed = Signal(object)
    progressed = Signal(object, object)

    def __init__(
        self,
        notebook: Notebook,
        locale: QLocale,
        parent: QObject | None = None,
        *,
        only: Collection[int] | None = None,
    ) -> None:
        """Take the notebook to gather from, the locale whose words to use, and whom to keep to."""
        super().__init__(parent)
        self._only = only
        self._notebook = notebook
        self._locale = locale
        self._choices: PrintChoices | None = None
        self._work: BackgroundWork[PreparedList] | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._begin)

    @property
    def busy(self) -> bool:
        """Whether a list is being made, or about to be."""
        return self._work is not None or self._settle.isActive()

    def make(self, choices: PrintChoices | None) -> None:
        """Make the list of ``choices`` as soon as no other choice follows; None: give up."""
        self._choices = choices
        self._settle.stop()
        if self._work is not None:
            self._work.cancel()
        elif choices is not None:
            self._settle.start()

    def stop(self) -> None:
        """Give up whatever is being made, and wait until it is given up."""
        self.make(None)
        if self._work is not None:
            self._work.wait(10)

    def _begin(self) -> None:
        notebook, locale, choices, only = self._notebook, self._locale, self._choices, self._only
        if choices is None:
            return
        plan = prepare_fold if choices.fold else prepare_document
        work = BackgroundWork(
            lambda progress: prepare_list(
                notebook, choices, locale, progress, only=only, plan=plan
            ),
            notebook.connection,
            self.tr("Laying out the list"),
            writes=False,
            parent=self,
        )
        self._work = work
        work.progressed.connect(lambda done, total, _text: self.progressed.emit(done, total))
        work.done.connect(lambda prepared: self._came(choices, prepared))
        work.failed.connect(lambda trouble: self._came(choices, trouble))
        work.cancelled.connect(lambda: self._came(choices, None))
        work.start()

    def _came(self, choices: PrintChoices, outcome: PreparedList | BaseException | None) -> None:
        if self._work is not None:
            self._work.deleteLater()
        self._work = None
        if outcome is None or choices is not self._choices:
            self.make(self._choices)
        elif isinstance(outcome, PreparedList):
            self.made.emit(outcome)
        else:
            self.failed.emit(outcome)
