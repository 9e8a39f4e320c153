"""A mistake in a query, told with its place, so that a window or a command can point at it."""

from collections.abc import Iterable


class QueryMistake(Exception):
    """A sentence on what can't be understood, and where it stands in the text."""

    def __init__(self, message: str, start: int, length: int, text: str = "") -> None:
        """Take a whole sentence, the place in characters, and the text that it lies within."""
        super().__init__(message)
        self.text = text
        self.message = message
        self.start = start
        self.length = length


def meant(word: str, known: Iterable[str], form: str = "“{}”") -> str:
    """Return ``" Did you mean “…”?"`` for the known word that is most alike, or nothing."""
    # Loaded by a mistake only: a window starts without one.
    from difflib import get_close_matches

    alike = get_close_matches(word[:40].lower(), list(known), 1, 0.6)
    return f" Did you mean {form.format(alike[0])}?" if alike else ""
