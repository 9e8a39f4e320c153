"""Write a conversation down with people who are not in the notebook yet, in one step to undo."""

from collections.abc import Sequence
from dataclasses import replace

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.follow_up import FollowUpDraft
from notebook_app.model.name_form import names_list, split_name
from notebook_app.services.log_conversation import write_conversation
from notebook_app.storage.notebook import Notebook


def log_with_new_people(
    notebook: Notebook,
    draft: ConversationDraft,
    new_names: Sequence[str],
    follow_up: FollowUpDraft | None = None,
) -> ChangeSet:
    """Add people by name and store a conversation with them and those in ``draft``.

    The follow-up is with the first person of the conversation, those of ``draft`` first.

    Raises:
        UserProblem: nothing is said of it, or it could not be written.
    """
    if not draft.text.strip():
        raise UserProblem("Nothing is written down yet.", "", "Write a few words about it.")
    names = [*notebook.contacts.names_of(draft.contact_ids), *new_names]
    with notebook.change(f"Logged a conversation with {names_list(names)}") as change:
        added = [
            notebook.contacts.insert(
                ContactDraft(ContactDetails(display_name=name, name=split_name(name)))
            )
            for name in new_names
        ]
        everybody = (*draft.contact_ids, *added)
        conversation_id = write_conversation(
            notebook, change, replace(draft, contact_ids=everybody)
        )
        if follow_up is not None:
            planned = replace(
                follow_up, contact_id=everybody[0], from_conversation_id=conversation_id
            )
            change.touch(Changed.FOLLOW_UP, notebook.follow_ups.insert(planned))
    return change.result()
