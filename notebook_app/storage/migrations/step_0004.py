"""Version 4: how clients came about, referrers thanked and told, printed lists that come back."""

from notebook_app.storage.migrations import step_0004_printed, step_0004_sums

_ORIGINS = """
-- The advertisement, article or web page that an opportunity came by, in the user's words.
ALTER TABLE opportunity ADD COLUMN came_by TEXT NOT NULL DEFAULT '';

-- How somebody became a client; a source of NULL says that the user looked back and does not know.
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

-- The people through whom a client came, the first one first.
CREATE TABLE origin_introducer (
    id INTEGER PRIMARY KEY,
    origin_id INTEGER NOT NULL REFERENCES origin(id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    UNIQUE (origin_id, contact_id)
);
CREATE INDEX origin_introducer_by_contact ON origin_introducer(contact_id);

-- A referral is a favour received; whoever gave it is thanked, and told how it went.
ALTER TABLE favour ADD COLUMN opportunity_id INTEGER
    REFERENCES opportunity(id) ON DELETE SET NULL;
ALTER TABLE favour ADD COLUMN told_on TEXT;
CREATE INDEX favour_of_opportunity ON favour(opportunity_id) WHERE opportunity_id IS NOT NULL;
"""

SQL = _ORIGINS + step_0004_printed.SQL + step_0004_sums.SQL
