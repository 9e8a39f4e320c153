"""What to tell whom: services of which existing clients never heard."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.reason_words import one_line
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import SMALL, TIGHT, TextRole
from notebook_app.gui.today.more_button import MoreButton
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading
from notebook_app.model.offering import UntoldService
from notebook_app.model.rows import ContactChoice

_NAMED = 3
_MORE_AT_ONCE = 20


class ToldService(QWidget):
    """A service, who never heard of it, and a key to put them on the follow-up list."""

    def __init__(self, desk: Desk, service: UntoldService, parent: QWidget | None = None) -> None:
        """Take the service."""
        super().__init__(parent)
        self._desk = desk
        self._service = service
        count = self.locale().toString(service.count)
        words = self.tr("{service} — 1 client has never heard of it")
        if service.count > 1:
            words = self.tr("{service} — {count} clients have never heard of it")
        label = words.format(service=one_line(service.name)[:80], count=count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(PlainLabel(label, TextRole.SMALL, wrap=True))
        people = QWidget()
        self._flow = FlowLayout(people, across=2, down=2)
        self._named: list[int] = []
        self.chips: list[Chip] = []
        self.more_button = MoreButton(one_line(service.name)[:80], self.show_more)
        column.addWidget(people)
        self.plan_button = LinkButton("", self.plan)
        self._add_people(service.people[:_NAMED])
        self.plan_button.setToolTip(
            self.tr("Plan for tomorrow to tell them about it (T); the others follow afterwards")
        )
        column.addWidget(self.plan_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_more(self) -> None:
        """Name more of them, and go to the first of these."""
        first, service = len(self.chips), self._service
        self._add_people(self._desk.notebook.overview.untold_people(service, first, _MORE_AT_ONCE))
        if first < len(self.chips):
            self.chips[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def plan(self) -> None:
        """Put those who are named on the follow-up list."""
        # Loaded when it is first needed: the page is painted sooner.
        from notebook_app.services.plan_to_tell import plan_to_tell

        service, notebook = self._service, self._desk.notebook
        ids = list(self._named)
        note = self.tr("Tell them about {service}").format(service=service.name)
        self._desk.perform(lambda: plan_to_tell(notebook, ids, note))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take T anywhere inside."""
        if event.key() == Qt.Key.Key_T and not event.modifiers():
            self.plan()
            return
        super().keyPressEvent(event)

    def _add_people(self, people: Sequence[ContactChoice]) -> None:
        self._flow.removeWidget(self.more_button)
        before: QWidget | None = self.chips[-1] if self.chips else None
        for person in people:
            chip = Chip(one_line(person.name)[:40], checkable=False)
            chip.clicked.connect(partial(self._desk.open_contact, person.id))
            self._named.append(person.id)
            self.chips.append(chip)
            self._flow.addWidget(chip)
            chip.show()
            if before is not None:
                QWidget.setTabOrder(before, chip)
            before = chip
        self._flow.addWidget(self.more_button)
        # Whoever was told meanwhile is no longer among those to come.
        more = self._service.count - len(self.chips) if people else 0
        self.more_button.show_count(more)
        if before is not None:
            QWidget.setTabOrder(before, self.more_button)
        words = self._plan_words()
        self.plan_button.setText(words)
        self.plan_button.setAccessibleName(words)

    def _plan_words(self) -> str:
        if len(self.chips) == 1:
            return self.tr("Put on my follow-up list")
        if self._service.count <= len(self.chips):
            return self.tr("Put them on my follow-up list")
        count = self.locale().toString(len(self.chips))
        return self.tr("Put these {count} on my follow-up list").format(count=count)


class TellCard(Card):
    """Hidden while every client knows of everything."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is shown yet."""
        super().__init__(parent=parent)
        self._desk = desk
        self._shown: Sequence[UntoldService] = ()
        self.services: list[ToldService] = []
        self.body.setSpacing(SMALL)
        self.body.addWidget(SectionHeading(self.tr("Tell them about it")))
        self.hide()

    def show_services(self, services: Sequence[UntoldService]) -> None:
        """Show which services clients never heard of."""
        self.setVisible(bool(services))
        if services == self._shown:
            return
        self._shown = services
        for shown in self.services:
            self.body.removeWidget(shown)
            shown.hide()
            shown.deleteLater()
        self.services = [ToldService(self._desk, service) for service in services]
        for shown in self.services:
            self.body.addWidget(shown)
            shown.show()
