"""Names for groups of properties that belong together within one card."""

from collections.abc import Hashable, Iterable


class Groups:
    """Gives out names that no line of the card bears yet."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Take the groups of lines that go into the card as they came."""
        self._taken = {group.lower() for group in taken}
        self._number = 0
        self._shared: dict[Hashable, str] = {}

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
