"""The lines of a preview that say how tables were read, each with a way to change that."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.importing.column_words import known_by, not_taken
from notebook_app.gui.theme import SMALL, TextRole, Tone
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.services.import_plan import ImportPlan
from notebook_app.services.prepare_table import TableReading

_MOST_LINES = 3


class TableLines(QWidget):
    """One line for each of the first tables; ``change`` is asked for the columns of one."""

    def __init__(
        self, plan: ImportPlan, change: Callable[[TableReading], object] | None = None
    ) -> None:
        """Take the plan; without ``change`` nothing can be changed."""
        super().__init__()
        self.buttons: list[LinkButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL // 2)
        for table in plan.tables[:_MOST_LINES]:
            words = known_by(table)
            if len(plan.file_names) > 1:
                words = f"{table.name}: {words}"
            row = QHBoxLayout()
            row.setSpacing(SMALL)
            row.addWidget(PlainLabel(words))
            if change is not None:
                button = LinkButton(self.tr("Change"), partial(change, table))
                button.setToolTip(self.tr("Say what the columns are"))
                self.buttons.append(button)
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
            if missing := not_taken(table):
                column.addWidget(PlainLabel(missing, TextRole.SMALL, Tone.MUTED, wrap=True))
        self.setVisible(bool(plan.tables))
