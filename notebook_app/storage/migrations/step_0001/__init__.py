"""Version 1: tables for all the words of the program, full-text search, and the undo journal.

Frozen: what is in here was run on people's notebooks. Later changes are later steps.
"""

from notebook_app.storage.migrations.step_0001 import contacts, happenings, records, search

SQL = "".join((contacts.SQL, happenings.SQL, records.SQL, search.SQL))
