"""The chips above the people list: everyone, a role, a tag, a ready-made list."""

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
from notebook_app.model.query.parse import parse_query
from notebook_app.model.query.ready_lists import LOSING_TOUCH, NOT_FOLLOWED_UP, ReadyList
from notebook_app.model.query.terms import Keyed, PeopleQuery, Term
from notebook_app.model.query.values import Word

STANDING_TAGS: Final = 1
"""How many of the most used tags have a chip that is always there: one line has room for it."""

_LONGEST: Final = 24


class FilterChips(QWidget):
    """``narrowed`` carries the chosen ``PeopleQuery``, without words."""

    narrowed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the chips of a notebook without tags."""
        super().__init__(parent)
        self._filter = PeopleQuery()
        self._tags: list[str] = []
        self._all_tags: list[str] = []
        self._count = 0
        self.chips: list[Chip] = []
        self._menu = QMenu(self)
        self._flow = FlowLayout(self, across=0, down=0)
        self._flow.setContentsMargins(MEDIUM - 1, SMALL - 2, LARGE, SMALL - 1)
        self._show_chips()

    def chosen(self) -> PeopleQuery:
        """Return the filter that is chosen."""
        return self._filter

    def choose(self, narrowed: PeopleQuery) -> None:
        """Choose a filter without telling anybody."""
        self._filter = narrowed.without_words()
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
            chosen == PeopleQuery(),
            PeopleQuery(),
        )
        everyone.setEnabled(True)
        standing = [_role(Role.CLIENT), *map(_tag, self._tags[:STANDING_TAGS])]
        terms = list(chosen.terms)
        for ready in (LOSING_TOUCH, NOT_FOLLOWED_UP):
            whole = parse_query(ready.query)
            if whole.terms and all(term in terms for term in whole.terms):
                terms = [term for term in terms if term not in whole.terms]
                self._add(self._ready_words(ready), True, PeopleQuery(tuple(terms)))
        for term in dict.fromkeys((*standing, *terms)):
            self._add(self._words_of(term), chosen.has(term), _turned(chosen, term))
        more = Chip(self.tr("+ Filter"), checkable=False)
        more.setToolTip(self.tr("Only some people: by role, tag or list"))
        more.clicked.connect(lambda _checked=False: self._open_menu(more))
        self.chips.append(more)
        self._flow.addWidget(more)
        for chip in self.chips:
            if chip.words == focused:
                chip.setFocus()
        self.updateGeometry()

    def _add(self, words: str, on: bool, leads_to: PeopleQuery) -> Chip:
        chip = Chip(words)
        chip.setChecked(on)
        chip.clicked.connect(lambda _checked=False: self._take(leads_to))
        self.chips.append(chip)
        self._flow.addWidget(chip)
        return chip

    def _words_of(self, term: Term) -> str:
        words = term.text
        match term:
            case Keyed("role", (Word(word),)):
                words = role_words(Role(word))
            case Keyed("tag", (Word(word),)):
                words = word
        return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"

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
        for ready in (LOSING_TOUCH, NOT_FOLLOWED_UP):
            whole = parse_query(ready.query)
            on = chosen == whole
            self._add_line(menu, self._ready_words(ready), on, PeopleQuery() if on else whole)
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

    def _add_line(self, menu: QMenu, words: str, on: bool, leads_to: PeopleQuery) -> None:
        action = menu.addAction(without_key(words))
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda _checked=False: self._take(leads_to))

    def _ready_words(self, ready: ReadyList) -> str:
        return {
            LOSING_TOUCH: self.tr("Losing touch"),
            NOT_FOLLOWED_UP: self.tr("Met, not followed up"),
        }[ready]


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
