"""Says what an import would do, card by card, before anything is written."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from notebook_app.gui.importing.card_list import CARD_ROLE, PLACE_ROLE, CardList
from notebook_app.gui.importing.card_list_view import CardListView
from notebook_app.gui.importing.card_view import CardView
from notebook_app.gui.importing.for_all_menu import ForAllMenu
from notebook_app.gui.importing.state_words import count_words
from notebook_app.gui.importing.table_lines import TableLines
from notebook_app.gui.importing.three_parts import stand_in_three
from notebook_app.gui.theme import SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.card_merge import FieldChange
from notebook_app.services.describe_card import describe_card, describe_joining
from notebook_app.services.import_plan import CardState, ImportPlan, PlannedCard
from notebook_app.services.prepare_table import TableReading
from notebook_app.storage.notebook import Notebook


class ImportPreview(QDialog):
    """Shows a plan; the primary button carries it out, with what the user chose."""

    def __init__(
        self,
        plan: ImportPlan,
        notebook: Notebook,
        carry_out: Callable[[], object],
        parent: QWidget | None = None,
        change_columns: Callable[[TableReading], object] | None = None,
    ) -> None:
        """Take the plan, the notebook it is for, and what is to be done when the user agrees.

        ``change_columns`` is asked when the user wants to say what the columns of a table are.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import people"))
        self._plan = plan
        self._notebook = notebook
        self._carry_out = carry_out
        self._change_columns = change_columns
        self._to_set_aside = sum(
            card.state is CardState.UNREADABLE and not card.set_aside for card in plan.cards
        )
        self.cards = CardList(plan)
        self.cards.chosen.connect(self._chosen)
        self.list = CardListView()
        self.list.setAccessibleName(self.tr("Cards in the file"))
        self.list.setAccessibleDescription(self.tr("Space takes a card in or leaves it out"))
        self.list.setToolTip(self.tr("Space takes a card in or leaves it out"))
        self.view = CardView()
        self.view.person_chosen.connect(self._person_chosen)
        self.view.theirs_chosen.connect(self._theirs_chosen)
        self.chips: dict[CardState | None, Chip] = {}
        self.conflict_chip: Chip | None = None
        self.for_all = ForAllMenu(plan, self.cards)
        self.for_all.chosen.connect(self._all_chosen)
        self.import_button = PrimaryButton("", self._agree)
        self.import_button.setDefault(True)
        self.cancel_button = PlainButton("", self.reject)
        self._lay_out()
        # Not before: the list would set all its lines anew with each widget put around it.
        self.list.setModel(self.cards)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self._tell_effects()
        self._show_only(None)
        self.list.setFocus()

    def _agree(self) -> None:
        self.accept()
        self._carry_out()

    def _change_table(self, table: TableReading) -> None:
        self.reject()
        if self._change_columns is not None:
            self._change_columns(table)

    def _show_only(self, wanted: Callable[[PlannedCard], bool] | None) -> None:
        self.cards.show_only(wanted)
        first = self.cards.index(0)
        self.list.setCurrentIndex(first)
        if not first.isValid():
            self._show_current(first)  # no card became the current one, so nobody said so

    def _show_current(self, current: QModelIndex, _previous: object = None) -> None:
        card = current.data(CARD_ROLE) if current.isValid() else None
        if not isinstance(card, PlannedCard):
            self.view.show_card(None)
            return
        place = int(current.data(PLACE_ROLE))
        choice = self._plan.choices.of(place)
        joining = None
        if choice.contact_id is not None:
            joining = describe_joining(self._notebook, self._plan, place, choice.contact_id)
        contents: Sequence[FieldChange] = ()
        if choice.contact_id is None and (choice.as_new or card.state is not CardState.CHANGED):
            contents = describe_card(self._plan, place, self._notebook.region)
        self.view.show_card(card, contents, choice, joining)

    def _current_place(self) -> int | None:
        current = self.list.currentIndex()
        return int(current.data(PLACE_ROLE)) if current.isValid() else None

    def _person_chosen(self, contact_id: int | None) -> None:
        place = self._current_place()
        if place is None:
            return
        if contact_id is None:
            self._plan.choices.is_new(place)
        elif contact_id == self._plan.cards[place].contact_id:
            self._plan.choices.as_planned(place)
        else:
            self._plan.choices.is_person(place, contact_id)
        self._all_chosen()
        if self.view.person is not None:
            self.view.person.fields[contact_id].setFocus()

    def _theirs_chosen(self, fields: frozenset[str]) -> None:
        place = self._current_place()
        if place is not None:
            self._plan.choices.take_theirs(place, fields)
            self.cards.refresh()
            self._tell_effects()

    def _all_chosen(self) -> None:
        self.cards.refresh()
        self._chosen()

    def _chosen(self) -> None:
        self._tell_effects()
        self._show_current(self.list.currentIndex())

    def _tell_effects(self) -> None:
        """Say on the button what agreeing would do now."""
        effects = self._plan.effects()
        new, changed = effects[CardState.NEW], effects[CardState.CHANGED]
        aside = self._to_set_aside
        open_to_choice = not self._plan.changes_nothing or self.conflict_chip is not None
        if new and changed:
            words = self.tr("Add {new}, update {changed}").format(new=new, changed=changed)
        elif changed:
            words = self.tr("Update {changed}").format(changed=changed)
        elif new or not aside:
            one = self.tr("Add 1 person")
            words = one if new == 1 else self.tr("Add {new} people").format(new=new)
        else:
            one = self.tr("Set 1 card aside")
            words = one if aside == 1 else self.tr("Set {count} cards aside").format(count=aside)
        self.import_button.setText(words)
        self.import_button.setEnabled(bool(new or changed or aside))
        self.import_button.setVisible(open_to_choice or bool(aside))
        closing = self.tr("Cancel") if open_to_choice or aside else self.tr("Close")
        self.cancel_button.setText(closing)

    def _headline(self) -> str:
        names = ", ".join(self._plan.file_names[:3])
        more = len(self._plan.file_names) - 3
        return f"{names} +{more}" if more > 0 else names

    def _sentence(self) -> str:
        if self._plan.changes_nothing and self._plan.count(CardState.UNCHANGED):
            return self.tr("Everyone in it is in the notebook already. There is nothing to do.")
        if self._plan.changes_nothing:
            return self.tr("None of its cards can be read.")
        return self.tr("Nothing is written yet. Look through it; an import can be undone.")

    def _chip_row(self) -> FlowLayout:
        row = FlowLayout(across=SMALL, down=SMALL)
        group = QButtonGroup(self)
        counts = self._plan.counts()
        number = self.locale().toString(len(self._plan.cards))
        all_words = self.tr("All {count}").format(count=number)
        conflicts = sum(bool(card.kept) for card in self._plan.cards)
        if conflicts:
            number = self.locale().toString(conflicts)
            words = self.tr("Different here {count}").format(count=number)
            self.conflict_chip = self._chip(words, lambda card: bool(card.kept))
        self.chips[None] = self._chip(all_words, None)
        self.chips[None].setChecked(True)
        for state in CardState:
            if counts[state]:
                words = count_words(state, counts[state])
                self.chips[state] = self._chip(words, partial(_is_in, state))
        for chip in (*self.chips.values(), self.conflict_chip):
            if chip is not None:
                group.addButton(chip)
                row.addWidget(chip)
        return row

    def _chip(self, words: str, wanted: Callable[[PlannedCard], bool] | None) -> Chip:
        chip = Chip(words)
        chip.clicked.connect(lambda _checked=False: self._show_only(wanted))
        return chip

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.addWidget(PlainLabel(self._headline(), TextRole.TITLE, wrap=True))
        head.addWidget(PlainLabel(self._sentence(), tone=Tone.MUTED, wrap=True))
        self.tables = TableLines(self._plan, self._change_table if self._change_columns else None)
        if self._plan.tables:
            head.addWidget(self.tables)
        head.addLayout(self._chip_row())
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(self.list)
        parts.addWidget(self.view)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(1)
        parts.setSizes([theme_of(self).em(27), theme_of(self).em(27)])
        buttons = QHBoxLayout()
        buttons.addWidget(self.for_all)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.import_button)
        stand_in_three(self, head, parts, buttons)
        self.resize(theme_of(self).em(64), theme_of(self).em(44))


def _is_in(state: CardState, card: PlannedCard) -> bool:
    return card.state is state
