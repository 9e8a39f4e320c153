"""The program's log: a small file that turns over, never sent anywhere."""

import logging
import logging.handlers
from pathlib import Path

_MEGABYTE = 1_000_000


def start_log(path: Path) -> None:
    """Send warnings and errors of the program to ``path``; without a writable folder, nowhere."""
    root = logging.getLogger("notebook_app")
    root.setLevel(logging.INFO)
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
