"""Asks for the user's own targets of a week, a month or a quarter."""

from PySide6.QtWidgets import QFormLayout, QWidget

from notebook_app.gui.follow_ups.form_dialog import FormDialog
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.insights.balance_words import measure_words
from notebook_app.gui.insights.number_field import NumberField
from notebook_app.gui.theme import SMALL, Tone
from notebook_app.gui.widgets.labels import FieldLabel, PlainLabel
from notebook_app.model.insights.balance_report import BalanceReport, Measure, Targets
from notebook_app.model.insights.periods import Step
from notebook_app.services.insight_settings import balance_targets, set_balance_targets


class TargetsForm(FormDialog):
    """A field for each measure; an empty one is no target."""

    def __init__(
        self, desk: Desk, parent: QWidget, step: Step, known: BalanceReport | None = None
    ) -> None:
        """Take the desk, who asked, and of which times the targets are.

        What is ``known`` says in empty fields how much it is now, on average.
        """
        super().__init__(desk, parent, desk.tr("My targets"), desk.tr("Save"))
        self._step = step
        words = {
            Step.WEEK: self.tr("What you want of each week. Leave empty what needs no target."),
            Step.MONTH: self.tr("What you want of each month. Leave empty what needs no target."),
            Step.QUARTER: self.tr(
                "What you want of each quarter. Leave empty what needs no target."
            ),
        }[step]
        self.body.addWidget(PlainLabel(words, tone=Tone.MUTED, wrap=True))
        targets = balance_targets(desk.notebook, step)
        self.fields: dict[Measure, NumberField] = {}
        rows = QFormLayout()
        rows.setSpacing(SMALL)
        for measure in Measure:
            field = NumberField(targets.of(measure))
            average = None if known is None else known.average(measure)
            if average is not None:
                now = self.locale().toString(average)
                field.setPlaceholderText(self.tr("now {n}").format(n=now))
            self.fields[measure] = field
            rows.addRow(FieldLabel(measure_words(measure), field), field)
        self.body.addLayout(rows)
        self.fields[Measure.NEW].setFocus()

    def act(self) -> None:
        """Store the targets."""
        wanted = []
        for measure, field in self.fields.items():
            if not field.is_right():
                self.complain(self.tr("Write a whole number, or nothing."), field)
                return
            number = field.number()
            if number:
                wanted.append((measure, number))
        targets = Targets(self._step, tuple(wanted))
        self.perform(lambda: set_balance_targets(self.desk.notebook, targets))
