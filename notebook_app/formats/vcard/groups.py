"""Names for groups of properties that belong together within one card."""

import re
from collections.abc import Hashable, Iterable, Sequence

from notebook_app.formats.vcard.content_line import parse_head, split_line
from notebook_app.formats.vcard.properties.table import READERS

_NAME = re.compile(r"[A-Za-z0-9-]{1,60}\Z")


def is_group_name(group: str) -> bool:
    """Return whether every reader takes ``group`` for a group (RFC 6350, 3.3)."""
    return _NAME.match(group) is not None


class Groups:
    """Gives out names that no line of the card bears yet, and lets properties join a group."""

    def __init__(self, taken: Iterable[str] = (), lines: Sequence[str] = ()) -> None:
        """Begin a card.

        Args:
            taken: groups that are not to be given out.
            lines: those that go into the card as they came.
        """
        self._taken = {group.lower() for group in taken}
        self._number = 0
        self._shared: dict[Hashable, str] = {}
        self._lines = lines
        self._labelled: set[str] | None = None
        self._understood: set[str] = set()

    def next(self) -> str:
        """Return a new group."""
        while True:
            self._number += 1
            if (group := f"item{self._number}") not in self._taken:
                return group

    def shared(self, key: Hashable) -> str:
        """Return the group of everything with this key."""
        if key not in self._shared:
            self._shared[key] = self.next()
        return self._shared[key]

    def joined(self, group: str, *, with_label: bool) -> str:
        """Return ``group`` if one more property may be in it, else nothing.

        A label is that of all properties of a group: nobody joins one that has a label, and a
        property that brings a label joins none where others would get it too.
        """
        if not group:
            return ""
        if self._labelled is None:
            self._labelled = set()
            self._look_at_lines(self._labelled)
        name = group.lower()
        if name in self._labelled or (with_label and name in self._understood):
            return ""
        self._understood.add(name)
        if with_label:
            self._labelled.add(name)
        return group

    def _look_at_lines(self, labelled: set[str]) -> None:
        for line in self._lines:
            parts = split_line(line)
            head = parse_head(parts[0]) if parts and "." in parts[0] else None
            if head and head.name == "X-ABLABEL":
                labelled.add(head.group.lower())
            elif head and head.name in READERS:
                self._understood.add(head.group.lower())
