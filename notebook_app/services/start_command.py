"""How this very program is started again: from the desktop's menu, and at login."""

import os
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]


def start_command() -> list[str]:
    """Return what starts this very program, by absolute paths."""
    own = _ROOT / "packaging" / "run"
    script = Path(sys.executable).with_name("contact-notebook")
    if getattr(sys, "frozen", False):
        return [sys.executable]
    if os.access(own, os.X_OK):
        return [str(own)]
    if os.access(script, os.X_OK):
        return [str(script)]
    return [sys.executable, "-P", "-m", "notebook_app"]
