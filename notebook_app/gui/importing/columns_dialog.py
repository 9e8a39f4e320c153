"""Asks what the columns of a table are: header, a few samples, and what each becomes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.formats.csv.column_use import GROUP_OF, OWN, ColumnUse, column_use
from notebook_app.formats.csv.look import TableLook, tells_who
from notebook_app.gui.importing.column_words import choices, how_read, use_words
from notebook_app.gui.importing.three_parts import stand_in_three
from notebook_app.gui.theme import LARGE, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.card import ScrollColumn
from notebook_app.gui.widgets.check_field import CheckField
from notebook_app.gui.widgets.choice_field import ChoiceField
from notebook_app.gui.widgets.labels import ElidedLabel, PlainLabel

MOST_SHOWN = 300
"""Columns; showing more would hold up the window. Those behind them stay as guessed."""

_CHOSEN_ITEMS = 500
"""Numbers from here on are given to what the user chose, so that they meet no others."""


class ColumnsDialog(QDialog):
    """Shows the columns of one table; the primary button hands on what they become."""

    def __init__(
        self,
        name: str,
        look: TableLook,
        go_on: Callable[[Sequence[ColumnUse]], object],
        look_again: Callable[[bool, Sequence[ColumnUse]], object],
        parent: QWidget | None = None,
    ) -> None:
        """Take the file's name, what is known of it, and what is to be done with the answer.

        ``look_again`` opens this anew for the table with a row of headers, or without one, and
        with what the columns become so far.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Columns of a table"))
        self._name = name
        self._look = look
        self._go_on = go_on
        self._look_again = look_again
        self.header = CheckField(self.tr("The first row is a &header"))
        self.header.setChecked(look.has_header)
        self.header.toggled.connect(self._change_header)
        self._model = QStandardItemModel(self)
        self._places: dict[tuple[str, str], int] = {}
        for words, use in choices():
            self._places[use.field, use.label] = self._model.rowCount()
            self._model.appendRow(_item(words, use))
        self.fields = [
            self._field(header, use)
            for header, use in list(zip(look.headers, look.uses, strict=True))[:MOST_SHOWN]
        ]
        self.trouble = PlainLabel(tone=Tone.DANGER, wrap=True)
        self.continue_button = PrimaryButton(self.tr("&Look at the people"), self._agree)
        self.continue_button.setDefault(True)
        self._lay_out()
        self._check()
        self.fields[0].setFocus()

    def uses(self) -> list[ColumnUse]:
        """Return what the columns become, as the fields say."""
        shown = zip(self.fields, self._look.uses, strict=False)
        chosen = [self._use_of(place, *pair) for place, pair in enumerate(shown)]
        return [*chosen, *self._look.uses[len(chosen) :]]

    def _use_of(self, place: int, field: ChoiceField, before: ColumnUse) -> ColumnUse:
        chosen = column_use(field.currentData())
        if chosen is None or chosen == before._replace(item=0):
            return before
        if chosen == before or chosen.field == OWN:
            return chosen
        group = GROUP_OF.get(chosen.field, "")
        several = group not in {"", "address", "post"}
        return chosen._replace(item=_CHOSEN_ITEMS + place) if several else chosen

    def _agree(self) -> None:
        uses = self.uses()
        self.accept()
        self._go_on(uses)

    def _change_header(self, on: bool) -> None:
        self.reject()
        self._look_again(on, self.uses())

    def _check(self) -> None:
        fine = tells_who(self.uses())
        self.trouble.setText(
            ""
            if fine
            else self.tr("Say which column is the name, an e-mail address or a phone number.")
        )
        self.trouble.setVisible(not fine)
        self.continue_button.setEnabled(fine)

    def _field(self, header: str, use: ColumnUse) -> ChoiceField:
        field = ChoiceField()
        field.setSizeAdjustPolicy(
            ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        field.setMinimumContentsLength(18)
        place = self._places.get((use.field, use.label))
        if place is None or 0 < use.item < _CHOSEN_ITEMS:
            model = QStandardItemModel(field)
            for words, offered in choices():
                model.appendRow(_item(words, offered))
            place = model.rowCount()
            model.appendRow(_item(use_words(use), use))
            field.setModel(model)
        else:
            field.setModel(self._model)
        field.setCurrentIndex(place)
        field.setAccessibleName(self.tr("{column} goes to").format(column=header))
        field.currentIndexChanged.connect(self._check)
        return field

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.addWidget(PlainLabel(self.tr("What are the columns?"), TextRole.TITLE))
        head.addWidget(
            PlainLabel(f"{self._name} · {how_read(self._look)}", tone=Tone.MUTED, wrap=True)
        )
        head.addWidget(self.header)
        rows = ScrollColumn()
        rows.column.addLayout(self._grid())
        buttons = QHBoxLayout()
        buttons.addWidget(self.trouble, 1)
        buttons.addStretch()
        buttons.addWidget(PlainButton(self.tr("Cancel"), self.reject))
        buttons.addWidget(self.continue_button)
        stand_in_three(self, head, rows, buttons)
        self.resize(theme_of(self).em(52), theme_of(self).em(40))

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(LARGE)
        grid.setVerticalSpacing(SMALL)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 4)
        titles = (self.tr("Column"), self.tr("In the first rows"), self.tr("Goes to"))
        for place, title in enumerate(titles):
            grid.addWidget(PlainLabel(title, TextRole.SMALL, Tone.MUTED), 0, place)
        for row, (header, samples, field) in enumerate(
            zip(self._look.headers, self._look.samples, self.fields, strict=False), 1
        ):
            grid.addWidget(ElidedLabel(header, TextRole.STRONG), row, 0)
            shown = " · ".join(" ".join(sample.split())[:60] for sample in samples)
            words = shown or self.tr("(empty)")
            grid.addWidget(ElidedLabel(words, TextRole.SMALL, Tone.MUTED), row, 1)
            grid.addWidget(field, row, 2)
        more = len(self._look.headers) - len(self.fields)
        if more > 0:
            words = self.tr("{count} more columns stay as they were guessed.").format(count=more)
            grid.addWidget(PlainLabel(words, tone=Tone.MUTED), grid.rowCount(), 0, 1, 3)
        return grid


def _item(words: str, use: ColumnUse) -> QStandardItem:
    item = QStandardItem(words)
    # A tuple would come back as a list.
    item.setData(use.text(), Qt.ItemDataRole.UserRole)
    return item
