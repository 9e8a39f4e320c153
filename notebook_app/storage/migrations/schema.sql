-- What the steps make of an empty file: version 5. Made by a command.
PRAGMA application_id = 1129202251;
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
, maiden_name TEXT NOT NULL DEFAULT '', pronouns TEXT NOT NULL DEFAULT '', gender TEXT NOT NULL DEFAULT '', languages TEXT NOT NULL DEFAULT '', time_zone TEXT NOT NULL DEFAULT '', organization_key TEXT NOT NULL DEFAULT '', resting_since TEXT, ladder TEXT NOT NULL DEFAULT '', snoozed_until TEXT, cadence_slack INTEGER);
CREATE INDEX contact_by_name ON contact(sort_key, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX contact_by_birthday ON contact(birthday_day, sort_key, id, birthday, deleted_at)
    WHERE birthday IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX contact_by_cadence ON contact(cadence_unit, cadence_count, created_at, deleted_at)
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
, preferred INTEGER NOT NULL DEFAULT 0);
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
    name TEXT NOT NULL, related_uid TEXT NOT NULL DEFAULT '');
CREATE INDEX related_name_of_contact ON related_name(contact_id, position);
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
, sort TEXT NOT NULL DEFAULT '', view TEXT NOT NULL DEFAULT '');
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
, search_words TEXT, minutes INTEGER, calendar_uid TEXT);
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
CREATE TABLE last_touch (
    contact_id INTEGER PRIMARY KEY,
    last_on TEXT NOT NULL,
    times INTEGER NOT NULL
, first_on TEXT NOT NULL DEFAULT '');
CREATE INDEX last_touch_by_times ON last_touch(times, last_on);
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
, search_words TEXT, minutes INTEGER, promised INTEGER NOT NULL DEFAULT 0, outcome TEXT NOT NULL DEFAULT '', scheduled_on TEXT, remind_minutes INTEGER, rung TEXT NOT NULL DEFAULT '');
CREATE INDEX follow_up_open ON follow_up(due_on, due_at, id) WHERE state = 'open';
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
, search_words TEXT, came_by TEXT NOT NULL DEFAULT '');
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
, opportunity_id INTEGER
    REFERENCES opportunity(id) ON DELETE SET NULL, told_on TEXT);
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
CREATE VIRTUAL TABLE contact_search USING fts5(
    search_name, search_reach, search_rest,
    content='contact', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5', detail='column'
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
CREATE VIEW conversation_words(id, words) AS
    SELECT id, people || char(10) || coalesce(search_words, place || char(10) || text)
    FROM conversation;
CREATE VIRTUAL TABLE conversation_search USING fts5(
    words,
    content='conversation_words', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5', detail='none'
);
CREATE TRIGGER conversation_search_insert AFTER INSERT ON conversation BEGIN
    INSERT INTO conversation_search(rowid, words)
    VALUES (new.id,
        new.people || char(10) || coalesce(new.search_words, new.place || char(10) || new.text));
END;
CREATE TRIGGER conversation_search_delete AFTER DELETE ON conversation BEGIN
    INSERT INTO conversation_search(conversation_search, rowid, words)
    VALUES ('delete', old.id,
        old.people || char(10) || coalesce(old.search_words, old.place || char(10) || old.text));
END;
CREATE TRIGGER conversation_search_update
AFTER UPDATE OF people, place, text, search_words ON conversation BEGIN
    INSERT INTO conversation_search(conversation_search, rowid, words)
    VALUES ('delete', old.id,
        old.people || char(10) || coalesce(old.search_words, old.place || char(10) || old.text));
    INSERT INTO conversation_search(rowid, words)
    VALUES (new.id,
        new.people || char(10) || coalesce(new.search_words, new.place || char(10) || new.text));
END;
CREATE INDEX contact_by_organization ON contact(organization_key, deleted_at)
    WHERE organization_key <> '';
CREATE INDEX related_name_by_uid ON related_name(related_uid) WHERE related_uid <> '';
CREATE TABLE affiliation (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    organization TEXT NOT NULL,
    department TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    profession TEXT NOT NULL DEFAULT '',
    organization_key TEXT NOT NULL DEFAULT ''
);
CREATE INDEX affiliation_of_contact ON affiliation(contact_id, position);
CREATE INDEX affiliation_by_organization ON affiliation(organization_key)
    WHERE organization_key <> '';
CREATE TABLE own_field (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    folded_name TEXT NOT NULL
);
CREATE INDEX own_field_of_contact ON own_field(contact_id, position);
CREATE INDEX own_field_by_name ON own_field(folded_name, contact_id);
CREATE TABLE stored_file (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    data BLOB NOT NULL
);
CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    file_id INTEGER NOT NULL REFERENCES stored_file(id),
    name TEXT NOT NULL,
    media_type TEXT NOT NULL DEFAULT '',
    attached_at TEXT NOT NULL
, conversation_id INTEGER
    REFERENCES conversation(id) ON DELETE SET NULL);
