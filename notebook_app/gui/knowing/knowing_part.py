"""What stands between the next follow-up and the timeline: what to remember, how one stands.

Most people have little of it, so each part is there only if it has something to say; a line of
links below offers the rest.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.due_words import short_day
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.knowing.favour_words import owed_words
from notebook_app.gui.knowing.knowing_reading import KnowingReading
from notebook_app.gui.knowing.prompt_line import PromptLine
from notebook_app.gui.knowing.remember_card import RememberCard
from notebook_app.gui.people.contact_words import stage_words
from notebook_app.gui.theme import MEDIUM, SMALL, TIGHT
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.model.offering import FavourRow

_OWED_SHOWN = 3


class KnowingPart(QWidget):
    """For one contact at a time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nobody is shown yet."""
        super().__init__(parent)
        self._desk = desk
        self._shown: KnowingReading | None = None
        self._today_shown: object = None
        self.remember = RememberCard(desk)
        self.suggestion = PromptLine(
            [("", self._take_step), (self.tr("Not yet"), self._not_yet)],
            [(self.tr("Why?"), self.open_stages)],
        )
        self.owed: list[PromptLine] = []
        self._thanks: Sequence[FavourRow] = ()
        self._owed_column = QVBoxLayout()
        self._owed_column.setSpacing(SMALL)
        self.rest = PromptLine([(self.tr("No longer"), self._end_rest)])
        self.snoozed = PromptLine([(self.tr("Ask again"), self._end_snooze)])
        self.add_fact = LinkButton(self.tr("+ Something to remember"), self.remember.add)
        self.briefing = LinkButton(self.tr("Before you meet"), self.open_briefing)
        self.briefing.setToolTip(self.tr("What to know before you meet (Ctrl+B)"))
        self.favour = LinkButton(self.tr("+ Favour"), self.add_favour)
        self.favour.setToolTip(self.tr("What they did for you, or you for them"))
        self.stage = LinkButton("", self.open_stages)
        links = QWidget()
        flow = FlowLayout(links, across=MEDIUM, down=TIGHT)
        for link in (self.add_fact, self.favour, self.briefing, self.stage):
            flow.addWidget(link)
        self._links = links
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for widget in (self.remember, self.suggestion):
            column.addWidget(widget)
        column.addLayout(self._owed_column)
        column.addWidget(self.rest)
        column.addWidget(self.snoozed)
        column.addWidget(links)

    def show_reading(self, reading: KnowingReading) -> None:
        """Show how one stands with a contact."""
        today = self._desk.clock.today()
        if (reading, today) == (self._shown, self._today_shown):
            return
        self._shown, self._today_shown = reading, today
        self.remember.show_facts(reading.contact_id, reading.facts)
        self.add_fact.setVisible(not reading.facts)
        self.briefing.setVisible(self._desk.offers(Act.BRIEFING))
        self._show_suggestion(reading)
        self._show_owed(reading.owed(today)[:_OWED_SHOWN])
        resting = reading.resting_since
        self.rest.ask(
            self.tr("At rest since {day}: nothing is asked for until you speak again.").format(
                day=short_day(resting, today, self.locale())
            )
            if resting
            else ""
        )
        snoozed = reading.snoozed_until
        self.snoozed.ask(
            self.tr("Not now: you wanted to be asked again on {day}.").format(
                day=short_day(snoozed, today, self.locale())
            )
            if snoozed
            else ""
        )
        self._show_stage(reading)

    def settle(self) -> None:
        """End an edit, saved."""
        self.remember.settle()

    def open_briefing(self) -> None:
        """Show what to know before one meets them."""
        if self._shown is not None:
            self._desk.ask(Act.BRIEFING, [self._shown.contact_id])

    def open_stages(self) -> None:
        """Show how they came to know each other, and what the suggestions go by."""
        if self._shown is not None:
            from notebook_app.gui.knowing.stages_dialog import StagesDialog

            StagesDialog(self._desk, self, self._shown).open()

    def add_favour(self) -> None:
        """Write down a favour."""
        if self._shown is not None:
            from notebook_app.gui.knowing.favour_form import show_favour_form

            show_favour_form(self._desk, self, contact_id=self._shown.contact_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the layout find the height for the new width."""
        super().resizeEvent(event)
        self._links.updateGeometry()

    def _show_suggestion(self, reading: KnowingReading) -> None:
        suggestion = reading.suggestion
        if suggestion is None:
            self.suggestion.ask("")
            return
        stage = stage_words(suggestion.stage)
        self.suggestion.buttons[0].setText(self.tr("Yes, {stage}").format(stage=stage.lower()))
        self.suggestion.ask(
            self.tr("Do you know each other better by now? {stage}?").format(stage=stage)
            if reading.stage
            else self.tr("Have you met by now?"),
            suggestion.why,
        )

    def _show_owed(self, owed: Sequence[FavourRow]) -> None:
        self._thanks = owed
        while len(self.owed) < len(owed):
            place = len(self.owed)
            line = PromptLine(
                [
                    (self.tr("Thanked"), partial(self._thank, place)),
                    (self.tr("Plan it…"), self._plan_thanks),
                ]
            )
            before = self.owed[-1].buttons[-1] if self.owed else self.suggestion.links[-1]
            self.owed.append(line)
            self._owed_column.addWidget(line)
            for button in line.buttons:
                QWidget.setTabOrder(before, button)
                before = button
        for place, line in enumerate(self.owed):
            line.ask(owed_words(owed[place]) + "." if place < len(owed) else "")

    def _show_stage(self, reading: KnowingReading) -> None:
        since = reading.stage_since()
        if reading.stage is None:
            self.stage.setText(self.tr("How well we know each other"))
        elif since is None:
            self.stage.setText(stage_words(reading.stage))
        else:
            day = short_day(since, self._desk.clock.today(), self.locale())
            words = self.tr("{stage} since {day}")
            self.stage.setText(words.format(stage=stage_words(reading.stage), day=day))
        self.stage.setToolTip(self.tr("How well you know each other, and since when"))

    def _take_step(self) -> None:
        from notebook_app.services.know_better import take_step

        shown = self._shown
        if shown is not None and shown.suggestion is not None:
            stage = shown.suggestion.stage
            self._desk.perform(lambda: take_step(self._desk.notebook, shown.contact_id, stage))

    def _not_yet(self) -> None:
        from notebook_app.services.know_better import not_yet

        shown = self._shown
        if shown is not None and shown.suggestion is not None:
            stage = shown.suggestion.stage
            self._desk.perform(lambda: not_yet(self._desk.notebook, shown.contact_id, stage))

    def _thank(self, place: int) -> None:
        from notebook_app.services.keep_favours import thank_for_favour

        if place < len(self._thanks):
            favour_id = self._thanks[place].id
            self._desk.perform(lambda: thank_for_favour(self._desk.notebook, favour_id))

    def _plan_thanks(self) -> None:
        from notebook_app.gui.follow_ups.forms import show_plan_form

        if self._shown is not None:
            show_plan_form(self._desk, self, contact_id=self._shown.contact_id)

    def _end_rest(self) -> None:
        from notebook_app.services.let_rest import end_rest

        shown = self._shown
        if shown is not None:
            self._desk.perform(lambda: end_rest(self._desk.notebook, [shown.contact_id]))

    def _end_snooze(self) -> None:
        from notebook_app.services.snooze_contacts import end_snooze

        shown = self._shown
        if shown is not None:
            self._desk.perform(lambda: end_snooze(self._desk.notebook, [shown.contact_id]))
