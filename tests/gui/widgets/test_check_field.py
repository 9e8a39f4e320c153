"""The words beside a box to tick: in one line where there is room, else in several."""

from pytestqt.qtbot import QtBot

from notebook_app.gui.theme import Theme
from notebook_app.gui.widgets.check_field import CheckField

_WORDS = "Their &follow-ups too, for the phone's calendar"


def _last_ink(field: CheckField, theme: Theme) -> tuple[int, int]:
    """Return how far right and down the words reach."""
    picture = field.grab().toImage()
    ground = picture.pixel(picture.width() - 1, 0)
    start = theme.em(2)
    ink = [
        (x, y)
        for x in range(start, picture.width())
        for y in range(picture.height())
        if picture.pixel(x, y) != ground
    ]
    return max(x for x, _y in ink), max(y for _x, y in ink)


def test_words_wrap_where_they_may_and_must(qtbot: QtBot, theme: Theme) -> None:
    field = CheckField(_WORDS, wrap=True)
    qtbot.addWidget(field)
    whole = field.sizeHint()
    assert field.heightForWidth(whole.width()) == whole.height()
    narrow = whole.width() * 2 // 3
    assert field.minimumSizeHint().width() < narrow
    field.resize(narrow, field.heightForWidth(narrow))
    assert field.height() > whole.height()
    right, bottom = _last_ink(field, theme)
    assert right < narrow - 1
    assert whole.height() // 2 + theme.em(0.6) < bottom < field.height() - 1


def test_words_stay_in_one_line_else(qtbot: QtBot) -> None:
    field = CheckField(_WORDS)
    qtbot.addWidget(field)
    assert not field.hasHeightForWidth()
    assert field.minimumSizeHint() == field.sizeHint()