CREATE INDEX attachment_of_contact ON attachment(contact_id);
CREATE INDEX attachment_by_file ON attachment(file_id);
CREATE INDEX address_by_city ON address(city, contact_id) WHERE city <> '';
CREATE INDEX address_by_country ON address(country, contact_id) WHERE country <> '';
CREATE INDEX contact_by_kind ON contact(kind, deleted_at) WHERE kind <> 'person';
CREATE INDEX contact_without_reach ON contact(search_reach, deleted_at) WHERE search_reach = '';
CREATE INDEX last_touch_by_day ON last_touch(last_on);
CREATE TABLE distinct_pair (
    id INTEGER PRIMARY KEY,
    first_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    second_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    said_at TEXT NOT NULL,
    UNIQUE (first_id, second_id)
);
CREATE INDEX distinct_pair_by_second ON distinct_pair(second_id);
CREATE TABLE merge_record (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    kept_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    absorbed_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    merged_at TEXT NOT NULL,
    merged_on TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    moved TEXT NOT NULL,
    undone_at TEXT
);
CREATE INDEX merge_of_kept ON merge_record(kept_id);
CREATE INDEX merge_of_absorbed ON merge_record(absorbed_id);
CREATE VIEW follow_up_words(id, words) AS SELECT id, coalesce(search_words, note) || CASE state WHEN 'open' THEN char(10) || char(57344) ELSE '' END FROM follow_up;
CREATE VIRTUAL TABLE follow_up_search USING fts5(
    words,
    content='follow_up_words', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5', detail='none'
);
CREATE TRIGGER follow_up_search_insert AFTER INSERT ON follow_up BEGIN
    INSERT INTO follow_up_search(rowid, words) VALUES (new.id, coalesce(new.search_words, new.note) || CASE new.state WHEN 'open' THEN char(10) || char(57344) ELSE '' END);
END;
CREATE TRIGGER follow_up_search_delete AFTER DELETE ON follow_up BEGIN
    INSERT INTO follow_up_search(follow_up_search, rowid, words)
    VALUES ('delete', old.id, coalesce(old.search_words, old.note) || CASE old.state WHEN 'open' THEN char(10) || char(57344) ELSE '' END);
END;
CREATE TRIGGER follow_up_search_update AFTER UPDATE OF note, search_words, state ON follow_up BEGIN
    INSERT INTO follow_up_search(follow_up_search, rowid, words)
    VALUES ('delete', old.id, coalesce(old.search_words, old.note) || CASE old.state WHEN 'open' THEN char(10) || char(57344) ELSE '' END);
    INSERT INTO follow_up_search(rowid, words) VALUES (new.id, coalesce(new.search_words, new.note) || CASE new.state WHEN 'open' THEN char(10) || char(57344) ELSE '' END);
END;
CREATE VIEW event_words(id, words) AS SELECT id, coalesce(search_words, name || char(10) || place || char(10) || host || char(10) || goal || char(10) || note) FROM event;
CREATE VIRTUAL TABLE event_search USING fts5(
    words,
    content='event_words', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5', detail='none'
);
CREATE TRIGGER event_search_insert AFTER INSERT ON event BEGIN
    INSERT INTO event_search(rowid, words) VALUES (new.id, coalesce(new.search_words, new.name || char(10) || new.place || char(10) || new.host || char(10) || new.goal || char(10) || new.note));
