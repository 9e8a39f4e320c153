"""The menu behind ``Not now ▾``: ask again in two weeks, in a month, on a day, or let it rest."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from notebook_app.gui.follow_ups.not_now_lines import fill_not_now
from notebook_app.gui.frame.desk import Desk
from notebook_app.services.snooze_contacts import snooze_contacts


class NotNowMenu(QMenu):
    """Each line shows the day it means."""

    def __init__(
        self, desk: Desk, contact_id: int, let_rest: Callable[[], object], parent: QWidget
    ) -> None:
        """Take the desk, about whom it is, and the button that the menu belongs to."""
        super().__init__(parent)
        fill_not_now(
            self,
            desk.clock.today(),
            parent,
            lambda day: desk.perform(lambda: snooze_contacts(desk.notebook, [contact_id], day)),
        )
        self.addSeparator()
        rest = self.addAction(self.tr("&Let it rest"))
        rest.setToolTip(self.tr("Ask for nothing until you speak again"))
        rest.triggered.connect(lambda _checked=False: let_rest())
