"""Edits what stands in the head of a contact's page: name, work, tags, and how we stand."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from notebook_app.gui.people.editor.name_fields import NameFields
from notebook_app.gui.people.editor.standing_fields import CadenceField, RolesField, StageField
from notebook_app.gui.people.editor.tags_field import TagsField
from notebook_app.gui.people.in_place.item_editor import with_note_line
from notebook_app.gui.people.in_place.spot_editor import SpotEditor
from notebook_app.gui.theme import TextRole, Tone
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.contact import ContactDraft
from notebook_app.storage.notebook import Notebook


class NameEditor(SpotEditor):
    """The name as a whole, and its parts on demand."""

    def __init__(self, draft: ContactDraft, parent: QWidget | None = None) -> None:
        """Take the draft."""
        super().__init__(parent)
        self.fields = NameFields()
        self.fields.show_details(draft.details)
        self.column.addWidget(self.fields)
        self.main_field = self.fields.whole
        self._before = draft.details

    def apply(self, draft: ContactDraft) -> ContactDraft:
        """Put the name into the draft; an empty one leaves the name that was there."""
        named = self.fields.into(self._before)
        if not named.display_name.strip():
            return draft
        return replace(
            draft,
            details=replace(
                draft.details,
                display_name=named.display_name,
                name=named.name,
                nickname=named.nickname,
            ),
        )


class WorkEditor(SpotEditor):
    """Organisation, department, job title and profession."""

    def __init__(self, draft: ContactDraft, parent: QWidget | None = None) -> None:
        """Take the draft."""
        super().__init__(parent)
        self.lines: dict[str, QLineEdit] = {}
        for field, words in (
            ("title", self.tr("Job title")),
            ("organization", self.tr("Organisation")),
            ("department", self.tr("Department")),
            ("profession", self.tr("Profession")),
        ):
            edit = QLineEdit(getattr(draft.details, field))
            edit.setCursorPosition(0)
            edit.setPlaceholderText(words)
            edit.setAccessibleName(words)
            edit.setToolTip(words)
            self.column.addWidget(edit)
            self.lines[field] = edit
        self._shown = {field: edit.text() for field, edit in self.lines.items()}
        title, organization = self.lines["title"], self.lines["organization"]
        self.main_field = title if title.text() or organization.text() else organization

    def apply(self, draft: ContactDraft) -> ContactDraft:
        """Put the lines that were touched into the draft."""
        changed: dict[str, Any] = {
            field: edit.text().strip()
            for field, edit in self.lines.items()
            if edit.text() != self._shown[field]
        }
        return replace(draft, details=replace(draft.details, **changed))


class StandingEditor(SpotEditor):
    """Tags, roles and how well we know each other."""

    def __init__(
        self, draft: ContactDraft, notebook: Notebook, parent: QWidget | None = None
    ) -> None:
        """Take the draft, and the notebook for the tags that there are."""
        super().__init__(parent)
        self.tags = TagsField()
        self.tags.show_tags(draft.details.tags, notebook.tags.names())
        self.roles = RolesField()
        self.roles.show_roles(draft.roles)
        self.stage = StageField()
        self.stage.show_stage(draft.stage)
        for words, field in (
            (self.tr("Tags"), self.tags),
            (self.tr("Roles"), self.roles),
            (self.tr("How well we know each other"), self.stage),
        ):
            self.column.addWidget(PlainLabel(words, TextRole.SMALL, Tone.MUTED))
            self.column.addWidget(field)
        self.main_field = self.tags.edit

    def apply(self, draft: ContactDraft) -> ContactDraft:
        """Put all three into the draft."""
        return replace(
            draft,
            details=replace(draft.details, tags=self.tags.tags()),
            roles=self.roles.roles(),
            stage=self.stage.stage(),
        )


class CadenceEditor(SpotEditor):
    """Keep in touch every so often."""

    def __init__(self, draft: ContactDraft, parent: QWidget | None = None) -> None:
        """Take the draft."""
        super().__init__(parent)
        self.field = CadenceField(own=True)
        self.field.show_cadence(draft.cadence)
        self.column.addWidget(self.field)
        self.main_field = self.field.count

    def apply(self, draft: ContactDraft) -> ContactDraft:
        """Put it into the draft; what is no number goes to the note."""
        if unread := self.field.unread():
            return with_note_line(draft, self.tr("Keep in touch: every {text}").format(text=unread))
        return replace(draft, cadence=self.field.cadence())
