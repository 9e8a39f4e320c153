"""Version 4: what the reports need to answer at once about long years."""

_FIRST_TOUCH = """
-- When one spoke first, beside when last: whoever was new in a time is found by an index.
ALTER TABLE last_touch ADD COLUMN first_on TEXT NOT NULL DEFAULT '';
UPDATE last_touch SET first_on = (
    SELECT min(happened_on) FROM conversation_contact
    WHERE conversation_contact.contact_id = last_touch.contact_id);
CREATE INDEX last_touch_by_first ON last_touch(first_on, contact_id);
DROP TRIGGER last_touch_insert;
DROP TRIGGER last_touch_delete;
DROP TRIGGER last_touch_update;
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
"""

_TOUCHES = """
-- How often one was in touch on each day, and with each contact in each year, whoever is in the
-- trash by now; like last_touch kept by the triggers alone. A report of years counts these.
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
INSERT INTO touch_day SELECT happened_on, count(*) FROM conversation_contact GROUP BY 1;
INSERT INTO touch_year SELECT CAST(substr(happened_on, 1, 4) AS INTEGER), contact_id, count(*)
    FROM conversation_contact GROUP BY 1, 2;
"""
_COUNT_TOUCH = """
    INSERT INTO touch_day(day, times) VALUES (new.happened_on, 1)
    ON CONFLICT (day) DO UPDATE SET times = times + 1;
    INSERT INTO touch_year(year, contact_id, times)
    VALUES (CAST(substr(new.happened_on, 1, 4) AS INTEGER), new.contact_id, 1)
    ON CONFLICT (year, contact_id) DO UPDATE SET times = times + 1;
"""
_UNCOUNT_TOUCH = """
    UPDATE touch_day SET times = times - 1 WHERE day = old.happened_on;
    DELETE FROM touch_day WHERE day = old.happened_on AND times = 0;
    UPDATE touch_year SET times = times - 1
    WHERE year = CAST(substr(old.happened_on, 1, 4) AS INTEGER) AND contact_id = old.contact_id;
    DELETE FROM touch_year
    WHERE year = CAST(substr(old.happened_on, 1, 4) AS INTEGER) AND contact_id = old.contact_id
      AND times = 0;
"""
_TOUCH_TRIGGERS = f"""
CREATE TRIGGER touch_sums_insert AFTER INSERT ON conversation_contact BEGIN{_COUNT_TOUCH}END;
CREATE TRIGGER touch_sums_delete AFTER DELETE ON conversation_contact BEGIN{_UNCOUNT_TOUCH}END;
CREATE TRIGGER touch_sums_update
AFTER UPDATE OF contact_id, happened_on ON conversation_contact BEGIN
{_UNCOUNT_TOUCH}{_COUNT_TOUCH}END;
"""

_CONVERSATIONS = """
-- How many conversations there were on each day, by who began them and where.
CREATE TABLE conversation_day (
    day TEXT NOT NULL,
    initiated_by TEXT NOT NULL,
    setting TEXT NOT NULL,
    at_event INTEGER NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (day, initiated_by, setting, at_event)
) WITHOUT ROWID;
INSERT INTO conversation_day
    SELECT happened_on, coalesce(initiated_by, ''), setting, event_id IS NOT NULL, count(*)
    FROM conversation GROUP BY 1, 2, 3, 4;
"""
_COUNT_CONVERSATION = """
    INSERT INTO conversation_day(day, initiated_by, setting, at_event, times)
    VALUES (new.happened_on, coalesce(new.initiated_by, ''), new.setting,
        new.event_id IS NOT NULL, 1)
    ON CONFLICT (day, initiated_by, setting, at_event) DO UPDATE SET times = times + 1;
"""
_OLD = """day = old.happened_on AND initiated_by = coalesce(old.initiated_by, '')
        AND setting = old.setting AND at_event = (old.event_id IS NOT NULL)"""
_UNCOUNT_CONVERSATION = f"""
    UPDATE conversation_day SET times = times - 1 WHERE {_OLD};
    DELETE FROM conversation_day WHERE {_OLD} AND times = 0;
"""
_CONVERSATION_TRIGGERS = f"""
CREATE TRIGGER conversation_day_insert AFTER INSERT ON conversation BEGIN
{_COUNT_CONVERSATION}END;
CREATE TRIGGER conversation_day_delete AFTER DELETE ON conversation BEGIN
{_UNCOUNT_CONVERSATION}END;
CREATE TRIGGER conversation_day_update
AFTER UPDATE OF happened_on, initiated_by, setting, event_id ON conversation BEGIN
{_UNCOUNT_CONVERSATION}{_COUNT_CONVERSATION}END;
"""

_DONE = """
-- Read by itself, without its table: what became of everybody in a year.
DROP INDEX stage_step_by_day;
CREATE INDEX stage_step_by_day ON stage_step(since, id, contact_id, stage);
CREATE INDEX follow_up_done ON follow_up(closed_on, conversation_id, contact_id, minutes)
    WHERE state = 'done';
"""

SQL = _FIRST_TOUCH + _TOUCHES + _TOUCH_TRIGGERS + _CONVERSATIONS + _CONVERSATION_TRIGGERS + _DONE
