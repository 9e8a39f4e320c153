"""Plays a script in the program's real window, one step after the other, as its loop runs.

A step that opens something modal must not wait inside itself: ``soon`` has it done by the loop.
"""

import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

Script = Iterator[Callable[[], object]]
Kind = TypeVar("Kind", bound=QWidget)

_TICK_MS = 20
_PATIENCE_SECONDS = 20.0


class Stage(QObject):
    """Begins the script once the application runs, and ends the process if a step fails.

    The script yields what it waits for: the next step follows when that returns something true.
    """

    _ready = Signal()

    def __init__(self, script: Script, pictures: Path) -> None:
        """Take the script, and a folder for a picture of the screen where it fails."""
        super().__init__()
        self._script = script
        self._pictures = pictures
        self._awaited: Callable[[], object] = bool
        self._since = time.monotonic()
        self._playing = False
        self._timer: QTimer | None = None
        self._ready.connect(self._begin)
        self.failed = True
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        while QApplication.instance() is None:
            time.sleep(0.05)
        self._ready.emit()

    def _begin(self) -> None:
        self._awaited = lambda: True
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(_TICK_MS)

    def _go_on(self) -> None:
        if self._playing:
            return
        self._playing = True
        try:
            if self._awaited():
                self._awaited = next(self._script)
                self._since = time.monotonic()
            elif time.monotonic() - self._since > _PATIENCE_SECONDS:
                raise TimeoutError(f"what the script waits for at {self._place()} did not come")
        except StopIteration:
            self.failed = False
            self._leave()
        except Exception:
            traceback.print_exc()
            self._take_picture()
            self._leave()
        finally:
            self._playing = False

    def _place(self) -> str:
        """Return the lines of the script that are being played, outermost first."""
        lines = []
        part: object = self._script
        while (frame := getattr(part, "gi_frame", None)) is not None:
            lines.append(f"{frame.f_code.co_name}:{frame.f_lineno}")
            part = getattr(part, "gi_yieldfrom", None)
        return " > ".join(lines)

    def _leave(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        for window in QApplication.topLevelWidgets():
            window.close()
        QTimer.singleShot(1000, lambda: QApplication.exit(0))

    def _take_picture(self) -> None:
        for number, window in enumerate(QApplication.topLevelWidgets()):
            if window.isVisible():
                path = self._pictures / f"failed-{number}.png"
                window.grab().save(str(path))
                print(path, file=sys.stderr)


def soon(act: Callable[[], object]) -> None:
    """Have ``act`` done by the loop, after this step."""
    QTimer.singleShot(0, act)


def seen(kind: type[Kind], text: str | None = None) -> Kind | None:
    """Return a visible widget of ``kind`` anywhere, with ``text`` on it if that is given."""
    for window in QApplication.topLevelWidgets():
        for widget in (window, *window.findChildren(QWidget)):
            if isinstance(widget, kind) and widget.isVisible():
                words = getattr(widget, "text", str)
                if text is None or str(words()).replace("&", "") == text:
                    return widget
    return None
