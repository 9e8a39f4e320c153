"""How long calendars take: 50,000 events read, taken in and read again; 10,000 entries written.

Run with ``python -m tests.benchmarks.calendars [EVENTS]``.
"""

import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from notebook_app.formats.icalendar.calendar_item import CalendarItem
from notebook_app.formats.icalendar.write import written
from notebook_app.foundation.progress import Progress
from notebook_app.services.import_calendar import import_calendar, plan_calendar
from notebook_app.services.verified_items import verified_items
from notebook_app.storage.notebook import Notebook

_WRITTEN = 10_000


def calendar(events: int) -> bytes:
    """Return a calendar of so many made-up events in a time zone."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for number in range(events):
        day = f"2026{number % 12 + 1:02}{number % 28 + 1:02}"
        lines += (
            "BEGIN:VEVENT",
            f"UID:{number}@example.org",
            f"DTSTART;TZID=Europe/Berlin:{day}T{number % 24:02}3000",
            "DURATION:PT45M",
            f"SUMMARY:Meeting {number}\\, room {number % 9}",
            f"LOCATION:Room {number % 9}",
            "DESCRIPTION:Something about it\\nand more than one line can hold",
            "END:VEVENT",
        )
    return "\r\n".join((*lines, "END:VCALENDAR", "")).encode()


def main(events: int) -> None:
    """Measure, and print what it took."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "work.ics")
        path.write_bytes(calendar(events))
        notebook = Notebook.open(Path(folder, "notebook.db"))
        begun = time.process_time()
        plan = plan_calendar(notebook, [path])
        planned = time.process_time()
        import_calendar(notebook, plan)
        imported = time.process_time()
        again = plan_calendar(notebook, [path])
        ended = time.process_time()
        assert again.changes_nothing
        notebook.close()
    print(f"{events} events: read {planned - begun:.1f} s, taken in {imported - planned:.1f} s,")
    print(f"  read again {ended - imported:.1f} s")
    stamp = "2026-01-01T10:00:00Z"
    items = [
        CalendarItem(str(number), "Call Carla", date(2026, 3, 10), stamp, stamp, alarm=15)
        for number in range(_WRITTEN)
    ]
    begun = time.process_time()
    for item in items:
        written(item)
    alone = time.process_time() - begun
    clock = time.monotonic()
    for _piece in verified_items(items, Progress()):
        pass
    beside = time.monotonic() - clock
    print(f"{_WRITTEN} entries written and read back: {alone:.1f} s here,")
    print(f"  {beside:.1f} s by the clock in processes of their own")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
