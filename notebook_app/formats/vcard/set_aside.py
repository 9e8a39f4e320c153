"""Cards that were set aside, as a file: the reason travels inside, as a property of its own."""

from notebook_app.formats.vcard.escaping import escaped_text

REASON = "X-CONTACT-NOTEBOOK-REASON"


def set_aside_text(raw: str, reason: str) -> str:
    """Return the card as it came, with its reason as the first line after its beginning."""
    lines = without_reason(raw).replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")
    note = f"{REASON}:{escaped_text(reason)}"
    begins = lines[0].replace(" ", "").upper() == "BEGIN:VCARD"
    lines.insert(1 if begins else 0, note)
    if begins and lines[-1].replace(" ", "").upper() != "END:VCARD":
        lines.append("END:VCARD")
    return "\r\n".join((*lines, ""))


def without_reason(raw: str) -> str:
    """Return the text without the reason of an earlier time."""
    if REASON not in raw:
        return raw
    return "\n".join(line for line in raw.split("\n") if not line.startswith(REASON))
