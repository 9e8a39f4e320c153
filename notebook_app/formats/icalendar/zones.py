"""Time zones of calendar files: by their names, else as the file itself defines them.

A name of the IANA's list goes before the file's own definition, which many programs cut short.
"""

import re
from datetime import tzinfo
from functools import lru_cache
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

_LONGEST_NAME = 200
_LONGEST_TEXT = 20_000
_MOST_OWN = 200
_RULE = re.compile(r"RRULE[^:\n]*:([^\n]*)", re.IGNORECASE)


class Zones:
    """The time zones that the entries of one file name."""

    def __init__(self) -> None:
        """Begin without any of the file's own."""
        self._texts: dict[str, str] = {}
        self._found: dict[str, tzinfo | None] = {}

    def unknown(self) -> list[str]:
        """Return the names that were asked for and nobody knows."""
        return [name for name, found in self._found.items() if found is None]

    def define(self, name: str, text: str) -> None:
        """Keep what the file says of a zone (a VTIMEZONE); it is read if it is needed."""
        if len(self._texts) < _MOST_OWN and len(text) <= _LONGEST_TEXT:
            self._texts.setdefault(name, text)
            self._found.pop(name, None)

    def zone(self, name: str) -> tzinfo | None:
        """Return a zone; None if nobody knows it."""
        if name not in self._found:
            self._found[name] = _by_name(name) or _defined(self._texts.get(name, ""))
        return self._found[name]


@lru_cache(maxsize=500)
def _by_name(name: str) -> tzinfo | None:
    """Look a name up; some programs put the path of their own files before it."""
    parts = name[:_LONGEST_NAME].strip("/").split("/")
    for count in range(min(3, len(parts)), 0, -1):
        tail = "/".join(parts[-count:])
        if count == 1 and len(parts) > 1:
            break
        try:
            return ZoneInfo(tail)
        except (ValueError, OSError, KeyError):
            continue
    return None


def _defined(text: str) -> tzinfo | None:
    """Read a definition; one whose clock changes more often than yearly is nobody's."""
    if not text or any("FREQ=YEARLY" not in rule.upper() for rule in _RULE.findall(text)):
        return None
    from dateutil.tz import tzical

    try:
        read: Any = tzical(StringIO(text))
        found: tzinfo | None = read.get()
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError):
        return None
    return found
