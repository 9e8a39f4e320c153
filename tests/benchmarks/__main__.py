"""Measures the program beside what the same machine does without it.

`packaging/benchmark [NAME…] [--contacts N]`: each name is one of those printed by `--help`;
without any, all are run, on 10,000 and on 100,000 contacts with ten conversations each. The
first run makes the notebooks (some minutes), which are kept for a week.
"""

import argparse
import platform
import sqlite3
import sys
from collections.abc import Callable, Iterator

from tests.benchmarks.calendar_views import calendar_views
from tests.benchmarks.duplicates import duplicates
from tests.benchmarks.figures import HEAD, Figure
from tests.benchmarks.import_cards import main as import_cards
from tests.benchmarks.import_tables import main as import_table
from tests.benchmarks.insights import insights
from tests.benchmarks.printing import printing
from tests.benchmarks.reading import reading
from tests.benchmarks.searching import searching
from tests.benchmarks.searching_everything import searching_everything
from tests.benchmarks.windows import acting, starting

BENCHMARKS: dict[str, Callable[[int], Iterator[Figure]]] = {
    "start": starting,
    "window": acting,
    "search": searching,
    "everything": searching_everything,
    "read": reading,
    "print": printing,
    "duplicates": duplicates,
    "calendar": calendar_views,
    "insights": insights,
}
SIZES = (10_000, 100_000)


def main() -> None:
    """Run the benchmarks that were named, or all."""
    parser = argparse.ArgumentParser(prog="packaging/benchmark", description=__doc__)
    parser.add_argument("names", metavar="NAME", nargs="*", help=", ".join([*BENCHMARKS, "import"]))
    parser.add_argument("--contacts", type=int, action="append", help="instead of both sizes")
    options = parser.parse_args()
    names = options.names or [*BENCHMARKS, "import"]
    strangers = set(names) - {*BENCHMARKS, "import"}
    if strangers:
        parser.error(f"there is no benchmark {', '.join(sorted(strangers))}")
    print(f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {sys.platform}")
    for contacts in options.contacts or SIZES:
        for name in names:
            if name in BENCHMARKS:
                print(f"\n{name}, {contacts:,} contacts with ten conversations each\n{HEAD}")
                for figure in BENCHMARKS[name](contacts):
                    print(figure.line(), flush=True)
    if "import" in names:
        print("\nimport of 10,000 cards")
        import_cards(10_000)
        print("\nimport of a table")
        import_table(10_000)


if __name__ == "__main__":
    main()
