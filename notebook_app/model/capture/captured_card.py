"""A business card that belongs to a line: what its code says, or its picture."""

from dataclasses import dataclass

from notebook_app.model.contact import ContactDetails


@dataclass(frozen=True, slots=True)
class CapturedCard:
    """A picture that was dropped on a line.

    ``details`` is what the code on it says; without one the picture itself is kept, and ``data``
    holds its bytes, to be attached as a file called ``name``.
    """

    details: ContactDetails | None = None
    name: str = ""
    media_type: str = ""
    data: bytes = b""
