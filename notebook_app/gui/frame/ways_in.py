"""The ways by which people come in from a phone, for the button on an empty page."""

from collections.abc import Callable

from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.widgets.empty_state import Choices


def ways_in(desk: Desk) -> Callable[[], object] | Choices:
    """Return what the button does: a menu, or where there is only one way, that."""

    def choose_files() -> None:
        desk.ask(Act.IMPORT)

    if not desk.offers(Act.RECEIVE):
        return choose_files
    return (
        (desk.tr("Over the Wi-Fi, with the phone's camera…"), lambda: desk.ask(Act.RECEIVE)),
        (desk.tr("From a file…"), choose_files),
    )
