"""The last line of a list that is not shown whole: how many more there are, and the way to them."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from notebook_app.gui.widgets.buttons import LinkButton


class MoreButton(LinkButton):
    """Hidden while everything is shown."""

    def __init__(
        self, of_what: str, clicked: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        """Take what the list is called, for screen readers, and what shows the others."""
        super().__init__("", clicked, parent)
        self._of_what = of_what
        self.hide()

    def show_count(self, more: int) -> None:
        """Say how many are not shown."""
        self.setVisible(more > 0)
        words = self.tr("and {count} more").format(count=self.locale().toString(more))
        self.setText(words)
        self.setAccessibleName(f"{self._of_what}: {words}")
