"""What the window does with events: shows one, begins one, writes down whom one met at one."""

from collections.abc import Callable, Sequence
from datetime import date

from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.command import Command, Menu
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.main_window import MainWindow


def provide_event_acts(desk: Desk, window: Callable[[], MainWindow]) -> None:
    """Let pages ask for events; ``window`` returns the window, once there is one."""

    def show(event_id: int) -> None:
        from notebook_app.gui.events.events_page import EventsPage

        page = window().show_page("events")
        if isinstance(page, EventsPage) and page.show_event(event_id):
            page.focus_content()

    def add(on: date | None = None) -> None:
        from notebook_app.gui.events.events_page import EventsPage

        page = window().show_page("events")
        if isinstance(page, EventsPage):
            page.add_event(on)

    def capture(event_id: int | None = None) -> None:
        from notebook_app.gui.capture.capture_page import CapturePage

        page = window().show_page("capture")
        if isinstance(page, CapturePage):
            page.begin(event_id)

    def print_sheet(event_id: int) -> None:
        from notebook_app.gui.printing.event_sheet_dialog import show_event_sheet

        show_event_sheet(desk, window(), event_id)

    desk.provide(Act.PRINT_EVENT, print_sheet)
    desk.provide(Act.SHOW_EVENT, show)
    desk.provide(Act.ADD_EVENT, add)
    desk.provide(Act.CAPTURE_EVENT, capture)


def event_commands(desk: Desk) -> Sequence[Command]:
    """Return the lines of the menu that are about events."""
    tr = desk.tr
    begin = tr("&Write down who you met…")
    return (
        Command(
            Menu.PEOPLE,
            tr("New &event…"),
            lambda: desk.ask(Act.ADD_EVENT),
            "Ctrl+Shift+N",
            group=1,
        ),
        Command(Menu.PEOPLE, begin, lambda: desk.ask(Act.CAPTURE_EVENT), "Ctrl+Shift+E", group=1),
    )
