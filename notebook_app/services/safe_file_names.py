"""File names from people's names, that every system takes and that never lead elsewhere."""

from notebook_app.foundation.safe_stem import safe_stem

__all__ = ["SafeFileNames", "safe_stem"]


class SafeFileNames:
    """Gives names out, each once, also where capitals make no difference."""

    def __init__(self, ending: str) -> None:
        """Take the ending that all names get, with its dot."""
        self._ending = ending
        self._given: dict[str, int] = {}

    def name_for(self, text: str) -> str:
        """Return a file name, of at most some 110 bytes, that says ``text`` as far as it can."""
        stem = safe_stem(text)
        number = self._given.get(stem.casefold(), 0) + 1
        while True:
            name = stem if number == 1 else f"{stem} {number}"
            if number == 1 or name.casefold() not in self._given:
                break
            number += 1
        self._given[stem.casefold()] = number
        self._given.setdefault(name.casefold(), 1)
        return name + self._ending
