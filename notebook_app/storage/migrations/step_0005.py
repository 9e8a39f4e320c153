"""Version 5: where one met everybody, kept so that looking back at a long year reads it at once."""

_TABLE = """
-- The first conversation with each contact, whoever is in the trash by now: of several on that day
-- the one without a time, or else the earliest. With the event and setting of it, since to look
-- these up for everybody met in a year takes far longer than all the rest of a report. Like
-- last_touch kept by the triggers alone.
CREATE TABLE first_talk (
    contact_id INTEGER PRIMARY KEY,
    conversation_id INTEGER NOT NULL,
    day TEXT NOT NULL,
    event_id INTEGER,
    setting TEXT NOT NULL
);
INSERT INTO first_talk
    SELECT contact_id, conversation_id, each.happened_on, event_id, coalesce(setting, '')
    FROM (SELECT contact_id, conversation_id, happened_on, row_number() OVER (
            PARTITION BY contact_id ORDER BY happened_on, happened_at, conversation_id) AS number
        FROM conversation_contact) AS each
    LEFT JOIN conversation ON conversation.id = conversation_id
    WHERE number = 1;
CREATE INDEX first_talk_by_day ON first_talk(day, event_id, setting, contact_id);
"""


def _count_anew(contact_id: str) -> str:
    return f"""
    INSERT INTO first_talk
    SELECT link.contact_id, conversation_id, link.happened_on, event_id, coalesce(setting, '')
    FROM conversation_contact AS link LEFT JOIN conversation ON conversation.id = conversation_id
    WHERE link.contact_id = {contact_id}
    ORDER BY link.happened_on, link.happened_at, conversation_id LIMIT 1;
"""


# A row is deleted and made anew: what a statement says of conflicts, as INSERT OR IGNORE does,
# would hold for the triggers it fires, too.
_LINK_TRIGGERS = f"""
CREATE TRIGGER first_talk_insert AFTER INSERT ON conversation_contact
WHEN NOT EXISTS (SELECT 1 FROM first_talk
    WHERE contact_id = new.contact_id AND day < new.happened_on) BEGIN
    DELETE FROM first_talk WHERE contact_id = new.contact_id;{_count_anew("new.contact_id")}END;
CREATE TRIGGER first_talk_delete AFTER DELETE ON conversation_contact
WHEN EXISTS (SELECT 1 FROM first_talk
    WHERE contact_id = old.contact_id AND conversation_id = old.conversation_id) BEGIN
    DELETE FROM first_talk WHERE contact_id = old.contact_id;{_count_anew("old.contact_id")}END;
CREATE TRIGGER first_talk_update
AFTER UPDATE OF contact_id, conversation_id, happened_on, happened_at ON conversation_contact BEGIN
    DELETE FROM first_talk WHERE contact_id = old.contact_id;{_count_anew("old.contact_id")}
    DELETE FROM first_talk WHERE contact_id = new.contact_id;{_count_anew("new.contact_id")}END;
"""

_PLACE = """
    UPDATE first_talk SET event_id = new.event_id, setting = new.setting
    WHERE conversation_id = new.id AND contact_id IN (SELECT contact_id FROM conversation_contact
        WHERE conversation_contact.conversation_id = new.id);
"""
# On insert, too: what is undone comes back in any order, the people of a conversation before it.
_CONVERSATION_TRIGGERS = f"""
CREATE TRIGGER first_talk_conversation_insert AFTER INSERT ON conversation BEGIN{_PLACE}END;
CREATE TRIGGER first_talk_conversation_update
AFTER UPDATE OF event_id, setting ON conversation BEGIN{_PLACE}END;
"""

SQL = _TABLE + _LINK_TRIGGERS + _CONVERSATION_TRIGGERS
