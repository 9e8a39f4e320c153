"""Takes the code of a row as it is typed, sign by sign: figures, then the letter that ends it."""

from typing import Final

_MOST_FIGURES: Final = 6


class CodeKeys:
    """Letters are taken only after figures, so that alone they are free for something else."""

    def __init__(self) -> None:
        """Begin with nothing typed."""
        self.typed = ""

    def take(self, sign: str) -> str:
        """Take a sign and return the code if that ended it, else an empty text.

        ``typed`` is what there is so far; what can't be part of a code is not taken.
        """
        if sign.isascii() and sign.isdigit() and len(self.typed) < _MOST_FIGURES:
            self.typed += sign
        elif self.typed and sign.isascii() and sign.isalpha():
            code, self.typed = self.typed + sign.upper(), ""
            return code
        return ""

    def take_back(self) -> bool:
        """Take the last sign back; return whether there was one."""
        was = bool(self.typed)
        self.typed = self.typed[:-1]
        return was

    def begin(self) -> bool:
        """Forget what was typed; return whether there was something."""
        was, self.typed = bool(self.typed), ""
        return was
