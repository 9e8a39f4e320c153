"""Somebody who says on their own page how they are related; the link can be taken away here too."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.value_line import ValueLine
from notebook_app.gui.theme import TIGHT
from notebook_app.model.changes import ChangeSet
from notebook_app.model.relations import RelationRow


@dataclass(frozen=True, slots=True)
class RelationActs:
    """What can be done with those who are linked with a contact.

    ``take_away`` gets the contact and the link; ``find_people`` shows whom a query finds, and is
    None where there is no list to show them in.
    """

    open_contact: Callable[[int], object]
    take_away: Callable[[int, RelationRow], object]
    find_people: Callable[[str], object] | None


def relation_acts(desk: Desk) -> RelationActs:
    """Return the acts that go through a desk."""

    def take_away(contact_id: int, row: RelationRow) -> None:
        def write() -> ChangeSet | None:
            # Loaded when it is first needed: most pages are only read.
            from notebook_app.services.unrelate_contacts import unrelate_contacts

            if row.contact_id is None:
                return None
            return unrelate_contacts(desk.notebook, contact_id, row.contact_id, row.label)

        desk.perform(write)

    def find(query: str) -> None:
        desk.ask(Act.FIND, query)

    return RelationActs(desk.open_contact, take_away, find if desk.offers(Act.FIND) else None)


class RelatedLine(ValueLine):
    """Enter and a click show them, Del takes the link away."""

    def __init__(
        self,
        contact_id: int,
        row: RelationRow,
        acts: RelationActs,
        parent: QWidget | None = None,
    ) -> None:
        """Take whose page it is, the link, and what can be done with it."""
        other = row.contact_id
        opens = None if other is None else (lambda: acts.open_contact(other))
        shown = f"{row.name} — {row.label}" if row.label else row.name
        related = QCoreApplication.translate("RelatedLine", "Related")
        super().__init__(shown, related, opens, parent)
        self._contact_id = contact_id
        self._row = row
        self._acts = acts

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the link away."""
        if event.key() == Qt.Key.Key_Delete:
            self._take_away()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer all of it."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        other = self._row.contact_id
        offered: list[tuple[str, Callable[[], object]]] = [
            (self.tr("Copy"), self.copy),
            (self.tr("Take out") + "\t" + self.tr("Del"), self._take_away),
        ]
        if other is not None:
            show = self.tr("Show") + "\t" + self.tr("Enter")
            offered.insert(0, (show, lambda: self._acts.open_contact(other)))
        for words, act in offered:
            menu.addAction(words).triggered.connect(lambda _on=False, do=act: do())
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.mapToGlobal(QPoint(TIGHT, self.height()))
        menu.popup(at)

    def _take_away(self) -> None:
        self._acts.take_away(self._contact_id, self._row)
