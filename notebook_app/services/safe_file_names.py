"""File names from people's names, that every system takes and that never lead elsewhere."""

import unicodedata

_FORBIDDEN = frozenset('<>:"/\\|?*')
# Names that Windows keeps for devices, with any ending.
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(1, 10)))
)
_LONGEST = 100
_NAMELESS = "contact"


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


def safe_stem(text: str) -> str:
    """Return ``text`` without what a file name can't hold."""
    normal = unicodedata.normalize("NFC", text)
    plain = "".join(
        " "
        if char in _FORBIDDEN or unicodedata.category(char) in {"Cc", "Cs", "Cf", "Zl", "Zp"}
        else char
        for char in normal
    )
    words = " ".join(plain.split())
    short = words.encode("utf-8", "replace")[:_LONGEST].decode("utf-8", "ignore").strip(" .")
    if not short:
        return _NAMELESS
    return f"{short}_" if short.partition(".")[0].casefold() in _DEVICES else short
