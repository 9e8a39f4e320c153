"""The full-text indexes, kept in step by triggers."""

SQL = """
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

-- Without positions (detail='none') a word that stands in half of a million conversations is
-- answered within a frame; the price, no phrases, is none: the words are looked up one by one.
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
"""
