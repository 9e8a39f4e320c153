"""Tables of what happens with contacts, and when one was in touch last."""

SQL = """
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
    text TEXT NOT NULL DEFAULT '',
    -- Place and text as the search needs them, where that is not how they were written.
    search_words TEXT
);
CREATE INDEX conversation_by_day ON conversation(happened_on);
CREATE INDEX conversation_of_event ON conversation(event_id) WHERE event_id IS NOT NULL;

CREATE TABLE conversation_contact (
    id INTEGER PRIMARY KEY,
    conversation_id INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    happened_on TEXT NOT NULL,
    happened_at TEXT,
    UNIQUE (conversation_id, contact_id)
);
CREATE INDEX conversation_of_contact
    ON conversation_contact(contact_id, happened_on, happened_at, conversation_id);

-- When one was in touch with a contact last, and how often; kept by the triggers alone, so that
-- undo needs no part in it.
CREATE TABLE last_touch (
    contact_id INTEGER PRIMARY KEY,
    last_on TEXT NOT NULL,
    times INTEGER NOT NULL
);
CREATE INDEX last_touch_by_times ON last_touch(times, last_on);
CREATE TRIGGER last_touch_insert AFTER INSERT ON conversation_contact BEGIN
    INSERT INTO last_touch(contact_id, last_on, times)
    VALUES (new.contact_id, new.happened_on, 1)
    ON CONFLICT (contact_id)
    DO UPDATE SET last_on = max(last_on, excluded.last_on), times = times + 1;
END;
CREATE TRIGGER last_touch_delete AFTER DELETE ON conversation_contact BEGIN
    DELETE FROM last_touch WHERE contact_id = old.contact_id;
    INSERT INTO last_touch(contact_id, last_on, times)
    SELECT contact_id, max(happened_on), count(*) FROM conversation_contact
    WHERE contact_id = old.contact_id GROUP BY contact_id;
END;
CREATE TRIGGER last_touch_update
AFTER UPDATE OF contact_id, happened_on ON conversation_contact BEGIN
    DELETE FROM last_touch WHERE contact_id IN (old.contact_id, new.contact_id);
    INSERT INTO last_touch(contact_id, last_on, times)
    SELECT contact_id, max(happened_on), count(*) FROM conversation_contact
    WHERE contact_id IN (old.contact_id, new.contact_id) GROUP BY contact_id;
END;

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
-- In the order of a day in the calendar: those with a time first.
CREATE INDEX follow_up_by_day
    ON follow_up(due_on, state, due_at IS NULL, due_at, id, contact_id);
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
"""
