"""Cards that are a list of people: KIND:group with MEMBER (RFC 6350, 6.6.5), and Apple's own."""

from dataclasses import dataclass

from notebook_app.formats.vcard.content_line import parse_head, split_line
from notebook_app.formats.vcard.escaping import escaped_text
from notebook_app.formats.vcard.values import components_of, line_of, uri_of
from notebook_app.model.identifiers import plain_uid

_KINDS = frozenset({"KIND", "X-ADDRESSBOOKSERVER-KIND"})
_MEMBERS = frozenset({"MEMBER", "X-ADDRESSBOOKSERVER-MEMBER"})
# Nothing of these is lost when a group becomes a tag.
_SAID_BY_A_TAG = frozenset({"BEGIN", "END", "VERSION", "PRODID", "REV", "UID", "N"})
_MAILTO = "mailto:"


@dataclass(frozen=True, slots=True)
class GroupCard:
    """A list of people.

    ``members`` are UIDs in lower case, or e-mail addresses with ``mailto:`` before them.
    ``others`` are the names of properties that say more than a name and who belongs to it.
    """

    name: str
    members: tuple[str, ...]
    others: tuple[str, ...]


def read_group(raw: str) -> GroupCard | None:
    """Return the group that the lines of a card describe, or None if it is none with a name."""
    names: list[str] = []
    members: list[str] = []
    others: list[str] = []
    is_group = False
    for line in raw.split("\n"):
        parts = split_line(line)
        if parts is None:
            others += [line] if line.strip() else []
            continue
        head, value = parse_head(parts[0]), parts[1]
        if head.name in _KINDS:
            is_group = is_group or line_of(head, value).lower() == "group"
        elif head.name in _MEMBERS:
            members.append(member_key(uri_of(head, value)))
        elif head.name == "FN":
            names.insert(0, line_of(head, value))
        elif head.name == "N":
            names += (part for part in components_of(head, value) if part)
        elif head.name not in _SAID_BY_A_TAG and value.strip():
            others.append(head.name)
    name = next((name for name in names if name), "")
    if not is_group or not name:
        return None
    return GroupCard(name, tuple(dict.fromkeys(member for member in members if member)), (*others,))


def member_key(reference: str) -> str:
    """Return what a member is found by: a UID in lower case, or ``mailto:`` and the address."""
    return plain_uid(reference).lower()


def email_key(address: str) -> str:
    """Return what ``member_key`` gives for a member that is named by an e-mail address."""
    return f"{_MAILTO}{address.lower()}"


def card_of_list(name: str) -> str:
    """Return the text of a group without members."""
    return f"BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:{escaped_text(name)}\nEND:VCARD"


def with_tag(raw: str, tag: str) -> str:
    """Return the text of a card with one tag more."""
    lines = raw.rstrip("\n").split("\n")
    ends = len(lines) > 1 and lines[-1].replace(" ", "").upper() == "END:VCARD"
    lines.insert(len(lines) - 1 if ends else len(lines), f"CATEGORIES:{escaped_text(tag)}")
    return "\n".join(lines)
