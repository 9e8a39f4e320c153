"""Lines with marked words: places as Qt counts them, text as it was written."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from notebook_app.gui.search.marked_line import draw_marked, in_one_line, qt_ranges
from notebook_app.gui.theme import TextRole, Theme
from notebook_app.model.search_marks import MarkedText


def test_marks_are_counted_as_qt_counts() -> None:
    assert qt_ranges("🎉 party 🎉🎉 x", ((2, 5), (11, 1))) == [(3, 5), (14, 1)]
    assert qt_ranges("plain", ((0, 5),)) == [(0, 5)]


def test_a_text_comes_in_one_line_with_its_marks_in_place() -> None:
    text = MarkedText("a\nb\tc\u2028d\u202ee", ((2, 1), (8, 1)))
    assert in_one_line(text) == MarkedText("a b c d e", ((2, 1), (8, 1)))


@pytest.mark.parametrize(
    "text",
    ["", "x", "<b>x</b>", "x" * 100_000, "محمد علي", "👩‍👩‍👧" * 50, "\ud800", "e\u0301" * 400],
)
@pytest.mark.parametrize("width", [0, 1, 30, 500])
def test_any_text_is_drawn_within_its_place(theme: Theme, text: str, width: int) -> None:
    picture = QImage(600, 40, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    painter = QPainter(picture)
    marks = ((0, 1), (max(1, len(text) // 2), 1))
    used = draw_marked(
        painter,
        QRect(20, 5, width, 30),
        MarkedText(text, marks),
        theme,
        role=TextRole.BODY,
        colour="ink",
        from_the_right=False,
    )
    painter.end()
    assert 0 <= used <= width
    for y in range(40):
        for x in (*range(20), *range(20 + width, 600)):
            assert picture.pixel(x, y) & 0xFFFFFF == 0xFFFFFF
