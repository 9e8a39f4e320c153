"""Version 3: what one remembers of people, how stages came about, rest, everyone's timeline."""

from notebook_app.storage.migrations import step_0003_follow_ups, step_0003_lists

_TABLES = """
-- "Let it rest": nothing is asked for with this contact until they speak again after that day.
ALTER TABLE contact ADD COLUMN resting_since TEXT;
CREATE INDEX contact_at_rest ON contact(resting_since, id) WHERE resting_since IS NOT NULL;

-- How well they know each other, step by step; a stage of '' says that it was taken away.
CREATE TABLE stage_step (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    stage TEXT NOT NULL,
    since TEXT NOT NULL
);
CREATE INDEX stage_step_of_contact ON stage_step(contact_id, since, id);

-- Suggested steps that the user did not want; asked again only once more has happened.
CREATE TABLE declined_stage (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    stage TEXT NOT NULL,
    declined_on TEXT NOT NULL,
    UNIQUE (contact_id, stage)
);

-- Things to remember: children, hobbies, what they care about.
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

-- The user's own good questions to ask; a ready-made one that is not wanted stands here hidden.
CREATE TABLE question (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL DEFAULT 0,
    hidden INTEGER NOT NULL DEFAULT 0
);

-- A picture of somebody's card stays beside what was said when it was given.
ALTER TABLE attachment ADD COLUMN conversation_id INTEGER
    REFERENCES conversation(id) ON DELETE SET NULL;
CREATE INDEX attachment_in_conversation ON attachment(conversation_id)
    WHERE conversation_id IS NOT NULL;

-- The timeline of everyone walks each kind from its newest day on.
DROP INDEX conversation_by_day;
CREATE INDEX conversation_by_day ON conversation(happened_on, happened_at, id);
CREATE INDEX conversation_by_channel ON conversation(channel, happened_on, happened_at, id);
DROP INDEX event_by_day;
CREATE INDEX event_by_day ON event(happens_on, happens_at, id);
CREATE INDEX favour_by_day ON favour(happened_on, id);
CREATE INDEX opportunity_by_last_day ON opportunity(coalesce(closed_on, opened_on), id);
CREATE INDEX follow_up_by_last_day ON follow_up(coalesce(closed_on, due_on), id)
    WHERE state <> 'open';
CREATE INDEX contact_service_by_day ON contact_service(since, id);
CREATE INDEX merge_by_day ON merge_record(merged_on, id);
CREATE INDEX stage_step_by_day ON stage_step(since, id);
"""

SQL = _TABLES + step_0003_follow_ups.SQL + step_0003_lists.SQL
