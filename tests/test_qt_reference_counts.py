"""PySide6 6.12.0 takes references to None and True away on Python 3.11 until the process dies.

pyproject.toml keeps that version out; this notices it, or a later one like it, in seconds instead
of by a crash somewhere else. From Python 3.12 on both objects are immortal (PEP 683).
"""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 50
# Other threads and the interpreter itself may hold or let go of a few at any time.
TOLERANCE = 10

pytestmark = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None and True are immortal from Python 3.12 on"
)


class Sender(QObject):
    """Something that emits."""

    changed = Signal()


def lost_references(value: object, call: Callable[[], object]) -> int:
    """How many references to `value` are gone after calling `call` CALLS times."""
    before = sys.getrefcount(value)
    for _ in range(CALLS):
        call()
    return before - sys.getrefcount(value)


@pytest.mark.parametrize("value", [None, True])
def test_emitting_a_signal_takes_no_references_away(qapp: object, value: object) -> None:
    """What 6.12.0 does to True."""
    sender = Sender()
    assert lost_references(value, sender.changed.emit) < TOLERANCE


@pytest.mark.parametrize("value", [None, True])
def test_a_call_that_returns_nothing_takes_no_references_away(qtbot: QtBot, value: object) -> None:
    """What 6.12.0 does to None."""
    label = QLabel()
    qtbot.addWidget(label)
    assert lost_references(value, lambda: label.setText("Ada")) < TOLERANCE


@pytest.mark.parametrize("value", [None, True])
def test_lost_references_would_be_counted(value: object) -> None:
    """The measure itself sees the loss: a list that lets go of one reference at each call."""
    held = [value] * CALLS
    assert lost_references(value, held.clear) >= CALLS - TOLERANCE
