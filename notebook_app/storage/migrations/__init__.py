"""Numbered steps that bring a notebook of any older version up to this program's."""

from notebook_app.storage.migrations import step_0001

STEPS: tuple[str, ...] = (step_0001.SQL,)
"""The SQL of each step; step ``n`` makes version ``n``. Steps are frozen once released."""

NEWEST_VERSION = len(STEPS)
