"""Keeps the entries that were set last, since most of them are drawn many times."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from notebook_app.gui.timeline.entry_layout import EntryLayout
from notebook_app.gui.timeline.entry_setting import Look, set_entry
from notebook_app.model.rows import EntryKind, TimelineEntry

_KEPT: Final = 120

Key = tuple[EntryKind, int]


class SetEntries:
    """Sets entries as ``look`` says when it is asked; notes which are whole, which is written."""

    def __init__(self, look: Callable[[], tuple[int, Look]]) -> None:
        """Take who knows the width of a card and the look."""
        self._look = look
        self._layouts: OrderedDict[Key, EntryLayout] = OrderedDict()
        self._whole: set[Key] = set()
        self.written: Key | None = None
        self._room = 0

    def get(self, entry: TimelineEntry) -> EntryLayout:
        """Return an entry, set for the width now."""
        layout = self._layouts.get(entry.key)
        if layout is not None:
            self._layouts.move_to_end(entry.key)
            return layout
        width, look = self._look()
        room = self._room if entry.key == self.written else 0
        layout = set_entry(entry, width, look, whole=entry.key in self._whole, editor=room)
        self._layouts[entry.key] = layout
        if len(self._layouts) > _KEPT:
            self._layouts.popitem(last=False)
        return layout

    def forget(self, key: Key | None = None) -> None:
        """Have one entry, or all, set anew."""
        if key is None:
            self._layouts.clear()
        else:
            self._layouts.pop(key, None)

    def fold(self, key: Key, *, whole: bool) -> None:
        """Show all of a long text from now on, or its beginning only."""
        (self._whole.add if whole else self._whole.discard)(key)
        self.forget(key)

    def fold_all(self) -> None:
        """Show only the beginning of each long text."""
        self._whole.clear()
        self.forget()

    def leave_room(self, key: Key | None, height: int) -> None:
        """Leave room for the text of an entry to be written in, or for none."""
        for changed in (self.written, key):
            if changed is not None:
                self.forget(changed)
        self.written, self._room = key, height
