"""Version 2: full-text indexes of follow-ups, events and opportunities, kept by triggers.

They are made like the one of conversations in step 1. An open follow-up has a word more, a
private character that nobody types (U+E000): so those that are still to be done are found first
without reading all that were.
"""

_COLUMNS = """
-- The words as the search needs them, where that is not how they were written.
ALTER TABLE follow_up ADD COLUMN search_words TEXT;
ALTER TABLE event ADD COLUMN search_words TEXT;
ALTER TABLE opportunity ADD COLUMN search_words TEXT;
UPDATE follow_up SET search_words = searchable(note) WHERE searchable(note) <> note;
UPDATE event SET search_words = searchable(
    name || char(10) || place || char(10) || host || char(10) || goal || char(10) || note);
UPDATE event SET search_words = NULL WHERE search_words =
    name || char(10) || place || char(10) || host || char(10) || goal || char(10) || note;
UPDATE opportunity SET search_words = searchable(title || char(10) || note)
    WHERE searchable(title || char(10) || note) <> title || char(10) || note;
"""

_INDEX = """
CREATE VIEW {table}_words(id, words) AS SELECT id, {words} FROM {table};
CREATE VIRTUAL TABLE {table}_search USING fts5(
    words,
    content='{table}_words', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5', detail='none'
);
INSERT INTO {table}_search({table}_search) VALUES ('rebuild');
CREATE TRIGGER {table}_search_insert AFTER INSERT ON {table} BEGIN
    INSERT INTO {table}_search(rowid, words) VALUES (new.id, {new_words});
END;
CREATE TRIGGER {table}_search_delete AFTER DELETE ON {table} BEGIN
    INSERT INTO {table}_search({table}_search, rowid, words)
    VALUES ('delete', old.id, {old_words});
END;
CREATE TRIGGER {table}_search_update AFTER UPDATE OF {columns} ON {table} BEGIN
    INSERT INTO {table}_search({table}_search, rowid, words)
    VALUES ('delete', old.id, {old_words});
    INSERT INTO {table}_search(rowid, words) VALUES (new.id, {new_words});
END;
"""

_OPEN = "CASE {row}state WHEN 'open' THEN char(10) || char(57344) ELSE '' END"


def _index(table: str, columns: tuple[str, ...], *, marks_open: bool = False) -> str:
    written = " || char(10) || ".join(f"{{row}}{column}" for column in columns)
    words = f"coalesce({{row}}search_words, {written})"
    if marks_open:
        words += f" || {_OPEN}"
    watched = (*columns, "search_words", "state") if marks_open else (*columns, "search_words")
    return _INDEX.format(
        table=table,
        columns=", ".join(watched),
        words=words.format(row=""),
        new_words=words.format(row="new."),
        old_words=words.format(row="old."),
    )


SQL = (
    _COLUMNS
    + _index("follow_up", ("note",), marks_open=True)
    + _index("event", ("name", "place", "host", "goal", "note"))
    + _index("opportunity", ("title", "note"))
)