END;
CREATE TRIGGER event_search_delete AFTER DELETE ON event BEGIN
    INSERT INTO event_search(event_search, rowid, words)
    VALUES ('delete', old.id, coalesce(old.search_words, old.name || char(10) || old.place || char(10) || old.host || char(10) || old.goal || char(10) || old.note));
END;
CREATE TRIGGER event_search_update AFTER UPDATE OF name, place, host, goal, note, search_words ON event BEGIN
    INSERT INTO event_search(event_search, rowid, words)
    VALUES ('delete', old.id, coalesce(old.search_words, old.name || char(10) || old.place || char(10) || old.host || char(10) || old.goal || char(10) || old.note));
    INSERT INTO event_search(rowid, words) VALUES (new.id, coalesce(new.search_words, new.name || char(10) || new.place || char(10) || new.host || char(10) || new.goal || char(10) || new.note));
END;
CREATE VIEW opportunity_words(id, words) AS SELECT id, coalesce(search_words, title || char(10) || note) FROM opportunity;
CREATE VIRTUAL TABLE opportunity_search USING fts5(
    words,
    content='opportunity_words', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5', detail='none'
);
CREATE TRIGGER opportunity_search_insert AFTER INSERT ON opportunity BEGIN
    INSERT INTO opportunity_search(rowid, words) VALUES (new.id, coalesce(new.search_words, new.title || char(10) || new.note));
END;
CREATE TRIGGER opportunity_search_delete AFTER DELETE ON opportunity BEGIN
    INSERT INTO opportunity_search(opportunity_search, rowid, words)
    VALUES ('delete', old.id, coalesce(old.search_words, old.title || char(10) || old.note));
END;
CREATE TRIGGER opportunity_search_update AFTER UPDATE OF title, note, search_words ON opportunity BEGIN
    INSERT INTO opportunity_search(opportunity_search, rowid, words)
    VALUES ('delete', old.id, coalesce(old.search_words, old.title || char(10) || old.note));
    INSERT INTO opportunity_search(rowid, words) VALUES (new.id, coalesce(new.search_words, new.title || char(10) || new.note));
END;
CREATE INDEX contact_at_rest ON contact(resting_since, id) WHERE resting_since IS NOT NULL;
CREATE TABLE stage_step (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    stage TEXT NOT NULL,
    since TEXT NOT NULL
);
CREATE INDEX stage_step_of_contact ON stage_step(contact_id, since, id);
CREATE TABLE declined_stage (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    stage TEXT NOT NULL,
    declined_on TEXT NOT NULL,
    UNIQUE (contact_id, stage)
);
CREATE TABLE remembered (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    position INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL,
    noted_on TEXT NOT NULL,
    conversation_id INTEGER REFERENCES conversation(id) ON DELETE SET NULL
);
CREATE INDEX remembered_of_contact ON remembered(contact_id, position, id);
CREATE INDEX remembered_in_conversation ON remembered(conversation_id)
    WHERE conversation_id IS NOT NULL;
