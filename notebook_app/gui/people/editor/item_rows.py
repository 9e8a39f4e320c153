"""A row for each kind of thing that a contact may have many of, filled or empty."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from notebook_app.gui.follow_ups.person_field import PersonField
from notebook_app.gui.people.editor.field_rows import FieldRow
from notebook_app.gui.people.editor.label_field import LabelField
from notebook_app.gui.people.editor.labelled_rows import LabelledRow
from notebook_app.model.contact import Affiliation, Email, Link, OwnField, Phone, RelatedName
from notebook_app.model.labels import EMAIL_LABELS, LINK_LABELS, PHONE_LABELS
from notebook_app.model.relations import RELATION_CHOICES
from notebook_app.storage.notebook import Notebook

Thing = TypeVar("Thing", OwnField, Affiliation)
Labelled = TypeVar("Labelled", Phone, Email, Link)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ItemRows", text)


def phone_row(phone: Phone | None) -> LabelledRow[Phone]:
    """Return a row for a phone."""
    usual = Phone("", PHONE_LABELS[0])
    return _labelled_row(phone or usual, "number", PHONE_LABELS, _tr("Phone"))


def email_row(email: Email | None) -> LabelledRow[Email]:
    """Return a row for an e-mail address."""
    usual = Email("", EMAIL_LABELS[1])
    return _labelled_row(email or usual, "address", EMAIL_LABELS, _tr("E-mail"))


def link_row(link: Link | None) -> LabelledRow[Link]:
    """Return a row for a web page, a messaging address or a profile."""
    usual = Link("", LINK_LABELS[2])
    return _labelled_row(link or usual, "url", LINK_LABELS, _tr("Link"), _with_scheme)


def own_field_row(own: OwnField | None) -> "LinesRow[OwnField]":
    """Return a row for a field of the user's own."""
    return LinesRow(
        own or OwnField("", ""),
        {"name": _tr("Field, such as Shoe size"), "value": _tr("Value")},
        main="name" if own is None else "value",
    )


def affiliation_row(affiliation: Affiliation | None) -> "LinesRow[Affiliation]":
    """Return a row for a further organisation."""
    return LinesRow(
        affiliation or Affiliation(),
        {
            "organization": _tr("Organisation"),
            "department": _tr("Department"),
            "title": _tr("Job title"),
            "profession": _tr("Profession"),
        },
        main="organization",
    )


class RelatedRow(FieldRow[RelatedName]):
    """A label and a name; somebody of the notebook is offered while one types, and linked."""

    def __init__(
        self, related: RelatedName | None, notebook: Notebook, parent: QWidget | None = None
    ) -> None:
        """Take the related person, or None for an empty row, and where people are looked up."""
        super().__init__(parent)
        self._related = related or RelatedName("")
        self._notebook = notebook
        self.label = LabelField(RELATION_CHOICES, self.tr("Related person: label"))
        self.label.show_label(self._related.label)
        self.label.hint(self.tr("is their…"))
        self.name = PersonField(notebook, self.tr("Related person"))
        self.name.setPlaceholderText(self.tr("Name"))
        known = notebook.relations.names([self._related.uid]) if self._related.uid else {}
        self.name.setText(known.get(self._related.uid) or self._related.name)
        self.name.setCursorPosition(0)
        self._shown = self.name.text()
        self.fields.addWidget(self.label)
        self.fields.addWidget(self.name, 1)
        self.main_field = self.name
        self.name.textChanged.connect(self.changed)
        self.label.currentTextChanged.connect(self.changed)

    def value(self) -> RelatedName | None:
        """Return the related person, or None without a name."""
        typed = self.name.text().strip()
        label = self.label.label()
        if self.name.text() == self._shown and (typed or self._related.uid):
            return replace(self._related, label=label)
        if not typed:
            return None
        contact_id = self.name.contact_id()
        known = None if contact_id is None else self._notebook.contacts.get(contact_id)
        if known is None or known.details.display_name != typed:
            return RelatedName(typed, label)
        return RelatedName(typed, label, known.uid)


class LinesRow(FieldRow[Thing], Generic[Thing]):
    """A line for each text of a thing; one whose row was not touched comes back as it was."""

    def __init__(
        self,
        thing: Thing,
        lines: Mapping[str, str],
        *,
        main: str,
        parent: QWidget | None = None,
    ) -> None:
        """Take the thing, its texts with the words for each, and where one begins to write."""
        super().__init__(parent)
        self._thing: Thing = thing
        self.lines: dict[str, QLineEdit] = {}
        for field, words in lines.items():
            edit = QLineEdit(getattr(thing, field))
            edit.setCursorPosition(0)
            edit.setPlaceholderText(words)
            edit.setAccessibleName(words)
            edit.textChanged.connect(self.changed)
            self.lines[field] = edit
            self.fields.addWidget(edit)
        self._shown = {field: edit.text() for field, edit in self.lines.items()}
        self.main_field = self.lines[main]

    def value(self) -> Thing | None:
        """Return the thing as it is now, or None if it says nothing."""
        typed: dict[str, Any] = {
            field: edit.text().strip()
            for field, edit in self.lines.items()
            if edit.text() != self._shown[field]
        }
        thing = replace(self._thing, **typed)
        return None if says_nothing(thing) else thing


def says_nothing(thing: OwnField | Affiliation) -> bool:
    """Return whether there is nothing to keep: no value of a field, or no text at all."""
    if isinstance(thing, OwnField):
        return not thing.value
    return thing == Affiliation()


def _labelled_row(
    thing: Labelled,
    field: str,
    labels: Sequence[str],
    name: str,
    finished: Callable[[str], str] = str,
) -> LabelledRow[Labelled]:
    """Return a row for a thing whose text is in ``field``, once ``finished`` has made it whole."""

    def put(into: Labelled, text: str, label: str) -> Labelled:
        now: dict[str, Any] = {field: finished(text), "label": label}
        return replace(into, **now)

    text: str = getattr(thing, field)
    return LabelledRow(thing, text, thing.label, labels=labels, name=name, put=put)


def _with_scheme(url: str) -> str:
    """Return a web address that was typed without its beginning as one that can be opened."""
    plain = ":" not in url and "." in url and " " not in url
    return f"https://{url}" if plain else url
