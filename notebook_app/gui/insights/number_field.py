"""A small field for a whole number, or none."""

from PySide6.QtWidgets import QWidget

from notebook_app.gui.theme import theme_of
from notebook_app.gui.widgets.text_fields import LineField


class NumberField(LineField):
    """Empty for none; what is no number is told by ``is_right``."""

    def __init__(self, number: int | None = None, parent: QWidget | None = None) -> None:
        """Show a number, or nothing."""
        super().__init__(parent)
        self.setMaximumWidth(theme_of(self).em(8))
        self.setMaxLength(6)
        if number is not None:
            self.setText(self.locale().toString(number))

    def number(self) -> int | None:
        """Return the number; None for none, and for what is not one."""
        text = self.text().strip()
        number, right = self.locale().toInt(text)
        if not right:
            number, right = (int(text), True) if text.isdecimal() else (0, False)
        return number if right and number >= 0 else None

    def is_right(self) -> bool:
        """Return whether it is a number or nothing."""
        return not self.text().strip() or self.number() is not None
