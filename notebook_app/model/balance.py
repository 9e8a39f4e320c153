"""The balance of a month: new people met against relationships strengthened.

The rule: the first conversation with somebody counts as a new person, each later one as
strengthening. So somebody met and spoken to again in the same month counts on both sides.
"""

from enum import StrEnum

from notebook_app.foundation.record import record


class Leaning(StrEnum):
    """To which side a month leans."""

    NOTHING = "nothing yet"
    EVEN = "even"
    NEW = "new people"
    KNOWN = "people one knows"


@record
class Balance:
    """How often each of the two happened."""

    new: int
    strengthened: int

    def leaning(self) -> Leaning:
        """Return the side that has too much of it.

        Up to three conversations with people one knows to each new person is called even; more
        new people than conversations with the others is not.
        """
        if not self.new and not self.strengthened:
            return Leaning.NOTHING
        if self.new > self.strengthened:
            return Leaning.NEW
        return Leaning.KNOWN if self.strengthened > 3 * self.new else Leaning.EVEN
