"""What was painted once is put there again as a picture, until it looks otherwise."""

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook_app.gui.theme import theme_of
from notebook_app.gui.theme.theme import Appearance
from notebook_app.gui.widgets.kept_drawings import KeptDrawings

_AREA = QRect(4, 6, 20, 10)


class _Bench(QObject):
    """Draws one thing into a picture, and counts how often it had to be painted."""

    def __init__(self, most: int = 3, ratio: float = 1.0) -> None:
        super().__init__(QApplication.instance())
        self.painted = 0
        self.drawings = KeptDrawings(theme_of(), most, self)
        self.sheet = QPixmap(round(40 * ratio), round(40 * ratio))
        self.sheet.setDevicePixelRatio(ratio)

    def draw(self, looks: str, area: QRect = _AREA) -> QImage:
        def paint(painter: QPainter, whole: QRect) -> None:
            self.painted += 1
            painter.fillRect(whole.adjusted(1, 1, -1, -1), QColor(looks))

        self.sheet.fill(Qt.GlobalColor.white)
        painter = QPainter(self.sheet)
        self.drawings.draw(painter, area, looks, paint)
        painter.end()
        return self.sheet.toImage()


def test_it_stands_where_it_belongs_on_the_ground_of_the_page(qtbot: QtBot) -> None:
    image = _Bench().draw("red")
    assert image.pixelColor(_AREA.center()) == QColor("red")
    assert image.pixelColor(_AREA.topLeft()) == theme_of().color("page")
    assert image.pixelColor(3, 5) == QColor("white")
    assert image.pixelColor(_AREA.right() + 1, _AREA.bottom() + 1) == QColor("white")


def test_what_looks_the_same_is_painted_once_and_looks_the_same(qtbot: QtBot) -> None:
    bench = _Bench()
    assert bench.draw("red") == bench.draw("red")
    assert bench.painted == 1


def test_another_look_or_size_is_painted_anew(qtbot: QtBot) -> None:
    bench = _Bench()
    bench.draw("red")
    assert bench.draw("blue").pixelColor(_AREA.center()) == QColor("blue")
    bench.draw("blue", _AREA.adjusted(0, 0, 5, 0))
    assert bench.painted == 3


def test_on_a_finer_screen_it_is_as_fine(qtbot: QtBot) -> None:
    image = _Bench(ratio=2.0).draw("red")
    assert image.pixelColor(10, 14) == QColor("red")
    assert image.pixelColor(9, 14) == theme_of().color("page")


def test_the_oldest_goes_when_there_are_too_many(qtbot: QtBot) -> None:
    bench = _Bench(most=2)
    for looks in ("red", "green", "blue", "green", "red"):
        bench.draw(looks)
    assert bench.painted == 4


def test_nothing_is_kept_when_the_theme_changes(qtbot: QtBot) -> None:
    bench, theme = _Bench(), theme_of()
    bench.draw("red")
    before = theme.color("page")
    try:
        theme.set_appearance(Appearance.DARK)
        assert bench.draw("red").pixelColor(_AREA.topLeft()) == theme.color("page") != before
    finally:
        theme.set_appearance(Appearance.LIGHT)
