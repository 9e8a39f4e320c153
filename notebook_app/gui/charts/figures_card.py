"""A panel with figures that no picture would make clearer: their table, and the rule below it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from notebook_app.gui.charts.figures_table import FiguresTable
from notebook_app.gui.theme import SMALL, TextRole, Tone
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading


class FiguresCard(Card):
    """``opened`` carries the key of a line. The card hides itself while there is none."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty one."""
        super().__init__(parent=parent)
        self.heading = SectionHeading("", wrap=True)
        self.table = FiguresTable()
        self.table.opened.connect(self.opened)
        self.copy_button = LinkButton(self.tr("Copy"), self.table.copy)
        self.rule = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self.heading, 1)
        head.addWidget(self.copy_button)
        self.body.addLayout(head)
        self.body.addWidget(self.table)
        self.body.addWidget(self.rule)
        self.hide()

    def show_figures(
        self,
        title: str,
        header: Sequence[str],
        rows: Sequence[Sequence[str]],
        keys: Sequence[object],
        rule: str = "",
        *,
        total: bool = False,
    ) -> None:
        """Show other figures; ``keys`` are what ``opened`` carries for each line, or None.

        With ``total`` the last line is the sum of those above.
        """
        self.heading.setText(title)
        self.table.show_rows(title, header, rows, keys, total=total)
        self.rule.setText(rule)
        self.rule.setVisible(bool(rule))
        self.setVisible(bool(rows))
