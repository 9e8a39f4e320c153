"""Makes QR codes: which squares are dark. Whoever draws them leaves four squares of white around.

segno is loaded when a code is made, and not before.
"""

from typing import Final

QUIET_SQUARES: Final = 4
"""So many white squares belong around a code (ISO/IEC 18004, quiet zone)."""


def qr_squares(
    text: str, *, sturdy: bool = True, quick: bool = False
) -> tuple[tuple[bool, ...], ...]:
    """Return the squares of a QR code row by row; True is dark.

    A ``sturdy`` one can be read with a third of it stained or torn (level H), another with a
    seventh (level M), and is coarser for it. A ``quick`` one, of which there are hundreds, has the
    first of the patterns to mix its squares with, not the best of eight: a fifth of the time.

    Raises:
        ValueError: the text is too long for any code.
    """
    import segno

    # In UTF-8 without a word on it: that is what the cameras of phones take texts for.
    code = segno.make(
        text,
        error="h" if sturdy else "m",
        micro=False,
        boost_error=False,
        encoding="utf-8",
        mask=0 if quick else None,
    )
    return tuple(tuple(bool(square) for square in row) for row in code.matrix)
