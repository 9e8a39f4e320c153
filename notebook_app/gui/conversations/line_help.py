"""What can be written in a line, on one small sheet."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.card import ScrollColumn
from notebook_app.gui.widgets.labels import PlainLabel


def _lines() -> tuple[tuple[str, str], ...]:
    return (
        (
            _tr("Coffee with Carla"),
            _tr("Who it was with, and how. New names are added after a look."),
        ),
        (_tr("@Bean House"), _tr("Where it was: a place, or an event you wrote down.")),
        (_tr("#chamber"), _tr("A tag for the people in it.")),
        (_tr("!call next tue"), _tr("What comes next, and when: !coffee in 2 weeks, !note")),
        (_tr("!coffee every 3 months"), _tr("The same, again and again.")),
        (_tr("*son plays the cello"), _tr("Something to remember about them.")),
        (_tr("yesterday · on Friday · 3 Nov"), _tr("When it was, if it was not today.")),
        (_tr("she called · I rang · < · >"), _tr("Who began: < they did, > you did.")),
        (
            _tr("introduced me to Agnes"),
            _tr("An introduction, a recommendation, help: who for whom."),
        ),
        (_tr("€4200 signage"), _tr("Work that may come of it.")),
        (_tr("carla@bean.example, 040 123 45"), _tr("Goes to a person who is new.")),
    )


class LineHelp(QDialog):
    """The sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the sheet."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What you can write in a line"))
        sheet = ScrollColumn()
        grid = QGridLayout()
        grid.setHorizontalSpacing(LARGE)
        grid.setVerticalSpacing(SMALL)
        for row, (written, meant) in enumerate(_lines()):
            grid.addWidget(PlainLabel(written, TextRole.STRONG), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(PlainLabel(meant, tone=Tone.MUTED, wrap=True), row, 1)
        grid.setColumnStretch(1, 1)
        sheet.column.addLayout(grid)
        sheet.column.addSpacing(MEDIUM)
        sheet.column.addWidget(
            PlainLabel(
                self.tr(
                    "Everything else is what was said. Whatever was understood shows below the"
                    " line; a click on it keeps it as text. F6, F7 and F8 change how, where and"
                    " who began. Tab takes the name that is offered."
                ),
                tone=Tone.MUTED,
                wrap=True,
            )
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(LARGE, 0, LARGE, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, LARGE)
        column.addWidget(sheet, 1)
        column.addWidget(buttons)
        em = theme_of(self).em()
        self.resize(em * 42, min(em * 34, self.screen().availableGeometry().height() * 3 // 4))


def show_line_help(parent: QWidget | None) -> None:
    """Open the sheet over a window."""
    LineHelp(parent).open()


def _tr(text: str) -> str:
    return QCoreApplication.translate("LineHelp", text)
