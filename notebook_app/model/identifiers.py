"""Stable identifiers that outlive row ids, exports and merges."""

import uuid


def new_uid() -> str:
    """Return a new random UUID in its usual lower-case form."""
    return str(uuid.uuid4())


def plain_uid(value: str) -> str:
    """Return ``value`` without the ``urn:uuid:`` that vCard 4.0 writers put before it."""
    text = value.strip()
    prefix = "urn:uuid:"
    return text[len(prefix) :] if text.lower().startswith(prefix) else text
