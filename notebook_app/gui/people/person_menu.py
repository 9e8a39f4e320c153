"""What can be done with one person, or with several at once: the menus and the Delete key."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from notebook_app.gui.conversations.forms import show_log_form
from notebook_app.gui.follow_ups.forms import show_plan_form
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.together import Together

if TYPE_CHECKING:
    from notebook_app.gui.many.many_acts import ManyActs


class PersonMenu(QObject):
    """Forms open over the window of ``owner``."""

    def __init__(self, desk: Desk, owner: QWidget, edit: Callable[[], object]) -> None:
        """Take the desk, whose window it is, and what edits the person who is shown."""
        super().__init__(owner)
        self._desk = desk
        self._owner = owner
        self._edit = edit

    def open_at(self, at: QPoint, contact_ids: Sequence[int]) -> QMenu:
        """Open the menu for one or several people at a place on the screen, and return it."""
        menu = QMenu(self._owner)
        menu.aboutToHide.connect(menu.deleteLater)
        if len(contact_ids) > 1:
            self.acts_on(contact_ids).fill_menu(menu)
        elif contact_ids:
            self.fill(menu, contact_ids[0])
        menu.popup(at)
        return menu

    def fill(self, menu: QMenu, contact_id: int) -> None:
        """Put in what can be done with one person."""
        menu.clear()
        desk, owner, tr = self._desk, self._owner, self._owner.tr
        _add(menu, tr("Edit\tF2"), self._edit)
        _add(
            menu,
            tr("Log a conversation…"),
            lambda: show_log_form(desk, owner, contact_ids=[contact_id]),
        )
        _add(
            menu,
            tr("Plan a follow-up…"),
            lambda: show_plan_form(desk, owner, contact_id=contact_id),
        )
        if desk.offers(Act.BRIEFING):
            _add(
                menu,
                tr("Before you meet…\tCtrl+B"),
                lambda: desk.ask(Act.BRIEFING, [contact_id]),
            )
        self._add_ladder(menu, contact_id)
        _add(menu, tr("A favour…"), lambda: self._favour(contact_id))
        self._add_not_now(menu, contact_id)
        _add(menu, tr("Let it rest"), lambda: self.let_rest([contact_id]))
        menu.addSeparator()
        if desk.offers(Act.SHOW_CODE):
            _add(menu, tr("QR code…"), lambda: desk.ask(Act.SHOW_CODE, contact_id))
        if desk.offers(Act.EXPORT):
            _add(menu, tr("Export as vCard…"), lambda: desk.ask(Act.EXPORT, contact_id))
        if desk.offers(Act.SEND):
            _add(menu, tr("Send to phone…"), lambda: desk.ask(Act.SEND, contact_id))
        if desk.offers(Act.PRINT_PEOPLE):
            _add(menu, tr("Print sheet…"), lambda: desk.ask(Act.PRINT_PEOPLE, [contact_id]))
        if desk.offers(Act.PRINT_LABELS):
            _add(
                menu,
                tr("Label, envelope or card…"),
                lambda: desk.ask(Act.PRINT_LABELS, [contact_id]),
            )
        menu.addSeparator()
        _add(menu, tr("Delete\tDel"), lambda: self.delete([contact_id]))

    def let_rest(self, contact_ids: Sequence[int]) -> None:
        """Ask for nothing with people until the next conversation."""
        acts = self._acts()
        acts.take(contact_ids, Together(len(contact_ids)))
        acts.let_rest()

    def _add_ladder(self, menu: QMenu, contact_id: int) -> None:
        from notebook_app.gui.follow_ups.ladder_menu import fill_ladder_menu

        part = menu.addMenu(self._owner.tr("After meeting, begin with"))
        fill_ladder_menu(part, self._desk, contact_id)

    def _add_not_now(self, menu: QMenu, contact_id: int) -> None:
        acts = self._acts()
        acts.take([contact_id], Together(1))
        acts.fill_not_now(menu.addMenu(self._owner.tr("Not now")))

    def _favour(self, contact_id: int) -> None:
        from notebook_app.gui.knowing.favour_form import show_favour_form

        show_favour_form(self._desk, self._owner, contact_id=contact_id)

    def delete(self, contact_ids: Sequence[int]) -> None:
        """Put people into the trash."""
        if contact_ids:
            acts = self._acts()
            acts.take(contact_ids, Together(len(contact_ids)))
            acts.delete()

    def acts_on(self, contact_ids: Sequence[int]) -> "ManyActs":
        """Return the acts on several people."""
        acts = self._acts()
        acts.take(contact_ids, self._desk.notebook.many.together(contact_ids, 0))
        return acts

    def _acts(self) -> "ManyActs":
        # Loaded when first needed: the list is painted sooner.
        from notebook_app.gui.many.many_acts import ManyActs

        return ManyActs(self._desk, self._owner)


def _add(menu: QMenu, words: str, act: Callable[[], object]) -> None:
    menu.addAction(words).triggered.connect(lambda _checked=False: act())
