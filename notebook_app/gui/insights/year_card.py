"""One list of a year: its lines, how many more there are, and a way to turn to its people."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from notebook_app.gui.charts.figures_table import MOST_SEEN, FiguresTable
from notebook_app.gui.insights.year_lines import YearList
from notebook_app.gui.theme import TextRole, Tone
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading

_LONGEST: Final = 120
_HEAD_LINES: Final = 3
"""As high as so many lines is what a card has besides its own."""


class YearCard(Card):
    """Kept for another year's list: to make all cards anew would hold the window.

    Signals:
        opened: what a line leads to.
        all_wanted: the list is to be shown to its end.
        meeting_wanted: the people to plan a follow-up with.
    """

    opened = Signal(object)
    all_wanted = Signal()
    meeting_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty one."""
        super().__init__(parent=parent)
        self._to_meet: tuple[int, ...] = ()
        self.heading = SectionHeading("")
        self.table = FiguresTable()
        self.table.horizontalHeader().hide()
        self.table.opened.connect(self.opened)
        self.more = LinkButton("", self.all_wanted.emit)
        self.not_shown = PlainLabel("", TextRole.SMALL, Tone.MUTED)
        self.meet = LinkButton(
            self.tr("Plan a follow-up with them…"),
            lambda: self.meeting_wanted.emit(self._to_meet),
        )
        self.body.addWidget(self.heading)
        self.body.addWidget(self.table)
        self.body.addWidget(self.not_shown)
        for link in (self.more, self.meet):
            self.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def links(self) -> list[LinkButton]:
        """Those that are shown."""
        return [link for link in (self.more, self.meet) if not link.isHidden()]

    def show_list(self, of: YearList, *, may_grow: bool) -> None:
        """Show another list; where it ``may_grow`` the rest of it can be asked for."""
        self._to_meet = of.to_meet
        self.heading.setText(of.title)
        rows = [(" ".join(words[:_LONGEST].split()), beside) for words, beside, _ in of.lines]
        self.table.show_rows(of.title, ("", ""), rows, [leads_to for _, _, leads_to in of.lines])
        count = self.locale().toString(of.more)
        self.more.setText(self.tr("and {n} more").format(n=count))
        self.more.setVisible(of.more > 0 and may_grow)
        self.not_shown.setText(self.tr("{n} more are not shown").format(n=count))
        self.not_shown.setVisible(of.more > 0 and not may_grow)
        self.meet.setVisible(bool(of.to_meet))
        for link in (self.more, self.meet):
            link.setAccessibleName(f"{of.title}: {link.text()}")


def lines_of(of: YearList) -> int:
    """Return how high a card with a list is, in lines."""
    return _HEAD_LINES + min(len(of.lines), MOST_SEEN) + (of.more > 0)
