"""A pill that says what is chosen and opens a menu of what else can be chosen."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from notebook_app.gui.widgets.buttons import without_key
from notebook_app.gui.widgets.chip import Chip


class MenuChip(Chip):
    """``fill`` is handed an empty menu each time the pill is clicked."""

    def __init__(self, fill: Callable[[QMenu], None], parent: QWidget | None = None) -> None:
        """Take what fills the menu; nothing is chosen yet."""
        super().__init__("", parent=parent)
        self._fill = fill
        self._narrows = False
        self.clicked.connect(lambda _on=False: self._open())

    def say(self, words: str, *, narrows: bool) -> None:
        """Show what is chosen; it is lit where that ``narrows`` anything."""
        self._narrows = narrows
        self.set_words(f"{words} ▾")
        self.setChecked(narrows)

    def _open(self) -> None:
        self.setChecked(self._narrows)  # The click alone has not chosen anything.
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        self._fill(menu)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


def add_choice(menu: QMenu, words: str, on: bool, take: Callable[[], object]) -> None:
    """Add a line to a menu that says whether it is chosen; ``words`` are shown as they are."""
    action = menu.addAction(without_key(words))
    action.setCheckable(True)
    action.setChecked(on)
    action.triggered.connect(lambda _on=False: take())
