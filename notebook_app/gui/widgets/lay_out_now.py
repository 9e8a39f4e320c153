"""Layouts found before the next frame rather than with the one after it."""

from PySide6.QtCore import QCoreApplication, QEvent


def lay_out_now() -> None:
    """Lay out all that has changed, so that one frame shows it where it stays.

    Qt lays out by posted events, each widget after what it holds: a change deep down comes to its
    place in steps, and a frame may be painted between two of them, only to be painted again.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
