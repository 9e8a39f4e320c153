"""The program's log: a small file that turns over, never sent anywhere."""

import logging
import logging.handlers
from pathlib import Path

_MEGABYTE = 1_000_000


def start_log(path: Path) -> None:
    """Send what the program logs, small news included, to ``path``; if it can't be, nowhere.

    A log that was started before ends: a second start writes no line twice.
    """
    root = logging.getLogger("notebook_app")
    root.setLevel(logging.INFO)
    for before in root.handlers[:]:
        root.removeHandler(before)
        before.close()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = logging.handlers.RotatingFileHandler(
            path, maxBytes=_MEGABYTE, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)
    root.propagate = False
