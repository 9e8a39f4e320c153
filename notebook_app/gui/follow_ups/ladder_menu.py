"""The part of a person's menu that says where their ladder begins, or that there is none."""

from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from notebook_app.gui.follow_ups.proposal_words import beginning_words
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.ladder import OFF, Rung
from notebook_app.services.propose_follow_ups import choose_ladder

CHOICES = ("", *(rung.value for rung in Rung if rung is not Rung.KEEP), OFF)
"""What can be chosen for one person, and as a rule for everybody."""


def fill_ladder_menu(menu: QMenu, desk: Desk, contact_id: int) -> None:
    """Put in the beginnings to choose from, the present one ticked."""
    notebook = desk.notebook
    present = notebook.ladder.own(contact_id)
    group = QActionGroup(menu)
    for ladder in CHOICES:
        words = beginning_words(ladder) if ladder else desk.tr("As usual")
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(ladder == present)
        action.setActionGroup(group)
        choose = partial(choose_ladder, notebook, contact_id, ladder)
        action.triggered.connect(lambda _checked=False, act=choose: desk.perform(act))
