"""A line for somebody at an event: who, how well one knows them now, new or known before."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.people.contact_words import stage_badge
from notebook_app.gui.theme import MEDIUM, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.theme.avatar_painter import PhotoLoader
from notebook_app.gui.widgets.avatar import Avatar
from notebook_app.gui.widgets.buttons import PlainButton, QuietButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.labels import ElidedLabel
from notebook_app.model.event import Presence
from notebook_app.model.event_rows import EventPerson

_LONGEST = 300


class PersonLine(Card):
    """Enter or a click opens the person; N says new or known, Delete takes them off.

    ``presence_wanted`` carries a ``Presence``; ``step_wanted`` +1 or -1 for Down and Up.
    """

    presence_wanted = Signal(object)
    take_off_wanted = Signal()
    step_wanted = Signal(int)

    def __init__(
        self,
        person: EventPerson,
        photos: PhotoLoader,
        *,
        was_there: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Take who it is, what reads photos, and whether the event has happened."""
        super().__init__(clickable=True, parent=parent)
        self.person = person
        self._was_there = was_there
        avatar = Avatar(2.2)
        avatar.show_stored(person.name, person.photo_id, photos)
        name = ElidedLabel(person.name[:_LONGEST], TextRole.STRONG)
        name.setMinimumWidth(min(name.sizeHint().width(), theme_of(self).em(4)))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(name)
        about = (
            "" if person.stage is None else stage_badge(person.stage),
            person.organization[:_LONGEST],
        )
        second = " · ".join(part for part in about if part)
        if second:
            lines.addWidget(ElidedLabel(second, TextRole.SMALL, Tone.MUTED))
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(avatar)
        row.addLayout(lines, 1)
        for button in self._buttons():
            row.addWidget(button)
        self.body.setContentsMargins(MEDIUM, SMALL - 2, SMALL, SMALL - 2)
        self.body.addLayout(row)
        self.setAccessibleName(f"{person.name}, {self._said()}")
        self.setAccessibleDescription(
            self.tr("Enter opens the person, Delete takes them off the event.")
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, take off, say new or known."""
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self.step_wanted.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Delete:
                self.take_off_wanted.emit()
            case Qt.Key.Key_N if self._was_there and self.hasFocus():
                self.presence_wanted.emit(self._other())
            case _:
                super().keyPressEvent(event)

    def _other(self) -> Presence:
        return Presence.SEEN if self.person.presence is Presence.MET else Presence.MET

    def _said(self) -> str:
        return {
            Presence.MET: self.tr("new"),
            Presence.SEEN: self.tr("known before"),
            Presence.EXPECTED: self.tr("expected"),
        }[self.person.presence]

    def _buttons(self) -> list[PlainButton]:
        name = self.person.name[:_LONGEST]
        buttons: list[PlainButton] = []
        if self.person.presence is Presence.EXPECTED and self._was_there:
            for words, presence in (
                (self.tr("Met, new"), Presence.MET),
                (self.tr("Saw again"), Presence.SEEN),
            ):
                buttons.append(
                    QuietButton(
                        words,
                        f"{name}: {words}",
                        partial(self.presence_wanted.emit, presence),
                    )
                )
        elif self._was_there:
            buttons.append(
                QuietButton(
                    self._said(),
                    self.tr("{name}: new or known before (N)").format(name=name),
                    lambda: self.presence_wanted.emit(self._other()),
                )
            )
        take_off = self.tr("Take {name} off the event (Del)").format(name=name)
        buttons.append(QuietButton("✕", take_off, self.take_off_wanted.emit))
        return buttons
