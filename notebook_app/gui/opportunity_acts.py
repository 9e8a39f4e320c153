"""What the window does with opportunities: shows one, begins one, shows what somebody brought."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.command import Command, Menu
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.main_window import MainWindow
from notebook_app.model.rows import EntryKind

if TYPE_CHECKING:
    # Loaded with the page.
    from notebook_app.model.opportunity import OpportunityDraft


def provide_opportunity_acts(desk: Desk, window: Callable[[], MainWindow]) -> None:
    """Let pages ask for opportunities; ``window`` returns the window, once there is one."""

    def show(opportunity_id: int) -> None:
        from notebook_app.gui.opportunities.opportunities_page import OpportunitiesPage

        page = window().show_page("opportunities")
        if isinstance(page, OpportunitiesPage) and not page.show_opportunity(opportunity_id):
            desk.say(desk.tr("This opportunity is gone, or with somebody in the trash."))

    def show_of(contact_id: int) -> None:
        from notebook_app.gui.opportunities.opportunities_page import OpportunitiesPage

        page = window().show_page("opportunities")
        if isinstance(page, OpportunitiesPage):
            page.show_person(contact_id)
            page.focus_content()

    def begin(draft: "OpportunityDraft | None") -> None:
        from notebook_app.gui.opportunities.opportunities_page import OpportunitiesPage

        page = window().show_page("opportunities")
        if isinstance(page, OpportunitiesPage):
            page.add_opportunity(draft)

    def add(contact_id: int | None = None) -> None:
        from notebook_app.services.begin_opportunity import opportunity_with

        begin(None if contact_id is None else opportunity_with(desk.notebook, contact_id))

    def grow(kind: EntryKind, entry_id: int, contact_id: int | None = None) -> None:
        from notebook_app.services.begin_opportunity import (
            opportunity_from_conversation,
            opportunity_from_event,
        )

        if kind is EntryKind.EVENT:
            begin(opportunity_from_event(desk.notebook, entry_id, contact_id))
        else:
            begin(opportunity_from_conversation(desk.notebook, entry_id, contact_id))

    desk.provide(Act.SHOW_OPPORTUNITY, show)
    desk.provide(Act.SHOW_OPPORTUNITIES_OF, show_of)
    desk.provide(Act.ADD_OPPORTUNITY, add)
    desk.provide(Act.GROW_OPPORTUNITY, grow)


def opportunity_commands(desk: Desk, window: Callable[[], MainWindow]) -> Sequence[Command]:
    """Return the line of the menu that is about opportunities."""

    def add() -> None:
        page = window().pages.current_page()
        chosen = page.people_in_hand() if page is not None else ()
        desk.ask(Act.ADD_OPPORTUNITY, *(chosen if len(chosen) == 1 else ()))

    words = desk.tr("New &opportunity…")
    return (Command(Menu.PEOPLE, words, add, "Ctrl+Shift+O", group=1),)
