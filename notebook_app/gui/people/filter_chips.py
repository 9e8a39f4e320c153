"""The chips above the people list: everyone, a role, a tag, a ready-made list."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from notebook_app.gui.people.contact_words import role_words
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL
from notebook_app.gui.widgets.buttons import without_key
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.model.contact import Role
from notebook_app.model.name_form import folded
from notebook_app.model.people_filter import PeopleFilter, ReadyList

STANDING_TAGS: Final = 1
"""How many of the most used tags have a chip that is always there: one line has room for it."""

_LONGEST: Final = 24


class FilterChips(QWidget):
    """``narrowed`` carries the chosen ``PeopleFilter``, without words."""

    narrowed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the chips of a notebook without tags."""
        super().__init__(parent)
        self._filter = PeopleFilter()
        self._tags: list[str] = []
        self._all_tags: list[str] = []
        self._count = 0
        self.chips: list[Chip] = []
        self._menu = QMenu(self)
        self._flow = FlowLayout(self, across=0, down=0)
        self._flow.setContentsMargins(MEDIUM - 1, SMALL - 2, LARGE, SMALL - 1)
        self._show_chips()

    def chosen(self) -> PeopleFilter:
        """Return the filter that is chosen."""
        return self._filter

    def choose(self, narrowed: PeopleFilter) -> None:
        """Choose a filter without telling anybody."""
        self._filter = replace(narrowed, words="")
        self._show_chips()

    def show_count(self, count: int) -> None:
        """Show how many people there are."""
        if count != self._count:
            self._count = count
            self._show_chips()

    def show_tags(self, top_tags: list[str], all_tags: list[str]) -> None:
        """Offer tags: the most used ones as chips, all in the menu."""
        if (top_tags, all_tags) != (self._tags, self._all_tags):
            self._tags, self._all_tags = top_tags, all_tags
            self._show_chips()

    def _show_chips(self) -> None:
        focused = next((chip.words for chip in self.chips if chip.hasFocus()), None)
        self._flow.clear()
        self.chips = []
        chosen = self._filter
        everyone = self._add(
            self.tr("All {count}").format(count=self.locale().toString(self._count)),
            chosen == PeopleFilter(),
            PeopleFilter(),
        )
        everyone.setEnabled(True)
        roles = list(dict.fromkeys([Role.CLIENT, *([chosen.role] if chosen.role else [])]))
        for role in roles:
            on = chosen.role is role
            self._add(role_words(role), on, replace(chosen, role=None if on else role))
        for tag in self._shown_tags():
            on = bool(chosen.tag) and folded(chosen.tag) == folded(tag)
            words = tag if len(tag) <= _LONGEST else f"{tag[: _LONGEST - 1]}…"
            self._add(words, on, replace(chosen, tag="" if on else tag)).setToolTip("")
        if chosen.ready_list is not None:
            words = self._ready_words(chosen.ready_list)
            self._add(words, True, replace(chosen, ready_list=None))
        more = Chip(self.tr("+ Filter"), checkable=False)
        more.setToolTip(self.tr("Only some people: by role, tag or list"))
        more.clicked.connect(lambda _checked=False: self._open_menu(more))
        self.chips.append(more)
        self._flow.addWidget(more)
        for chip in self.chips:
            if chip.words == focused:
                chip.setFocus()
        self.updateGeometry()

    def _add(self, words: str, on: bool, leads_to: PeopleFilter) -> Chip:
        chip = Chip(words)
        chip.setChecked(on)
        chip.clicked.connect(lambda _checked=False: self._take(leads_to))
        self.chips.append(chip)
        self._flow.addWidget(chip)
        return chip

    def _shown_tags(self) -> list[str]:
        shown = self._tags[:STANDING_TAGS]
        if self._filter.tag and folded(self._filter.tag) not in map(folded, shown):
            shown = [*shown, self._filter.tag]
        return shown

    def _take(self, narrowed: PeopleFilter) -> None:
        self._filter = narrowed
        self._show_chips()
        self.narrowed.emit(narrowed)

    def _open_menu(self, chip: Chip) -> None:
        self._fill(self._menu)
        self._menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        chosen = self._filter
        for ready in ReadyList:
            self._add_line(
                menu,
                self._ready_words(ready),
                chosen.ready_list is ready,
                replace(chosen, ready_list=None if chosen.ready_list is ready else ready),
            )
        menu.addSeparator()
        for role in Role:
            on = chosen.role is role
            self._add_line(menu, role_words(role), on, replace(chosen, role=None if on else role))
        if self._all_tags:
            menu.addSeparator()
            tags = menu.addMenu(self.tr("Tags"))
            for tag in self._all_tags:
                on = bool(chosen.tag) and folded(chosen.tag) == folded(tag)
                self._add_line(tags, tag, on, replace(chosen, tag="" if on else tag))

    def _add_line(self, menu: QMenu, words: str, on: bool, leads_to: PeopleFilter) -> None:
        action = menu.addAction(without_key(words))
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda _checked=False: self._take(leads_to))

    def _ready_words(self, ready: ReadyList) -> str:
        return {
            ReadyList.LOSING_TOUCH: self.tr("Losing touch"),
            ReadyList.NOT_FOLLOWED_UP: self.tr("Met, not followed up"),
        }[ready]
