"""The forms of conversations for the pages, loaded when they are first opened."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from notebook_app.gui.frame.desk import Desk


def show_log_form(
    desk: Desk,
    parent: QWidget | None,
    *,
    contact_ids: Sequence[int] = (),
    conversation_id: int | None = None,
) -> None:
    """Write a conversation down, or correct the one with ``conversation_id``.

    With one person, or nobody named yet, one line is enough; several have the form with fields.
    """
    if conversation_id is None and len(contact_ids) <= 1:
        from notebook_app.gui.conversations.quick_log import show_quick_log

        show_quick_log(desk, parent, next(iter(contact_ids), None))
        return
    from notebook_app.gui.conversations import log_form

    log_form.show_log_form(desk, parent, contact_ids=contact_ids, conversation_id=conversation_id)
