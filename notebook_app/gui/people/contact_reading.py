"""All that a contact's page shows, read at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from notebook_app.gui.knowing.knowing_reading import KnowingReading, read_knowing
from notebook_app.model.attachment import AttachmentRow
from notebook_app.model.contact import Contact, ContactKind, Role
from notebook_app.model.contact_overview import FirstMeeting, KeepInTouch, ServiceStanding
from notebook_app.model.relations import RelationRow
from notebook_app.model.rows import ContactChoice, ContactRow, FollowUpRow
from notebook_app.model.tag import TagColour
from notebook_app.storage.notebook import Notebook

if TYPE_CHECKING:
    # Loaded with the first person with whom there is work.
    from notebook_app.gui.opportunities.work_reading import WorkReading

MOST_MEMBERS = 20
"""How many people of an organisation are shown on its page."""


@dataclass(frozen=True, slots=True)
class ContactReading:
    """A contact, with what surrounds it."""

    contact: Contact
    row: ContactRow
    follow_ups: list[FollowUpRow]
    first_meeting: FirstMeeting | None
    keep_in_touch: KeepInTouch | None
    services: list[ServiceStanding]
    tag_colours: Mapping[str, TagColour]
    relations: list[RelationRow]
    members: list[ContactChoice]
    member_count: int
    files: list[AttachmentRow]
    knowing: KnowingReading
    work: "WorkReading | None" = None


def read_contact(notebook: Notebook, contact_id: int) -> ContactReading | None:
    """Return what to show of a contact; None if it is gone or in the trash."""
    contact = notebook.contacts.get(contact_id)
    rows = notebook.people.rows([contact_id])
    if contact is None or contact.deleted_at is not None or not rows:
        return None
    overview = notebook.contact_overview
    is_organization = contact.details.kind is ContactKind.ORGANIZATION
    return ContactReading(
        contact,
        rows[0],
        notebook.follow_ups.open_of(contact_id),
        overview.first_meeting(contact_id),
        overview.keep_in_touch(contact_id),
        overview.services(contact_id),
        notebook.tags.colours(),
        notebook.relations.of(contact_id),
        notebook.organizations.people(contact_id, 0, MOST_MEMBERS) if is_organization else [],
        notebook.organizations.count(contact_id) if is_organization else 0,
        notebook.attachments.of(contact_id),
        read_knowing(notebook, contact_id, contact.stage),
        _work(notebook, contact),
    )


def _work(notebook: Notebook, contact: Contact) -> "WorkReading | None":
    is_client = Role.CLIENT in contact.roles
    if not is_client and not notebook.contact_overview.has_work(contact.id):
        return None
    from notebook_app.gui.opportunities.work_reading import read_work

    return read_work(notebook, contact.id, is_client=is_client)
