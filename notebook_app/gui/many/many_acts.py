"""What can be done with several people: the same acts for the panel, the menus and the keys."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from notebook_app.foundation.progress import Progress
from notebook_app.gui.conversations.forms import show_log_form
from notebook_app.gui.follow_ups.forms import show_plan_form
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.contact_words import cadence_words, role_words, stage_badge
from notebook_app.gui.widgets.buttons import without_key
from notebook_app.model.changes import ChangeSet
from notebook_app.model.contact import Cadence, CadenceUnit, Role, Stage
from notebook_app.model.together import Together
from notebook_app.services.change_many import (
    add_role,
    add_tag,
    described,
    remove_role,
    remove_tag,
    set_cadence,
    set_stage,
)
from notebook_app.services.let_rest import let_rest
from notebook_app.services.save_contact import delete_contacts
from notebook_app.services.snooze_contacts import snooze_contacts

RHYTHMS: Final = (
    Cadence(1, CadenceUnit.WEEKS),
    Cadence(2, CadenceUnit.WEEKS),
    Cadence(1, CadenceUnit.MONTHS),
    Cadence(6, CadenceUnit.WEEKS),
    Cadence(3, CadenceUnit.MONTHS),
    Cadence(6, CadenceUnit.MONTHS),
    Cadence(12, CadenceUnit.MONTHS),
)

Write = Callable[[Progress | None], ChangeSet]


class ManyActs(QObject):
    """For the people that ``take`` names; forms open over the window of ``owner``."""

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        """Take the desk, and whose window the forms open over."""
        super().__init__(owner)
        self._desk = desk
        self._owner = owner
        self.contact_ids: Sequence[int] = ()
        self.together = Together(0)

    def take(self, contact_ids: Sequence[int], together: Together) -> None:
        """Be about these people from now on."""
        self.contact_ids = tuple(contact_ids)
        self.together = together

    def who(self) -> str:
        """Return the names of a few, or how many they are."""
        return described(self._desk.notebook, self.contact_ids)

    def ask_for_tag(self) -> None:
        """Ask for a tag and put it on all of them."""
        from notebook_app.gui.many.questions import TagQuestion

        TagQuestion(self._desk, self._owner, self.who(), self.add_tag).open()

    def add_tag(self, name: str) -> None:
        """Put a tag on all of them."""
        notebook, ids = self._desk.notebook, self.contact_ids
        self._write(lambda progress: add_tag(notebook, ids, name, progress))

    def remove_tag(self, tag_id: int) -> None:
        """Take a tag off all of them."""
        notebook, ids = self._desk.notebook, self.contact_ids
        self._write(lambda progress: remove_tag(notebook, ids, tag_id, progress))

    def toggle_role(self, role: Role) -> None:
        """Give a role to those who lack it; if nobody does, take it from all."""
        notebook, ids = self._desk.notebook, self.contact_ids
        all_have_it = self.together.roles.get(role, 0) >= len(ids)
        change = remove_role if all_have_it else add_role
        self._write(lambda progress: change(notebook, ids, role, progress))

    def set_stage(self, stage: Stage | None) -> None:
        """Say how well one knows all of them."""
        notebook, ids = self._desk.notebook, self.contact_ids
        self._write(lambda progress: set_stage(notebook, ids, stage, progress))

    def set_cadence(self, cadence: Cadence | None) -> None:
        """Say how often to be in touch with each of them."""
        notebook, ids = self._desk.notebook, self.contact_ids
        self._write(lambda progress: set_cadence(notebook, ids, cadence, progress))

    def ask_for_rhythm(self) -> None:
        """Ask for a rhythm that is not in the menu."""
        from notebook_app.gui.many.questions import RhythmQuestion

        RhythmQuestion(self._desk, self._owner, self.who(), self.set_cadence).open()

    def plan(self) -> None:
        """Plan the same follow-up with each of them."""
        show_plan_form(self._desk, self._owner, contact_ids=self.contact_ids)

    def log(self) -> None:
        """Write down one conversation in which all of them were."""
        show_log_form(self._desk, self._owner, contact_ids=self.contact_ids)

    def let_rest(self) -> None:
        """Ask for nothing with all of them until the next conversation."""
        notebook, ids = self._desk.notebook, self.contact_ids
        self._write(lambda progress: let_rest(notebook, ids, progress))

    def snooze(self, until: date) -> None:
        """Ask for all of them again on a day, not before, unless they speak earlier."""
        notebook, ids = self._desk.notebook, self.contact_ids
        self._write(lambda progress: snooze_contacts(notebook, ids, until, progress))

    def brief(self) -> None:
        """Show what to know before meeting them."""
        self._desk.ask(Act.BRIEFING, self.contact_ids)

    def delete(self) -> None:
        """Put all of them into the trash, and offer to look there."""
        notebook, ids = self._desk.notebook, self.contact_ids
        self._desk.write_many(
            len(ids),
            lambda progress: delete_contacts(notebook, ids, progress),
            self.tr("Deleting {who}").format(who=self.who()),
            self._offer_trash,
        )

    def _offer_trash(self) -> None:
        if self._desk.offers(Act.TRASH):
            self._desk.more_offered.emit(self.tr("Trash"), Act.TRASH)

    def fill_remove_tag(self, menu: QMenu) -> None:
        """Fill a menu with the tags that at least one of them has."""
        menu.clear()
        for tag in self.together.tags:
            words = f"{without_key(tag.name[:60])}   ({tag.count})"
            _add(menu, words, partial(self.remove_tag, tag.id))

    def fill_role(self, menu: QMenu) -> None:
        """Fill a menu with the roles; ticked are those that all of them have."""
        menu.clear()
        for role in Role:
            count = self.together.roles.get(role, 0)
            some = f"   ({count})" if 0 < count < self.together.count else ""
            action = _add(
                menu,
                f"{role_words(role)}{some}",
                partial(self.toggle_role, role),
            )
            action.setCheckable(True)
            action.setChecked(count == self.together.count)

    def fill_stage(self, menu: QMenu) -> None:
        """Fill a menu with the stages; ticked is the one that all of them have."""
        menu.clear()
        for stage in (*Stage, None):
            words = self.tr("Not said") if stage is None else stage_badge(stage)
            action = _add(
                menu,
                words,
                partial(self.set_stage, stage),
            )
            action.setCheckable(True)
            action.setChecked(self.together.stages.get(stage, 0) == self.together.count)

    def fill_rhythm(self, menu: QMenu) -> None:
        """Fill a menu with rhythms of keeping in touch."""
        menu.clear()
        for cadence in (*RHYTHMS, None):
            words = self.tr("No rhythm of their own")
            if cadence is not None:
                words = cadence_words(cadence)
            action = _add(
                menu,
                words,
                partial(self.set_cadence, cadence),
            )
            action.setCheckable(True)
            action.setChecked(self.together.cadences.get(cadence, 0) == self.together.count)
        menu.addSeparator()
        _add(menu, self.tr("Another rhythm…"), self.ask_for_rhythm)

    def fill_not_now(self, menu: QMenu) -> None:
        """Fill a menu with the days until which one may put them off."""
        # Loaded when it is first needed: the list is painted sooner.
        from notebook_app.gui.follow_ups.not_now_lines import fill_not_now

        menu.clear()
        fill_not_now(menu, self._desk.clock.today(), self._owner, self.snooze)

    def further(self) -> list[tuple[str, Callable[[], object]]]:
        """Return the acts that others offer: (words, what it does)."""
        desk, ids = self._desk, self.contact_ids
        offered: list[tuple[str, Callable[[], object]]] = []
        if desk.offers(Act.BRIEFING):
            offered.append((self.tr("Before you meet…"), self.brief))
        if desk.offers(Act.EXPORT):
            offered.append((self.tr("Export…"), lambda: desk.ask(Act.EXPORT, *ids)))
        if desk.offers(Act.SEND):
            offered.append((self.tr("Send to phone…"), lambda: desk.ask(Act.SEND, *ids)))
        if desk.offers(Act.PRINT):
            offered.append((self.tr("Print follow-ups…"), lambda: desk.ask(Act.PRINT, ids)))
        if desk.offers(Act.PRINT_PEOPLE):
            offered.append((self.tr("Print people…"), lambda: desk.ask(Act.PRINT_PEOPLE, ids)))
        if desk.offers(Act.PRINT_LABELS):
            offered.append((self.tr("Labels, envelopes…"), lambda: desk.ask(Act.PRINT_LABELS, ids)))
        if desk.offers(Act.MERGE):
            offered.append((self.tr("Merge…"), lambda: desk.ask(Act.MERGE, ids)))
        return offered

    def fill_menu(self, menu: QMenu) -> None:
        """Fill the context menu."""
        _add(menu, self.tr("Log a conversation with all…"), self.log)
        _add(menu, self.tr("Plan a follow-up with each…"), self.plan)
        menu.addSeparator()
        _add(menu, self.tr("Add a tag…"), self.ask_for_tag)
        parts: list[tuple[str, Callable[[QMenu], None]]] = [
            (self.tr("Role"), self.fill_role),
            (self.tr("How well we know them"), self.fill_stage),
            (self.tr("Keep in touch"), self.fill_rhythm),
        ]
        if self.together.tags:
            parts.insert(0, (self.tr("Remove a tag"), self.fill_remove_tag))
        for words, fill in parts:
            fill(menu.addMenu(words))
        self.fill_not_now(menu.addMenu(self.tr("Not now")))
        _add(menu, self.tr("Let it rest"), self.let_rest)
        menu.addSeparator()
        for words, act in self.further():
            _add(menu, words, act)
        menu.addSeparator()
        words = self.tr("Delete {count} people").format(count=f"{len(self.contact_ids):,}")
        _add(menu, f"{words}\t{self.tr('Del')}", self.delete)

    def _write(self, write: Write) -> None:
        title = self.tr("Changing {who}").format(who=self.who())
        self._desk.write_many(len(self.contact_ids), write, title)


def _add(menu: QMenu, words: str, act: Callable[[], object]) -> QAction:
    action = menu.addAction(words)
    action.triggered.connect(lambda _checked=False: act())
    return action
