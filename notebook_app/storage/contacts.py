"""Stores contacts with everything that belongs to them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.model.contact import Contact, ContactDetails, ContactDraft, Photo, Stage
from notebook_app.model.identifiers import new_uid
from notebook_app.model.name_form import folded, shown_name
from notebook_app.model.phone_number import international_form
from notebook_app.model.rows import ContactChoice
from notebook_app.model.search_text import match_expression, without_broken_characters
from notebook_app.storage.attached_names import add_attached_names
from notebook_app.storage.contact_batches import contacts_with_photos
from notebook_app.storage.contact_rows import (
    BELONGING_COLUMNS,
    belonging_rows,
    contact_of,
    details_columns,
    draft_columns,
    photo_key,
)
from notebook_app.storage.contact_updates import DetailsUpdate, update_details
from notebook_app.storage.conversations import people_text
from notebook_app.storage.matching import matching_rows
from notebook_app.storage.tables.contact_tables import (
    ContactRoleTable,
    ContactTable,
    ContactTagTable,
    PhotoTable,
    TagTable,
)

_MOST_CHOICES = 20


class ContactStore:
    """Reads and writes contacts. Writing belongs into a ``Notebook.change``."""

    def __init__(self, database: SqliteDatabase, clock: Clock, region: str) -> None:
        """Take the open notebook, the clock for time stamps, and the user's country."""
        self._database = database
        self._clock = clock
        self._region = region

    def get(self, contact_id: int) -> Contact | None:
        """Return a contact, in the trash or not, or None."""
        # Asked on every change of contact, where composing the query would take the longest.
        cursor = self._database.execute_sql("SELECT * FROM contact WHERE id = ?", (contact_id,))
        values = cursor.fetchone()
        if values is None:
            return None
        row = dict(zip((column[0] for column in cursor.description), values, strict=True))
        belongings = {
            table: self._database.execute_sql(
                f"SELECT {', '.join(columns)} FROM {table} WHERE contact_id = ? ORDER BY position",
                (contact_id,),
            ).fetchall()
            for table, columns in BELONGING_COLUMNS.items()
        }
        roles = self._database.execute_sql(
            "SELECT role FROM contact_role WHERE contact_id = ? ORDER BY id", (contact_id,)
        ).fetchall()
        photo = self.photo(row["photo_id"]) if row["photo_id"] else None
        return contact_of(
            row, belongings, self.tags_of(contact_id), [role for (role,) in roles], photo
        )

    def many(self, contact_ids: Sequence[int]) -> Iterator[Contact]:
        """Yield contacts in the order given, with their photos, a batch at a time."""
        return contacts_with_photos(self._database, contact_ids)

    def photo(self, photo_id: int) -> Photo | None:
        """Return a stored picture."""
        row = self._database.execute_sql(
            "SELECT media_type, data FROM photo WHERE id = ?", (photo_id,)
        ).fetchone()
        return None if row is None else Photo(row[0], bytes(row[1]))

    def name_of(self, contact_id: int) -> str:
        """Return the shown name of a contact; empty if there is none with that id."""
        row = self._database.execute_sql(
            "SELECT display_name FROM contact WHERE id = ?", (contact_id,)
        ).fetchone()
        return "" if row is None else str(row[0])

    def names_of(self, contact_ids: Iterable[int]) -> list[str]:
        """Return the shown names of contacts, in the order given; empty for who is not there."""
        ids = list(contact_ids)
        rows = self._database.execute_sql(
            "SELECT id, display_name FROM contact WHERE id IN (SELECT value FROM json_each(?))",
            (str(ids),),
        )
        names = {contact_id: str(name) for contact_id, name in rows.fetchall()}
        return [names.get(contact_id, "") for contact_id in ids]

    def tags_of(self, contact_id: int) -> tuple[str, ...]:
        """Return the tags of a contact in the order they were put on."""
        rows = self._database.execute_sql(
            "SELECT tag.name FROM contact_tag JOIN tag ON tag.id = contact_tag.tag_id"
            " WHERE contact_tag.contact_id = ? ORDER BY contact_tag.position, tag.folded_name",
            (contact_id,),
        )
        return tuple(name for (name,) in rows)

    def all_ids(self) -> list[int]:
        """Return the ids of all contacts that are not in the trash, by name."""
        rows = self._database.execute_sql(
            "SELECT id FROM contact WHERE deleted_at IS NULL ORDER BY sort_key, id"
        )
        return [contact_id for (contact_id,) in rows]

    def find(self, words: str) -> list[ContactChoice]:
        """Return contacts by id, UUID, or part of their name or organisation, best first.

        A name that is exactly the words comes alone before names that only begin so.
        """
        text = without_broken_characters(words).strip()
        columns = "id, display_name, organization FROM contact"
        alive = "deleted_at IS NULL"
        for condition, value in (
            ("id = ?", int(text) if text.isdecimal() and len(text) < 19 else None),
            ("uid = ?", text.lower()),
            ("sort_key = ?", folded(text) or None),
        ):
            if value is None:
                continue
            rows = self._database.execute_sql(
                f"SELECT {columns} WHERE {condition} AND {alive} ORDER BY id LIMIT ?",
                (value, _MOST_CHOICES),
            ).fetchall()
            if rows:
                return [ContactChoice(*row) for row in rows]
        return self.complete(text, _MOST_CHOICES)

    def complete(self, words: str, most: int) -> list[ContactChoice]:
        """Return contacts whose names or organisations hold words beginning as typed."""
        expression = match_expression(words)
        if not expression:
            return []
        rows = matching_rows(
            self._database,
            "SELECT id, display_name, organization FROM contact WHERE deleted_at IS NULL AND id IN"
            " (SELECT rowid FROM contact_search WHERE contact_search MATCH ?)"
            " ORDER BY sort_key, id LIMIT ?",
            (f"search_name: ({expression})", most),
        )
        return [ContactChoice(*row) for row in rows]

    def insert(self, draft: ContactDraft, uid: str = "") -> int:
        """Store a new contact and return its row id."""
        details = draft.details
        e164 = self._e164(details)
        stamp = self._clock.stamp()
        contact_id = int(
            ContactTable.insert(
                uid=uid or new_uid(),
                created_at=stamp,
                changed_at=stamp,
                photo_id=self.store_photo(details.photo),
                **details_columns(details, e164),
                **draft_columns(draft),
            ).execute(self._database)
        )
        self._insert_belongings(contact_id, details, e164)
        self.set_tags(contact_id, details.tags)
        self._set_roles(contact_id, draft)
        if draft.stage is not None:
            self._note_stage(contact_id, draft.stage)
        return contact_id

    def update(self, contact_id: int, draft: ContactDraft, *, is_step: bool = True) -> None:
        """Store a contact anew; rows of belongings that stay the same are left alone.

        ``is_step`` says that another stage is a step of how well they know each other, and not
        one that comes from elsewhere together with its history.
        """
        details = draft.details
        e164 = self._e164(details)
        old_name, old_stage = self._name_and_stage(contact_id)
        written = details_columns(details, e164)
        add_attached_names(self._database, {contact_id: written})
        ContactTable.update(
            changed_at=self._clock.stamp(),
            photo_id=self.store_photo(details.photo),
            **written,
            **draft_columns(draft),
        ).where(ContactTable.id == contact_id).execute(self._database)
        wanted = belonging_rows(contact_id, details, e164)
        for table, columns in BELONGING_COLUMNS.items():
            stored = self._database.execute_sql(
                f"SELECT {', '.join(columns)} FROM {table} WHERE contact_id = ? ORDER BY position",
                (contact_id,),
            ).fetchall()
            if [tuple(row) for row in stored] != wanted[table]:
                self._database.execute_sql(
                    f"DELETE FROM {table} WHERE contact_id = ?", (contact_id,)
                )
                self._insert_rows(table, wanted[table])
        self.set_tags(contact_id, details.tags)
        self._set_roles(contact_id, draft)
        if is_step and draft.stage != old_stage:
            self._note_stage(contact_id, draft.stage)
        if shown_name(details) != old_name:
            self.refresh_people(contact_id)

    def update_details(self, updates: Sequence[DetailsUpdate]) -> None:
        """Store the details of many contacts anew, each at most once; all else stays as it is."""
        with_other_tags, renamed = update_details(self._database, updates, self._region)
        for update in with_other_tags:
            self.set_tags(update.contact_id, update.details.tags)
        for contact_id in renamed:
            self.refresh_people(contact_id)

    def set_deleted(self, contact_id: int, deleted: bool) -> None:
        """Put a contact into the trash, or take it out."""
        stamp = self._clock.stamp()
        ContactTable.update(deleted_at=stamp if deleted else None, changed_at=stamp).where(
            ContactTable.id == contact_id
        ).execute(self._database)

    def store_photo(self, photo: Photo | None) -> int | None:
        """Store a picture unless it is there already, and return its row id."""
        if photo is None:
            return None
        key = photo_key(photo)
        query = PhotoTable.select(PhotoTable.id).where(PhotoTable.sha256 == key)
        row = query.tuples().first(self._database)
        if row is not None:
            return int(row[0])
        insert = PhotoTable.insert(sha256=key, media_type=photo.media_type, data=photo.data)
        return int(insert.execute(self._database))

    def set_tags(self, contact_id: int, tags: Sequence[str]) -> None:
        """Make ``tags`` the tags of a contact; new tags are made, none is ever removed."""
        if self.tags_of(contact_id) == tuple(tags):
            return
        ContactTagTable.delete().where(ContactTagTable.contact_id == contact_id).execute(
            self._database
        )
        tag_ids = dict.fromkeys(self.tag_id(name) for name in tags if name.strip())
        for position, tag_id in enumerate(tag_ids):
            ContactTagTable.insert(contact_id=contact_id, tag_id=tag_id, position=position).execute(
                self._database
            )

    def tag_id(self, name: str) -> int:
        """Return the row id of a tag, made if there is none; accents and case don't matter."""
        key = folded(name)
        query = TagTable.select(TagTable.id).where(TagTable.folded_name == key)
        row = query.tuples().first(self._database)
        if row is not None:
            return int(row[0])
        return int(TagTable.insert(name=name.strip(), folded_name=key).execute(self._database))

    def refresh_people(self, contact_id: int) -> None:
        """Bring the names that conversations repeat for searching up to date."""
        names: dict[tuple[int, str], list[str]] = {}
        for conversation_id, people, name in self._database.execute_sql(
            "SELECT conversation.id, people, display_name FROM conversation_contact AS theirs"
            " JOIN conversation ON conversation.id = theirs.conversation_id"
            " JOIN conversation_contact AS link ON link.conversation_id = conversation.id"
            " JOIN contact ON contact.id = link.contact_id WHERE theirs.contact_id = ?"
            " ORDER BY conversation.id, contact.id",
            (contact_id,),
        ).fetchall():
            names.setdefault((conversation_id, people), []).append(name)
        for (conversation_id, stored), present in names.items():
            people = people_text(present)
            if people != stored:
                self._database.execute_sql(
                    "UPDATE conversation SET people = ? WHERE id = ?", (people, conversation_id)
                )

    def draft_of(self, contact: Contact) -> ContactDraft:
        """Return a stored contact as a draft to be edited."""
        return ContactDraft(replace(contact.details), contact.stage, contact.roles, contact.cadence)

    def _name_and_stage(self, contact_id: int) -> tuple[str, Stage | None]:
        row = self._database.execute_sql(
            "SELECT display_name, stage FROM contact WHERE id = ?", (contact_id,)
        ).fetchone()
        if row is None:
            return "", None
        return str(row[0]), Stage(row[1]) if row[1] else None

    def _note_stage(self, contact_id: int, stage: Stage | None) -> None:
        # Most changes leave the stage alone.
        from notebook_app.storage.stage_history import StageHistory

        StageHistory(self._database).note([contact_id], stage, self._clock.today())

    def _e164(self, details: ContactDetails) -> list[str]:
        return [international_form(phone.number, self._region) for phone in details.phones]

    def _insert_belongings(self, contact_id: int, details: ContactDetails, e164: list[str]) -> None:
        for table, rows in belonging_rows(contact_id, details, e164).items():
            self._insert_rows(table, rows)

    def _insert_rows(self, table: str, rows: list[tuple[object, ...]]) -> None:
        columns = BELONGING_COLUMNS[table]
        marks = ", ".join("?" * len(columns))
        sql = f"INSERT INTO {table}({', '.join(columns)}) VALUES ({marks})"
        for row in rows:
            self._database.execute_sql(sql, row)

    def _set_roles(self, contact_id: int, draft: ContactDraft) -> None:
        stored = self._database.execute_sql(
            "SELECT role FROM contact_role WHERE contact_id = ? ORDER BY id", (contact_id,)
        ).fetchall()
        if [role for (role,) in stored] == [role.value for role in draft.roles]:
            return
        ContactRoleTable.delete().where(ContactRoleTable.contact_id == contact_id).execute(
            self._database
        )
        for role in dict.fromkeys(draft.roles):
            ContactRoleTable.insert(contact_id=contact_id, role=role.value).execute(self._database)
