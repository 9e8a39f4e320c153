"""The buttons above the calendar: back, today, onward, and which kind of view is shown."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from notebook_app.gui.theme import SMALL
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.chip import Chip


class TimeButtons(QObject):
    """``turned`` carries -1 or 1, ``view_wanted`` the key of a view; see ``views``."""

    turned = Signal(int)
    today_wanted = Signal()
    view_wanted = Signal(str)

    def __init__(self, parent: QObject) -> None:
        """Make the buttons; the page lays them out."""
        super().__init__(parent)
        self.back = PlainButton("‹", lambda: self.turned.emit(-1))
        self.to_today = PlainButton(self.tr("Today"), self.today_wanted.emit)
        self.to_today.setToolTip(self.tr("Today (T); another day (G)"))
        self.onward = PlainButton("›", lambda: self.turned.emit(1))
        self.views = {
            "month": Chip(self.tr("Month")),
            "week": Chip(self.tr("Week")),
            "agenda": Chip(self.tr("Agenda")),
        }
        group = QButtonGroup(self)
        for (key, chip), letter in zip(self.views.items(), "MWA", strict=True):
            group.addButton(chip)
            chip.setToolTip(f"{chip.words} ({letter})")
            chip.clicked.connect(partial(self._wanted, key))
        self.show_view("month")

    def all(self) -> tuple[QWidget, ...]:
        """Return them in their order."""
        return (self.back, self.to_today, self.onward, *self.views.values())

    def shown_view(self) -> str:
        """Return the key of the view that is shown."""
        return next(key for key, chip in self.views.items() if chip.isChecked())

    def show_narrow(self, narrow: bool) -> None:
        """Keep the arrows short where the words beside them need the room."""
        room = f"padding-left: {SMALL}px; padding-right: {SMALL}px;" if narrow else ""
        for button in (self.back, self.onward):
            if button.styleSheet() != room:
                button.setStyleSheet(room)

    def show_view(self, key: str) -> None:
        """Mark a view as the one that is shown; the pages that are turned are its."""
        self.views[key].setChecked(True)
        week = key == "week"
        before = self.tr("Week before") if week else self.tr("Month before")
        after = self.tr("Next week") if week else self.tr("Next month")
        for button, words, key_words in (
            (self.back, before, self.tr("Page Up")),
            (self.onward, after, self.tr("Page Down")),
        ):
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({key_words})")

    def _wanted(self, key: str, _checked: bool = False) -> None:
        self.view_wanted.emit(key)
