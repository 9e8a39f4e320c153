"""The card of a follow-up on Today."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QWidget

from notebook_app.gui.follow_ups.due_words import due_kind, due_words
from notebook_app.gui.follow_ups.forms import later_menu, show_complete_form, show_plan_form
from notebook_app.gui.follow_ups.kind_words import kind_name
from notebook_app.gui.follow_ups.reason_words import reason_words
from notebook_app.gui.follow_ups.stored_photo import photo_loader
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import Tone
from notebook_app.gui.today.person_card import PersonCard
from notebook_app.gui.widgets.badge import Badge
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.labels import ElidedLabel
from notebook_app.model.follow_up import NoteState
from notebook_app.model.rows import FollowUpRow

if TYPE_CHECKING:
    from notebook_app.gui.today.opener_line import OpenerLine
    from notebook_app.model.opener import Opener


class FollowUpCard(PersonCard):
    """Who, what, by when and why, with ``Later ▾`` and ``Done…``."""

    def __init__(self, desk: Desk, row: FollowUpRow, parent: QWidget | None = None) -> None:
        """Take the follow-up to show."""
        super().__init__(desk, parent)
        self.row_shown = row
        self._shown_on: date | None = None
        self.opener: OpenerLine | None = None
        self.kind = ElidedLabel()
        self.due = Badge()
        self.head.addWidget(self.kind)
        self.head.addWidget(self.due)
        self.head.addStretch(1)
        self.later_button = PlainButton(self.tr("Later") + " ▾", self.open_later)
        self.later_button.setToolTip(self.tr("Another day, or not at all (L)"))
        self.done_button = PlainButton(self.tr("Done…"), self.open_done)
        self.done_button.setToolTip(
            self.tr("Write down what happened, and plan what comes next (D)")
        )
        self.add_button(self.later_button)
        self.add_button(self.done_button)
        self.clicked.connect(self._open_person)
        self.listen(
            {
                Qt.Key.Key_D: self.open_done,
                Qt.Key.Key_L: self.open_later,
                Qt.Key.Key_E: self.edit,
                Qt.Key.Key_C: self._copy_opener,
                Qt.Key.Key_W: self._write_opener,
            }
        )
        self.show_row(row)

    def show_row(self, row: FollowUpRow) -> None:
        """Show ``row``, unless it is shown already."""
        today = self.desk.clock.today()
        if row == self.row_shown and today == self._shown_on:
            return
        self.row_shown, self._shown_on = row, today
        due = due_words(row.due, row.at, today, self.locale())
        reason = reason_words(row, today, self.locale())
        self.avatar.show_stored(row.contact_name, row.photo_id, photo_loader(self.desk.notebook))
        self.show_name(row.contact_name)
        self.kind.setText(self._kind_words(row))
        self.due.show_badge(due, due_kind(row.due, today))
        self.second.setText(reason)
        self.show_remembered(row.remembered)
        self.second.set_tone(Tone.MUTED)
        self.setAccessibleName(", ".join((row.contact_name, self._kind_words(row), due)))
        self.setAccessibleDescription(
            self.tr("{reason}. Enter opens the person, D done, L later, E edit.").format(
                reason=reason
            )
        )
        for button, words in (
            (self.later_button, self.tr("Later: {name}")),
            (self.done_button, self.tr("Done: {name}")),
        ):
            button.setAccessibleName(words.format(name=row.contact_name))

    def _kind_words(self, row: FollowUpRow) -> str:
        name = kind_name(row.kind)
        if row.note_state is NoteState.STAMPED:
            name = self.tr("{kind}, stamped").format(kind=name)
        if row.promised:
            return self.tr("{kind}, promised").format(kind=name)
        return name

    def show_opener(self, opener: "Opener | None") -> None:
        """Show what to begin with, where one has ten quiet minutes for it; None hides it."""
        if opener is not None and self.opener is None:
            # Loaded with the first one: the page is painted sooner.
            from notebook_app.gui.today.opener_line import OpenerLine

            self.opener = OpenerLine(self.desk)
            self.add_line(self.opener)
        if self.opener is not None:
            self.opener.setVisible(opener is not None)
            if opener is not None:
                self.opener.show_opener(opener, self.row_shown)

    def open_done(self) -> None:
        """Ask what happened."""
        show_complete_form(self.desk, self, self.row_shown.id)

    def open_later(self) -> None:
        """Offer other days."""
        self._popup(self.later_button.mapToGlobal(QPoint(0, self.later_button.height())))

    def edit(self) -> None:
        """Change what is planned."""
        show_plan_form(self.desk, self, follow_up_id=self.row_shown.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer other days under the pointer."""
        self._popup(event.globalPos())

    def _popup(self, place: QPoint) -> None:
        menu = later_menu(self.desk, self.row_shown.id, self.later_button)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _copy_opener(self) -> None:
        if self.opener is not None and self.opener.isVisible():
            self.opener.copy()

    def _write_opener(self) -> None:
        if self.opener is not None and self.opener.isVisible():
            self.opener.write()

    def _open_person(self) -> None:
        self.desk.open_contact(self.row_shown.contact_id)
