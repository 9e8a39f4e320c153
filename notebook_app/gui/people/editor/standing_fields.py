"""How somebody stands to the user: roles, stage, and how often to be in touch."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from notebook_app.gui.people.contact_words import role_words, stage_words
from notebook_app.gui.theme import SMALL, TIGHT, TextRole, Tone, theme_of
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.choice_field import ChoiceField
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.contact import Cadence, CadenceUnit, Role, Stage

_MOST = 999
_MOST_DIGITS = 3


class RolesField(QWidget):
    """A pill for each role; several can be on."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the pills, all off."""
        super().__init__(parent)
        self._before: tuple[Role, ...] = ()
        self.chips: dict[Role, Chip] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(across=0, down=0)
        column.addLayout(flow)
        for role in Role:
            chip = Chip(role_words(role))
            chip.toggled.connect(lambda _on: self.changed.emit())
            self.chips[role] = chip
            flow.addWidget(chip)

    def show_roles(self, roles: Sequence[Role]) -> None:
        """Show which are on."""
        self._before = tuple(roles)
        for role, chip in self.chips.items():
            chip.setChecked(role in roles)

    def roles(self) -> tuple[Role, ...]:
        """Return those that are on, new ones after those that were on before."""
        on = [role for role, chip in self.chips.items() if chip.isChecked()]
        kept = [role for role in self._before if role in on]
        return (*kept, *(role for role in on if role not in kept))


class StageField(QWidget):
    """A pill for each step of the ladder, and one for "not said"."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the pills."""
        super().__init__(parent)
        self._stages: tuple[Stage | None, ...] = (None, *Stage)
        self._group = QButtonGroup(self)
        self.chips: dict[Stage | None, Chip] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(across=0, down=0)
        column.addLayout(flow)
        for number, stage in enumerate(self._stages):
            chip = Chip(self.tr("Not said") if stage is None else stage_words(stage))
            self._group.addButton(chip, number)
            self.chips[stage] = chip
            flow.addWidget(chip)
        self._group.idToggled.connect(lambda _number, on: self.changed.emit() if on else None)

    def show_stage(self, stage: Stage | None) -> None:
        """Show a stage."""
        self.chips[stage].setChecked(True)

    def stage(self) -> Stage | None:
        """Return the stage that is chosen."""
        return self._stages[max(0, self._group.checkedId())]


class CadenceField(QWidget):
    """``every [6] [weeks]``; without a number there is none.

    A person's own also asks for the days from the ideal to the latest day.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, own: bool = False) -> None:
        """Make an empty field; ``own`` for one person's rhythm."""
        super().__init__(parent)
        self.count = QLineEdit()
        self.count.setAccessibleName(self.tr("Keep in touch every: number"))
        self.count.setMaximumWidth(theme_of(self).em(5))
        self.unit = ChoiceField()
        self.unit.setAccessibleName(self.tr("Keep in touch every: unit"))
        for unit, words in (
            (CadenceUnit.DAYS, self.tr("days")),
            (CadenceUnit.WEEKS, self.tr("weeks")),
            (CadenceUnit.MONTHS, self.tr("months")),
        ):
            self.unit.addItem(words, unit)
        self.slack = QLineEdit()
        self.slack.setAccessibleName(self.tr("Days from the ideal to the latest day"))
        self.slack.setPlaceholderText(self.tr("half"))
        self.slack.setToolTip(self.tr("Empty for half as long again"))
        self.slack.setMaximumWidth(theme_of(self).em(5))
        self.said = PlainLabel("", TextRole.SMALL, Tone.DANGER)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        column.addLayout(row)
        row.addWidget(PlainLabel(self.tr("every")))
        row.addWidget(self.count)
        row.addWidget(self.unit)
        row.addStretch(1)
        if own:
            below = QHBoxLayout()
            below.setSpacing(SMALL)
            below.addWidget(PlainLabel(self.tr("at the latest")))
            below.addWidget(self.slack)
            below.addWidget(PlainLabel(self.tr("days more")))
            below.addStretch(1)
            column.addLayout(below)
        else:
            self.slack.setParent(self)
            self.slack.hide()
        column.addWidget(self.said)
        self.said.hide()
        self.setFocusProxy(self.count)
        self.count.textChanged.connect(self._read)
        self.slack.textChanged.connect(self._read)
        self.unit.currentIndexChanged.connect(lambda _index: self.changed.emit())

    def show_cadence(self, cadence: Cadence | None) -> None:
        """Show a cadence, or none."""
        self.count.setText("" if cadence is None else str(cadence.count))
        slack = None if cadence is None else cadence.slack
        self.slack.setText("" if slack is None else str(slack))
        self.unit.choose(CadenceUnit.WEEKS if cadence is None else cadence.unit)

    def cadence(self) -> Cadence | None:
        """Return the cadence, or None."""
        text = self.count.text().strip()
        if not (text.isdecimal() and 0 < int(text[:6]) <= _MOST):
            return None
        slack = self.slack.text().strip()
        days = int(slack) if slack.isdecimal() and len(slack) <= _MOST_DIGITS else None
        return Cadence(int(text), CadenceUnit(self.unit.currentData()), days)

    def unread(self) -> str:
        """Return the text if it is no number."""
        text = self.count.text().strip()
        return (text if text and self.cadence() is None else "") or self._unread_slack()

    def _unread_slack(self) -> str:
        text = self.slack.text().strip()
        return "" if text.isdecimal() and len(text) <= _MOST_DIGITS else text

    def _read(self, _text: str) -> None:
        words = self.tr("a number from 1 to 999") if self.unread() else ""
        if words and self.unread() == self._unread_slack():
            words = self.tr("a number of days, or nothing")
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.changed.emit()
