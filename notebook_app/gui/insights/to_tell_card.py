"""Who never heard of a service and has no follow-up for it: a key puts them on the list."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.theme import SMALL, theme_of
from notebook_app.gui.widgets.buttons import LinkButton, PlainButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading
from notebook_app.model.insights.services_report import ServiceCount

MOST_AT_ONCE: Final = 20
"""More follow-ups on one day are no plan; the others follow once these are done."""

_LONGEST: Final = 80
_NARROW_EMS: Final = 40


class ToTellCard(Card):
    """A line for each such service; the card hides itself while there is none.

    Signals:
        wanted: the ``ServiceCount`` whose people are to be put on the follow-up list.
        who_wanted: the ``ServiceCount`` whose people are to be seen.
    """

    wanted = Signal(object)
    who_wanted = Signal(object)

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

    @property
    def who_buttons(self) -> list[LinkButton]:
        """The links of these lines to their people."""
        return [line.who for line in self._lines if not line.isHidden()]

    def show_services(self, services: Sequence[ServiceCount], after: QWidget) -> None:
        """Show those of which somebody is to be told; Tab comes here ``after`` another widget."""
        waiting = [each for each in services if each.to_tell]
        for _ in waiting[len(self._lines) :]:
            line = _Line()
            line.wanted.connect(self.wanted)
            line.who_wanted.connect(self.who_wanted)
            self._lines.append(line)
            self._column.addWidget(line)
        for line, service in zip(self._lines, waiting, strict=False):
            line.show_service(service)
        for at, line in enumerate(self._lines):
            line.setVisible(at < len(waiting))
            QWidget.setTabOrder(after, line.who)
            QWidget.setTabOrder(line.who, line.button)
            after = line.button
        self.setVisible(bool(waiting))


class _Line(QWidget):
    """One service, kept for the next reading: to make all lines anew would hold the window.

    Where letters are large, its keys stand below its words.
    """

    wanted = Signal(object)
    who_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._service: ServiceCount | None = None
        self._words = PlainLabel("", wrap=True)
        self.who = LinkButton(self.tr("Who?"), lambda: self.who_wanted.emit(self._service))
        self.button = PlainButton("", lambda: self.wanted.emit(self._service))
        keys = FlowLayout(across=SMALL)
        keys.addWidget(self.who)
        keys.addWidget(self.button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SMALL)
        self._row.addWidget(self._words, 1)
        self._row.addLayout(keys)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the keys below the words where there is little room."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        narrow = self.width() < theme_of(self).em(_NARROW_EMS)
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

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
        self.who.setAccessibleName(self.tr("{service}: who are they?").format(service=name))
        told = self.tr("Those you spoke to last first; the others follow then")
        self.button.setToolTip(told if some else "")
