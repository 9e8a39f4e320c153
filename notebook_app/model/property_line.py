"""Lines of a card that have no field, compared without what only one vCard version needs."""

import binascii
import re
from functools import lru_cache

_ENCODED = re.compile(r";ENCODING=QUOTED-PRINTABLE(?=[;:])|;QUOTED-PRINTABLE(?=[;:])", re.I)
_CHARSET = re.compile(r";CHARSET=([\w.-]+)(?=[;:])", re.I)
_TYPE = re.compile(r";TYPE=", re.I)
_GROUP = re.compile(r"^[\w-]+\.")
_LONGEST_HEAD = 2_000


def comparable_line(line: str) -> str:
    """Return what two writings of one property share.

    Groups, quoted-printable and bare types differ between versions and from export to export;
    the name, the parameters and the decoded value do not.
    """
    head, colon, value = line.partition(":")
    if not colon or len(head) > _LONGEST_HEAD:
        return line
    shared, charset = _read_head(head)
    return shared + (value if charset is None else _decoded(value, charset))


@lru_cache(maxsize=500)
def _read_head(head: str) -> tuple[str, str | None]:
    """Return what writings share of a head, and the charset if the value is encoded.

    Heads come again from card to card.
    """
    charset = _CHARSET.search(f"{head}:")
    bare, encoded = _ENCODED.subn("", f"{head}:")
    bare = _CHARSET.sub("", bare)
    name, *parameters = _TYPE.sub(";", _GROUP.sub("", bare)).removesuffix(":").split(";")
    shared = ";".join((name.upper(), *sorted(parameters))) + ":"
    if not encoded:
        return shared, None
    return shared, charset.group(1) if charset else "utf-8"


def _decoded(value: str, charset: str) -> str:
    data = binascii.a2b_qp(value.encode("utf-8", "replace"))
    try:
        text = data.decode(charset)
    except (LookupError, UnicodeError):
        text = data.decode("latin-1")
    return text.replace("\r\n", "\\n").replace("\n", "\\n")
