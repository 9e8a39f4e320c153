"""All fields of a contact, from a draft into widgets and back; what has no field here is kept."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from notebook_app.gui.people.editor.address_row import AddressRow
from notebook_app.gui.people.editor.date_row import DateRow
from notebook_app.gui.people.editor.field_rows import FieldRows
from notebook_app.gui.people.editor.item_rows import (
    RelatedRow,
    affiliation_row,
    email_row,
    link_row,
    own_field_row,
    phone_row,
)
from notebook_app.gui.people.editor.name_fields import NameFields
from notebook_app.gui.people.editor.partial_date_field import PartialDateField
from notebook_app.gui.people.editor.photo_field import PhotoField
from notebook_app.gui.people.editor.standing_fields import CadenceField, RolesField, StageField
from notebook_app.gui.people.editor.tags_field import TagsField
from notebook_app.gui.widgets.wrap_mode import wrap_mode
from notebook_app.model.contact import (
    Address,
    Affiliation,
    ContactDetails,
    ContactDraft,
    Email,
    Link,
    OwnDate,
    OwnField,
    Phone,
    RelatedName,
)
from notebook_app.storage.notebook import Notebook

_LINES = ("organization", "department", "title", "profession")


class ContactFields(QObject):
    """``changed`` is emitted whenever something was typed or chosen."""

    changed = Signal()

    def __init__(self, notebook: Notebook, parent: QObject | None = None) -> None:
        """Make all fields, empty."""
        super().__init__(parent)
        self._notebook = notebook
        self._before = ContactDraft(ContactDetails())
        self.photo = PhotoField()
        self.name = NameFields()
        self.lines = {line: QLineEdit() for line in _LINES}
        self.affiliations: FieldRows[Affiliation] = FieldRows(
            affiliation_row, self.tr("+ Another organisation")
        )
        self.phones: FieldRows[Phone] = FieldRows(phone_row, self.tr("+ Phone"))
        self.emails: FieldRows[Email] = FieldRows(email_row, self.tr("+ E-mail"))
        self.addresses: FieldRows[Address] = FieldRows(AddressRow, self.tr("+ Address"))
        self.links: FieldRows[Link] = FieldRows(link_row, self.tr("+ Link"))
        self.birthday = PartialDateField(notebook.clock.today, self.tr("Birthday"))
        self.dates: FieldRows[OwnDate] = FieldRows(self._date_row, self.tr("+ Another date"))
        self.related: FieldRows[RelatedName] = FieldRows(self._related_row, self.tr("+ Somebody"))
        self.own_fields: FieldRows[OwnField] = FieldRows(
            own_field_row, self.tr("+ A field of your own")
        )
        self.tags = TagsField()
        self.roles = RolesField()
        self.stage = StageField()
        self.cadence = CadenceField(own=True)
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self._shown: dict[str, str] = {}
        for changed in self._signals():
            changed.connect(self.changed)
        for edit in self.lines.values():
            edit.textChanged.connect(lambda _text: self.changed.emit())
        self.note.textChanged.connect(self.changed)

    def show_draft(self, draft: ContactDraft) -> None:
        """Show a draft."""
        self._before = draft
        details = draft.details
        self.photo.show_photo(details.display_name, details.photo)
        self.name.show_details(details)
        for line, edit in self.lines.items():
            edit.setText(getattr(details, line))
            edit.setCursorPosition(0)
            self._shown[line] = edit.text()
        self.affiliations.show_values(details.affiliations)
        self.phones.show_values(details.phones)
        self.emails.show_values(details.emails)
        self.addresses.show_values(details.addresses)
        self.links.show_values(details.links)
        self.birthday.show_date(details.birthday)
        self.dates.show_values(details.dates)
        self.related.show_values(details.related)
        self.own_fields.show_values(details.own_fields)
        self.tags.show_tags(details.tags, self._notebook.tags.names())
        self.roles.show_roles(draft.roles)
        self.stage.show_stage(draft.stage)
        self.cadence.show_cadence(draft.cadence)
        self.note.setWordWrapMode(wrap_mode(details.note))
        self.note.setPlainText(details.note)
        self._shown["note"] = self.note.toPlainText()

    def draft(self) -> ContactDraft:
        """Return what the fields say; texts that could not be read stand in the note."""
        before = self._before.details
        details = replace(
            self.name.into(before),
            organization=self._line("organization"),
            department=self._line("department"),
            title=self._line("title"),
            profession=self._line("profession"),
            affiliations=self.affiliations.values(),
            phones=self.phones.values(),
            emails=self.emails.values(),
            addresses=self.addresses.values(),
            links=self.links.values(),
            birthday=before.birthday if self.birthday.unread() else self.birthday.value(),
            dates=self.dates.values(),
            related=self.related.values(),
            own_fields=self.own_fields.values(),
            tags=self.tags.tags(),
            photo=self.photo.photo(),
            note=self._note(),
        )
        cadence = self._before.cadence if self.cadence.unread() else self.cadence.cadence()
        return ContactDraft(details, self.stage.stage(), self.roles.roles(), cadence)

    def unread(self) -> list[str]:
        """Return the texts that could not be read, each with the name of its field."""
        found = []
        if text := self.birthday.unread():
            found.append(self.tr("Birthday: {text}").format(text=text))
        found += [
            text for row in self.dates.rows if isinstance(row, DateRow) and (text := row.unread())
        ]
        if text := self.cadence.unread():
            found.append(self.tr("Keep in touch: every {text}").format(text=text))
        return found

    def show_name_in_photo(self) -> None:
        """Let the initials beside the name follow it."""
        self.photo.avatar.show_person(
            self.name.whole.text(), photo.data if (photo := self.photo.photo()) else None
        )

    def _line(self, line: str) -> str:
        typed = self.lines[line].text()
        if typed == self._shown[line]:
            return str(getattr(self._before.details, line))
        return typed.strip()

    def _note(self) -> str:
        typed = self.note.toPlainText()
        note = self._before.details.note if typed == self._shown["note"] else typed
        return "\n".join(part for part in (note, *self.unread()) if part)

    def _signals(self) -> tuple[SignalInstance, ...]:
        return (
            self.photo.changed,
            self.name.changed,
            self.affiliations.changed,
            self.phones.changed,
            self.emails.changed,
            self.addresses.changed,
            self.links.changed,
            self.birthday.changed,
            self.dates.changed,
            self.related.changed,
            self.own_fields.changed,
            self.tags.changed,
            self.roles.changed,
            self.stage.changed,
            self.cadence.changed,
        )

    def _related_row(self, related: RelatedName | None) -> RelatedRow:
        return RelatedRow(related, self._notebook)

    def _date_row(self, own: OwnDate | None) -> DateRow:
        return DateRow(own, self._notebook.clock.today)
