"""Version 1: tables for all the words of the program, full-text search, and the undo journal.

Frozen: what is in here was run on people's notebooks. Later changes are later steps.
"""

SQL = """
CREATE TABLE photo (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    media_type TEXT NOT NULL,
    data BLOB NOT NULL
);

CREATE TABLE contact (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL DEFAULT 'person',
    display_name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    name_prefix TEXT NOT NULL DEFAULT '',
    given_name TEXT NOT NULL DEFAULT '',
    additional_name TEXT NOT NULL DEFAULT '',
    family_name TEXT NOT NULL DEFAULT '',
    name_suffix TEXT NOT NULL DEFAULT '',
    phonetic_given TEXT NOT NULL DEFAULT '',
    phonetic_family TEXT NOT NULL DEFAULT '',
    nickname TEXT NOT NULL DEFAULT '',
    organization TEXT NOT NULL DEFAULT '',
    department TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    profession TEXT NOT NULL DEFAULT '',
    birthday TEXT,
    birthday_day TEXT GENERATED ALWAYS AS (substr(birthday, -5)) VIRTUAL,
    stage TEXT,
    cadence_count INTEGER,
    cadence_unit TEXT,
    photo_id INTEGER REFERENCES photo(id),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    deleted_at TEXT,
    note TEXT NOT NULL DEFAULT '',
    other_properties TEXT NOT NULL DEFAULT '',
    search_name TEXT NOT NULL DEFAULT '',
    search_reach TEXT NOT NULL DEFAULT '',
    search_rest TEXT NOT NULL DEFAULT ''
);
CREATE INDEX contact_by_name ON contact(sort_key, id) WHERE deleted_at IS NULL;
CREATE INDEX contact_by_birthday ON contact(birthday_day)
    WHERE birthday IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX contact_by_cadence ON contact(id)
    WHERE cadence_count IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX contact_deleted ON contact(deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX contact_by_photo ON contact(photo_id) WHERE photo_id IS NOT NULL;

CREATE TABLE phone (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    label TEXT NOT NULL,
    number TEXT NOT NULL,
    e164 TEXT NOT NULL DEFAULT '',
    preferred INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX phone_of_contact ON phone(contact_id, position);
CREATE INDEX phone_by_e164 ON phone(e164) WHERE e164 <> '';

CREATE TABLE email (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    label TEXT NOT NULL,
    address TEXT NOT NULL,
    preferred INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX email_of_contact ON email(contact_id, position);
CREATE INDEX email_by_address ON email(address COLLATE NOCASE);

CREATE TABLE address (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    label TEXT NOT NULL,
    po_box TEXT NOT NULL DEFAULT '',
    extended TEXT NOT NULL DEFAULT '',
    street TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '',
    region TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT '',
    preferred INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX address_of_contact ON address(contact_id, position);

CREATE TABLE link (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL,
    service TEXT NOT NULL DEFAULT '',
    url TEXT NOT NULL
);
CREATE INDEX link_of_contact ON link(contact_id, position);

CREATE TABLE own_date (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    label TEXT NOT NULL,
    date TEXT NOT NULL,
    day TEXT GENERATED ALWAYS AS (substr(date, -5)) VIRTUAL
);
CREATE INDEX own_date_of_contact ON own_date(contact_id, position);
CREATE INDEX own_date_by_day ON own_date(day);

CREATE TABLE related_name (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    label TEXT NOT NULL,
    name TEXT NOT NULL,
    related_contact_id INTEGER REFERENCES contact(id) ON DELETE SET NULL
);
CREATE INDEX related_name_of_contact ON related_name(contact_id, position);
CREATE INDEX related_name_to_contact ON related_name(related_contact_id)
    WHERE related_contact_id IS NOT NULL;

CREATE TABLE contact_role (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    UNIQUE (contact_id, role)
);
CREATE INDEX contact_by_role ON contact_role(role, contact_id);

CREATE TABLE tag (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    folded_name TEXT NOT NULL UNIQUE,
    color TEXT NOT NULL DEFAULT '',
    cadence_count INTEGER,
    cadence_unit TEXT
);

CREATE TABLE contact_tag (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    tag_id INTEGER NOT NULL REFERENCES tag(id) ON DELETE CASCADE,
    position INTEGER NOT NULL DEFAULT 0,
    UNIQUE (contact_id, tag_id)
);
CREATE INDEX contact_by_tag ON contact_tag(tag_id, contact_id);

CREATE TABLE saved_list (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    columns TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    happens_on TEXT NOT NULL,
    happens_at TEXT,
    place TEXT NOT NULL DEFAULT '',
    host TEXT NOT NULL DEFAULT '',
    formality TEXT NOT NULL,
    involvement TEXT NOT NULL,
    goal TEXT NOT NULL DEFAULT '',
    goal_new_people INTEGER,
    note TEXT NOT NULL DEFAULT '',
    fee TEXT,
    fee_currency TEXT NOT NULL DEFAULT '',
    hours TEXT,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
);
CREATE INDEX event_by_day ON event(happens_on);

CREATE TABLE event_contact (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES event(id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    presence TEXT NOT NULL,
    UNIQUE (event_id, contact_id)
);
CREATE INDEX event_of_contact ON event_contact(contact_id);

CREATE TABLE conversation (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    happened_on TEXT NOT NULL,
    happened_at TEXT,
    channel TEXT NOT NULL,
    setting TEXT NOT NULL DEFAULT '',
    formality TEXT,
    place TEXT NOT NULL DEFAULT '',
    initiated_by TEXT,
    event_id INTEGER REFERENCES event(id) ON DELETE SET NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    people TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT ''
);
CREATE INDEX conversation_by_day ON conversation(happened_on);
CREATE INDEX conversation_of_event ON conversation(event_id) WHERE event_id IS NOT NULL;

CREATE TABLE conversation_contact (
    id INTEGER PRIMARY KEY,
    conversation_id INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    happened_on TEXT NOT NULL,
    UNIQUE (conversation_id, contact_id)
);
CREATE INDEX conversation_of_contact
    ON conversation_contact(contact_id, happened_on, conversation_id);

CREATE TABLE follow_up (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    due_on TEXT NOT NULL,
    due_at TEXT,
    note TEXT NOT NULL DEFAULT '',
    repeat_rule TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'open',
    note_state TEXT,
    closed_on TEXT,
    from_conversation_id INTEGER REFERENCES conversation(id) ON DELETE SET NULL,
    conversation_id INTEGER REFERENCES conversation(id) ON DELETE SET NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
);
CREATE INDEX follow_up_open ON follow_up(due_on, due_at, id) WHERE state = 'open';
CREATE INDEX follow_up_by_day ON follow_up(due_on);
CREATE INDEX follow_up_of_contact ON follow_up(contact_id, state, due_on);
CREATE INDEX follow_up_logged_as ON follow_up(conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX follow_up_grown_from ON follow_up(from_conversation_id)
    WHERE from_conversation_id IS NOT NULL;

CREATE TABLE opportunity (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    value TEXT,
    currency TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'open',
    source TEXT,
    conversation_id INTEGER REFERENCES conversation(id) ON DELETE SET NULL,
    event_id INTEGER REFERENCES event(id) ON DELETE SET NULL,
    opened_on TEXT NOT NULL,
    expected_on TEXT,
    closed_on TEXT,
    lost_because TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
);
CREATE INDEX opportunity_of_contact ON opportunity(contact_id, opened_on);
CREATE INDEX opportunity_by_state ON opportunity(state, opened_on);
CREATE INDEX opportunity_of_conversation ON opportunity(conversation_id)
    WHERE conversation_id IS NOT NULL;
CREATE INDEX opportunity_of_event ON opportunity(event_id) WHERE event_id IS NOT NULL;

CREATE TABLE introducer (
    id INTEGER PRIMARY KEY,
    opportunity_id INTEGER NOT NULL REFERENCES opportunity(id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    UNIQUE (opportunity_id, contact_id)
);
CREATE INDEX introducer_by_contact ON introducer(contact_id);

CREATE TABLE service (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    folded_name TEXT NOT NULL UNIQUE,
    description TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0,
    retired INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE contact_service (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    service_id INTEGER NOT NULL REFERENCES service(id) ON DELETE CASCADE,
    knowledge TEXT NOT NULL,
    since TEXT NOT NULL,
    conversation_id INTEGER REFERENCES conversation(id) ON DELETE SET NULL,
    UNIQUE (contact_id, service_id)
);
CREATE INDEX contact_by_service ON contact_service(service_id, contact_id);
CREATE INDEX contact_service_told_in ON contact_service(conversation_id)
    WHERE conversation_id IS NOT NULL;

CREATE TABLE conversation_service (
    id INTEGER PRIMARY KEY,
    conversation_id INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
    service_id INTEGER NOT NULL REFERENCES service(id) ON DELETE CASCADE,
    UNIQUE (conversation_id, service_id)
);
CREATE INDEX conversation_by_service ON conversation_service(service_id);

CREATE TABLE opportunity_service (
    id INTEGER PRIMARY KEY,
    opportunity_id INTEGER NOT NULL REFERENCES opportunity(id) ON DELETE CASCADE,
    service_id INTEGER NOT NULL REFERENCES service(id) ON DELETE CASCADE,
    UNIQUE (opportunity_id, service_id)
);
CREATE INDEX opportunity_by_service ON opportunity_service(service_id);

CREATE TABLE favour (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    direction TEXT NOT NULL,
    happened_on TEXT NOT NULL,
    about_contact_id INTEGER REFERENCES contact(id) ON DELETE SET NULL,
    conversation_id INTEGER REFERENCES conversation(id) ON DELETE SET NULL,
    text TEXT NOT NULL DEFAULT '',
    thanked_on TEXT,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
);
CREATE INDEX favour_of_contact ON favour(contact_id, happened_on);
CREATE INDEX favour_about_contact ON favour(about_contact_id)
    WHERE about_contact_id IS NOT NULL;
CREATE INDEX favour_of_conversation ON favour(conversation_id) WHERE conversation_id IS NOT NULL;

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
    rejected_file TEXT
);

CREATE TABLE import_contact (
    id INTEGER PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES import_record(id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    imported_on TEXT NOT NULL,
    outcome TEXT NOT NULL
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

CREATE VIRTUAL TABLE contact_search USING fts5(
    search_name, search_reach, search_rest,
    content='contact', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'
);
CREATE TRIGGER contact_search_insert AFTER INSERT ON contact BEGIN
    INSERT INTO contact_search(rowid, search_name, search_reach, search_rest)
    VALUES (new.id, new.search_name, new.search_reach, new.search_rest);
END;
CREATE TRIGGER contact_search_delete AFTER DELETE ON contact BEGIN
    INSERT INTO contact_search(contact_search, rowid, search_name, search_reach, search_rest)
    VALUES ('delete', old.id, old.search_name, old.search_reach, old.search_rest);
END;
CREATE TRIGGER contact_search_update
AFTER UPDATE OF search_name, search_reach, search_rest ON contact BEGIN
    INSERT INTO contact_search(contact_search, rowid, search_name, search_reach, search_rest)
    VALUES ('delete', old.id, old.search_name, old.search_reach, old.search_rest);
    INSERT INTO contact_search(rowid, search_name, search_reach, search_rest)
    VALUES (new.id, new.search_name, new.search_reach, new.search_rest);
END;

CREATE VIRTUAL TABLE conversation_search USING fts5(
    people, place, text,
    content='conversation', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'
);
CREATE TRIGGER conversation_search_insert AFTER INSERT ON conversation BEGIN
    INSERT INTO conversation_search(rowid, people, place, text)
    VALUES (new.id, new.people, new.place, new.text);
END;
CREATE TRIGGER conversation_search_delete AFTER DELETE ON conversation BEGIN
    INSERT INTO conversation_search(conversation_search, rowid, people, place, text)
    VALUES ('delete', old.id, old.people, old.place, old.text);
END;
CREATE TRIGGER conversation_search_update AFTER UPDATE OF people, place, text ON conversation BEGIN
    INSERT INTO conversation_search(conversation_search, rowid, people, place, text)
    VALUES ('delete', old.id, old.people, old.place, old.text);
    INSERT INTO conversation_search(rowid, people, place, text)
    VALUES (new.id, new.people, new.place, new.text);
END;
"""
