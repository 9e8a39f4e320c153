"""How one entry of a timeline is set, where a font lends letters that are higher than its own."""

from datetime import date

from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from notebook_app.gui.theme import theme_of
from notebook_app.gui.timeline.entry_setting import Look, set_entry
from notebook_app.model.rows import EntryKind, TimelineEntry


def test_what_stands_beside_and_below_a_title_makes_room_for_all_its_letters(qtbot: QtBot) -> None:
    look = Look(theme_of(), QLocale(QLocale.Language.English))
    for title in ("Coffee", "Coffee with Þórður", "李雪梅 咖啡", "قهوة", "ก้อย"):
        entry = TimelineEntry(
            EntryKind.EVENT, 1, date(2026, 11, 20), None, title, "Her son", ("organised",)
        )
        made = set_entry(entry, 600, look)
        (head, at, _ink), *_rest, (_text, below, _colour) = made.texts
        bottom = at.y() + head.boundingRect().height()
        assert below.y() >= bottom - 1, title
        badge = made.badges[0][0]
        middle = at.y() + head.boundingRect().height() / 2
        assert abs(badge.center().y() + 0.5 - middle) <= 1.5, title
