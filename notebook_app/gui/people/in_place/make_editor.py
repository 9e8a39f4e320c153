"""Makes the editor for a spot; loaded when something is edited first."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from notebook_app.gui.people.editor.address_row import AddressRow
from notebook_app.gui.people.editor.date_row import DateRow
from notebook_app.gui.people.editor.field_rows import FieldRow
from notebook_app.gui.people.editor.item_rows import (
    RelatedRow,
    affiliation_row,
    email_row,
    link_row,
    own_field_row,
    phone_row,
)
from notebook_app.gui.people.field_words import gender_words, language_words, read_languages
from notebook_app.gui.people.in_place.field_editors import BirthdayEditor, LineEditor, NoteEditor
from notebook_app.gui.people.in_place.head_editors import (
    CadenceEditor,
    NameEditor,
    StandingEditor,
    WorkEditor,
)
from notebook_app.gui.people.in_place.item_editor import ItemEditor
from notebook_app.gui.people.in_place.spot import CADENCE, MANY, NAME, STANDING, WORK, Spot, item_at
from notebook_app.gui.people.in_place.spot_editor import SpotEditor
from notebook_app.model.contact import ContactDraft, Email, Link, OwnDate, Phone, RelatedName
from notebook_app.model.phone_number import bare_number, international_form
from notebook_app.model.value_remarks import value_remark
from notebook_app.storage.notebook import Notebook

_GENDERS = ("female", "male", "other", "none")


def _tr(text: str) -> str:
    return QCoreApplication.translate("SpotEditors", text)


def make_editor(spot: Spot, contact_id: int, draft: ContactDraft, notebook: Notebook) -> SpotEditor:
    """Return an editor for a spot of a contact, filled from the draft."""
    if spot.field in MANY:
        before = item_at(draft, spot)
        row = _row(spot.field, before, notebook)
        return ItemEditor(spot, before, row, lambda item: _remark(item, contact_id, notebook))
    details = draft.details
    makers: Mapping[str, Callable[[], SpotEditor]] = {
        NAME: lambda: NameEditor(draft),
        WORK: lambda: WorkEditor(draft),
        STANDING: lambda: StandingEditor(draft, notebook),
        CADENCE: lambda: CadenceEditor(draft),
        "birthday": lambda: BirthdayEditor(draft, notebook.clock.today),
        "note": lambda: NoteEditor(details.note),
        "nickname": lambda: LineEditor(spot, _tr("Nickname"), details.nickname),
        "profession": lambda: LineEditor(spot, _tr("Profession"), details.profession),
        "pronouns": lambda: LineEditor(
            spot, _tr("Pronouns"), details.pronouns, offered=_usual_pronouns()
        ),
        "gender": lambda: LineEditor(
            spot,
            _tr("Gender"),
            gender_words(details.gender),
            offered=[gender_words(gender) for gender in _GENDERS],
            read=_read_gender,
        ),
        "languages": lambda: LineEditor(
            spot, _tr("Languages"), language_words(details.languages), read=read_languages
        ),
        "time_zone": lambda: LineEditor(
            spot, _tr("Time zone"), details.time_zone, offered=_time_zones()
        ),
    }
    return makers[spot.field]()


def _row(field: str, before: Any | None, notebook: Notebook) -> FieldRow[Any]:
    makers: Mapping[str, Callable[[], FieldRow[Any]]] = {
        "phones": lambda: phone_row(before),
        "emails": lambda: email_row(before),
        "addresses": lambda: AddressRow(before),
        "links": lambda: link_row(before),
        "dates": lambda: DateRow(before, notebook.clock.today),
        "related": lambda: RelatedRow(before, notebook),
        "affiliations": lambda: affiliation_row(before),
        "own_fields": lambda: own_field_row(before),
    }
    return makers[field]()


def _remark(item: Any, contact_id: int, notebook: Notebook) -> str:
    """Return what may be a mistake about an item, or how it is understood, or ""."""
    if isinstance(item, RelatedName):
        return _relation_remark(item, contact_id, notebook)
    if not isinstance(item, Phone | Email | Link | OwnDate):
        return ""
    remark = value_remark(item, notebook.region, notebook.clock.today())
    if not remark and isinstance(item, Phone):
        understood = international_form(item.number, notebook.region)
        if understood and bare_number(item.number) != understood:
            return _tr("Understood as {number}").format(number=understood)
    return remark


def _relation_remark(related: RelatedName, contact_id: int, notebook: Notebook) -> str:
    other = notebook.relations.person(related.uid) if related.uid else None
    if other is None or not notebook.relations.leads_back(contact_id, other[0], related.label):
        return ""
    return _tr("That leads in a circle with what is written down already.")


def _usual_pronouns() -> list[str]:
    return [_tr("she/her"), _tr("he/him"), _tr("they/them")]


def _read_gender(text: str) -> str:
    typed = text.strip()
    return next((gender for gender in _GENDERS if gender_words(gender) == typed), typed)


def _time_zones() -> list[str]:
    # Reading their list takes longer than all else here.
    from zoneinfo import available_timezones

    return sorted(zone for zone in available_timezones() if "/" in zone)
