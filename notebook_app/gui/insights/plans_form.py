"""Asks what the user plans for a week: acts or hours of each part of the mix."""

from PySide6.QtWidgets import QGridLayout, QWidget

from notebook_app.gui.follow_ups.form_dialog import FormDialog
from notebook_app.gui.follow_ups.money_words import amount_from, number_words
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.insights.balance_words import part_words
from notebook_app.gui.insights.number_field import NumberField
from notebook_app.gui.theme import SMALL, TextRole, Tone
from notebook_app.gui.widgets.labels import FieldLabel, PlainLabel
from notebook_app.gui.widgets.text_fields import LineField
from notebook_app.model.insights.mix_report import MixPart, MixPlan
from notebook_app.services.insight_settings import mix_plans, set_mix_plans


class PlansForm(FormDialog):
    """Two fields for each part; what is left empty has no plan."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Take the desk and who asked."""
        super().__init__(desk, parent, desk.tr("My plan for a week"), desk.tr("Save"))
        self.body.addWidget(
            PlainLabel(
                self.tr("How often, or how many hours, do you want to spend on each in a week?"),
                tone=Tone.MUTED,
                wrap=True,
            )
        )
        grid = QGridLayout()
        grid.setSpacing(SMALL)
        for column, words in ((1, self.tr("Times")), (2, self.tr("Hours"))):
            grid.addWidget(PlainLabel(words, TextRole.SMALL, Tone.MUTED), 0, column)
        self.acts: dict[MixPart, NumberField] = {}
        self.hours: dict[MixPart, LineField] = {}
        for line, plan in enumerate(mix_plans(desk.notebook), 1):
            name = part_words(plan.part)
            acts, hours = NumberField(plan.acts), LineField()
            acts.setAccessibleName(self.tr("{part}, times").format(part=name))
            hours.setAccessibleName(self.tr("{part}, hours").format(part=name))
            hours.setMaximumWidth(acts.maximumWidth())
            if plan.hours is not None:
                hours.setText(number_words(plan.hours, self.locale()))
            self.acts[plan.part], self.hours[plan.part] = acts, hours
            grid.addWidget(FieldLabel(name, acts), line, 0)
            grid.addWidget(acts, line, 1)
            grid.addWidget(hours, line, 2)
        grid.setColumnStretch(3, 1)
        self.body.addLayout(grid)
        self.acts[MixPart.EVENTS].setFocus()

    def act(self) -> None:
        """Store the plans."""
        plans = []
        for part, acts in self.acts.items():
            hours = self.hours[part]
            try:
                planned = amount_from(hours.text())
            except ValueError:
                self.complain(self.tr("Write a number of hours, or nothing."), hours)
                return
            if not acts.is_right():
                self.complain(self.tr("Write a whole number, or nothing."), acts)
                return
            plans.append(MixPlan(part, acts.number() or None, planned or None))
        self.perform(lambda: set_mix_plans(self.desk.notebook, plans))
