"""Cards inside a card (vCard 2.1's AGENT): put into one line, as vCard 3.0 does."""

from collections.abc import Sequence


def with_nested_cards_in_one_line(lines: Sequence[str]) -> list[str]:
    """Return the lines with each inner BEGIN…END as escaped text of the AGENT line before it."""
    outer: list[str] = []
    inner: list[str] = []
    depth = 0
    for line in lines:
        mark = line.replace(" ", "").replace("\t", "").upper()
        if mark.endswith("BEGIN:VCARD") and (depth or mark.startswith(("BEGIN", "AGENT"))):
            depth += 1
            if depth == 2 and not mark.startswith("BEGIN"):
                outer.append(line[: line.upper().rindex("BEGIN")].rstrip())
        if depth > 1:
            inner.append("BEGIN:VCARD" if mark.endswith("BEGIN:VCARD") else line)
        else:
            outer.append(line)
        if mark == "END:VCARD" and depth:
            depth -= 1
            if depth == 1:
                outer[-1] += _escaped(inner)
                inner = []
    if inner:
        outer[-1] += _escaped(inner)
    return outer


def _escaped(lines: Sequence[str]) -> str:
    text = "\n".join((*lines, ""))
    return text.replace("\\", "\\\\").replace(",", "\\,").replace("\n", "\\n")
