"""Version 4: what the reports need to answer at once about long years."""

SQL = """
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
