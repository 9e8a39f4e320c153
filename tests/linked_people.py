"""Links between people, written down as the editor does: in the details of one of them."""

from dataclasses import replace

from notebook_app.model.contact import RelatedName
from notebook_app.services.save_contact import update_contact
from notebook_app.storage.notebook import Notebook


def relate(notebook: Notebook, contact_id: int, other_id: int, label: str) -> None:
    """Write down that ``label`` of the one is the other."""
    one, other = notebook.contacts.get(contact_id), notebook.contacts.get(other_id)
    assert one
    assert other
    link = RelatedName(other.details.display_name, label, other.uid)
    draft = notebook.contacts.draft_of(one)
    details = replace(draft.details, related=(*draft.details.related, link))
    update_contact(notebook, contact_id, replace(draft, details=details))
