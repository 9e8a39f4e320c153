"""Tables of what the notebook remembers of itself: imports, settings, the undo journal."""

SQL = """
CREATE TABLE import_record (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    file_name TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    cards INTEGER NOT NULL,
    added INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    rejected_file TEXT,
    undone_at TEXT
);

CREATE TABLE import_contact (
    id INTEGER PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES import_record(id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    imported_on TEXT NOT NULL,
    outcome TEXT NOT NULL,
    -- An updated contact as it was and as it became, as JSON, to take the import back later.
    before TEXT,
    after TEXT
);
CREATE INDEX import_of_contact ON import_contact(contact_id);
CREATE INDEX contacts_of_import ON import_contact(import_id);

CREATE TABLE source_card (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    uid TEXT NOT NULL DEFAULT '',
    version TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    raw TEXT NOT NULL
);
CREATE INDEX source_card_of_contact ON source_card(contact_id);
CREATE INDEX source_card_by_fingerprint ON source_card(fingerprint);
CREATE INDEX source_card_by_uid ON source_card(uid) WHERE uid <> '';

-- Cards that could not be read. Of a very long one only the beginning is here (whole = 0).
CREATE TABLE set_aside_card (
    id INTEGER PRIMARY KEY,
    import_id INTEGER REFERENCES import_record(id) ON DELETE SET NULL,
    file_name TEXT NOT NULL,
    line INTEGER NOT NULL,
    reason TEXT NOT NULL,
    raw TEXT NOT NULL,
    digest TEXT NOT NULL,
    whole INTEGER NOT NULL DEFAULT 1,
    rejected_file TEXT,
    set_aside_at TEXT NOT NULL
);
CREATE INDEX set_aside_card_by_digest ON set_aside_card(digest);
CREATE INDEX set_aside_card_of_import ON set_aside_card(import_id) WHERE import_id IS NOT NULL;

CREATE TABLE setting (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL
);

CREATE TABLE journal_step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    made_at TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0,
    import_id INTEGER
);

CREATE TABLE journal_row (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    step_id INTEGER NOT NULL REFERENCES journal_step(id) ON DELETE CASCADE,
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    last_row_id INTEGER,
    act TEXT NOT NULL,
    before TEXT
);
CREATE INDEX journal_row_of_step ON journal_row(step_id, id);
"""
