"""The charts: walked through, opened, spoken, mirrored, and taken along as picture and table."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from notebook_app.gui.charts.bar_chart import BarChart
from notebook_app.gui.charts.chart_card import ChartCard
from notebook_app.gui.charts.chart_data import ChartData, ChartItem, TreeData, TreeItem
from notebook_app.gui.charts.figures_model import TOTAL_ROLE
from notebook_app.gui.charts.line_chart import LineChart, round_step
from notebook_app.gui.charts.series import draw_part, series_pen
from notebook_app.gui.charts.tree_chart import TreeChart
from notebook_app.gui.theme import theme_of

SOURCES = ChartData(
    "Where work came from",
    "Source",
    ("won", "lost"),
    (
        ChartItem("Direct referral", (9, 3), ("9", "3"), "12", "direct"),
        ChartItem("Self referral", (0, 4), ("0", "4"), "4", "self"),
        ChartItem("=HYPERLINK(1)", (0, 0), ("0", "0"), "0"),
    ),
)
TREE = TreeData(
    "Who brought whom",
    "Person",
    ("value",),
    (
        TreeItem(
            "Ann", ("€9",), 1, (TreeItem("Bob", ("€5",), 2, (TreeItem("Carla", ("€5",), 3),)),)
        ),
        TreeItem("Zoe", ("",), 4),
    ),
)


def shown(qtbot: QtBot, chart: BarChart | LineChart | TreeChart) -> ChartCard:
    """A card with a chart, in a window of its own."""
    card = ChartCard(chart)
    qtbot.addWidget(card)
    card.resize(500, 400)
    card.show_data(TREE if isinstance(chart, TreeChart) else SOURCES)
    card.show()
    qtbot.waitExposed(card)
    return card


def reach(picture: QImage, colour: QColor) -> tuple[int, int]:
    """From where to where pixels have nearly a colour, across the whole picture."""
    found = [
        x
        for y in range(picture.height())
        for x in range(picture.width())
        if abs(picture.pixelColor(x, y).hslHue() - colour.hslHue()) < 4
        and abs(picture.pixelColor(x, y).lightness() - colour.lightness()) < 40
    ]
    return min(found), max(found)


def test_bars_are_as_long_as_their_figures(qtbot: QtBot) -> None:
    """Nine of one colour and three of another stand in that proportion, one behind the other."""
    chart = BarChart()
    shown(qtbot, chart)
    image = chart.grab(chart.place(0).toRect()).toImage()
    theme = theme_of()
    won, lost = (reach(image, theme.color(token)) for token in ("accent", "amber"))
    assert abs((won[1] - won[0]) / (lost[1] - lost[0]) - 9 / 3) < 0.1
    assert won[1] < lost[0]


def test_series_are_told_apart_without_colours(qtbot: QtBot) -> None:
    """In grey too, no two fillings and no two dashes look alike."""
    theme = theme_of()
    fillings, pens = set(), set()
    for series in range(4):
        picture = QImage(40, 20, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        draw_part(painter, theme, QRectF(0, 0, 40, 20), series)
        painter.end()
        inside = picture.copy(5, 5, 30, 10).convertToFormat(QImage.Format.Format_Mono)
        fillings.add(bytes(inside.constBits()))
        pens.add(series_pen(theme, series).style())
    assert len(fillings) == 4
    assert len(pens) == 4


def test_keys_walk_and_open_and_are_spoken(qtbot: QtBot) -> None:
    """Enter opens what the keys are on; an item with nothing behind it opens nothing."""
    chart = BarChart()
    card = shown(qtbot, chart)
    opened: list[object] = []
    card.opened.connect(opened.append)
    chart.setFocus()
    assert chart.accessibleName() == "Where work came from. Direct referral: won 9, lost 3"
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert chart.accessibleName() == "Where work came from. Self referral: won 0, lost 4"
    QTest.keyClick(chart, Qt.Key.Key_Return)
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    QTest.keyClick(chart, Qt.Key.Key_Down)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    QTest.keyClick(chart, Qt.Key.Key_Space)
    assert opened == ["self", "direct"]


def test_a_click_opens_what_it_is_on(qtbot: QtBot) -> None:
    """Between label and end of the line."""
    chart = LineChart()
    card = shown(qtbot, chart)
    with qtbot.waitSignal(card.opened) as opened:
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.place(1).center().toPoint())
    assert opened.args == ["self"]
    assert chart.current == 1


def test_the_tree_says_through_whom(qtbot: QtBot) -> None:
    """Everybody stands below whoever brought them."""
    chart = TreeChart()
    shown(qtbot, chart)
    assert [chart.spoken(at) for at in range(chart.count())] == [
        "Ann: value €9",
        "Bob: value €5, through Ann",
        "Carla: value €5, through Bob",
        "Zoe",
    ]
    assert [line.goes_on for line in TREE.lines()] == [
        (True,),
        (True, False),
        (True, False, False),
        (False,),
    ]


def test_a_chain_of_thousands_is_drawn(qtbot: QtBot) -> None:
    """However long somebody's chain is, it is no reason to fall over."""
    root = TreeItem("0", ("",))
    for at in range(1, 5000):
        root = TreeItem(str(at), ("",), children=(root,))
    chart = TreeChart()
    card = shown(qtbot, chart)
    card.show_data(TreeData("Long", "Person", ("value",), (root,)))
    assert chart.count() == 5000
    chart.grab(chart.rect().adjusted(0, 0, 0, 300 - chart.height()))


