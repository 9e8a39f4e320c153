"""Today: whom to follow up with, whom one is losing touch with, and what is coming."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.day_watch import DayWatch
from notebook_app.gui.follow_ups.due_words import day_title
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.page import Page, PageState
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, theme_of
from notebook_app.gui.today.coming_column import ComingColumn
from notebook_app.gui.today.empty_today import empty_today
from notebook_app.gui.today.follow_up_section import FollowUpSection
from notebook_app.gui.today.just_met_section import JustMetSection
from notebook_app.gui.today.losing_touch_section import LosingTouchSection
from notebook_app.gui.today.outcomes_section import OutcomesSection
from notebook_app.gui.today.person_card import PersonCard
from notebook_app.gui.today.quiet_day import QuietDay
from notebook_app.gui.today.thanks_section import ThanksSection
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.card import ScrollColumn
from notebook_app.gui.widgets.empty_state import EmptyState
from notebook_app.gui.widgets.first_paint import after_first_paint
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.query.terms import PeopleQuery

if TYPE_CHECKING:
    from notebook_app.gui.today.aside_column import AsideColumn

_SHOWS = (
    Changed.CONTACT,
    Changed.CONVERSATION,
    Changed.FOLLOW_UP,
    Changed.EVENT,
    Changed.FAVOUR,
    Changed.OPPORTUNITY,
    Changed.TAG,
    Changed.SETTING,
    Changed.PRINTED,
)


class TodayPage(Page):
    """The page with the key ``today``."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk."""
        super().__init__(desk, parent)
        self.print_button = PlainButton(self.tr("Print list…"), lambda: desk.ask(Act.PRINT))
        self.log_button = PrimaryButton(self.tr("Log a conversation"), lambda: desk.ask(Act.LOG))
        self.follow_ups = FollowUpSection(desk)
        self.just_met = JustMetSection(desk)
        self.losing_touch = LosingTouchSection(desk)
        self.thanks = ThanksSection(desk)
        self.outcomes = OutcomesSection(desk)
        self.coming = ComingColumn(desk)
        self.aside: AsideColumn | None = None
        self.quiet_day = QuietDay(desk)
        self.empty: EmptyState | None = None
        self._scroll = ScrollColumn()
        self._wide: bool | None = None
        self._lay_out()
        self.follow_ups.filtered.connect(self._read)
        self.just_met.filled.connect(self._order_tabs)
        self.losing_touch.filled.connect(self._order_tabs)
        for section in (
            *(self.follow_ups, self.just_met, self.thanks),
            *(self.outcomes, self.losing_touch),
        ):
            section.step_wanted.connect(self._step)
        bar = self._scroll.verticalScrollBar()
        bar.valueChanged.connect(self._show_more)
        watch = DayWatch(desk.clock, self)
        watch.day_changed.connect(self.title_changed)
        watch.day_changed.connect(self._read)
        after_first_paint(self, self._show_aside)

    @property
    def title(self) -> str:
        """The day, in the locale's words."""
        today = self.desk.clock.today()
        words = day_title(today, today, self.locale())
        return words[:1].upper() + words[1:]

    def top_bar_right(self) -> Sequence[QWidget]:
        """Return the buttons for which there is somebody who does it."""
        offers = ((Act.PRINT, self.print_button), (Act.LOG, self.log_button))
        return [button for act, button in offers if self.desk.offers(act)]

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read the day again if something of it changed."""
        if changes is None or changes.touches(*_SHOWS):
            self._read()

    def focus_content(self) -> None:
        """Go to the first card."""
        cards = self._cards()
        if cards:
            cards[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.focusNextChild()

    def save_state(self) -> PageState:
        """Return which chip was chosen."""
        return {"quiet": "yes" if self.follow_ups.quiet.isChecked() else ""}

    def restore_state(self, state: PageState) -> None:
        """Choose the chip again."""
        if state.get("quiet"):
            self.follow_ups.quiet.setChecked(True)

    def showEvent(self, event: QShowEvent) -> None:
        """Read on what was being read when the page was left."""
        super().showEvent(event)
        self.just_met.go_on()
        self.losing_touch.go_on()

    def hideEvent(self, event: QHideEvent) -> None:
        """Wait for what is being read: the notebook may be closed next."""
        super().hideEvent(event)
        self.just_met.pause()
        self.losing_touch.pause()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what is coming beside the cards, or below them where there is no room."""
        super().resizeEvent(event)
        self._arrange()

    def _read(self) -> None:
        today = self.desk.clock.today()
        people = self.desk.notebook.people.count(PeopleQuery(), today)
        self.follow_ups.read(today)
        self.just_met.read(people)
        self.thanks.read(today)
        self.outcomes.read(today)
        self.losing_touch.read(today, people)
        self.coming.read(today)
        if self.aside is not None:
            self.aside.read()
        self._show_empty(people == 0 and self.coming.is_empty())
        self.quiet_day.setVisible(self.follow_ups.total == 0)
        if self.follow_ups.total == 0:
            self.quiet_day.read(today + timedelta(days=7), self.follow_ups.quiet.isChecked())
        self._arrange()
        self._order_tabs()

    def _order_tabs(self) -> None:
        cards = self.follow_ups.cards
        before: QWidget = cards[-1].done_button if cards else self.follow_ups.phone
        for section in (self.just_met, self.thanks, self.outcomes, self.losing_touch):
            for card in section.cards:
                for widget in (card, *card.buttons):
                    QWidget.setTabOrder(before, widget)
                    before = widget
            QWidget.setTabOrder(before, section.more_button)
            before = section.more_button

    def _show_empty(self, empty: bool) -> None:
        if empty and self.empty is None:
            self.empty = empty_today(self.desk)
            self._stack.addWidget(self.empty)
        if empty and self.empty is not None:
            self._stack.setCurrentWidget(self.empty)
        else:
            self._stack.setCurrentIndex(0)

    def _cards(self) -> list[PersonCard]:
        return [
            *self.follow_ups.cards,
            *self.just_met.cards,
            *self.thanks.cards,
            *self.outcomes.cards,
            *self.losing_touch.cards,
        ]

    def _step(self, card: PersonCard, step: int) -> None:
        cards = self._cards()
        place = cards.index(card) + step
        if place >= len(cards) - 2:
            self.follow_ups.show_more()
            cards = self._cards()
        if 0 <= place < len(cards):
            cards[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(cards[place], 0, MEDIUM)

    def _show_more(self, value: int) -> None:
        # The holder's margin is small against the screenful that is read ahead.
        end = self.follow_ups.geometry().bottom()
        if value + 2 * self._scroll.viewport().height() > end:
            self.follow_ups.show_more()

    def _arrange(self) -> None:
        theme = theme_of(self)
        wide = self.width() >= theme.em(66)
        if wide != self._wide:
            self._wide = wide
            if wide:
                self._across.addWidget(self._right, 0, Qt.AlignmentFlag.AlignTop)
            else:
                self._left.addWidget(self._right)
        self._right.setFixedWidth(theme.em(25)) if wide else self._free_width()

    def _free_width(self) -> None:
        self._right.setMinimumWidth(0)
        self._right.setMaximumWidth(16_777_215)

    def _show_aside(self) -> None:
        """Add what is counted beside the follow-ups, once they are painted."""
        from notebook_app.gui.today.aside_column import AsideColumn

        self.aside = AsideColumn(self.desk)
        self._beside.insertWidget(0, self.aside)
        self.aside.show()
        self.aside.read()

    def _lay_out(self) -> None:
        self._left = QVBoxLayout()
        self._left.setSpacing(LARGE)
        self._left.setAlignment(Qt.AlignmentFlag.AlignTop)
        for widget in (
            self.follow_ups,
            self.quiet_day,
            self.just_met,
            self.thanks,
            self.outcomes,
            self.losing_touch,
        ):
            self._left.addWidget(widget)
        self._right = QWidget()
        self._beside = QVBoxLayout(self._right)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(MEDIUM - 2)
        self._beside.addWidget(self.coming)
        self._across = QHBoxLayout()
        self._across.setSpacing(LARGE + 4)
        self._across.addLayout(self._left, 1)
        holder = QWidget()
        holder.setLayout(self._across)
        self._scroll.column.setContentsMargins(SMALL - 2, 2, SMALL - 2, SMALL)
        self._scroll.column.addWidget(holder)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._scroll)
        self._across.setContentsMargins(0, 0, 0, 0)
