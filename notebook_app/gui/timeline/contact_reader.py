"""Reads the timeline of one contact for the window: narrowed to kinds, and to found words."""

from collections.abc import Collection, Sequence
from typing import Final

from notebook_app.model.rows import EntryKey, EntryKind, TimelineEntry
from notebook_app.model.search_marks import SearchMarks
from notebook_app.storage.everyones_timeline import all_words
from notebook_app.storage.timeline import TimelineStore

_LOOKED_THROUGH: Final = 100


class ContactReader:
    """With words, each entry is looked at, a hundred at a time: all that is shown of it counts."""

    def __init__(
        self,
        timeline: TimelineStore,
        contact_id: int,
        kinds: Collection[EntryKind],
        marks: SearchMarks | None = None,
    ) -> None:
        """Take whose timeline it is; no kinds stand for all."""
        self._timeline = timeline
        self._contact_id = contact_id
        self._kinds = kinds or tuple(EntryKind)
        self._marks = marks

    def keys(self, after: EntryKey | None, most: int) -> tuple[list[EntryKey], EntryKey | None]:
        """Return the next entries, and after which to go on; None where that was the end."""
        looked = most if self._marks is None else _LOOKED_THROUGH
        found = self._timeline.keys(self._contact_id, after, looked, self._kinds)
        going_on = found[-1] if len(found) == looked else None
        if self._marks is not None:
            marks = self._marks
            kept = {e.key for e in self.entries(found) if marks.all_in(all_words(e))}
            found = [key for key in found if (key.kind, key.id) in kept]
        return found, going_on

    def entries(self, keys: Sequence[EntryKey]) -> list[TimelineEntry]:
        """Return what is told of entries."""
        return self._timeline.entries(self._contact_id, keys)
