"""Has what a widget says of itself read out, where something that it draws was chosen."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget) -> None:
    """Have the widget's accessible name read out, if anybody listens."""
    # Loaded when something is chosen: it takes as long as a page's own first picture.
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.NameChanged))