CREATE TABLE question (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL DEFAULT 0,
    hidden INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX attachment_in_conversation ON attachment(conversation_id)
    WHERE conversation_id IS NOT NULL;
CREATE INDEX conversation_by_day ON conversation(happened_on, happened_at, id);
CREATE INDEX conversation_by_channel ON conversation(channel, happened_on, happened_at, id);
CREATE INDEX event_by_day ON event(happens_on, happens_at, id);
CREATE INDEX favour_by_day ON favour(happened_on, id);
CREATE INDEX opportunity_by_last_day ON opportunity(coalesce(closed_on, opened_on), id);
CREATE INDEX follow_up_by_last_day ON follow_up(coalesce(closed_on, due_on), id)
    WHERE state <> 'open';
CREATE INDEX contact_service_by_day ON contact_service(since, id);
CREATE INDEX merge_by_day ON merge_record(merged_on, id);
CREATE TABLE follow_up_attempt (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    follow_up_id INTEGER NOT NULL REFERENCES follow_up(id) ON DELETE CASCADE,
    tried_on TEXT NOT NULL,
    outcome TEXT NOT NULL,
    text TEXT NOT NULL DEFAULT ''
);
CREATE INDEX attempt_of_follow_up ON follow_up_attempt(follow_up_id, tried_on);
CREATE INDEX attempt_by_day ON follow_up_attempt(tried_on, id);
CREATE TABLE moved_occurrence (
    id INTEGER PRIMARY KEY,
    follow_up_id INTEGER NOT NULL REFERENCES follow_up(id) ON DELETE CASCADE,
    occurs_on TEXT NOT NULL,
    moved_to TEXT,
    UNIQUE (follow_up_id, occurs_on)
);
CREATE INDEX follow_up_repeating ON follow_up(due_on, contact_id)
    WHERE state = 'open' AND repeat_rule <> '';
CREATE INDEX contact_snoozed ON contact(snoozed_until, id) WHERE snoozed_until IS NOT NULL;
CREATE UNIQUE INDEX event_by_calendar_uid ON event(calendar_uid) WHERE calendar_uid IS NOT NULL;
CREATE INDEX contact_by_stage ON contact(stage, sort_key, id, deleted_at);
CREATE INDEX contact_by_created ON contact(created_at, sort_key, id, deleted_at);
CREATE INDEX contact_by_changed ON contact(changed_at, sort_key, id, deleted_at);
CREATE TABLE origin (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL UNIQUE REFERENCES contact(id) ON DELETE CASCADE,
    source TEXT,
    came_by TEXT NOT NULL DEFAULT '',
    event_id INTEGER REFERENCES event(id) ON DELETE SET NULL,
    conversation_id INTEGER REFERENCES conversation(id) ON DELETE SET NULL,
    came_on TEXT,
    looked_back_on TEXT NOT NULL
);
CREATE INDEX origin_by_source ON origin(source, came_on);
CREATE INDEX origin_of_event ON origin(event_id) WHERE event_id IS NOT NULL;
CREATE INDEX origin_of_conversation ON origin(conversation_id) WHERE conversation_id IS NOT NULL;
CREATE TABLE origin_introducer (
    id INTEGER PRIMARY KEY,
    origin_id INTEGER NOT NULL REFERENCES origin(id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    UNIQUE (origin_id, contact_id)
);
CREATE INDEX origin_introducer_by_contact ON origin_introducer(contact_id);
CREATE INDEX favour_of_opportunity ON favour(opportunity_id) WHERE opportunity_id IS NOT NULL;
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
CREATE TABLE printed_answer (
    id INTEGER PRIMARY KEY,
    list_number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    answer TEXT NOT NULL,
    answered_on TEXT NOT NULL,
    UNIQUE (list_number, position)
);
CREATE TABLE seen_file (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    answer TEXT NOT NULL,
    seen_at TEXT NOT NULL
);
CREATE INDEX last_touch_by_first ON last_touch(first_on, contact_id);
CREATE TRIGGER last_touch_insert AFTER INSERT ON conversation_contact BEGIN
    INSERT INTO last_touch(contact_id, last_on, times, first_on)
    VALUES (new.contact_id, new.happened_on, 1, new.happened_on)
    ON CONFLICT (contact_id)
    DO UPDATE SET last_on = max(last_on, excluded.last_on),
        first_on = min(first_on, excluded.first_on), times = times + 1;
END;
CREATE TRIGGER last_touch_delete AFTER DELETE ON conversation_contact BEGIN
    DELETE FROM last_touch WHERE contact_id = old.contact_id;
    INSERT INTO last_touch(contact_id, last_on, times, first_on)
    SELECT contact_id, max(happened_on), count(*), min(happened_on) FROM conversation_contact
    WHERE contact_id = old.contact_id GROUP BY contact_id;
END;
CREATE TRIGGER last_touch_update
AFTER UPDATE OF contact_id, happened_on ON conversation_contact BEGIN
    DELETE FROM last_touch WHERE contact_id IN (old.contact_id, new.contact_id);
    INSERT INTO last_touch(contact_id, last_on, times, first_on)
    SELECT contact_id, max(happened_on), count(*), min(happened_on) FROM conversation_contact
    WHERE contact_id IN (old.contact_id, new.contact_id) GROUP BY contact_id;
END;
CREATE TABLE touch_day (
    day TEXT PRIMARY KEY,
    times INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE touch_year (
    year INTEGER NOT NULL,
    contact_id INTEGER NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (year, contact_id)
) WITHOUT ROWID;
CREATE INDEX touch_year_by_times ON touch_year(year, times);
CREATE TRIGGER touch_sums_insert AFTER INSERT ON conversation_contact BEGIN
    INSERT INTO touch_day(day, times) VALUES (new.happened_on, 1)
    ON CONFLICT (day) DO UPDATE SET times = times + 1;
    INSERT INTO touch_year(year, contact_id, times)
    VALUES (CAST(substr(new.happened_on, 1, 4) AS INTEGER), new.contact_id, 1)
    ON CONFLICT (year, contact_id) DO UPDATE SET times = times + 1;
END;
CREATE TRIGGER touch_sums_delete AFTER DELETE ON conversation_contact BEGIN
    UPDATE touch_day SET times = times - 1 WHERE day = old.happened_on;
    DELETE FROM touch_day WHERE day = old.happened_on AND times = 0;
    UPDATE touch_year SET times = times - 1
    WHERE year = CAST(substr(old.happened_on, 1, 4) AS INTEGER) AND contact_id = old.contact_id;
    DELETE FROM touch_year
    WHERE year = CAST(substr(old.happened_on, 1, 4) AS INTEGER) AND contact_id = old.contact_id
      AND times = 0;
END;
CREATE TRIGGER touch_sums_update
AFTER UPDATE OF contact_id, happened_on ON conversation_contact BEGIN

    UPDATE touch_day SET times = times - 1 WHERE day = old.happened_on;
    DELETE FROM touch_day WHERE day = old.happened_on AND times = 0;
    UPDATE touch_year SET times = times - 1
    WHERE year = CAST(substr(old.happened_on, 1, 4) AS INTEGER) AND contact_id = old.contact_id;
    DELETE FROM touch_year
    WHERE year = CAST(substr(old.happened_on, 1, 4) AS INTEGER) AND contact_id = old.contact_id
      AND times = 0;

    INSERT INTO touch_day(day, times) VALUES (new.happened_on, 1)
    ON CONFLICT (day) DO UPDATE SET times = times + 1;
    INSERT INTO touch_year(year, contact_id, times)
    VALUES (CAST(substr(new.happened_on, 1, 4) AS INTEGER), new.contact_id, 1)
    ON CONFLICT (year, contact_id) DO UPDATE SET times = times + 1;
END;
CREATE TABLE conversation_day (
    day TEXT NOT NULL,
    initiated_by TEXT NOT NULL,
    setting TEXT NOT NULL,
    at_event INTEGER NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (day, initiated_by, setting, at_event)
) WITHOUT ROWID;
CREATE TRIGGER conversation_day_insert AFTER INSERT ON conversation BEGIN

    INSERT INTO conversation_day(day, initiated_by, setting, at_event, times)
    VALUES (new.happened_on, coalesce(new.initiated_by, ''), new.setting,
        new.event_id IS NOT NULL, 1)
    ON CONFLICT (day, initiated_by, setting, at_event) DO UPDATE SET times = times + 1;
END;
CREATE TRIGGER conversation_day_delete AFTER DELETE ON conversation BEGIN

    UPDATE conversation_day SET times = times - 1 WHERE day = old.happened_on AND initiated_by = coalesce(old.initiated_by, '')
        AND setting = old.setting AND at_event = (old.event_id IS NOT NULL);
    DELETE FROM conversation_day WHERE day = old.happened_on AND initiated_by = coalesce(old.initiated_by, '')
        AND setting = old.setting AND at_event = (old.event_id IS NOT NULL) AND times = 0;
END;
CREATE TRIGGER conversation_day_update
AFTER UPDATE OF happened_on, initiated_by, setting, event_id ON conversation BEGIN

    UPDATE conversation_day SET times = times - 1 WHERE day = old.happened_on AND initiated_by = coalesce(old.initiated_by, '')
        AND setting = old.setting AND at_event = (old.event_id IS NOT NULL);
    DELETE FROM conversation_day WHERE day = old.happened_on AND initiated_by = coalesce(old.initiated_by, '')
        AND setting = old.setting AND at_event = (old.event_id IS NOT NULL) AND times = 0;

    INSERT INTO conversation_day(day, initiated_by, setting, at_event, times)
    VALUES (new.happened_on, coalesce(new.initiated_by, ''), new.setting,
        new.event_id IS NOT NULL, 1)
    ON CONFLICT (day, initiated_by, setting, at_event) DO UPDATE SET times = times + 1;
END;
CREATE INDEX stage_step_by_day ON stage_step(since, id, contact_id, stage);
CREATE INDEX follow_up_done ON follow_up(closed_on, conversation_id, contact_id, minutes)
    WHERE state = 'done';
CREATE TABLE first_talk (
    contact_id INTEGER PRIMARY KEY,
    conversation_id INTEGER NOT NULL,
    day TEXT NOT NULL,
    event_id INTEGER,
    setting TEXT NOT NULL
);
CREATE INDEX first_talk_by_day ON first_talk(day, event_id, setting, contact_id);
CREATE TRIGGER first_talk_insert AFTER INSERT ON conversation_contact
WHEN NOT EXISTS (SELECT 1 FROM first_talk
    WHERE contact_id = new.contact_id AND day < new.happened_on) BEGIN
    DELETE FROM first_talk WHERE contact_id = new.contact_id;
    INSERT INTO first_talk
    SELECT link.contact_id, conversation_id, link.happened_on, event_id, coalesce(setting, '')
    FROM conversation_contact AS link LEFT JOIN conversation ON conversation.id = conversation_id
    WHERE link.contact_id = new.contact_id
    ORDER BY link.happened_on, link.happened_at, conversation_id LIMIT 1;
END;
CREATE TRIGGER first_talk_delete AFTER DELETE ON conversation_contact
WHEN EXISTS (SELECT 1 FROM first_talk
    WHERE contact_id = old.contact_id AND conversation_id = old.conversation_id) BEGIN
    DELETE FROM first_talk WHERE contact_id = old.contact_id;
    INSERT INTO first_talk
    SELECT link.contact_id, conversation_id, link.happened_on, event_id, coalesce(setting, '')
    FROM conversation_contact AS link LEFT JOIN conversation ON conversation.id = conversation_id
    WHERE link.contact_id = old.contact_id
    ORDER BY link.happened_on, link.happened_at, conversation_id LIMIT 1;
END;
CREATE TRIGGER first_talk_update
AFTER UPDATE OF contact_id, conversation_id, happened_on, happened_at ON conversation_contact BEGIN
    DELETE FROM first_talk WHERE contact_id = old.contact_id;
    INSERT INTO first_talk
    SELECT link.contact_id, conversation_id, link.happened_on, event_id, coalesce(setting, '')
    FROM conversation_contact AS link LEFT JOIN conversation ON conversation.id = conversation_id
    WHERE link.contact_id = old.contact_id
    ORDER BY link.happened_on, link.happened_at, conversation_id LIMIT 1;

    DELETE FROM first_talk WHERE contact_id = new.contact_id;
    INSERT INTO first_talk
    SELECT link.contact_id, conversation_id, link.happened_on, event_id, coalesce(setting, '')
    FROM conversation_contact AS link LEFT JOIN conversation ON conversation.id = conversation_id
    WHERE link.contact_id = new.contact_id
    ORDER BY link.happened_on, link.happened_at, conversation_id LIMIT 1;
END;
CREATE TRIGGER first_talk_conversation_insert AFTER INSERT ON conversation BEGIN
    UPDATE first_talk SET event_id = new.event_id, setting = new.setting
    WHERE conversation_id = new.id AND contact_id IN (SELECT contact_id FROM conversation_contact
        WHERE conversation_contact.conversation_id = new.id);
END;
CREATE TRIGGER first_talk_conversation_update
AFTER UPDATE OF event_id, setting ON conversation BEGIN
    UPDATE first_talk SET event_id = new.event_id, setting = new.setting
    WHERE conversation_id = new.id AND contact_id IN (SELECT contact_id FROM conversation_contact
        WHERE conversation_contact.conversation_id = new.id);
END;
