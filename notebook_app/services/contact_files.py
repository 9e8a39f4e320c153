"""Makes files that are no vCards into ones: Windows contacts, and what could not be read."""

from notebook_app.formats.vcard.byte_layer import decode_line
from notebook_app.formats.vcard.escaping import escaped_text
from notebook_app.formats.windows_contact import NotAContact, is_empty, windows_contact
from notebook_app.foundation.problem import UserProblem

_SHOWN = 4_000


def card_of_windows_contact(name: str, data: bytes) -> bytes:
    """Return a .contact file as a vCard 3.0.

    Raises:
        UserProblem: it can't be read.
    """
    # vobject takes long to load, and few people have such files.
    from notebook_app.formats.vcard.write import write_card

    try:
        details, uid = windows_contact(data)
    except NotAContact as problem:
        raise UserProblem(
            f"{name} can't be read: {problem}.", "", "Export it from Windows Contacts once more."
        ) from problem
    if is_empty(details):
        raise UserProblem(f"{name} holds nobody.", "", "Choose another file.")
    return write_card(details, uid).encode("utf-8")


def card_of_unreadable(reason: str, data: bytes) -> bytes:
    """Return a card that is set aside on reading: why, and the beginning of what there was."""
    beginning = decode_line(data[:_SHOWN]).replace("\0", "")
    lines = (
        "BEGIN:VCARD",
        f"X-CONTACT-NOTEBOOK-PROBLEM:{escaped_text(reason)}",
        f"X-CONTACT-NOTEBOOK-FILE:{escaped_text(beginning)}",
        "END:VCARD",
        "",
    )
    return "\r\n".join(lines).encode("utf-8", "replace")
