"""Layouts found before the next frame rather than with the one after it."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent

_DEEPEST: Final = 8
"""Widgets within widgets, from a word on a page to the column that scrolls; more come later."""


def lay_out_now() -> None:
    """Lay out all that has changed, so that one frame shows it where it stays.

    Qt lays out by posted events, each widget after what it holds: a change deep down comes to its
    place in steps, and a frame may be painted between two of them, with parts squeezed into the
    room of before, only to be painted again.
    """
    for _level in range(_DEEPEST):
        # What a layout posts for the one around it is not sent by the call that sent its own.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
