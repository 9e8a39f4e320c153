"""Version 3: how follow-ups went, how long they take, what was promised, and when not to ask."""

SQL = """
-- How long it takes, where it has a time of day.
ALTER TABLE follow_up ADD COLUMN minutes INTEGER;
-- Promised things come before courtesies.
ALTER TABLE follow_up ADD COLUMN promised INTEGER NOT NULL DEFAULT 0;
-- What came of one that is closed: reached, no answer, …
ALTER TABLE follow_up ADD COLUMN outcome TEXT NOT NULL DEFAULT '';
-- The day on which its repeat rule has it, where this one alone was moved to another.
ALTER TABLE follow_up ADD COLUMN scheduled_on TEXT;
-- Reminded of so many minutes before; NULL as usual, -1 never.
ALTER TABLE follow_up ADD COLUMN remind_minutes INTEGER;
-- The rung of the ladder that it stands on, if it stands on one.
ALTER TABLE follow_up ADD COLUMN rung TEXT NOT NULL DEFAULT '';

-- Each time that it was tried without being done.
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

-- Days to come of a repeating follow-up that are left out (moved_to is NULL) or moved.
CREATE TABLE moved_occurrence (
    id INTEGER PRIMARY KEY,
    follow_up_id INTEGER NOT NULL REFERENCES follow_up(id) ON DELETE CASCADE,
    occurs_on TEXT NOT NULL,
    moved_to TEXT,
    UNIQUE (follow_up_id, occurs_on)
);

-- Those that repeat are few; their days to come are found while one looks at them.
CREATE INDEX follow_up_repeating ON follow_up(due_on, contact_id)
    WHERE state = 'open' AND repeat_rule <> '';

-- '' as usual, 'off', or the rung to begin with.
ALTER TABLE contact ADD COLUMN ladder TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN snoozed_until TEXT;
CREATE INDEX contact_snoozed ON contact(snoozed_until, id) WHERE snoozed_until IS NOT NULL;
-- Days from the ideal to the latest day of being in touch; NULL for half as long again.
ALTER TABLE contact ADD COLUMN cadence_slack INTEGER;

ALTER TABLE event ADD COLUMN minutes INTEGER;
-- What the calendar file calls it that it came from, so that reading it again updates it.
ALTER TABLE event ADD COLUMN calendar_uid TEXT;
CREATE UNIQUE INDEX event_by_calendar_uid ON event(calendar_uid) WHERE calendar_uid IS NOT NULL;
"""
