"""What the stores of a notebook share; each is loaded when it is first asked for.

A window or a command needs only some of them to begin with.
"""

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.storage.journal import Journal


class NotebookStores:
    """What reads and writes the parts of an open notebook; ``Notebook`` sets what they share."""

    database: SqliteDatabase
    clock: Clock
    region: str
    journal: Journal
