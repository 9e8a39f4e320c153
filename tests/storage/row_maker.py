"""Puts rows into any table, whatever its columns, so that no table is left out of a test."""

from notebook_app.storage.notebook import Notebook

_KINDS = {"contact": "person", "link": "web", "follow_up": "call", "favour": "help"}
_REAL_VALUES = {
    "role": "peer",
    "due_at": "09:30",
    "stage": "know",
    "cadence_unit": "weeks",
    "channel": "call",
    "formality": "informal",
    "involvement": "attended",
    "presence": "met",
    "state": "open",
    "knowledge": "told",
    "direction": "given",
    "note_state": None,
    "initiated_by": "me",
    "source": None,
    "outcome": "no answer",
    "rung": "",
    "ladder": "",
    "value": "12.50",
    "photo_id": None,
    "deleted_at": None,
    "undone_at": None,
    "search_words": None,
    "birthday": "--02-29",
    "date": "1999-12-31",
}


def make_row(notebook: Notebook, table: str, number: int) -> int:
    """Insert a row whose parents are each the newest row of their table; return its id.

    Stands in a change. Raises sqlite3.IntegrityError if that row is there already.
    """
    database = notebook.database
    parents = {row[3]: row[2] for row in database.execute_sql(f"PRAGMA foreign_key_list({table})")}
    values: dict[str, object] = {}
    for _, name, kind, _, _, key in database.execute_sql(f"PRAGMA table_info({table})").fetchall():
        if key:
            continue
        if parents.get(name) == "stored_file":
            values[name] = _stored_file(notebook)
        elif name in parents:
            newest = database.execute_sql(f"SELECT max(id) FROM {parents[name]}").fetchone()[0]
            values[name] = None if parents[name] == "photo" else newest
        elif name == "kind":
            values[name] = _KINDS[table]
        elif name in _REAL_VALUES:
            values[name] = _REAL_VALUES[name]
        elif name.endswith("_on") or name == "since":
            values[name] = f"2026-01-{1 + number % 28:02d}"
        elif name.endswith("_at"):
            values[name] = f"{number % 24:02d}:00"
        else:
            values[name] = (
                number if kind == "INTEGER" else f"{name} {number} ‘ünï\x00code’\n{table}"
            )
    columns, marks = ", ".join(values), ", ".join("?" * len(values))
    sql = f"INSERT INTO {table}({columns}) VALUES ({marks})"
    return int(database.execute_sql(sql, list(values.values())).lastrowid)


def _stored_file(notebook: Notebook) -> int:
    """Store a file unless there is one; files are not written down for undo."""
    notebook.database.execute_sql(
        "INSERT OR IGNORE INTO stored_file(sha256, size, data) VALUES ('abc', 3, x'616263')"
    )
    return int(notebook.database.execute_sql("SELECT max(id) FROM stored_file").fetchone()[0])
