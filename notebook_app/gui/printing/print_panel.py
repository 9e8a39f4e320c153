"""The side of the print dialog where one chooses what goes on the list, and how."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.printing.fold_guide import FoldGuide
from notebook_app.gui.printing.page_fields import PageFields
from notebook_app.gui.printing.print_choices import MOST_RULED, PrintChoices, tags_from
from notebook_app.gui.printing.whom import Whom
from notebook_app.gui.theme import MEDIUM, TIGHT
from notebook_app.gui.widgets.buttons import QuietButton
from notebook_app.gui.widgets.check_field import CheckField
from notebook_app.gui.widgets.choice_field import ChoiceField
from notebook_app.gui.widgets.date_field import DateField
from notebook_app.gui.widgets.labels import FieldLabel
from notebook_app.gui.widgets.text_fields import LineField
from notebook_app.model.print_range import PrintRangeKind, preset_range
from notebook_app.reports.follow_up_list import ListStyle
from notebook_app.reports.follow_up_parts import ListPart


class PrintPanel(QWidget):
    """Whom, range, order, paper and lines; what one rarely changes unfolds below.

    ``changed`` says that ``choices`` would answer anew.

    ``small_pages_wanted`` is emitted when a fold is to be seen page by page, or as sheets again.
    """

    changed = Signal()
    small_pages_wanted = Signal()

    def __init__(
        self,
        choices: PrintChoices,
        today: Callable[[], date],
        whom: Sequence[Whom],
        parent: QWidget | None = None,
    ) -> None:
        """Show ``choices``; ``whom`` are the people to choose from."""
        super().__init__(parent)
        self.whom = self._field(list(whom), choices.query)
        self.kind = self._field(
            [(self._range_words()[kind], kind.value) for kind in PrintRangeKind],
            choices.kind.value,
        )
        own = preset_range(PrintRangeKind.OWN_DATES, today())
        self.start = DateField(today, self.tr("First day"), optional=True)
        self.end = DateField(today, self.tr("Last day"), optional=True)
        self.start.set_value(choices.start or own.start)
        self.end.set_value(choices.end or own.end)
        self.with_overdue = CheckField(self.tr("With what is &overdue"))
        self.with_overdue.setChecked(choices.with_overdue)
        self.style_field = self._field(self._style_words(), choices.style.value)
        self.ruled = self._field(
            [(self._lines_words(count), count) for count in range(MOST_RULED + 1)], choices.ruled
        )
        self.page = PageFields(choices.setup())
        self.paper = self.page.paper
        self.boxes = {part: CheckField(words) for part, words in self._part_words().items()}
        for part, box in self.boxes.items():
            box.setChecked(part in choices.shown)
        self.leave_out = LineField(", ".join(choices.leave_out))
        self.leave_out.setPlaceholderText(self.tr("Tags, with commas between"))
        self.more_button = QuietButton(
            "", self.tr("Columns, margins, whom to leave out"), self._unfold
        )
        self.more = QWidget()
        self.form = self._field(
            [(self.tr("Full page"), False), (self.tr("Pocket fold"), True)], choices.fold
        )
        self.guide = FoldGuide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(TIGHT)
        self._add(self.tr("&Which follow-ups"), self.kind)
        self._add(self.tr("Wi&th"), self.whom)
        self._own = [
            self._add(self.tr("&First day"), self.start),
            self.start,
            self._add(self.tr("&Last day"), self.end),
            self.end,
        ]
        self._column.addWidget(self.with_overdue)
        self._column.addSpacing(MEDIUM)
        self._add(self.tr("O&rdered"), self.style_field)
        self._add(self.tr("Room to &write"), self.ruled)
        self._add(self.tr("Pa&per"), self.paper)
        self._add(self.tr("For&m"), self.form)
        self._column.addWidget(self.guide)
        self._lay_out_more(choices)
        self._connect()
        self._show_own_dates()

    def choices(self) -> PrintChoices | None:
        """Return what is chosen; None while a date is not one yet."""
        own = PrintRangeKind(self.kind.currentData()) is PrintRangeKind.OWN_DATES
        if own and not (self.start.is_right() and self.end.is_right()):
            return None
        return PrintChoices(
            kind=PrintRangeKind(self.kind.currentData()),
            start=self.start.value(),
            end=self.end.value(),
            with_overdue=self.with_overdue.isChecked(),
            style=ListStyle(self.style_field.currentData()),
            ruled=int(self.ruled.currentData()),
            paper=str(self.paper.currentData()),
            fold=bool(self.form.currentData()),
            landscape=self.page.setup().landscape,
            margins=self.page.setup().margins,
            shown=frozenset(part for part, box in self.boxes.items() if box.isChecked()),
            leave_out=tags_from(self.leave_out.text()),
            query=self.whom.currentData(),
        )

    def _connect(self) -> None:
        self.guide.one_by_one.toggled.connect(lambda _on: self.small_pages_wanted.emit())
        self.page.changed.connect(self._changed)
        self.leave_out.editingFinished.connect(self._changed)
        for box in self.boxes.values():
            box.toggled.connect(lambda _on: self._changed())
        for field in (self.whom, self.kind, self.style_field, self.ruled, self.form):
            field.currentIndexChanged.connect(lambda _index: self._changed())
        for dates in (self.start, self.end):
            dates.value_changed.connect(lambda _value: self._changed())
        self.with_overdue.toggled.connect(lambda _on: self._changed())

    def _lay_out_more(self, choices: PrintChoices) -> None:
        self._column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(self.more)
        below = QVBoxLayout(self.more)
        below.setContentsMargins(0, TIGHT, 0, 0)
        below.setSpacing(TIGHT)
        below.addWidget(FieldLabel(self.tr("With each"), next(iter(self.boxes.values()))))
        for box in self.boxes.values():
            below.addWidget(box)
        below.addSpacing(MEDIUM)
        below.addWidget(self.page)
        below.addWidget(FieldLabel(self.tr("Without people tagge&d"), self.leave_out))
        below.addWidget(self.leave_out)
        # What makes this list another than one expects is seen at once.
        usual = PrintChoices()
        told = (choices.shown, choices.leave_out) == (usual.shown, usual.leave_out)
        self._show_more(not (told and choices.margins is None and not choices.landscape))

    def _unfold(self) -> None:
        self._show_more(self.more.isHidden())

    def _show_more(self, shown: bool) -> None:
        self.more.setVisible(shown)
        words = self.tr("More choices")
        self.more_button.setText(f"{words} {'▴' if shown else '▾'}")

    def _changed(self) -> None:
        self._show_own_dates()
        self.changed.emit()

    def _show_own_dates(self) -> None:
        kind = PrintRangeKind(self.kind.currentData())
        folds = bool(self.form.currentData())
        self.guide.setVisible(folds)
        # A fold has its own margins, and its own way to lie.
        self.page.setVisible(not folds)
        for widget in self._own:
            widget.setVisible(kind is PrintRangeKind.OWN_DATES)
        # Some have them in any case, and those that are yet to come never.
        preset = preset_range(kind, date.min.replace(year=2000))
        asks = kind is PrintRangeKind.OWN_DATES or (preset.overdue and not preset.overdue_alone)
        self.with_overdue.setVisible(asks)

    def _add(self, words: str, field: QWidget) -> QWidget:
        label = FieldLabel(words, field)
        self._column.addWidget(label)
        self._column.addWidget(field)
        self._column.addSpacing(TIGHT)
        return label

    def _field(self, lines: list[tuple[str, object]], chosen: object) -> ChoiceField:
        field = ChoiceField()
        for words, data in lines:
            field.addItem(words, data)
        field.choose(chosen)
        return field

    def _range_words(self) -> dict[PrintRangeKind, str]:
        return {
            PrintRangeKind.OVERDUE: self.tr("Overdue"),
            PrintRangeKind.OVERDUE_AND_TODAY: self.tr("Overdue and today"),
            PrintRangeKind.TODAY: self.tr("Today"),
            PrintRangeKind.TOMORROW: self.tr("Tomorrow"),
            PrintRangeKind.THIS_WEEK: self.tr("This week"),
            PrintRangeKind.NEXT_WEEK: self.tr("Next week"),
            PrintRangeKind.NEXT_TWO_WEEKS: self.tr("Next two weeks"),
            PrintRangeKind.THIS_MONTH: self.tr("This month"),
            PrintRangeKind.NEXT_MONTH: self.tr("Next month"),
            PrintRangeKind.ALL_OPEN: self.tr("All that is open"),
            PrintRangeKind.OWN_DATES: self.tr("Other dates…"),
        }

    def _style_words(self) -> list[tuple[str, object]]:
        return [
            (self.tr("By day"), ListStyle.BY_DAY.value),
            (self.tr("By person"), ListStyle.BY_PERSON.value),
            (self.tr("By kind: all calls, all notes…"), ListStyle.BY_KIND.value),
            (self.tr("By place: a round through town"), ListStyle.BY_PLACE.value),
        ]

    def _part_words(self) -> dict[ListPart, str]:
        return {
            ListPart.ORGANIZATION: self.tr("Firm"),
            ListPart.PHONES: self.tr("Phone number"),
            ListPart.EMAILS: self.tr("E-mail"),
            ListPart.ADDRESSES: self.tr("Address"),
            ListPart.WHAT: self.tr("What to do"),
            ListPart.WHY: self.tr("Why: your note"),
            ListPart.LAST_TOPIC: self.tr("What was last"),
        }

    def _lines_words(self, count: int) -> str:
        if count == 0:
            return self.tr("No lines")
        return self.tr("1 line") if count == 1 else self.tr("{n} lines").format(n=count)
