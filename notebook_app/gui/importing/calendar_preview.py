"""Says what importing a calendar would do, event by event, before anything is written."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.importing.calendar_list import CalendarList, event_state_words
from notebook_app.gui.importing.long_list_view import LongListView
from notebook_app.gui.importing.two_line_delegate import TwoLineDelegate
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.check_field import CheckField
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.services.calendar_plan import CalendarPlan, EventState


class CalendarPreview(QDialog):
    """Shows a plan; the primary button carries it out."""

    def __init__(
        self,
        plan: CalendarPlan,
        carry_out: Callable[[bool, frozenset[int]], object],
        parent: QWidget | None = None,
    ) -> None:
        """Take the plan, and what is to be done when the user agrees.

        It is handed whether to take out the dates that are no longer in the file, and the row ids
        of events that the user changed and that are to be as the file has them.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import events"))
        self._plan = plan
        self._carry_out = carry_out
        self.events = CalendarList(plan)
        self.list = LongListView()
        self.list.setAccessibleName(self.tr("Events in the file"))
        both = bool(plan.of(EventState.BOTH))
        self.list.setItemDelegate(TwoLineDelegate(self.list, ticks=both))
        self.list.setModel(self.events)
        self.events.dataChanged.connect(lambda *_places: self._show_act())
        self.chips: dict[EventState | None, Chip] = {}
        self.take_out = CheckField(self._gone_words())
        self.take_out.toggled.connect(self._show_act)
        self.import_button = PrimaryButton("", self._agree)
        self.import_button.setDefault(True)
        self.cancel_button = PlainButton(self.tr("Cancel"), self.reject)
        self._lay_out()
        self.take_out.setVisible(bool(plan.counts()[EventState.GONE]))
        self._show_act()
        self.list.setFocus()

    def _agree(self) -> None:
        self.accept()
        self._carry_out(self.take_out.isChecked(), self.events.taken())

    def _show_act(self) -> None:
        nothing = self._plan.changes_nothing and not self.take_out.isChecked()
        nothing = nothing and not self.events.taken()
        self.import_button.setText(self._act_words())
        self.import_button.setVisible(not nothing)
        self.cancel_button.setText(self.tr("Close") if nothing else self.tr("Cancel"))

    def _gone_words(self) -> str:
        count = self._plan.counts()[EventState.GONE]
        if count == 1:
            return self.tr("&Take out the date that is no longer in the file")
        words = self.tr("&Take out the {count} dates that are no longer in the file")
        return words.format(count=self.locale().toString(count))

    def _act_words(self) -> str:
        counts = self._plan.counts()
        new, changed = counts[EventState.NEW], self._plan.updated(self.events.taken())
        gone = counts[EventState.GONE] if self.take_out.isChecked() else 0
        parts = [
            words.format(count=f"{count:,}")
            for words, count in (
                (self.tr("Add {count}"), new),
                (self.tr("update {count}") if new else self.tr("Update {count}"), changed),
                (
                    self.tr("take out {count}") if new or changed else self.tr("Take out {count}"),
                    gone,
                ),
            )
            if count
        ]
        if changed or gone:
            return ", ".join(parts)
        if new == 1:
            return self.tr("Add 1 event")
        return self.tr("Add {new} events").format(new=f"{new:,}")

    def _lay_out(self) -> None:
        counts = self._plan.counts()
        group = QButtonGroup(self)
        chips = FlowLayout()
        everything = self.tr("All {count}").format(count=f"{len(self._plan.events):,}")
        self._add_chip(chips, group, None, everything)
        for state in EventState:
            if counts[state]:
                word = event_state_words(state)
                words = f"{word[0].upper()}{word[1:]} {counts[state]:,}"
                self._add_chip(chips, group, state, words)
        self.chips[None].setChecked(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.import_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        title = ", ".join(self._plan.file_names)
        column.addWidget(PlainLabel(title[:200], TextRole.TITLE, wrap=True))
        column.addLayout(chips)
        column.addWidget(self.list, 1)
        self.remarks = PlainLabel("\n".join(self._plan.remarks()), tone=Tone.MUTED, wrap=True)
        self.remarks.setVisible(bool(self.remarks.text()))
        column.addWidget(self.remarks)
        column.addWidget(self.take_out)
        column.addLayout(buttons)
        self.resize(theme_of(self).em(50), theme_of(self).em(42))

    def _add_chip(
        self, row: FlowLayout, group: QButtonGroup, state: EventState | None, words: str
    ) -> None:
        chip = Chip(words)
        chip.clicked.connect(partial(self._show_only, state))
        group.addButton(chip)
        row.addWidget(chip)
        self.chips[state] = chip

    def _show_only(self, state: EventState | None) -> None:
        self.events.show_only(state)
