"""Says what an import would do, card by card, before anything is written."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QListView,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from notebook_app.gui.importing.card_list import CARD_ROLE, PLACE_ROLE, CardDelegate, CardList
from notebook_app.gui.importing.card_view import CardView
from notebook_app.gui.importing.state_words import count_words
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import Divider, PlainLabel
from notebook_app.services.describe_card import describe_card
from notebook_app.services.import_plan import CardState, ImportPlan, PlannedCard


class ImportPreview(QDialog):
    """Shows a plan; the primary button carries it out."""

    def __init__(
        self,
        plan: ImportPlan,
        region: str,
        carry_out: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        """Take the plan, the user's country, and what is to be done when the user agrees."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import from a phone"))
        self._plan = plan
        self._region = region
        self._carry_out = carry_out
        self.cards = CardList(plan)
        self.list = QListView()
        self.list.setModel(self.cards)
        self.list.setItemDelegate(CardDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Cards in the file"))
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.view = CardView()
        self.chips: dict[CardState | None, Chip] = {}
        self.import_button = PrimaryButton(self._import_words(), self._agree)
        self.import_button.setDefault(True)
        self.import_button.setVisible(not plan.changes_nothing)
        closing = self.tr("Close") if plan.changes_nothing else self.tr("Cancel")
        self.cancel_button = PlainButton(closing, self.reject)
        self._lay_out()
        self._show_state(None)
        self.list.setFocus()

    def _agree(self) -> None:
        self.accept()
        self._carry_out()

    def _show_state(self, state: CardState | None) -> None:
        self.cards.show_only(state)
        first = self.cards.index(0)
        self.list.setCurrentIndex(first)
        self._show_current(first)

    def _show_current(self, current: QModelIndex, _previous: object = None) -> None:
        card = current.data(CARD_ROLE) if current.isValid() else None
        if not isinstance(card, PlannedCard):
            self.view.show_card(None)
        elif card.state in (CardState.NEW, CardState.UNCHANGED):
            place = int(current.data(PLACE_ROLE))
            self.view.show_card(card, describe_card(self._plan, place, self._region))
        else:
            self.view.show_card(card)

    def _import_words(self) -> str:
        counts = self._plan.counts()
        new, changed = counts[CardState.NEW], counts[CardState.CHANGED]
        if new and changed:
            return self.tr("Add {new}, update {changed}").format(new=new, changed=changed)
        if changed:
            return self.tr("Update {changed}").format(changed=changed)
        return self.tr("Add 1 person") if new == 1 else self.tr("Add {new} people").format(new=new)

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
        all_words = self.tr("All {count}").format(count=len(self._plan.cards))
        choices: list[tuple[CardState | None, str]] = [(None, all_words)]
        choices += [(state, count_words(state, counts[state])) for state in CardState]
        for state, words in choices:
            if state is not None and not counts[state]:
                continue
            chip = Chip(words)
            chip.setChecked(state is None)
            chip.clicked.connect(lambda _checked=False, wanted=state: self._show_state(wanted))
            group.addButton(chip)
            self.chips[state] = chip
            row.addWidget(chip)
        return row

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
        head.setSpacing(SMALL)
        head.addWidget(PlainLabel(self._headline(), TextRole.TITLE, wrap=True))
        head.addWidget(PlainLabel(self._sentence(), tone=Tone.MUTED, wrap=True))
        head.addLayout(self._chip_row())
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(self.list)
        parts.addWidget(self.view)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(1)
        parts.setSizes([theme_of(self).em(27), theme_of(self).em(27)])
        buttons = QHBoxLayout()
        buttons.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        buttons.setSpacing(SMALL)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.import_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Divider())
        column.addWidget(parts, 1)
        column.addWidget(Divider())
        column.addLayout(buttons)
        self.resize(theme_of(self).em(62), theme_of(self).em(42))
