"""The usual envelopes by their measures, and where on them the addresses stand."""

from typing import Final

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.record import record


@record
class Envelope:
    """An envelope lying across; lengths in millimetres.

    The receiver's address stands in the lower right of the front, where the machines of the
    post look for it (UPU S42, DIN 678-1: at least 15 mm from the edges, 40 mm from the top),
    the sender's in the upper left.
    """

    name: str
    width: float
    height: float

    @property
    def address_area(self) -> tuple[float, float, float, float]:
        """Left, top, width and height of the receiver's part."""
        left = self.width * 0.45
        top = max(42.0, self.height * 0.45)
        return left, top, self.width - left - 15, self.height - top - 15

    @property
    def sender_area(self) -> tuple[float, float, float, float]:
        """Left, top, width and height of the sender's part."""
        return 12.0, 10.0, self.width * 0.42, 28.0


ENVELOPES: Final = (
    # ISO 269 and DIN 678.
    Envelope("DL", 220, 110),
    Envelope("C6", 162, 114),
    Envelope("C5", 229, 162),
    # ANSI: 9 1/2 by 4 1/8 inches.
    Envelope("#10", 241.3, 104.775),
)


def find_envelope(name: str) -> Envelope:
    """Return the envelope of that name, in any case.

    Raises:
        UserProblem: there is no such envelope.
    """
    wanted = name.strip().casefold().removeprefix("#")
    for envelope in ENVELOPES:
        if envelope.name.casefold().removeprefix("#") == wanted:
            return envelope
    names = ", ".join(envelope.name for envelope in ENVELOPES)
    raise UserProblem(f"“{name}” is no envelope this program knows.", "", f"Choose one of {names}.")
