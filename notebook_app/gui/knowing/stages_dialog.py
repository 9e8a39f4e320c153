"""How well one knows somebody: the steps so far, the next one, and what suggestions go by."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.due_words import short_day
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.knowing.knowing_reading import KnowingReading
from notebook_app.gui.people.contact_words import stage_badge, stage_words
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TIGHT, WIDE, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PrimaryButton
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.labels import Divider, PlainLabel, SectionHeading
from notebook_app.model.contact import Stage
from notebook_app.model.stage_suggestion import needs_in_words, next_stage, why
from notebook_app.services.change_many import set_stage


class StagesDialog(QDialog):
    """The user decides: a click on a stage takes it at once, and can be undone."""

    def __init__(self, desk: Desk, parent: QWidget, reading: KnowingReading) -> None:
        """Take the desk, who asked, and how one stands."""
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("How well we know each other"))
        self._desk = desk
        self._reading = reading
        name = " ".join(desk.notebook.contacts.name_of(reading.contact_id).split())
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(PlainLabel(name[:200], TextRole.TITLE, wrap=True))
        self.chips: dict[Stage | None, Chip] = {}
        column.addLayout(self._chips())
        column.addLayout(self._history())
        column.addWidget(Divider())
        column.addLayout(self._rule())
        column.addStretch(1)
        self.close_button = PrimaryButton(self.tr("Close"), self.accept)
        self.close_button.setDefault(True)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(theme_of(self).em(34))
        self.chips[reading.stage].setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, stage: Stage | None) -> None:
        """Say that one knows them so well, and close."""
        if stage is not self._reading.stage:
            contact_id = self._reading.contact_id
            self._desk.perform(lambda: set_stage(self._desk.notebook, [contact_id], stage))
        self.accept()

    def _chips(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        group = QButtonGroup(self)
        for stage in (None, *Stage):
            chip = Chip(self.tr("Not said") if stage is None else stage_words(stage))
            chip.setChecked(stage is self._reading.stage)
            chip.clicked.connect(lambda _on=False, chosen=stage: self.choose(chosen))
            group.addButton(chip)
            self.chips[stage] = chip
            row.addWidget(chip)
        row.addStretch(1)
        return row

    def _history(self) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(TIGHT)
        lines.addWidget(SectionHeading(self.tr("So far")))
        today = self._desk.clock.today()
        for step in reversed(self._reading.steps):
            stage = self.tr("Taken away") if step.stage is None else stage_badge(step.stage)
            day = short_day(step.since, today, self.locale())
            said = self.tr("{stage}, since {day}").format(stage=stage, day=day)
            lines.addWidget(PlainLabel(said))
        if not self._reading.steps:
            lines.addWidget(PlainLabel(self.tr("No step is written down yet."), tone=Tone.MUTED))
        return lines

    def _rule(self) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(TIGHT)
        said = why(self._desk.notebook.acquaintance.seen(self._reading.contact_id))
        words = said or self.tr("You have not spoken yet.")
        lines.addWidget(PlainLabel(words, wrap=True))
        stage = next_stage(self._reading.stage)
        if stage is None:
            return lines
        ways = self.tr("; or ").join(needs_in_words(stage))
        lines.addWidget(
            PlainLabel(
                self.tr(
                    "“{stage}” is suggested once you {ways}. It is never taken by itself: you say."
                ).format(stage=stage_words(stage), ways=ways),
                TextRole.SMALL,
                Tone.MUTED,
                wrap=True,
            )
        )
        return lines
