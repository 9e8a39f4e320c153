"""The whole content of a notebook as a value to compare, and the checks that always hold."""

from notebook_app.storage.notebook import Notebook

_BESIDE_THE_CONTENT = ("photo", "stored_file", "journal_step", "journal_row", "sqlite_sequence")

SEARCHES = (
    "contact_search",
    "conversation_search",
    "follow_up_search",
    "event_search",
    "opportunity_search",
)

_SUMS = {
    "touch_day": "SELECT happened_on, count(*) FROM conversation_contact GROUP BY 1",
    "touch_year": "SELECT CAST(substr(happened_on, 1, 4) AS INTEGER), contact_id, count(*)"
    " FROM conversation_contact GROUP BY 1, 2",
    "conversation_day": "SELECT happened_on, coalesce(initiated_by, ''), setting,"
    " event_id IS NOT NULL, count(*) FROM conversation GROUP BY 1, 2, 3, 4",
    "first_talk": "SELECT link.contact_id, conversation_id, link.happened_on, event_id, setting"
    " FROM conversation_contact AS link JOIN conversation ON conversation.id = conversation_id"
    " WHERE conversation_id = (SELECT earliest.conversation_id FROM conversation_contact"
    "  AS earliest WHERE earliest.contact_id = link.contact_id"
    "  ORDER BY happened_on, happened_at, conversation_id LIMIT 1)",
}
"""What triggers keep, and what it is the sum of."""

Content = dict[str, list[tuple[object, ...]]]


def tables_of(notebook: Notebook) -> list[str]:
    """Return the names of all tables but those that full-text search and SQLite keep."""
    rows = notebook.database.execute_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_search%'"
        " ESCAPE '\\' ORDER BY name"
    )
    return [name for (name,) in rows]


def content_of(notebook: Notebook) -> Content:
    """Return every row of every table that undo must bring back."""
    return {
        table: notebook.database.execute_sql(f"SELECT * FROM {table} ORDER BY 1").fetchall()
        for table in tables_of(notebook)
        if table not in _BESIDE_THE_CONTENT
    }


def assert_all_is_well(notebook: Notebook) -> None:
    """The search finds what is written, every row has its parent, and repeats agree."""
    for index in SEARCHES:
        notebook.database.execute_sql(
            f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)"
        )
    assert notebook.database.execute_sql("PRAGMA foreign_key_check").fetchall() == []
    assert notebook.damage() == ""
    counted = notebook.database.execute_sql(
        "SELECT contact_id, max(happened_on), count(*), min(happened_on)"
        " FROM conversation_contact GROUP BY 1"
    ).fetchall()
    kept = notebook.database.execute_sql("SELECT * FROM last_touch ORDER BY 1").fetchall()
    assert kept == counted
    for table, sums in _SUMS.items():
        kept = sorted(notebook.database.execute_sql(f"SELECT * FROM {table}").fetchall())
        assert kept == sorted(notebook.database.execute_sql(sums).fetchall())
