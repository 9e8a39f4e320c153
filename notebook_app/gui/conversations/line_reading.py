"""Reads a line while it is written, with what the user took back or chose in it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from notebook_app.model.capture.captured import CaptureContext, CapturedLine, Piece, PieceKind
from notebook_app.model.name_form import folded

SOMEBODY_NEW = 0
"""Chosen in place of a row id: the name means somebody who is not in the notebook yet."""


@dataclass(slots=True)
class Corrections:
    """What the user said about a line: pieces that are only text, and who is meant by a name."""

    as_text: set[tuple[PieceKind, str]] = field(default_factory=set)
    chosen: dict[str, int] = field(default_factory=dict)


class LineReading:
    """One line, what it says, and the corrections that belong to it."""

    def __init__(self, context: Callable[[], CaptureContext]) -> None:
        """Take what lines are read with; it is asked anew for each line that is begun."""
        self._make_context = context
        self._context: CaptureContext | None = None
        self.corrections = Corrections()
        self.captured = CapturedLine("")

    def begin(self, corrections: Corrections | None = None) -> None:
        """Begin another line, with the corrections that were made in it before, if any."""
        self._context = None
        self.corrections = corrections or Corrections()
        self.captured = CapturedLine("")

    def read(self, line: str) -> CapturedLine:
        """Read the line as it is now and return what it says."""
        if not line.strip():
            # What was said of words that are gone does not hold for the next ones.
            self.corrections = Corrections()
            self.captured = CapturedLine(line)
            return self.captured
        # The grammar is loaded with the first letter, not with the page.
        from notebook_app.model.capture.read_line import read_line

        if self._context is None:
            self._context = self._make_context()
        self.captured = read_line(
            line,
            replace(
                self._context,
                as_text=frozenset(self.corrections.as_text),
                chosen=dict(self.corrections.chosen),
            ),
        )
        return self.captured

    def take_back(self, piece: Piece) -> CapturedLine:
        """Let a piece be nothing but text."""
        self.corrections.as_text.add((piece.kind, self.captured.words(piece)))
        return self.read(self.captured.line)

    def choose(self, name: str, contact_id: int) -> CapturedLine:
        """Say who is meant by a name: a row id, or ``SOMEBODY_NEW``."""
        self.corrections.chosen[folded(name)] = contact_id
        return self.read(self.captured.line)
