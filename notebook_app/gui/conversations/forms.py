"""The form of conversations for the pages, loaded when it is first opened."""

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
    """Write a conversation down, or correct the one with ``conversation_id``."""
    from notebook_app.gui.conversations import log_form

    log_form.show_log_form(desk, parent, contact_ids=contact_ids, conversation_id=conversation_id)
