"""Asks how the user follows up as a rule: the first step, a full day, country and town."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.form_dialog import FormDialog
from notebook_app.gui.follow_ups.ladder_menu import CHOICES
from notebook_app.gui.follow_ups.proposal_words import beginning_words
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import TIGHT, TextRole, Tone
from notebook_app.gui.widgets.choice_field import ChoiceField
from notebook_app.gui.widgets.labels import FieldLabel, PlainLabel
from notebook_app.gui.widgets.text_fields import LineField
from notebook_app.services.follow_up_habits import (
    LARGEST_FULL_DAY,
    Habits,
    habits_of,
    keep_habits,
)


def show_habits(desk: Desk, parent: QWidget | None) -> None:
    """Open the dialog over the window of ``parent``."""
    HabitsDialog(desk, parent).open()


class HabitsDialog(FormDialog):
    """The dialog; what is changed holds for proposals and days from then on."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        """Take the desk."""
        super().__init__(desk, parent, desk.tr("Follow-up habits"), desk.tr("Save"))
        present = habits_of(desk.notebook)
        self.ladder = ChoiceField()
        for ladder in CHOICES:
            self.ladder.addItem(beginning_words(ladder), ladder)
        self.ladder.choose(present.ladder if present.ladder in CHOICES else "")
        self.full_day = LineField(str(present.full_day))
        self.region = ChoiceField()
        for name, code in _countries(present.region):
            self.region.addItem(name, code)
        self.region.choose(present.region)
        self.town = LineField(present.town)
        self.town.setPlaceholderText(self.tr("Where you would meet for a coffee"))
        self._field(
            self.tr("With somebody newly met, &begin with"),
            self.ladder,
            self.tr(
                "It is proposed within two days. A call, a coffee and keeping in touch follow."
            ),
        )
        self._field(
            self.tr("So many follow-ups &fill a day"),
            self.full_day,
            self.tr("When you put something off, full days are left out."),
        )
        self._field(
            self.tr("Your &country"), self.region, self.tr("For public holidays and phone numbers.")
        )
        self._field(self.tr("Your &town"), self.town, "")
        self.ladder.setFocus()

    def act(self) -> None:
        """Keep what was chosen."""
        text = self.full_day.text().strip()
        number = int(text) if text.isascii() and text.isdecimal() and len(text) < 5 else 0
        if not 1 <= number <= LARGEST_FULL_DAY:
            self.complain(self.tr("Write how many fill a day, such as 8."), self.full_day)
            return
        habits = Habits(
            str(self.ladder.currentData()),
            number,
            str(self.region.currentData()),
            self.town.text().strip(),
        )
        notebook = self.desk.notebook
        self.perform(lambda: keep_habits(notebook, habits))

    def _field(self, words: str, field: QWidget, hint: str) -> None:
        column = QVBoxLayout()
        column.setSpacing(TIGHT)
        column.addWidget(FieldLabel(words, field))
        column.addWidget(field)
        if hint:
            column.addWidget(PlainLabel(hint, TextRole.SMALL, Tone.MUTED, wrap=True))
        self.body.addLayout(column)


def _countries(present: str) -> list[tuple[str, str]]:
    """Return the countries by name with their codes; the present one even if nobody knows it."""
    found = {
        QLocale.territoryToCode(territory): QLocale.territoryToString(territory)
        for territory in QLocale.Country
        if territory is not QLocale.Country.AnyTerritory
    }
    found = {code: name for code, name in found.items() if len(code) == 2 and code.isalpha()}
    found.setdefault(present, present)
    return sorted((name, code) for code, name in found.items())
