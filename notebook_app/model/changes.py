"""What a write changed, so that every page is right afterwards and nothing else is reread."""

from dataclasses import field
from enum import StrEnum

from notebook_app.foundation.record import record


class Changed(StrEnum):
    """The kinds of things that a write may change."""

    CONTACT = "contact"
    CONVERSATION = "conversation"
    FOLLOW_UP = "follow-up"
    EVENT = "event"
    OPPORTUNITY = "opportunity"
    SERVICE = "service"
    FAVOUR = "favour"
    TAG = "tag"
    LIST = "list"
    IMPORT = "import"
    DUPLICATE = "duplicate"
    SETTING = "setting"
    PRINTED = "printed"
    """A list went on paper; that is no step to undo."""


@record
class ChangeSet:
    """The kinds of things that changed, with their row ids.

    ``everything`` stands for a change too wide to name (an import, a restore, an undo of one).
    ``label`` says in a few words what was done, for the message that offers to undo it; ``told``
    is a sentence on what was understood otherwise than it was given, or empty.
    """

    label: str = ""
    ids: dict[Changed, frozenset[int]] = field(default_factory=dict)
    everything: bool = False
    can_undo: bool = True
    told: str = ""

    def touches(self, *kinds: Changed) -> bool:
        """Return whether any of ``kinds`` changed."""
        return self.everything or any(kind in self.ids for kind in kinds)

    def of(self, kind: Changed) -> frozenset[int]:
        """Return the row ids of ``kind`` that changed; empty when everything did."""
        return self.ids.get(kind, frozenset())
