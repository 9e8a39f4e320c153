"""The chips above the people list: everyone, a role, a tag, a ready-made list."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from notebook_app.gui.people.contact_words import role_words
from notebook_app.gui.people.term_words import ready_words, term_words
from notebook_app.gui.theme import MEDIUM, SMALL, TIGHT
from notebook_app.gui.widgets.buttons import without_key
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.model.contact import Role
from notebook_app.model.name_form import folded
from notebook_app.model.query.parse import parse_query
from notebook_app.model.query.ready_lists import READY_LISTS, ReadyList
from notebook_app.model.query.terms import Keyed, PeopleQuery, Term
from notebook_app.model.query.values import Word
from notebook_app.model.tag import TagColour

STANDING_TAGS: Final = 1
"""How many of the most used tags have a chip that is always there: one line has room for it."""


class FilterChips(QWidget):
    """``narrowed`` carries the chosen ``PeopleQuery``.

    ``typed_removed`` carries a term of the search whose chip was taken away; ``save_wanted`` asks
    for a new list of what is shown, ``keep_wanted`` for the open one to be changed.
    """

    narrowed = Signal(object)
    typed_removed = Signal(object)
    save_wanted = Signal()
    keep_wanted = Signal()
    view_menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the chips of a notebook without tags."""
        super().__init__(parent)
        self._filter = PeopleQuery()
        self._tags: list[str] = []
        self._all_tags: list[str] = []
        self._dots: dict[Term, TagColour] = {}
        self._count = 0
        self._typed: tuple[Term, ...] = ()
        self._list: PeopleQuery | None = None
        self.chips: list[Chip] = []
        self._menu = QMenu(self)
        self._flow = FlowLayout(self, across=0, down=0)
        self._flow.setContentsMargins(MEDIUM - 1, SMALL - 2, TIGHT, SMALL - 1)
        self._show_chips()

    def chosen(self) -> PeopleQuery:
        """Return the filter that is chosen."""
        return self._filter

    def choose(self, narrowed: PeopleQuery) -> None:
        """Choose a filter without telling anybody."""
        self._filter = narrowed
        self._show_chips()

    def show_typed(self, terms: Sequence[Term]) -> None:
        """Show the terms of the search that are no words, each with a chip to take it away."""
        if tuple(terms) != self._typed or any(terms):
            self._typed = tuple(terms)
            self._show_chips()

    def show_list(self, query: PeopleQuery | None) -> None:
        """Say what the open list asks for, so that changes to it can be kept or left."""
        self._list = query
        self._show_chips()

    def show_count(self, count: int) -> None:
        """Show how many people there are."""
        if count != self._count:
            self._count = count
            self._show_chips()

    def show_tags(
        self, top_tags: list[str], all_tags: list[str], colours: Mapping[str, TagColour]
    ) -> None:
        """Offer tags: the most used ones as chips, all in the menu; colours by folded name."""
        dots: dict[Term, TagColour] = {
            _tag(name): colours.get(folded(name), TagColour.NONE) for name in all_tags
        }
        if (top_tags, all_tags, dots) != (self._tags, self._all_tags, self._dots):
            self._tags, self._all_tags, self._dots = top_tags, all_tags, dots
            self._show_chips()

    def _show_chips(self) -> None:
        focused = next((chip.words for chip in self.chips if chip.hasFocus()), None)
        self._flow.clear()
        self.chips = []
        chosen = self._filter
        if self._list is None:
            self._add(
                self.tr("All {count}").format(count=self.locale().toString(self._count)),
                chosen == PeopleQuery() and not self._typed,
                PeopleQuery(),
            )
        standing = [_role(Role.CLIENT), *map(_tag, self._tags[:STANDING_TAGS])]
        terms = list(chosen.terms)
        for ready in READY_LISTS[1:]:
            whole = _whole(ready)
            if all(term in terms for term in whole.terms):
                terms = [term for term in terms if term not in whole.terms]
                self._add(ready_words(ready), True, PeopleQuery(tuple(terms)))
        if self._list is not None:
            standing = []
        typed = {folded(term.text) for term in self._typed}
        standing = [term for term in standing if folded(term.text) not in typed]
        for term in dict.fromkeys((*standing, *terms)):
            dot = self._dots.get(term, TagColour.NONE)
            self._add(term_words(term), chosen.has(term), _turned(chosen, term), dot)
        for term in self._typed:
            self._add_typed(term)
        self._add_keeping()
        more = Chip(self.tr("+ Filter"), checkable=False)
        more.setToolTip(self.tr("Only some people: by role, tag or list"))
        more.clicked.connect(lambda _checked=False: self._open_menu(more))
        self.chips.append(more)
        self._flow.addWidget(more)
        view = Chip("⋯", checkable=False)
        view.setAccessibleName(self.tr("View"))
        view.setToolTip(self.tr("View: as a list or a table, and in which order"))
        view.clicked.connect(
            lambda _checked=False: self.view_menu_wanted.emit(
                view.mapToGlobal(view.rect().bottomLeft())
            )
        )
        self.chips.append(view)
        self._flow.addWidget(view)
        for chip in self.chips:
            if chip.words == focused:
                chip.setFocus()
        self.updateGeometry()

    def _add(
        self, words: str, on: bool, leads_to: PeopleQuery, dot: TagColour = TagColour.NONE
    ) -> Chip:
        chip = Chip(words, dot=dot)
        chip.setChecked(on)
        chip.clicked.connect(lambda _checked=False: self._take(leads_to))
        self.chips.append(chip)
        self._flow.addWidget(chip)
        return chip

    def _add_typed(self, term: Term) -> None:
        chip = TypedChip(self.tr("{words}  ×").format(words=term_words(term)))
        chip.setAccessibleName(self.tr("Take away {words}").format(words=term.text))
        chip.setChecked(True)
        chip.clicked.connect(lambda _checked=False: self.typed_removed.emit(term))
        self.chips.append(chip)
        self._flow.addWidget(chip)

    def _add_keeping(self) -> None:
        """Offer to keep or leave what was changed of the open list."""
        if self._list is None or (self._filter == self._list and not self._typed):
            return
        keep = Chip(self.tr("Save changes"), checkable=False)
        keep.clicked.connect(lambda _checked=False: self.keep_wanted.emit())
        self.chips.append(keep)
        self._flow.addWidget(keep)
        if self._filter != self._list:
            base = self._list
            leave = Chip(self.tr("Leave them"), checkable=False)
            leave.clicked.connect(lambda _checked=False: self._take(base))
            self.chips.append(leave)
            self._flow.addWidget(leave)

    def _take(self, narrowed: PeopleQuery) -> None:
        self._filter = narrowed
        self._show_chips()
        self.narrowed.emit(narrowed)

    def _open_menu(self, chip: Chip) -> None:
        self._fill(self._menu)
        self._menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        chosen = self._filter
        for ready in READY_LISTS:
            whole = _whole(ready)
            on = all(term in chosen.terms for term in whole.terms)
            others = tuple(term for term in chosen.terms if term not in whole.terms)
            leads_to = PeopleQuery(others if on else (*others, *whole.terms))
            self._add_line(menu, ready_words(ready), on, leads_to)
        menu.addSeparator()
        for role in Role:
            term = _role(role)
            self._add_line(menu, role_words(role), chosen.has(term), _turned(chosen, term))
        if self._all_tags:
            menu.addSeparator()
            tags = menu.addMenu(self.tr("Tags"))
            for tag in self._all_tags:
                term = _tag(tag)
                self._add_line(tags, tag, chosen.has(term), _turned(chosen, term))
        menu.addSeparator()
        save = menu.addAction(self.tr("Save as list…"))
        save.setEnabled(bool(chosen.terms or self._typed))
        save.triggered.connect(lambda _checked=False: self.save_wanted.emit())

    def _add_line(self, menu: QMenu, words: str, on: bool, leads_to: PeopleQuery) -> None:
        action = menu.addAction(without_key(words))
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda _checked=False: self._take(leads_to))


class TypedChip(Chip):
    """A chip of the search; Delete takes it away like a click."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Delete and Backspace like Space."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
            return
        super().keyPressEvent(event)


@cache
def _whole(ready: ReadyList) -> PeopleQuery:
    """Return what a ready-made list asks for."""
    return parse_query(ready.query)


def _role(role: Role) -> Keyed:
    return Keyed("role", (Word(role.value),))


def _tag(tag: str) -> Keyed:
    return Keyed("tag", (Word(tag),))


def _turned(query: PeopleQuery, term: Term) -> PeopleQuery:
    """Return the query without the term if it has it, else with it."""
    if not query.has(term):
        return query.with_term(term)
    wanted = folded(term.text)
    return PeopleQuery(tuple(other for other in query.terms if folded(other.text) != wanted))
