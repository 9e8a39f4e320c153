"""The side of the labels dialog: whom, which address, and on what."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.printing.labels_choices import MOST_COPIES, LabelChoices, PostKind
from notebook_app.gui.printing.labels_sheet_picture import SheetPicture
from notebook_app.gui.printing.print_choices import tags_from
from notebook_app.gui.printing.whom import Whom
from notebook_app.gui.theme import MEDIUM, TIGHT, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.check_field import CheckField
from notebook_app.gui.widgets.choice_field import ChoiceField
from notebook_app.gui.widgets.labels import FieldLabel, PlainLabel
from notebook_app.gui.widgets.text_fields import LineField, TextField
from notebook_app.reports.label_sheets import ROLL, LabelSheet
from notebook_app.reports.labels import AddressChoice
from notebook_app.reports.labels_envelopes import ENVELOPES
from notebook_app.reports.usual_sheets import SHEETS


class LabelsPanel(QWidget):
    """``people_changed`` asks for other people or addresses, ``changed`` only for other pages."""

    people_changed = Signal()
    changed = Signal()
    own_wanted = Signal()

    def __init__(
        self,
        whom: Sequence[Whom],
        choices: LabelChoices,
        own: Sequence[LabelSheet],
        sender: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """Show whom one can choose, what was chosen last, own sheets, and who sends."""
        super().__init__(parent)
        self.kind = _filled([(self._kind_words(kind), kind.value) for kind in PostKind])
        self.kind.choose(choices.kind.value)
        self.whom = _filled(whom)
        self.address = _filled([(self._address_words(each), each.value) for each in AddressChoice])
        self.address.choose(choices.address.value)
        self.leave_out = LineField(", ".join(choices.leave_out))
        self.leave_out.setPlaceholderText(self.tr("Tags, with commas between"))
        self.sheet = ChoiceField()
        self._sheets: dict[str, LabelSheet] = {}
        self.show_sheets(own)
        self.sheet.choose(choices.sheet)
        self.measures = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self.own = LinkButton(self.tr("Measures of your own…"), self.own_wanted.emit)
        self.picture = SheetPicture(self.chosen_sheet(), choices.start)
        self.copies = _filled([(str(count), count) for count in range(1, MOST_COPIES + 1)])
        self.copies.choose(choices.copies)
        self.outlines = CheckField(self.tr("&Outlines, for a test on plain paper"))
        self.outlines.setChecked(choices.outlines)
        self.envelope = _filled(
            [
                (f"{each.name}  ({each.width:g} × {each.height:g} mm)", each.name)
                for each in ENVELOPES
            ]
        )
        self.envelope.choose(choices.envelope)
        self.sender_field = TextField("\n".join(sender))
        self.sender_field.setFixedHeight(theme_of(self).em(7))
        self._lay_out()
        self._connect()
        self._show_fields()

    def choices(self) -> LabelChoices:
        """Return what is chosen now."""
        return LabelChoices(
            PostKind(self.kind.currentData()),
            AddressChoice(self.address.currentData()),
            self.chosen_sheet().name,
            self.picture.start,
            int(self.copies.currentData()),
            self.outlines.isChecked(),
            str(self.envelope.currentData()),
            tags_from(self.leave_out.text()),
        )

    def chosen_sheet(self) -> LabelSheet:
        """Return the sheet that is chosen."""
        return self._sheets[str(self.sheet.currentData())]

    def show_sheets(self, own: Sequence[LabelSheet], chosen: str = "") -> None:
        """Offer the user's own sheets before those of the table."""
        wanted = chosen or str(self.sheet.currentData() or "")
        self.sheet.blockSignals(True)
        self.sheet.clear()
        self._sheets = {sheet.name: sheet for sheet in (*SHEETS, *own)}
        own_names = [sheet.name for sheet in own]
        for name in dict.fromkeys([*own_names, *self._sheets]):
            self.sheet.addItem(name, name)
        self.sheet.choose(wanted)
        self.sheet.blockSignals(False)

    def take_sheet(self) -> None:
        """Show the sheet that is chosen now in the picture, all of it free."""
        self.picture.set_sheet(self.chosen_sheet())
        self._show_fields()
        self.changed.emit()

    def _connect(self) -> None:
        for field in (self.whom, self.address):
            field.currentIndexChanged.connect(lambda _index: self.people_changed.emit())
        self.leave_out.editingFinished.connect(self.people_changed)
        self.kind.currentIndexChanged.connect(lambda _index: self._kind_changed())
        self.sheet.currentIndexChanged.connect(lambda _index: self.take_sheet())
        for other in (self.copies, self.envelope):
            other.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.picture.start_changed.connect(lambda _start: self.changed.emit())
        self.outlines.toggled.connect(lambda _on: self.changed.emit())
        self.sender_field.textChanged.connect(self.changed.emit)

    def _kind_changed(self) -> None:
        self._show_fields()
        self.people_changed.emit()

    def _show_fields(self) -> None:
        kind = PostKind(self.kind.currentData())
        for shown, widgets in (
            (kind is not PostKind.CARDS, self._for_post),
            (kind is PostKind.LABELS, self._for_labels),
            (kind is PostKind.ENVELOPES, self._for_envelopes),
        ):
            for widget in widgets:
                widget.setVisible(shown)
        sheet = self.chosen_sheet()
        words = self.tr("{count} labels of {width} × {height} mm on {paper}")
        if sheet.paper == ROLL:
            words = self.tr("Labels of {width} × {height} mm on a roll")
        self.measures.setText(
            words.format(
                count=sheet.count,
                width=f"{sheet.width:.4g}",
                height=f"{sheet.height:.4g}",
                paper=sheet.paper,
            )
        )

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2, 2, 2, 2)
        self._column.setSpacing(TIGHT)
        self._add(self.tr("&What"), self.kind)
        self._add(self.tr("W&hom"), self.whom)
        self._for_post = self._add(self.tr("Which &address"), self.address)
        self._for_labels = [
            *self._add(self.tr("Sh&eet"), self.sheet),
            *self._add("", self.measures),
            *self._add("", self.own),
            *self._add(self.tr("&First free label"), self.picture),
            *self._add(self.tr("&Labels for each"), self.copies),
            *self._add("", self.outlines),
        ]
        self._for_envelopes = [
            *self._add(self.tr("En&velope"), self.envelope),
            *self._add(self.tr("&Your own address"), self.sender_field),
        ]
        self._add(self.tr("Without people ta&gged"), self.leave_out)
        self._column.addStretch(1)

    def _add(self, words: str, field: QWidget) -> list[QWidget]:
        widgets: list[QWidget] = [field]
        if words:
            self._column.addSpacing(MEDIUM)
            widgets.insert(0, FieldLabel(words, field))
        for widget in widgets:
            self._column.addWidget(widget)
        return widgets

    def _kind_words(self, kind: PostKind) -> str:
        return {
            PostKind.LABELS: self.tr("Address labels"),
            PostKind.ENVELOPES: self.tr("Envelopes"),
            PostKind.CARDS: self.tr("Cards to write on"),
        }[kind]

    def _address_words(self, choice: AddressChoice) -> str:
        return {
            AddressChoice.PREFERRED: self.tr("The usual one"),
            AddressChoice.HOME: self.tr("At home"),
            AddressChoice.WORK: self.tr("At work"),
        }[choice]


def _filled(lines: Sequence[tuple[str, object]]) -> ChoiceField:
    field = ChoiceField()
    for words, data in lines:
        field.addItem(words, data)
    return field
