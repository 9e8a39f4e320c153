"""Points at the place of a mistake in a query: the text, and signs below it."""

from notebook_app.cli.plain_text import one_line
from notebook_app.foundation.text_cells import cells
from notebook_app.model.query.mistake import QueryMistake

_WIDEST = 72
_BEFORE = 30


def pointed_at(mistake: QueryMistake) -> tuple[str, str]:
    """Return the part of the text around the mistake, and a line with ``^`` below its place."""
    start = max(0, min(mistake.start, len(mistake.text)))
    end = max(start, min(start + mistake.length, len(mistake.text)))
    before, wrong, after = mistake.text[:start], mistake.text[start:end], mistake.text[end:]
    # Spaces at the ends count here, as places do.
    before, wrong, after = (_flat(part) for part in (before, wrong, after))
    if len(before) > _BEFORE:
        before = f"…{before[-_BEFORE:]}"
    if len(wrong) > _WIDEST - _BEFORE:
        wrong, after = f"{wrong[: _WIDEST - _BEFORE]}…", ""
    room = max(0, _WIDEST - len(before) - len(wrong))
    if len(after) > room:
        after = f"{after[:room]}…"
    return (
        f"  {before}{wrong}{after}",
        f"  {' ' * cells(before)}{'^' * max(1, cells(wrong))}",
    )


def _flat(text: str) -> str:
    return "".join(one_line(char) or " " for char in text)
