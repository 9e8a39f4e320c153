"""The side of the dialog where one chooses whom to print, as what, and what of them."""

from collections.abc import Sequence

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.printing.page_fields import PageFields
from notebook_app.gui.printing.people_choices import (
    PeopleChoices,
    remembered_people_choices,
    remembered_style,
)
from notebook_app.gui.printing.print_choices import tags_from
from notebook_app.gui.printing.whom import Whom
from notebook_app.gui.theme import MEDIUM, TIGHT
from notebook_app.gui.widgets.check_field import CheckField
from notebook_app.gui.widgets.choice_field import ChoiceField
from notebook_app.gui.widgets.labels import FieldLabel
from notebook_app.gui.widgets.text_fields import LineField
from notebook_app.reports.contact_parts import Part
from notebook_app.reports.page_setup import PageSetup
from notebook_app.reports.people_style import PARTS_TO_CHOOSE, PeopleStyle


class PeoplePanel(QWidget):
    """``changed`` says that ``choices`` would answer anew, ``private_changed`` that a tag did."""

    changed = Signal()
    private_changed = Signal()

    def __init__(
        self,
        whom: Sequence[Whom],
        private: Sequence[str],
        settings: QSettings | None,
        parent: QWidget | None = None,
    ) -> None:
        """Take who can be printed, the tags that never are, and where choices are kept."""
        super().__init__(parent)
        self._settings = settings
        self._filling = False
        self.whom = self._field(whom)
        self.style_field = self._field(
            [(words, style.value) for style, words in self._style_words().items()]
        )
        self.style_field.choose(remembered_style(settings).value)
        self.page = PageFields(PageSetup())
        self.paper = self.page.paper
        self.orientation = self.page.orientation
        self.boxes = {part: CheckField(words) for part, words in self._part_words().items()}
        self.private = LineField(", ".join(private))
        self.private.setPlaceholderText(self.tr("Tags, with commas between"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(TIGHT)
        self._add(self.tr("&Whom"), self.whom)
        self._add(self.tr("&What"), self.style_field)
        self._add(self.tr("Pa&per"), self.paper)
        self._column.addWidget(self.page)
        self._shown_label = FieldLabel(self.tr("With"), self.boxes[Part.PHONES])
        self._column.addWidget(self._shown_label)
        for box in self.boxes.values():
            self._column.addWidget(box)
        self._column.addSpacing(MEDIUM)
        self.leave_out = LineField()
        self.leave_out.setPlaceholderText(self.tr("Tags, with commas between"))
        self._add(self.tr("Without people ta&gged"), self.leave_out)
        self._add(self.tr("Never p&rint these tags"), self.private)
        self._column.addStretch(1)
        self._fill()
        self.style_field.currentIndexChanged.connect(lambda _index: self._fill())
        for field in (self.whom, self.style_field):
            field.currentIndexChanged.connect(lambda _index: self._tell())
        self.page.changed.connect(self._tell)
        self.leave_out.editingFinished.connect(self._tell)
        for box in self.boxes.values():
            box.toggled.connect(lambda _on: self._tell())
        self.private.editingFinished.connect(self.private_changed.emit)

    def choices(self) -> PeopleChoices:
        """Return what is chosen."""
        style = PeopleStyle(self.style_field.currentData())
        offered = PARTS_TO_CHOOSE[style]
        usual = remembered_people_choices(None, style, self.locale()).shown
        ticked = {part for part in offered if self.boxes[part].isChecked()}
        page = self.page.setup()
        return PeopleChoices(
            style,
            page.paper,
            page.landscape,
            # What a document always shows is not there to be chosen.
            frozenset(ticked | (usual - set(offered))),
            page.margins,
            tags_from(self.leave_out.text()),
        )

    def private_tags(self) -> list[str]:
        """Return the tags that are never to be printed."""
        return [tag.strip() for tag in self.private.text().split(",") if tag.strip()]

    def _fill(self) -> None:
        """Show how the document that is chosen was printed last."""
        style = PeopleStyle(self.style_field.currentData())
        kept = remembered_people_choices(self._settings, style, self.locale())
        self._filling = True
        self.page.show_setup(kept.setup())
        self.leave_out.setText(", ".join(kept.leave_out))
        for part, box in self.boxes.items():
            box.setVisible(part in PARTS_TO_CHOOSE[style])
            box.setChecked(part in kept.shown)
        self._filling = False

    def _tell(self) -> None:
        if not self._filling:
            self.changed.emit()

    def _add(self, words: str, field: QWidget) -> None:
        self._column.addWidget(FieldLabel(words, field))
        self._column.addWidget(field)
        self._column.addSpacing(TIGHT)

    def _field(self, lines: Sequence[Whom]) -> ChoiceField:
        field = ChoiceField()
        field.setSizeAdjustPolicy(
            ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for words, data in lines:
            field.addItem(words, data)
        return field

    def _style_words(self) -> dict[PeopleStyle, str]:
        return {
            PeopleStyle.SHEET: self.tr("Contact sheets: all of each"),
            PeopleStyle.DIRECTORY: self.tr("Directory with a register"),
            PeopleStyle.PHONES: self.tr("Phone list"),
            PeopleStyle.BIRTHDAYS: self.tr("Birthday list"),
        }

    def _part_words(self) -> dict[Part, str]:
        return {
            Part.ORGANIZATION: self.tr("Firm"),
            Part.PHONES: self.tr("Phone numbers"),
            Part.EMAILS: self.tr("E-mail"),
            Part.ADDRESSES: self.tr("Addresses"),
            Part.LINKS: self.tr("Web pages"),
            Part.BIRTHDAY: self.tr("Birthdays and dates"),
            Part.TAGS: self.tr("Tags"),
            Part.NOTE: self.tr("Note"),
            Part.OWN_FIELDS: self.tr("Fields of your own"),
            Part.REMEMBERED: self.tr("Things to remember"),
            Part.CONVERSATIONS: self.tr("Last conversations"),
            Part.FOLLOW_UPS: self.tr("Open follow-ups"),
            Part.OPPORTUNITIES: self.tr("Opportunities"),
            Part.FAVOURS: self.tr("Favours"),
            Part.RELATIONS: self.tr("Related people"),
        }
