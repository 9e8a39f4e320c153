"""Takes what was copied elsewhere as contacts: files, a card as text, a picture of a QR code."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from notebook_app.formats.mecard import looks_like_mecard
from notebook_app.formats.vcard.byte_layer import looks_like_vcard
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.drop_hint import files_in
from notebook_app.gui.phone.code_offer import tell_problem
from notebook_app.gui.widgets.copied_picture import copied_picture
from notebook_app.model.printed_list import PrintedCode

_CARD_TYPES: Final = ("text/vcard", "text/x-vcard", "text/directory")
_SNIFFED: Final = 20_000

_Read = Callable[[], "bytes | PrintedCode"]


def paste_contact(desk: Desk, window: QWidget, take_files: Callable[[list[Path]], object]) -> None:
    """Go on into the preview with what is on the clipboard, or say what it is instead."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None:
        desk.problem_met.emit(_no_contact())
        return
    files = files_in(data)
    if files:
        take_files(files)
        return
    card = _card_in(data)
    picture = None if card else copied_picture(data)
    if picture is not None:
        _take(desk, window, _words("Pasted picture"), lambda: _in_picture(picture))
        return
    text, region = data.text(), desk.notebook.region
    _take(desk, window, _words("Pasted text"), lambda: card or _in_text(text, region))


def _card_in(data: QMimeData) -> bytes:
    """Return a card that was copied as one, or as text that is one; else nothing."""
    for kind in _CARD_TYPES:
        if data.hasFormat(kind):
            copied = bytes(data.data(kind).data())
            if looks_like_vcard(copied[:_SNIFFED]):
                return copied
    text = data.text() if data.hasText() else ""
    is_card = looks_like_vcard(text[:_SNIFFED].encode("utf-8", "replace"))
    return text.encode("utf-8", "replace") if is_card else b""


def _take(desk: Desk, window: QWidget, name: str, read: _Read) -> None:
    """Read beside the window, then show what is in it."""

    def show(found: "bytes | PrintedCode") -> None:
        if isinstance(found, PrintedCode):
            desk.ask(Act.BACK_FROM_PAPER, found)
            return
        from notebook_app.gui.importing.import_run import preview_files

        preview_files(desk, window, [(name, found)])

    def explain(problem: UserProblem) -> None:
        tell_problem(desk, window, problem)

    def work(_progress: Progress) -> "bytes | PrintedCode":
        return read()

    title = _words("Reading what was copied")
    desk.run_in_background(work, show, title, writes=False, on_problem=explain)


def _in_picture(picture: bytes | QImage) -> "bytes | PrintedCode":
    from notebook_app.gui.importing.grey_picture import check_size, grey_pictures, shades_of
    from notebook_app.services.picture_cards import cards_of_shades
    from notebook_app.services.read_printed_code import code_in_shades

    name = _words("the picture that was copied")
    if isinstance(picture, bytes):
        shades = list(grey_pictures(name, picture))
    else:
        check_size(name, picture.size())
        shades = list(shades_of(picture))
    return code_in_shades(shades) or cards_of_shades(name, shades)


def _in_text(text: str, region: str) -> bytes:
    from notebook_app.formats.mecard import mecard_as_vcard
    from notebook_app.services.received_text import text_as_cards

    cards = (
        mecard_as_vcard(text).encode() if looks_like_mecard(text) else text_as_cards(text, region)
    )
    if not cards:
        raise _no_contact()
    return cards


def _no_contact() -> UserProblem:
    return UserProblem(
        _words("There is no contact in what was copied."),
        remedy=_words(
            "Copy a contact card, files, a picture of a QR code, or lines with a phone number"
            " or an e-mail address."
        ),
    )


def _words(text: str) -> str:
    return QCoreApplication.translate("Paste", text)
