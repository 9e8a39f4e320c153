"""Step-by-step help for getting the contacts file out of a phone, opened where it is asked for."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from notebook_app.gui.phone.help_steps import Source, steps_for
from notebook_app.gui.phone.step_picture import StepPicture
from notebook_app.gui.theme import SMALL, TIGHT, TextRole
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.chip_choice import ChipChoice
from notebook_app.gui.widgets.labels import PlainLabel

_ACROSS: Final = 2


class HelpPart(QWidget):
    """Closed to begin with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the line that opens it."""
        super().__init__(parent)
        words = self.tr("How do I get my contacts out of the phone?")
        self.toggle = LinkButton(words, self.open_or_close)
        # With large letters it is cut rather than making the dialog's column wider.
        self.toggle.setMinimumWidth(1)
        self.source = ChipChoice(
            self.tr("Where the contacts are"),
            (
                (Source.IPHONE, self.tr("iPhone")),
                (Source.ICLOUD, self.tr("iCloud, without the phone")),
                (Source.ANDROID, self.tr("Android phone")),
            ),
        )
        self.source.chosen.connect(self._show_steps)
        self._steps: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.source)
        self._column = column
        self.source.hide()

    def open_or_close(self) -> None:
        """Show the steps, or hide them again."""
        opening = self.source.isHidden()
        self.source.setVisible(opening)
        if opening:
            self._show_steps()
        elif self._steps is not None:
            self._steps.hide()

    def words(self) -> list[str]:
        """Return the steps that are shown."""
        labels = self._steps.findChildren(PlainLabel) if self._steps is not None else []
        return [label.text() for label in labels]

    def _show_steps(self) -> None:
        if self._steps is not None:
            self._column.removeWidget(self._steps)
            self._steps.hide()
            self._steps.deleteLater()
        self._steps = QWidget(self)
        grid = QGridLayout(self._steps)
        grid.setContentsMargins(0, TIGHT, 0, 0)
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(SMALL)
        for number, step in enumerate(steps_for(self.source.value())):
            row, side = divmod(number, _ACROSS)
            words = f"{self.locale().toString(number + 1)}. {step.words}"
            grid.addWidget(StepPicture(step.screen), row, 2 * side)
            grid.addWidget(PlainLabel(words, TextRole.SMALL, wrap=True), row, 2 * side + 1)
            grid.setColumnStretch(2 * side + 1, 1)
        self._column.addWidget(self._steps)
        self._steps.show()
