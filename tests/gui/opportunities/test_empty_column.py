"""A column without cards says so at its top, beside columns that are full."""

from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.opportunities.state_column import StateColumn
from notebook_app.model.opportunity import OpportunityState
from notebook_app.model.opportunity_rows import OpportunityFilter


def test_the_heading_stands_at_the_top_whether_there_are_cards_or_not(
    desk: Desk, qtbot: QtBot
) -> None:
    """And the words about nothing right below it."""
    column = StateColumn(desk, OpportunityState.LOST)
    qtbot.addWidget(column)
    column.resize(300, 600)
    column.show()
    column.read(OpportunityFilter())
    qtbot.waitUntil(column.nothing.isVisible)
    qtbot.waitUntil(lambda: column.nothing.y() > 0)
    assert column.heading.y() < 20
    assert column.nothing.y() < 80
