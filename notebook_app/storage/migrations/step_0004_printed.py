"""Version 4: lists that were printed, so that what was written on them finds its way back."""

SQL = """
-- What is on paper stays on paper: these rows are no part of undo, and a number is never given
-- twice. People and follow-ups are named by their UUIDs, as a row id may be used again.
CREATE TABLE printed_list (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    printed_on TEXT NOT NULL,
    printed_at TEXT NOT NULL
);
CREATE TABLE printed_row (
    id INTEGER PRIMARY KEY,
    list_number INTEGER NOT NULL REFERENCES printed_list(number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    contact_uid TEXT NOT NULL,
    follow_up_uid TEXT,
    due_on TEXT,
    UNIQUE (list_number, position)
);

-- What the user said of a printed row; undone with what it did.
CREATE TABLE printed_answer (
    id INTEGER PRIMARY KEY,
    list_number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    answer TEXT NOT NULL,
    answered_on TEXT NOT NULL,
    UNIQUE (list_number, position)
);

-- Files of cards that lay in a watched folder, by their content, so that each is offered once.
CREATE TABLE seen_file (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    answer TEXT NOT NULL,
    seen_at TEXT NOT NULL
);
"""
