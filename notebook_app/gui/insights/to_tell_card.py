"""Who never heard of a service and has no follow-up for it: a key puts them on the list."""

from collections.abc import Sequence
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
        self._lines: list[_Line] = []
        self.body.addWidget(SectionHeading(self.tr("Tell them about it")))
        self._column = QVBoxLayout()
        self._column.setSpacing(SMALL)
        self.body.addLayout(self._column)
        self.hide()

    @property
    def buttons(self) -> list[PlainButton]:
        """The buttons of the lines that are shown."""
        return [line.button for line in self._lines if not line.isHidden()]

    def show_services(self, services: Sequence[ServiceCount], after: QWidget) -> None:
        """Show those of which somebody is to be told; Tab comes here ``after`` another widget."""
        waiting = [each for each in services if each.to_tell]
        for _ in waiting[len(self._lines) :]:
            line = _Line()
            line.wanted.connect(self.wanted)
            self._lines.append(line)
            self._column.addWidget(line)
        for line, service in zip(self._lines, waiting, strict=False):
            line.show_service(service)
        for at, line in enumerate(self._lines):
            line.setVisible(at < len(waiting))
            QWidget.setTabOrder(after, line.button)
            after = line.button
        self.setVisible(bool(waiting))


class _Line(QWidget):
    """One service, kept for the next reading: to make all lines anew would hold the window."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._service: ServiceCount | None = None
        self._words = PlainLabel("", wrap=True)
        self.button = PlainButton("", lambda: self.wanted.emit(self._service))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)

    def show_service(self, service: ServiceCount) -> None:
        """Show another service, or other figures of the same."""
        self._service = service
        number = self.locale().toString
        name = " ".join(service.name[:_LONGEST].split())
        one = self.tr("{service}: 1 client never heard of it, and nothing is planned")
        many = self.tr("{service}: {n} clients never heard of it, and nothing is planned")
        words = one if service.to_tell == 1 else many
        self._words.setText(words.format(service=name, n=number(service.to_tell)))
        act = self.tr("Put on my follow-up list")
        some = service.to_tell > MOST_AT_ONCE
        if some:
            act = self.tr("Put {n} of them on my follow-up list").format(n=number(MOST_AT_ONCE))
        self.button.setText(act)
        self.button.setAccessibleName(f"{name}: {act}")
        told = self.tr("Those you spoke to last first; the others follow then")
        self.button.setToolTip(told if some else "")
