"""Takes contact cards out of pictures of QR codes: a business card held up, a sign at a fair."""

from collections.abc import Callable, Iterable

from notebook_app.formats.qr_picture import (
    GreyPicture,
    cards_in,
    codes_in,
    is_part_of_card,
    with_parts_joined,
)
from notebook_app.foundation.problem import UserProblem

PictureReader = Callable[[str, bytes], Iterable[GreyPicture]]
"""Takes a picture's name, to say in complaints, and its bytes; returns it in shades of grey.

Where it is partly clear, several times, on different grounds: codes are drawn in black as well as
in white. Raises ``UserProblem`` if it can't be read or is too large.
"""


class OtherCode(UserProblem):
    """A QR code was read that holds no contact card but something else: ``text``."""

    def __init__(self, title: str, detail: str, remedy: str, text: str) -> None:
        """Take what the user is told, and the whole text of the code."""
        super().__init__(title, detail, remedy)
        self.text = text


_TRY = "Take the picture again, straight on and in good light, so that the code fills most of it."


def cards_of_picture(name: str, data: bytes, read_picture: PictureReader | None) -> bytes:
    """Return the cards that the QR codes of a picture hold, as a vCard file.

    Raises:
        OtherCode: its codes hold something else.
        UserProblem: it can't be read, has no QR code, or its codes hold only a part of a card.
    """
    if read_picture is None:
        raise UserProblem(f"{name} is a picture, not a vCard file.", "", "Choose another file.")
    return cards_of_shades(name, read_picture(name, data))


def cards_of_shades(name: str, pictures: Iterable[GreyPicture]) -> bytes:
    """Return the cards that QR codes hold, as a vCard file; the pictures are of the same thing.

    Raises:
        OtherCode: the codes hold something else.
        UserProblem: there is no QR code, or they hold only a part of a card.
    """
    other = ""
    for picture in pictures:
        codes = with_parts_joined(codes_in(picture))
        if any(is_part_of_card(code) for code in codes):
            raise UserProblem(
                f"A QR code in {name} holds only a part of a contact card.",
                "The rest is in other codes that belong to it.",
                "Take one picture with all of them in it, or choose another file.",
            )
        cards = cards_in(codes)
        if cards:
            return b"".join(cards)
        other = other or next((code.text.strip() for code in codes), "")
    if not other:
        raise UserProblem(f"No QR code can be made out in {name}.", "", _TRY)
    raise OtherCode(
        f"The QR code in {name} holds no contact card.",
        f"It says “{_beginning(other)}”.",
        "Choose a picture of a code that holds a contact.",
        other,
    )


def _beginning(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:59].rstrip()}…"
