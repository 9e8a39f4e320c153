"""What a stretch of a line says, as far as it was understood."""

from dataclasses import dataclass, field

from notebook_app.model.capture.captured import PieceKind
from notebook_app.model.capture.found import Found
from notebook_app.model.capture.words import Span


@dataclass(slots=True)
class Phrase:
    """What a stretch of words says: ``end`` is the number of the first word not understood.

    ``joints`` are the small words in it, which say nothing by themselves.
    """

    end: int
    found: list[Found] = field(default_factory=list)
    joints: list[Span] = field(default_factory=list)
    whole: bool = False
    people: int = 0

    def settle(self) -> None:
        """Drop a place that only begins a sentence: ``School starts in May``."""
        if self.whole or not self.found or self.people:
            return
        last = self.found[-1]
        loose = last.kind is PieceKind.SETTING and not last.says.firm
        joined = any(joint[1] <= last.start for joint in self.joints)
        if loose and not joined and len(self.found) == 1:
            self.found.clear()
