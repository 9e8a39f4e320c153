"""Tables of contacts and of what belongs to one contact."""

SQL = """
-- "CNBK": tells a notebook from any other SQLite file.
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
);
-- An index that names deleted_at is read without its table, a partial one alone is not.
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
"""
