"""Reads a text for its marks alone; its words stay as they were given."""

from dataclasses import replace

from notebook_app.model.capture.captured import CaptureContext, CapturedLine
from notebook_app.model.capture.read_line import read_line

_MARKS = frozenset("#@!*<>€$£¥")


def read_marks_only(text: str, context: CaptureContext) -> CapturedLine:
    """Return what the marks of a text say (``#tag``, ``!call tue``), and nothing but that."""
    captured = read_line(text, context)
    words = frozenset(
        (piece.kind, captured.words(piece))
        for piece in captured.pieces
        if captured.words(piece)[0] not in _MARKS
    )
    if not words:
        return captured
    return read_line(text, replace(context, as_text=context.as_text | words))


def has_marks(captured: CapturedLine) -> bool:
    """Return whether anything was marked, understood or not."""
    return bool(captured.pieces or captured.unread)
