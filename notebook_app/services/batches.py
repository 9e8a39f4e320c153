"""Long lists of contacts cut into pieces, so that work on them can be watched and stopped."""

from collections.abc import Iterator, Sequence
from typing import Final

from notebook_app.foundation.progress import Progress

BATCH: Final = 500


def batches(
    contact_ids: Sequence[int], progress: Progress | None, words: str
) -> Iterator[Sequence[int]]:
    """Yield ``contact_ids`` in pieces, telling ``progress`` with ``words`` how far they are.

    Raises:
        Cancelled: the user asked to stop; the change that is running is then not made.
    """
    for start in range(0, len(contact_ids), BATCH):
        if progress is not None:
            progress.report(start, len(contact_ids), words)
        yield contact_ids[start : start + BATCH]
    if progress is not None:
        progress.report(len(contact_ids), len(contact_ids), words)
