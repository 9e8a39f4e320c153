"""What to do next with a contact: the nearest follow-up in a panel, the others in a line each."""

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.due_words import due_kind, due_words
from notebook_app.gui.follow_ups.forms import later_menu, show_complete_form, show_plan_form
from notebook_app.gui.follow_ups.kind_words import kind_name
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import SMALL, TIGHT, TextRole, Tone, theme_of
from notebook_app.gui.widgets.badge import Badge
from notebook_app.gui.widgets.buttons import LinkButton, PlainButton, PrimaryButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.labels import ElidedLabel, PlainLabel, SectionHeading
from notebook_app.gui.widgets.lay_out_now import lay_out_now
from notebook_app.model.rows import FollowUpRow
from notebook_app.services.plan_follow_up import reschedule_follow_up

if TYPE_CHECKING:
    from notebook_app.gui.follow_ups.proposal_panel import ProposalPanel

_NARROW_EMS = 34
_PROPOSED_AFTER_MS = 40
_LONGEST_NOTE = 600


class NextFollowUp(QWidget):
    """Shows the open follow-ups of one contact, or offers to plan the first.

    Where nothing is planned with somebody newly met, or on the ladder, the next act is proposed.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is shown yet."""
        super().__init__(parent)
        self._desk = desk
        self._contact_id: int | None = None
        self._rows: list[FollowUpRow] = []
        self.kind = SectionHeading()
        self.badge = Badge()
        self.note = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True, selectable=True)
        self.remembered = ElidedLabel("", TextRole.SMALL)
        self.tomorrow = PlainButton(self.tr("Tomorrow"), self._to_tomorrow)
        self.later = PlainButton(self.tr("Later ▾"), self._open_later)
        self.later.setAccessibleName(self.tr("Later"))
        self.done = PrimaryButton(self.tr("Done…"), self._complete)
        self.panel = Card(highlighted=True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(SMALL + 2)
        self._row.addLayout(self._words(), 1)
        self._row.addLayout(self._buttons())
        self.panel.body.addLayout(self._row)
        self._others = QVBoxLayout()
        self._others.setSpacing(TIGHT)
        self._plan_first = LinkButton(self.tr("Plan a follow-up…"), self._plan)
        self.proposal: ProposalPanel | None = None
        # What proposes is loaded once the first contact is painted.
        self._proposing = QTimer(self)
        self._proposing.setSingleShot(True)
        self._proposing.setInterval(_PROPOSED_AFTER_MS)
        self._proposing.timeout.connect(self._propose_late)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT + 2)
        column.addWidget(self.panel)
        column.addLayout(self._others)
        column.addWidget(self._plan_first)
        self.panel.hide()

    def show_contact(self, contact_id: int, rows: list[FollowUpRow]) -> None:
        """Show the open follow-ups of a contact, the earliest first."""
        if (contact_id, rows) == (self._contact_id, self._rows):
            self._show_due()
            self._propose_soon()
            return
        self._contact_id, self._rows = contact_id, rows
        self.panel.setVisible(bool(rows))
        self._plan_first.setVisible(not rows)
        self._show_due()
        self._propose_soon()
        self._show_others()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where there is no room beside them."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Return no width: else the words and buttons side by side would never be too wide."""
        return QSize(0, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        margins = self.panel.body.contentsMargins()
        beside = margins.left() + margins.right() + self._row.spacing()
        for number in range(self._row.count()):
            item = self._row.itemAt(number)
            beside += item.minimumSize().width() if item is not None else 0
        narrow = self.width() < max(theme_of(self).em(_NARROW_EMS), beside)
        below = QBoxLayout.Direction.TopToBottom
        self._row.setDirection(below if narrow else QBoxLayout.Direction.LeftToRight)

    def hideEvent(self, event: QHideEvent) -> None:
        """Look up nothing for nobody: the notebook may be closed next."""
        super().hideEvent(event)
        self._proposing.stop()

    def _propose_soon(self) -> None:
        if self.proposal is None:
            self._proposing.start()
        else:
            self._propose()

    def _propose_late(self) -> None:
        self._propose()
        lay_out_now()  # it makes room for itself in what is painted already

    def _propose(self) -> None:
        """Show what is proposed, or nothing; at once where it was shown before."""
        from notebook_app.services.propose_follow_ups import proposal_for

        found = None
        if not self._rows and self._contact_id is not None:
            found = proposal_for(self._desk.notebook, self._contact_id)
        if self.proposal is None and found is not None:
            from notebook_app.gui.follow_ups.proposal_panel import ProposalPanel

            self.proposal = ProposalPanel(self._desk)
            column = self.layout()
            if isinstance(column, QVBoxLayout):
                column.insertWidget(0, self.proposal)
        if self.proposal is not None:
            self.proposal.setVisible(found is not None)
            if found is not None:
                self.proposal.show_proposal(found)
        self._plan_first.setVisible(not self._rows and found is None)

    def _words(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(SMALL - 2)
        head.addWidget(self.kind)
        head.addWidget(self.badge)
        head.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(TIGHT)
        words.addLayout(head)
        words.addWidget(self.note)
        words.addWidget(self.remembered)
        return words

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        for button in (self.tomorrow, self.later, self.done):
            buttons.addWidget(button)
        buttons.addStretch(1)
        return buttons

    def _show_due(self) -> None:
        if not self._rows:
            return
        row = self._rows[0]
        today = self._desk.clock.today()
        self.kind.setText(self._kind_of(row))
        due = due_words(row.due, row.at, today, self.locale())
        self.badge.show_badge(due, due_kind(row.due, today))
        note = row.note.strip()
        self.note.setText(note[:_LONGEST_NOTE] + ("…" if len(note) > _LONGEST_NOTE else ""))
        self.note.setVisible(bool(note))
        remembered = row.remembered[:_LONGEST_NOTE]
        self.remembered.setText(self.tr("Remember: {words}").format(words=remembered))
        self.remembered.setVisible(bool(remembered))
        self.tomorrow.setVisible(row.due <= today)
        self._arrange()

    def _kind_of(self, row: FollowUpRow) -> str:
        kind = kind_name(row.kind)
        return self.tr("{kind}, promised").format(kind=kind) if row.promised else kind

    def _show_others(self) -> None:
        while (item := self._others.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        today = self._desk.clock.today()
        for row in self._rows[1:]:
            due = due_words(row.due, row.at, today, self.locale())
            note = " ".join(row.note[:80].split())
            words = " · ".join(part for part in (due, self._kind_of(row), note) if part)
            link = LinkButton(words, partial(self._edit, row.id))
            link.setToolTip(self.tr("Change this follow-up"))
            self._others.addWidget(link)

    def _to_tomorrow(self) -> None:
        notebook, follow_up_id = self._desk.notebook, self._rows[0].id
        day = self._desk.clock.today() + timedelta(days=1)
        self._desk.perform(lambda: reschedule_follow_up(notebook, follow_up_id, day))

    def _open_later(self) -> None:
        menu = later_menu(self._desk, self._rows[0].id, self.later)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.later.mapToGlobal(QPoint(0, self.later.height())))

    def _complete(self) -> None:
        show_complete_form(self._desk, self, self._rows[0].id)

    def _edit(self, follow_up_id: int) -> None:
        show_plan_form(self._desk, self, follow_up_id=follow_up_id)

    def _plan(self) -> None:
        show_plan_form(self._desk, self, contact_id=self._contact_id)
