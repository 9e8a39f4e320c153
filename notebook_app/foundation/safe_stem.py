"""Names from people's words and from other machines, that every system takes as a file name.

What comes out is only ever the last part of a path, and leads nowhere.
"""

import unicodedata

_FORBIDDEN = frozenset('<>:"/\\|?*')
# Names that Windows keeps for devices, with any ending.
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(1, 10)))
)
_LONGEST = 100
_NAMELESS = "contact"


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
