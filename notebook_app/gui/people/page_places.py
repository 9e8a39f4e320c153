"""Takes from the parts of the page of people what a restart finds again, and gives it back."""

from notebook_app.gui.frame.page import PageState
from notebook_app.gui.people.middle_column import MiddleColumn
from notebook_app.gui.people.open_list import OpenList
from notebook_app.gui.people.page_memory import PageMemory, read_state, state_of
from notebook_app.gui.people.people_column import PeopleColumn
from notebook_app.gui.people.three_columns import ThreeColumns
from notebook_app.model.query.columns import columns_text
from notebook_app.model.query.terms import PeopleQuery


class PagePlaces:
    """Who is shown, the filter, the list and its look, the widths, and lines not saved yet."""

    def __init__(
        self, people: PeopleColumn, middle: MiddleColumn, columns: ThreeColumns, shown: OpenList
    ) -> None:
        """Take the parts of the page."""
        self._people = people
        self._middle = middle
        self._columns = columns
        self._list = shown

    def state(self) -> PageState:
        """Return them as short texts."""
        people, shown = self._people, self._list.shown
        return state_of(
            PageMemory(
                self._middle.shown_id,
                people.chips.chosen(),
                self._columns.chosen_widths(),
                self._middle.unsaved_texts(),
                None if shown is None else shown.id,
                people.look,
                columns_text(people.table.columns),
                people.sort.text,
            )
        )

    def restore(self, state: PageState, own_filter: PeopleQuery | None) -> None:
        """Take up what was there before; a page with a filter of its own keeps that."""
        read = read_state(state, self._people.vocabulary())
        self._people.chips.choose(own_filter or read.narrowed)
        if read.list_id is not None:
            self._list.show(read.list_id)
        else:
            self._people.show_look(read.look, read.columns, read.sort)
        self._middle.shown_id = read.contact_id
        if read.contact_id is not None:
            self._people.view.select_contact(read.contact_id)
        self._middle.take_unsaved_texts(read.unsaved)
        self._columns.take_widths(read.widths)
