"""Version 2: all fields of a person, files, links between contacts, merges, lists that sort."""

from notebook_app.storage.migrations import step_0002_search

_TABLES = """
ALTER TABLE contact ADD COLUMN maiden_name TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN pronouns TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN gender TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN languages TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN time_zone TEXT NOT NULL DEFAULT '';
-- The organisation as lists compare it, so that an organisation finds its people.
ALTER TABLE contact ADD COLUMN organization_key TEXT NOT NULL DEFAULT '';
UPDATE contact SET organization_key = folded(organization) WHERE organization <> '';
CREATE INDEX contact_by_organization ON contact(organization_key, deleted_at)
    WHERE organization_key <> '';

ALTER TABLE link ADD COLUMN preferred INTEGER NOT NULL DEFAULT 0;

-- By UID and not by row: whoever a card names may come with a later card, or go and come back.
DROP INDEX related_name_to_contact;
ALTER TABLE related_name DROP COLUMN related_contact_id;
ALTER TABLE related_name ADD COLUMN related_uid TEXT NOT NULL DEFAULT '';
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
);
CREATE INDEX attachment_of_contact ON attachment(contact_id);
CREATE INDEX attachment_by_file ON attachment(file_id);

ALTER TABLE saved_list ADD COLUMN sort TEXT NOT NULL DEFAULT '';
ALTER TABLE saved_list ADD COLUMN view TEXT NOT NULL DEFAULT '';

-- What the query language asks for by itself; the partial ones name what they are about, since
-- an index is read without its table only then.
CREATE INDEX address_by_city ON address(city, contact_id) WHERE city <> '';
CREATE INDEX address_by_country ON address(country, contact_id) WHERE country <> '';
CREATE INDEX contact_by_stage ON contact(stage, deleted_at) WHERE stage IS NOT NULL;
CREATE INDEX contact_by_kind ON contact(kind, deleted_at) WHERE kind <> 'person';
CREATE INDEX contact_without_reach ON contact(search_reach, deleted_at) WHERE search_reach = '';
CREATE INDEX contact_by_created ON contact(created_at, deleted_at);
CREATE INDEX contact_by_changed ON contact(changed_at, deleted_at);
CREATE INDEX last_touch_by_day ON last_touch(last_on);

-- Two contacts that the user said are not the same, the smaller id first.
CREATE TABLE distinct_pair (
    id INTEGER PRIMARY KEY,
    first_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    second_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    said_at TEXT NOT NULL,
    UNIQUE (first_id, second_id)
);
CREATE INDEX distinct_pair_by_second ON distinct_pair(second_id);

-- What a merge did: the kept contact as it was and became, and which rows moved, as JSON.
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

-- Cards that were read with fewer fields are read anew once (storage/read_cards.py).
INSERT INTO setting(name, value)
    SELECT 'cards_read_with_fewer_fields', '0' WHERE EXISTS (SELECT 1 FROM source_card);
"""

SQL = _TABLES + step_0002_search.SQL
