"""The forms of follow-ups for the pages, each loaded when it is first opened.

A page is painted sooner without them, and most days only one or two are opened.
"""

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtWidgets import QMenu, QWidget

from notebook_app.gui.frame.desk import Desk


def show_plan_form(
    desk: Desk,
    parent: QWidget | None,
    *,
    contact_id: int | None = None,
    contact_ids: Sequence[int] = (),
    due: date | None = None,
    at: time | None = None,
    minutes: int | None = None,
    follow_up_id: int | None = None,
    from_day: date | None = None,
    note: str = "",
) -> None:
    """Plan a follow-up, the same with each of several, or change the one with ``follow_up_id``.

    ``from_day`` changes it only from one of the days on which it is to come again. A ``note`` is
    written down for a new one, to be changed.
    """
    from notebook_app.gui.follow_ups import plan_form

    plan_form.show_plan_form(
        desk,
        parent,
        contact_id=contact_id,
        contact_ids=contact_ids,
        due=due,
        at=at,
        minutes=minutes,
        follow_up_id=follow_up_id,
        from_day=from_day,
        note=note,
    )


def show_complete_form(desk: Desk, parent: QWidget | None, follow_up_id: int) -> None:
    """Complete a follow-up."""
    from notebook_app.gui.follow_ups import complete_form

    complete_form.show_complete_form(desk, parent, follow_up_id)


def later_menu(desk: Desk, follow_up_id: int, parent: QWidget) -> QMenu:
    """Return the menu that postpones, skips or edits a follow-up."""
    from notebook_app.gui.follow_ups.later_menu import LaterMenu

    return LaterMenu(desk, follow_up_id, parent)
