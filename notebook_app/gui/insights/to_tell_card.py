"""Who never heard of a service and has no follow-up for it: a key puts them on the list."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.theme import SMALL
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading
from notebook_app.model.insights.services_report import ServiceCount

MOST_AT_ONCE: Final = 20
"""More follow-ups on one day are no plan; the others follow once these are done."""

_LONGEST: Final = 80


class ToTellCard(Card):
    """A line for each such service; ``wanted`` carries the ``ServiceCount``.

    The card hides itself while there is none.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty one."""
        super().__init__(parent=parent)
        self.buttons: list[PlainButton] = []
        self.body.addWidget(SectionHeading(self.tr("Tell them about it")))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SMALL)
        self.body.addLayout(self._lines)
        self.hide()

    def show_services(self, services: Sequence[ServiceCount], after: QWidget) -> None:
        """Show those of which somebody is to be told; Tab comes here ``after`` another widget."""
        self.buttons = []
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        waiting = [each for each in services if each.to_tell]
        for service in waiting:
            self._lines.addWidget(self._line(service))
        self.setVisible(bool(waiting))
        for button in self.buttons:
            QWidget.setTabOrder(after, button)
            after = button

    def _line(self, service: ServiceCount) -> QWidget:
        line, number = QWidget(), self.locale().toString
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        name = " ".join(service.name[:_LONGEST].split())
        one = self.tr("{service}: 1 client never heard of it, and nothing is planned")
        many = self.tr("{service}: {n} clients never heard of it, and nothing is planned")
        words = one if service.to_tell == 1 else many
        label = words.format(service=name, n=number(service.to_tell))
        row.addWidget(PlainLabel(label, wrap=True), 1)
        act = self.tr("Put on my follow-up list")
        if service.to_tell > MOST_AT_ONCE:
            act = self.tr("Put {n} of them on my follow-up list").format(n=number(MOST_AT_ONCE))
        button = PlainButton(act, partial(self.wanted.emit, service))
        button.setAccessibleName(f"{name}: {act}")
        if service.to_tell > MOST_AT_ONCE:
            button.setToolTip(self.tr("Those you spoke to last first; the others follow then"))
        self.buttons.append(button)
        row.addWidget(button)
        return line
