"""What can be done with one person, or with several at once, as a menu."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from notebook_app.gui.conversations.forms import show_log_form
from notebook_app.gui.follow_ups.forms import show_plan_form
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk


def fill_person_menu(
    menu: QMenu,
    desk: Desk,
    owner: QWidget,
    contact_ids: Sequence[int],
    *,
    edit: Callable[[], object],
    delete: Callable[[], object],
) -> None:
    """Put in what can be done with ``contact_ids``; forms open over the window of ``owner``."""
    one = len(contact_ids) == 1
    tr = owner.tr
    if one:
        _add(menu, tr("Edit\tF2"), edit)
    _add(
        menu,
        tr("Log a conversation…"),
        lambda: show_log_form(desk, owner, contact_ids=contact_ids),
    )
    if one:
        _add(
            menu,
            tr("Plan a follow-up…"),
            lambda: show_plan_form(desk, owner, contact_id=contact_ids[0]),
        )
    if desk.offers(Act.EXPORT):
        menu.addSeparator()
        _add(menu, tr("Export as vCard…"), lambda: desk.ask(Act.EXPORT, *contact_ids))
    menu.addSeparator()
    words = tr("Delete") if one else tr("Delete {count} people").format(count=len(contact_ids))
    _add(menu, f"{words}\t{tr('Del')}", delete)


def _add(menu: QMenu, words: str, act: Callable[[], object]) -> None:
    menu.addAction(words).triggered.connect(lambda _checked=False: act())