def test_the_window_turned_round_turns_the_bars(qtbot: QtBot) -> None:
    """They grow from the right."""
    chart = BarChart()
    shown(qtbot, chart)
    before = chart.grab().toImage()
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    after = chart.grab().toImage()
    accent = theme_of().color("accent").name()

    y = chart.place(0).center().toPoint().y()

    def drawn(picture: QImage) -> list[int]:
        places = range(picture.width())
        return [x for x in places if picture.pixelColor(QPoint(x, y)).name() == accent]

    assert abs(drawn(before)[0] - (chart.width() - 1 - drawn(after)[-1])) <= 1
    assert drawn(before) != drawn(after)


def test_the_same_figures_stand_in_the_table(qtbot: QtBot) -> None:
    """Shown instead of the picture; Enter on a row opens the same."""
    card = shown(qtbot, BarChart())
    opened: list[object] = []
    card.opened.connect(opened.append)
    card.toggle_table()
    assert card.table.isVisible()
    assert not card.chart.isVisible()
    model = card.table.model()
    cells = [[model.index(row, column).data() for column in range(3)] for row in range(3)]
    assert cells == [list(row) for row in SOURCES.rows()]
    card.table.setFocus()
    QTest.keyClick(card.table, Qt.Key.Key_Down)
    QTest.keyClick(card.table, Qt.Key.Key_Return)
    QTest.keyClick(card.table, Qt.Key.Key_Down)
    QTest.keyClick(card.table, Qt.Key.Key_Return)
    assert opened == ["self"]
    line = card.table.visualRect(card.table.model().index(0, 2)).center()
    QTest.mouseClick(card.table.viewport(), Qt.MouseButton.LeftButton, pos=line)
    assert opened == ["self", "direct"]


def test_the_sum_below_a_table_leads_to_all(qtbot: QtBot) -> None:
    """It is the last line, set apart, and opened like the others."""
    card = shown(qtbot, BarChart())
    opened: list[object] = []
    card.opened.connect(opened.append)
    card.show_data(replace(SOURCES, total=("All", "9", "7"), total_key="all"))
    card.toggle_table()
    figures = card.table.figures
    last = figures.index(figures.rowCount() - 1, 0)
    assert last.data() == "All"
    assert last.data(TOTAL_ROLE)
    card.table.setFocus()
    QTest.keyClick(card.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(card.table, Qt.Key.Key_Space)
    assert opened == ["all"]


def test_many_items_are_all_in_the_table_but_not_in_the_picture(qtbot: QtBot) -> None:
    """Nor does the table make anything of lines that nobody looks at."""
    card = shown(qtbot, BarChart())
    items = tuple(ChartItem(str(at), (at,), (str(at),)) for at in range(5000))
    card.show_data(ChartData("Many", "Number", ("how many",), items, drawn=12))
    assert card.chart.count() == 12
    assert card.table.figures.rowCount() == 0
    card.toggle_table()
    assert card.table.figures.rowCount() == 5000
    assert card.table.height() < 400


def test_a_screen_reader_is_told_name_place_and_way(qtbot: QtBot) -> None:
    """By the interface that it asks, and anew with each step."""
    chart = BarChart()
    shown(qtbot, chart)
    chart.setFocus()
    asked = QAccessible.queryAccessibleInterface(chart)
    assert asked is not None
    name, description = QAccessible.Text.Name, QAccessible.Text.Description
    assert asked.text(name) == "Where work came from. Direct referral: won 9, lost 3"
    assert asked.text(description).startswith("1 of 3.")
    assert "Enter" in asked.text(description)
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert asked.text(name).endswith("=HYPERLINK(1): won 0, lost 0")
    assert asked.text(description) == "3 of 3. The arrow keys go from one to the next."
    assert asked.state().focusable


def test_both_can_be_copied(qtbot: QtBot) -> None:
    """As a picture, and as a table in which no cell is a formula."""
    card = shown(qtbot, BarChart())
    clipboard = QGuiApplication.clipboard()
    card.copy_picture()
    assert clipboard.image().width() == card.chart.width() * card.chart.devicePixelRatio()
    card.copy_table()
    carried = bytes(clipboard.mimeData().data("text/csv").data()).decode()
    assert carried.splitlines()[0] == "Source,won,lost"
    assert carried.splitlines()[3] == "'=HYPERLINK(1),0,0"
    assert clipboard.text().splitlines()[1] == "Direct referral\t9\t3"
    clipboard.clear()


def test_nothing_is_shown_for_no_figures(qtbot: QtBot) -> None:
    """The card is not there; nor does a lone zero break the scale."""
    card = shown(qtbot, LineChart())
    card.show_data(ChartData("Empty", "Month", ("new",), ()))
    assert not card.isVisible()
    card.show_data(ChartData("One", "Month", ("new",), (ChartItem("May", (0,), ("0",)),)))
    assert card.isVisible()
    card.grab()


def test_the_scale_has_round_steps() -> None:
    """Four or five of them, never less than one apart."""
    assert [round_step(most, 4) for most in (0, 3, 4, 9, 17, 41, 1000, 12345)] == [
        1,
        1,
        1,
        5,
        5,
        20,
        500,
        5000,
    ]
