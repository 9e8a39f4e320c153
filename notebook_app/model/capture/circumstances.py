"""What is taken for granted of a conversation where its line does not say otherwise."""

from dataclasses import dataclass
from datetime import date, time

from notebook_app.model.conversation import Channel, Formality, Initiator


@dataclass(frozen=True, slots=True)
class Circumstances:
    """When, how and where people spoke; ``on`` is None for today."""

    on: date | None = None
    at: time | None = None
    channel: Channel = Channel.IN_PERSON
    setting: str = ""
    formality: Formality | None = None
    place: str = ""
    initiated_by: Initiator | None = None
    event_id: int | None = None
