"""A panel with a chart: its title, the same figures as a table, and ways to take them along."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from notebook_app.gui.charts.bar_chart import BarChart
from notebook_app.gui.charts.chart import Chart
from notebook_app.gui.charts.chart_data import ChartData, TreeData
from notebook_app.gui.charts.figures_clipboard import copy_figures
from notebook_app.gui.charts.figures_table import FiguresTable
from notebook_app.gui.charts.line_chart import LineChart
from notebook_app.gui.charts.tree_chart import TreeChart
from notebook_app.gui.theme import SMALL
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.labels import SectionHeading


class ChartCard(Card):
    """A chart under its title. ``opened`` carries the key of what was clicked or entered.

    The card hides itself while there is nothing to show.
    """

    opened = Signal(object)

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        """Take the chart; ``show_data`` of the card hands it its figures."""
        super().__init__(parent=parent)
        self.chart = chart
        self._data: ChartData | TreeData = ChartData("", "", (), ())
        self.heading = SectionHeading("", wrap=True)
        self.table_button = LinkButton(self.tr("As a table"), self.toggle_table)
        self.copy_button = LinkButton(self.tr("Copy"), self._ask_what_to_copy)
        self.table = FiguresTable()
        self.table.hide()
        self.table.opened.connect(self.opened)
        chart.opened.connect(self.opened)
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self.heading, 1)
        head.addWidget(self.table_button)
        head.addWidget(self.copy_button)
        self.body.addLayout(head)
        self.body.addWidget(chart)
        self.body.addWidget(self.table)
        self.hide()

    def show_data(self, data: ChartData | TreeData) -> None:
        """Show other figures, in the chart and in the table."""
        self._data = data
        self.heading.setText(data.title)
        if isinstance(data, TreeData):
            assert isinstance(self.chart, TreeChart)
            self.chart.show_data(data)
        else:
            assert isinstance(self.chart, BarChart | LineChart)
            self.chart.show_data(data)
        self._fill_table()
        self.setVisible(self.chart.count() > 0)

    def toggle_table(self) -> None:
        """Show the table instead of the picture, or the picture again."""
        tabled = self.table.isHidden()
        focused = self.chart.hasFocus() or self.table.hasFocus()
        self.table.setVisible(tabled)
        self.chart.setVisible(not tabled)
        self._fill_table()
        self.table_button.setText(self.tr("As a picture") if tabled else self.tr("As a table"))
        if focused:
            (self.table if tabled else self.chart).setFocus()

    def copy_picture(self) -> None:
        """Put the chart on the clipboard as it is seen, on the ground of the card."""
        picture = self.chart.grab().toImage()
        QGuiApplication.clipboard().setImage(picture)

    def copy_table(self) -> None:
        """Put the figures on the clipboard, as text with tabs and as CSV."""
        copy_figures(self._data.header(), self._data.rows())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy."""
        self._offer(event.globalPos())

    def _ask_what_to_copy(self) -> None:
        self._offer(self.copy_button.mapToGlobal(QPoint(0, self.copy_button.height())))

    def _offer(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy as a picture"), self.copy_picture)
        menu.addAction(self.tr("Copy as a table (CSV)"), self.copy_table)
        menu.popup(where)

    def _fill_table(self) -> None:
        """Fill the table if it is shown; else it would cost time for nobody."""
        if not self.table.isHidden():
            data = self._data
            total = isinstance(data, ChartData) and bool(data.total)
            keys = list(data.keys())
            self.table.show_rows(data.title, data.header(), list(data.rows()), keys, total=total)
