"""Write down that whoever brought work heard how it went, with the conversation or without."""

from dataclasses import replace

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.conversation import Channel, ConversationDraft, Initiator
from notebook_app.services.log_conversation import write_conversation
from notebook_app.storage.notebook import Notebook


def tell_outcome(
    notebook: Notebook, favour_id: int, channel: Channel | None = None, text: str = ""
) -> ChangeSet:
    """Note that a referrer was told; with a ``channel`` a conversation is logged, with ``text``.

    Without one, they know already: nothing more is written down, and nobody is reminded.

    Raises:
        UserProblem: the favour is gone, nothing came of it yet, or it could not be written.
    """
    row = notebook.favours.get(favour_id)
    if row is None:
        raise UserProblem("This favour is no longer in the notebook.")
    if row.draft.opportunity_id is None:
        raise UserProblem("This favour led to no work yet.", "", "Link it to an opportunity first.")
    today, name = notebook.clock.today(), row.contact_name
    with notebook.change(f"Told {name} how it went") as change:
        notebook.favours.update(favour_id, replace(row.draft, told_on=today))
        change.touch(Changed.FAVOUR, favour_id)
        change.touch(Changed.CONTACT, row.draft.contact_id)
        if channel is not None:
            conversation = ConversationDraft(
                (row.draft.contact_id,), text, today, channel=channel, initiated_by=Initiator.ME
            )
            write_conversation(notebook, change, conversation)
    return change.result()
