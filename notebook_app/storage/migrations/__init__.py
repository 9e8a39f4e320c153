"""Numbered steps that bring a notebook of any older version up to this program's."""

from pathlib import Path
from typing import Final

from notebook_app.storage.migrations import step_0001, step_0002, step_0003, step_0004, step_0005

STEPS: tuple[str, ...] = (
    step_0001.SQL,
    step_0002.SQL,
    step_0003.SQL,
    step_0004.SQL,
    step_0005.SQL,
)
"""The SQL of each step; step ``n`` makes version ``n``. Steps are frozen once released.

Besides SQL's own functions they may use ``folded(text)``, without accents and case, and
``searchable(text)``, as the full-text indexes need it."""

NEWEST_VERSION = len(STEPS)

SCHEMA_FILE: Final = Path(__file__).with_name("schema.sql")
"""What the steps make of an empty file, to make it at once."""

SCHEMA_VERSION: Final = 5
"""The version that it makes."""
