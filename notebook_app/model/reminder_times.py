"""When one is reminded if nothing else was said; other calendars are told the same."""

from typing import Final

USUAL_MINUTES_BEFORE: Final = 15
"""Before what has a time of day."""

USUAL_DAY_MINUTES: Final = 9 * 60
"""After midnight, of what has none: at nine in the morning."""
