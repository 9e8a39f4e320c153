"""A card is drawn once and shown again as a picture, until it shows something else."""

from dataclasses import replace
from decimal import Decimal

from PySide6.QtGui import QImage

from notebook_app.model.opportunity import OpportunityState
from notebook_app.services.save_opportunity import update_opportunity
from notebook_app.services.undo import undo_last
from tests.gui.opportunities.conftest import Board


def _seen(board: Board) -> QImage:
    return board.page.columns.columns[OpportunityState.OPEN].view.grab().toImage()


def test_a_card_follows_what_it_shows(board: Board) -> None:
    before = _seen(board)
    assert _seen(board) == before
    changed = replace(board.draft(board.sign), value=Decimal(9999))
    board.page.refresh(update_opportunity(board.notebook, board.sign, changed))
    assert _seen(board) != before
    board.page.refresh(undo_last(board.notebook))
    assert _seen(board) == before


def test_a_card_follows_the_selection(board: Board) -> None:
    view = board.page.columns.columns[OpportunityState.OPEN].view
    view.select_line(0)
    before = _seen(board)
    view.select_line(1)
    assert _seen(board) != before
    view.select_line(0)
    assert _seen(board) == before
