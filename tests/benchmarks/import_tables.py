"""How long a table takes to plan, import, import again and export, beside the bare csv module.

Run with ``python -m tests.benchmarks.import_tables [ROWS]``; the memory is that of the process
which imports, the processes that read beside it have a few dozen megabytes each.
"""

import csv
import io
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

if sys.platform != "win32":
    import resource

_HEADER = (
    "First Name,Last Name,Organization Name,Labels,Notes,E-mail 1 - Label,E-mail 1 - Value,"
    "Phone 1 - Label,Phone 1 - Value,Address 1 - Street,Address 1 - City"
)


def google_table(rows: int) -> bytes:
    """Return the table of so many made-up people, as Google Contacts writes it."""
    lines = (
        f"Given{number},Family{number % 7919},Firm {number % 997},chamber,Note {number},"
        f"* Work,person{number}@example.org,Mobile,+46 70 {number:07d},Street {number},Lund"
        for number in range(rows)
    )
    return "\r\n".join((_HEADER, *lines, "")).encode()


def main(rows: int) -> None:
    """Measure a table of ``rows`` rows, and print what it took."""
    from notebook_app.services.export_csv import export_csv
    from notebook_app.services.import_vcards import import_vcards
    from notebook_app.services.plan_import import plan_import
    from notebook_app.storage.notebook import Notebook

    data = google_table(rows)
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"{rows} rows, {len(data) / 1e6:.1f} MB, {os.cpu_count()} processors{load}")
    _row("the csv module alone", _seconds(lambda: _bare(data)), rows)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "people.csv")
        path.write_bytes(data)
        notebook = Notebook.open(Path(folder, "notebook.db"), region="SE")
        begun = time.perf_counter()
        plan = plan_import(notebook, [path])
        planned = time.perf_counter()
        outcome = import_vcards(notebook, plan)
        imported = time.perf_counter()
        assert outcome.added == rows
        _row("planning (reading and recognising)", planned - begun, rows)
        _row("importing what was planned", imported - planned, rows)
        _row("both", imported - begun, rows)
        del plan
        again = _seconds(lambda: import_vcards(notebook, plan_import(notebook, [path])))
        _row("the same table again", again, rows)
        _row("export, read back", _seconds(lambda: export_csv(notebook, path)), rows)
        notebook.close()
    if sys.platform != "win32":
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"  at most {most:.0f} MB of memory")


def _bare(data: bytes) -> int:
    return sum(1 for _ in csv.reader(io.StringIO(data.decode())))


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _row(what: str, seconds: float, rows: int) -> None:
    print(f"  {what:42} {seconds:7.2f} s {rows / seconds:9.0f} a second", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
