"""Times of day that a change of the clocks leaves out.

Follow-ups stand on local days and times and are never shifted by a time zone; only where a time
is chosen from the grid is it moved out of the hour that does not exist.
"""

from datetime import date, datetime, time


def existing_time(day: date, at: time) -> time:
    """Return ``at``, or the time that clocks show instead where a change to summer time skips it.

    By the computer's own time zone. Where the clocks are set back, the first of the two times
    is meant.
    """
    meant = datetime.combine(day, at)
    try:
        shown = datetime.fromtimestamp(meant.timestamp())
    except (OverflowError, OSError, ValueError):
        # Before or after what this computer counts.
        return at
    return shown.time() if shown.date() == day else at
