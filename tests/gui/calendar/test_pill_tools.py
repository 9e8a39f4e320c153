"""What of a name and a time stands in a narrow pill."""

import pytest

from notebook_app.gui.calendar.entry_look import EntryLook
from notebook_app.gui.calendar.pill_tools import PillTools
from notebook_app.gui.theme import Theme
from notebook_app.gui.widgets.badge import BadgeKind
from notebook_app.model.follow_up import FollowUpKind


def _look(words: str, time: str = "", *, late: bool = False) -> EntryLook:
    return EntryLook(BadgeKind.BLUE, FollowUpKind.CALL, words, time, late)


@pytest.mark.parametrize(
    ("look", "room_for", "shown"),
    [
        (_look("David Lindqvist", "10:00"), "David Lindqvist 10:00", "David Lindqvist 10:00"),
        (_look("David Lindqvist", "10:00"), "David 10:00", "David 10:00"),
        (_look("David Lindqvist", "10:00"), "David", "David"),
        (_look("Grace Holt", late=True), "Grace (late)", "Grace (late)"),
        (_look("Grace Holt", late=True), "Grace !", "Grace !"),
        (_look("Zoë van der Berg"), "Zoë van der", "Zoë"),
        (_look("محمد عبد الرحمن"), "محمد", "محمد"),
    ],
)
def test_whole_words_are_kept_and_the_time_gives_way(
    theme: Theme, look: EntryLook, room_for: str, shown: str
) -> None:
    tools = PillTools(theme, 1.0)
    room = tools.metrics.horizontalAdvance(room_for) + 2
    assert tools.fitting(look, room) == shown


def test_a_word_too_long_is_cut_and_stays_marked_as_late(theme: Theme) -> None:
    tools = PillTools(theme, 1.0)
    cut = tools.fitting(_look("Hohenstaufen-Schwarzenberg", late=True), 60)
    assert cut.startswith("H")
    assert cut.endswith("…!")
    assert tools.metrics.horizontalAdvance(cut) <= 60
