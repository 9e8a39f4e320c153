"""What became of a file of cards that lay in a watched folder."""

from enum import StrEnum


class SeenAnswer(StrEnum):
    """Why a file is not offered again."""

    LOOKED = "looked at"
    NOT_THIS = "not this one"
    IMPORTED = "imported"
