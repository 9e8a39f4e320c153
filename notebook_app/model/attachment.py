"""A file that is attached to a contact."""

from dataclasses import dataclass

LARGEST_ATTACHMENT = 25 * 1024 * 1024
"""Bytes of one file."""


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """An attached file without its bytes; ``size`` counts them. ``attached_at`` is a UTC stamp."""

    id: int
    contact_id: int
    name: str
    media_type: str
    size: int
    attached_at: str
