"""One view of the Insights: it reads in a thread, and shows what was read in the window."""

from collections.abc import Iterator
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import MEDIUM
from notebook_app.model.changes import Changed
from notebook_app.model.past_periods import Period
from notebook_app.reports.document import Document


class InsightView(QWidget):
    """A column of cards. ``again`` asks for the view to be read anew, as for another grouping.

    Subclasses say on which kinds of changes their figures hang, ``read`` them (off the window's
    thread; no widgets there), and show them: by ``show_result``, or by ``pieces``.
    """

    again = Signal()

    key: ClassVar[str] = ""
    """Short, for what is remembered over a restart."""

    hangs_on: ClassVar[tuple[Changed, ...]] = (
        Changed.CONTACT,
        Changed.CONVERSATION,
        Changed.EVENT,
        Changed.OPPORTUNITY,
        Changed.SETTING,
    )

    takes_period: ClassVar[bool] = True
    """Whether the figures are about a time that can be chosen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is read yet."""
        super().__init__(parent)
        self.desk = desk
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(MEDIUM)

    @staticmethod
    def title() -> str:
        """Return the words on the view's pill."""
        raise NotImplementedError

    def read(self, period: Period, progress: Progress) -> object:
        """Return what is to be shown; called in a thread that has a connection of its own.

        Long readings report between their parts, so that they end soon when nobody waits.
        """
        raise NotImplementedError

    def show_result(self, result: object) -> None:
        """Show what ``read`` returned, all of it at once."""
        for _ in self.pieces(result):
            pass

    def pieces(self, result: object) -> Iterator[None]:
        """Show what ``read`` returned piece by piece, each of them within a frame.

        A view that is shown in one go has ``show_result`` alone.
        """
        self.show_result(result)
        yield

    def document(self, result: object) -> Document:
        """Return what ``read`` returned as it goes on paper."""
        raise NotImplementedError


def insight_words(text: str) -> str:
    """Translate words of the Insights that stand outside of a widget."""
    return QCoreApplication.translate("Insights", text)
